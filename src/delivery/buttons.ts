import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Store } from './store.ts';

/**
 * What a button does when pressed: ask a question, show a unit, or a page of a list of units from `from` on.
 * `inPlace`: it takes the place of the message the button is under; else it is sent as a new one.
 */
const buttonActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask'), text: z.string().min(1) }),
  z.object({ kind: z.literal('unit'), bulletin: z.string(), unit: z.string(), inPlace: z.boolean() }),
  z.object({
    kind: z.literal('units'),
    bulletin: z.string(),
    units: z.array(z.string()),
    from: z.number().int().nonnegative(),
    inPlace: z.boolean(),
  }),
]);
export type ButtonAction = z.infer<typeof buttonActionSchema>;

/**
 * Platforms give a button few bytes (Telegram 64, and 64 of A-Za-z0-9_- for a deep link), too few for a
 * question or a long bulletin id: they carry a token instead. Equal actions have equal tokens.
 */
export interface Buttons {
  /** 16 characters of A-Za-z0-9_-. */
  readonly save: (action: ButtonAction, now: number) => string;
  readonly find: (token: string, now: number) => ButtonAction | null;
  readonly purge: (before: number) => number;
}

/** Moving `touched_at` costs a sync to disk; once a day is enough for a retention of months. */
const TOUCH_AFTER_MS = 24 * 3_600_000;

const actionRow = z.object({ action: z.string(), touched_at: z.number() });

export function createButtons(store: Store): Buttons {
  const look = (token: string, now: number): string | null => {
    const found = store.one(actionRow, `SELECT action, touched_at FROM buttons WHERE token = ?`, token);
    if (found === undefined) return null;
    if (now - found.touched_at > TOUCH_AFTER_MS) {
      store.run(`UPDATE buttons SET touched_at = ? WHERE token = ?`, now, token);
    }
    return found.action;
  };
  return {
    save(action, now) {
      const json = JSON.stringify(buttonActionSchema.parse(action));
      const token = createHash('sha256').update(json).digest('base64url').slice(0, 16);
      if (look(token, now) === null) {
        store.run(`INSERT INTO buttons (token, action, touched_at) VALUES (?, ?, ?)`, token, json, now);
      }
      return token;
    },
    find(token, now) {
      const json = look(token, now);
      return json === null ? null : buttonActionSchema.parse(JSON.parse(json));
    },
    purge: (before) => store.run(`DELETE FROM buttons WHERE touched_at < ?`, before),
  };
}
