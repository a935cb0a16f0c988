import { z } from 'zod';

/** One clause of a unit (or one expansion line): offsets in the source and term numbers. */
const clauseSchema = z.object({
  /** Position of the unit in document order. */
  u: z.number().int(),
  /** Source span. */
  s: z.number().int(),
  e: z.number().int(),
  /** Number of the sentence inside the unit. */
  n: z.number().int(),
  t: z.array(z.number().int()),
});
const lineSchema = z.object({
  u: z.number().int(),
  /** Anchor in the source; null: the unit as a whole. */
  a: z.tuple([z.number().int(), z.number().int()]).nullable(),
  t: z.array(z.number().int()),
});

/** What `index/<bulletin>.search.json` holds: everything that needed the tokenizer, so that loading does not. */
export const searchDataSchema = z.object({
  terms: z.array(z.string()),
  /** In how many units each term occurs, wordings included. */
  unitCounts: z.array(z.number().int()),
  clauses: z.array(clauseSchema),
  lines: z.array(lineSchema),
  /** MiniSearch's own serialisation of the unit index. */
  units: z.string(),
  /** Words of the bulletin the tokenizer was taught. */
  learned: z.array(z.string()),
});

export type SearchData = z.infer<typeof searchDataSchema>;
export type ClauseData = z.infer<typeof clauseSchema>;
export type LineData = z.infer<typeof lineSchema>;
