// measure → windows of clauses → those with most figures, documents, bodies and the words that decide its status
import type { Citation, Unit, UnitId } from '../bulletin/bulletin.ts';
import { findAmounts } from '../text/amounts.ts';
import { splitClauses, splitSentences } from '../text/sentences.ts';
import { containsSpan, type Span } from '../text/span.ts';
import type { IntentContext } from './intent.ts';
import { trimCitation } from './quote.ts';

/** What makes words worth showing when a measure must fit in a line; every further piece costs the reader a jump. */
const WORTH = {
  status: 1.6,
  figure: 1.5,
  document: 0.7,
  body: 0.35,
  finished: 0.6,
  outcome: 0.9,
  length: 0.009,
  piece: 0.3,
};
/** Words that tell how a matter ended: 决定以现租金标准与承租户重新签订租赁合同, 因此不建议…拆除, 发回重审, 判处有期徒刑. */
const OUTCOME = /决定|因此|不建议|签订|发回|判处|裁定|择期|同意|均未|暂未|未发现|仍|无法/u;
const MOST_PIECES = 3;

interface Window {
  readonly span: Span;
  readonly worth: number;
}

/**
 * The clauses of a measure that carry its key facts and figures, in document order, together about `budget` characters;
 * at least one, at most three runs.
 */
export function pickKeyWords(context: IntentContext, id: UnitId, budget: number): Citation[] {
  const unit = context.lookup.get(id);
  if (unit === undefined) return [];
  const { source } = context.bulletin;
  if (unit.text.length <= budget) return [context.lookup.cite(id)];
  const windows = findWindows(context, unit, budget).sort((a, b) => b.worth - a.worth);
  const chosen: Span[] = [];
  let left = budget;
  for (const { span, worth } of windows) {
    if (chosen.length === MOST_PIECES || (chosen.length > 0 && worth < WORTH.piece)) break;
    const taken = chosen.some((other) => span.start < other.end && other.start < span.end);
    if (taken || (chosen.length > 0 && span.end - span.start > left)) continue;
    chosen.push(span);
    left -= span.end - span.start;
  }
  return joinTouching(chosen).map((span) => trimCitation(unit, source, span));
}

/** In document order, neighbours as one. */
function joinTouching(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && span.start - last.end <= 1)
      joined[joined.length - 1] = { start: last.start, end: span.end };
    else joined.push(span);
  }
  return joined;
}

/** Every run of clauses inside one sentence that fits the budget; single clauses whatever their length. */
function findWindows(context: IntentContext, unit: Unit, budget: number): Window[] {
  const { source } = context.bulletin;
  return splitSentences(source, unit.body).flatMap((sentence) => {
    const clauses = splitClauses(source, sentence);
    return clauses.flatMap((first, from) =>
      clauses.slice(from).flatMap((last, count) => {
        const span = { start: first.start, end: last.end };
        return count > 0 && span.end - span.start > budget
          ? []
          : [{ span, worth: weighSpan(context, unit, span) }];
      }),
    );
  });
}

function weighSpan({ bulletin, facts }: IntentContext, unit: Unit, span: Span): number {
  const text = bulletin.source.slice(span.start, span.end);
  const known = facts.get(unit.id);
  const status = known?.status.citation.span;
  const bodies = new Set(
    (known?.organizations ?? [])
      .filter(({ citation }) => containsSpan(span, citation.span))
      .map(({ name }) => name),
  );
  const decides = status !== undefined && span.start < status.end && status.start < span.end;
  const figures = findAmounts(text.replace(/\d{4}年|\d{1,2}月|\d{1,2}日/gu, '')).length;
  return (
    (decides ? WORTH.status : 0) +
    WORTH.figure * Math.sqrt(figures) +
    WORTH.document * (text.match(/《/gu)?.length ?? 0) +
    WORTH.body * bodies.size +
    (/已|完成|建成|出台|印发/u.test(text) ? WORTH.finished : 0) +
    (OUTCOME.test(text) ? WORTH.outcome : 0) -
    WORTH.length * text.length
  );
}
