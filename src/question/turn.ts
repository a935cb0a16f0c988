import { z } from 'zod';

/** A place of the bulletin that an answer quoted, in offsets of its source. */
const toldSchema = z.object({
  unit: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Told = z.infer<typeof toldSchema>;

/**
 * What the previous turn leaves for the next one; opaque to channels, stored as JSON.
 * `units`: what the answer cited, best first. `list`/`shown`: a paged list and how much of it was shown.
 */
export const turnSchema = z.object({
  bulletin: z.string(),
  /** The question as it was understood (after follow-up resolution). */
  question: z.string(),
  intent: z.string(),
  units: z.array(z.string()),
  /** What it quoted first, in the order of the answer; absent where that is not known. */
  told: z.array(toldSchema).optional(),
  /** Units that came close to answering: a follow-up may find there what the cited unit does not say. */
  near: z.array(z.string()),
  list: z.array(z.string()),
  shown: z.number().int().nonnegative(),
  /** Topics some turns back, newest first, for 「回到刚才那个官司」. */
  history: z
    .array(
      z.object({
        question: z.string(),
        units: z.array(z.string()),
        told: z.array(toldSchema).optional(),
      }),
    )
    .max(8),
});
export type Turn = z.infer<typeof turnSchema>;
