import { z } from 'zod';
import { quoteCitation, quotedSchema } from './fact.ts';
import { writeLedgerLine } from './facts.ts';
import type { Conflict, Ledger } from './ledger.ts';

/** One line of `npm run ledger -- --conflicts --jsonl` (CONTRACT.md). */
export const conflictLineSchema = z.strictObject({
  kind: z.enum(['contradiction', 'rounding', 'different-scope']),
  topic: z.string().min(1),
  why: z.string().min(1),
  sides: z.array(quotedSchema.extend({ unit: z.string().min(1), figure: z.string().optional() })).min(2),
});

function writeConflictLine({ kind, topic, why, sides }: Conflict): z.infer<typeof conflictLineSchema> {
  return {
    kind,
    topic,
    why,
    sides: sides.map(({ citation, figure }) => ({
      unit: citation.unit,
      ...quoteCitation(citation),
      ...(figure === null ? {} : { figure }),
    })),
  };
}

/** `npm run ledger -- --jsonl`: one line a measure, keys as in CONTRACT.md, in document order. */
export function formatLedgerLines(ledger: Ledger): string {
  return ledger.measures.map((facts) => `${JSON.stringify(writeLedgerLine(facts))}\n`).join('');
}

/** `npm run ledger -- --conflicts --jsonl`: one line a pair. */
export function formatConflictLines(conflicts: readonly Conflict[]): string {
  return conflicts.map((conflict) => `${JSON.stringify(writeConflictLine(conflict))}\n`).join('');
}
