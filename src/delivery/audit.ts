import { z } from 'zod';
import { answerSchema, type Answer } from '../answer/answer.ts';
import type { Store } from './store.ts';

/** A claim the gate did not let through, and why. */
const droppedClaimSchema = z.object({
  text: z.string(),
  units: z.array(z.string()),
  reason: z.string(),
});
export type DroppedClaim = z.infer<typeof droppedClaimSchema>;

export interface AuditEntry {
  readonly channel: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly answer: Answer;
  readonly dropped: readonly DroppedClaim[];
}

/** Every answer a channel gave, so that any of them can be looked at again; never shown in a chat. */
export interface Audit {
  readonly record: (entry: AuditEntry) => void;
  /** The entries of one answer id, oldest first. */
  readonly find: (answerId: string) => readonly AuditEntry[];
  readonly purge: (before: number) => number;
}

const entryRow = z
  .object({ channel: z.string(), at: z.number(), answer: z.string(), dropped: z.string() })
  .transform((row) => ({
    channel: row.channel,
    at: row.at,
    answer: answerSchema.parse(JSON.parse(row.answer)),
    dropped: z.array(droppedClaimSchema).parse(JSON.parse(row.dropped)),
  }));

export function createAudit(store: Store): Audit {
  return {
    record({ channel, at, answer, dropped }) {
      store.run(
        `INSERT INTO audit (answer_id, channel, at, answer, dropped) VALUES (?, ?, ?, ?, ?)`,
        ...[answer.id, channel, at, JSON.stringify(answer), JSON.stringify(dropped)],
      );
    },
    find: (answerId) =>
      store.all(
        entryRow,
        `SELECT channel, at, answer, dropped FROM audit WHERE answer_id = ? ORDER BY id`,
        answerId,
      ),
    purge: (before) => store.run(`DELETE FROM audit WHERE at < ?`, before),
  };
}
