import type { Citation } from '../../bulletin/bulletin.ts';
import type { Ledger, MeasureFacts } from '../../ledger/ledger.ts';

/** A citation as CONTRACT.md writes it: `{text,start,end}`, offsets in the bulletin's source. */
interface Quoted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function quote(citation: Citation): Quoted {
  return { text: citation.quote, start: citation.span.start, end: citation.span.end };
}

/** One measure of the ledger as CONTRACT.md's JSON line, key for key. */
export function renderLedgerLine(facts: MeasureFacts) {
  return {
    unit: facts.unit,
    problem: facts.problem,
    status: facts.status.value,
    evidence: quote(facts.status.citation),
    confidence: facts.status.confidence,
    deadlines: facts.deadlines.map((deadline) => ({
      ...quote(deadline.citation),
      date: deadline.date,
      task: deadline.task.quote,
    })),
    organizations: facts.organizations.map((mention) => ({
      name: mention.name,
      ...quote(mention.citation),
      role: mention.role,
    })),
    documents: facts.documents.map((mention) => ({
      title: mention.title,
      number: mention.number,
      start: mention.citation.span.start,
      end: mention.citation.span.end,
    })),
    figures: facts.figures.map((figure) => ({
      ...quote(figure.citation),
      value: figure.value,
      unit: figure.unit,
      of: figure.of,
    })),
    dates: facts.dates.map((date) => ({ ...quote(date.citation), from: date.start, to: date.end })),
  };
}

/** How many measures of the whole ledger stand in each class; sums to `ledger.measures.length`. */
export function countStatuses(ledger: Ledger) {
  const counts = { completed: 0, in_progress: 0, long_term: 0 };
  for (const facts of ledger.measures) counts[facts.status.value] += 1;
  return counts;
}
