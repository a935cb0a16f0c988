import type { Bulletin, UnitId } from '../bulletin/bulletin.ts';
import { containsSpan } from '../text/span.ts';
import { readClauses } from './clauses.ts';
import { weighClause } from './finished.ts';
import type { MeasureFacts } from './ledger.ts';

/** How many sentences a summary of progress quotes. */
const SENTENCES = 2;

/**
 * 进展摘要: the sentences of the measure that report most, verbatim and in their order; for an unfinished measure the
 * deciding sentence is always one of them.
 */
export function summarizeProgress(bulletin: Bulletin, facts: MeasureFacts): string {
  const unit = bulletin.units.find(({ id }: { id: UnitId }) => id === facts.unit);
  if (unit === undefined) return '';
  const sentences = new Map<number, { text: string; score: number }>();
  let previous = { text: '', sentenceIndex: -1 };
  for (const clause of readClauses(unit, bulletin.source)) {
    const before = previous.sentenceIndex === clause.sentenceIndex ? previous.text : '';
    const decides =
      facts.status.value === 'in_progress' && containsSpan(clause.sentenceSpan, facts.status.citation.span);
    const entry = sentences.get(clause.sentenceIndex) ?? { text: clause.sentence, score: decides ? 100 : 0 };
    entry.score += weighClause(clause.text, before).done;
    sentences.set(clause.sentenceIndex, entry);
    previous = clause;
  }
  const best = [...sentences].sort(([, a], [, b]) => b.score - a.score).slice(0, SENTENCES);
  return best
    .sort(([a], [b]) => a - b)
    .map(([, { text }]) => text)
    .join('');
}
