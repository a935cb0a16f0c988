import type { Bulletin, Citation } from '../bulletin/bulletin.ts';
import type { Conflict, Ledger } from './ledger.ts';

function place(citation: Citation): { text: string; start: number; end: number } {
  return { text: citation.quote, start: citation.span.start, end: citation.span.end };
}

/** `npm run ledger -- --jsonl`: one line a measure, keys as in CONTRACT.md, in document order. */
export function formatLedgerLines(_bulletin: Bulletin, ledger: Ledger): string {
  return ledger.measures
    .map((measure) =>
      JSON.stringify({
        unit: measure.unit,
        problem: measure.problem,
        status: measure.status.value,
        evidence: place(measure.status.citation),
        confidence: measure.status.confidence,
        deadlines: measure.deadlines.map(({ citation, date, task }) => ({
          ...place(citation),
          date,
          task: task.quote,
        })),
        organizations: measure.organizations.map(({ name, citation, role }) => ({
          name,
          ...place(citation),
          role,
        })),
        documents: measure.documents.map(({ title, number, citation }) => {
          const { start, end } = citation.span;
          return { title, number, start, end };
        }),
        figures: measure.figures.map(({ citation, value, unit, of }) => ({
          ...place(citation),
          value,
          unit,
          of,
        })),
        dates: measure.dates.map(({ citation, start, end }) => ({
          ...place(citation),
          from: start,
          to: end,
        })),
      }),
    )
    .join('\n')
    .concat('\n');
}

/** `npm run ledger -- --conflicts --jsonl`: one line a pair. */
export function formatConflictLines(conflicts: readonly Conflict[]): string {
  return conflicts
    .map(({ kind, topic, why, sides }) =>
      JSON.stringify({
        kind,
        topic,
        why,
        sides: sides.map(({ citation, figure }) => ({
          unit: citation.unit,
          ...place(citation),
          ...(figure === null ? {} : { figure }),
        })),
      }),
    )
    .join('\n')
    .concat(conflicts.length > 0 ? '\n' : '');
}
