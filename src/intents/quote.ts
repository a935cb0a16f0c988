import type { Citation, Unit } from '../bulletin/bulletin.ts';
import { splitClauses, splitSentences } from '../text/sentences.ts';
import { containsSpan, type Span } from '../text/span.ts';

/** A quotation is cut to about this many characters. */
const LONGEST = 64;

/** The clause of `unit` around `span` (offsets of `source`), cut on both sides where it is long; always holds `span`. */
export function citeAround(unit: Unit, source: string, span: Span): Citation {
  const clause = clauseAround(unit, source, span) ?? span;
  const whole = clause.end - clause.start <= LONGEST ? clause : cutAround(source, clause, span);
  return trimCitation(unit, source, whole);
}

/** The words of `span` without the punctuation and blanks around them. */
export function trimCitation(unit: Unit, source: string, span: Span): Citation {
  let { start, end } = span;
  while (end > start + 1 && /[\s,，。;；:：、]/u.test(source.charAt(end - 1))) end -= 1;
  while (start < end - 1 && /[\s,，。;；:：、]/u.test(source.charAt(start))) start += 1;
  return { unit: unit.id, span: { start, end }, quote: source.slice(start, end) };
}

function clauseAround(unit: Unit, source: string, span: Span): Span | undefined {
  const sentence = splitSentences(source, unit.body).find((candidate) => containsSpan(candidate, span));
  if (sentence === undefined) return undefined;
  return splitClauses(source, sentence).find((candidate) => containsSpan(candidate, span)) ?? sentence;
}

/** Cuts a long clause at 、 or at a word's distance, never inside `span`. */
function cutAround(source: string, clause: Span, span: Span): Span {
  const spare = Math.max(0, LONGEST - (span.end - span.start));
  const before = source.slice(clause.start, span.start);
  const after = source.slice(span.end, clause.end);
  const left = Math.min(before.length, Math.floor(spare * 0.6));
  const right = Math.min(after.length, spare - left);
  const comma = before.slice(before.length - left).indexOf('、');
  const start = span.start - left + (left < before.length && comma >= 0 ? comma + 1 : 0);
  return { start, end: span.end + right };
}

/** The words as a line of a list: one line, with … where the clause was cut. */
export function showQuote(citation: Citation, source: string): string {
  const { start, end } = citation.span;
  const cutBefore = !/[\s,，。;；:：、(（)）]|^$/u.test(source.charAt(start - 1));
  const cutAfter = !/[\s,，。;；:：、)）]|^$/u.test(source.charAt(end));
  return `${cutBefore ? '…' : ''}${citation.quote.replace(/\s+/gu, ' ')}${cutAfter ? '…' : ''}`;
}
