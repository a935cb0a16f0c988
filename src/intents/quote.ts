import type { Citation, Unit } from '../bulletin/bulletin.ts';
import { splitClauses, splitSentences } from '../text/sentences.ts';
import { containsSpan, type Span } from '../text/span.ts';

/** A quotation is cut to about this many characters. */
const LONGEST = 64;

/** A clause shorter than this says little alone: its neighbours in the sentence are quoted with it. */
const TELLING = 22;

/**
 * The clause of `unit` around `span` (offsets of `source`), cut on both sides where it is long, with its neighbours
 * where it is short (what follows first when `onward`); always holds `span`.
 */
export function citeAround(unit: Unit, source: string, span: Span, onward = false): Citation {
  const sentence = splitSentences(source, unit.body).find((candidate) => containsSpan(candidate, span));
  const clauses = sentence === undefined ? [] : splitClauses(source, sentence);
  const at = clauses.findIndex((candidate) => containsSpan(candidate, span));
  const clause = clauses[at] ?? sentence ?? span;
  if (clause.end - clause.start > LONGEST) return trimCitation(unit, source, cutAround(source, clause, span));
  return trimCitation(unit, source, at < 0 ? clause : widen(clauses, at, onward));
}

/** The clause with neighbours until it tells something, as long as the quotation stays short. */
function widen(clauses: readonly Span[], at: number, onward: boolean): Span {
  let first = at;
  let last = at;
  const span = (from: number, to: number): Span => ({
    start: clauses[from]?.start ?? 0,
    end: clauses[to]?.end ?? 0,
  });
  const fits = (from: number, to: number): boolean => {
    const { start, end } = span(from, to);
    return clauses[from] !== undefined && clauses[to] !== undefined && end - start <= LONGEST;
  };
  while (span(first, last).end - span(first, last).start < TELLING) {
    const before = fits(first - 1, last);
    const after = fits(first, last + 1);
    if (after && (onward || !before)) last += 1;
    else if (before) first -= 1;
    else break;
  }
  return span(first, last);
}

/** The words of `span` without the punctuation and blanks around them. */
export function trimCitation(unit: Unit, source: string, span: Span): Citation {
  let { start, end } = span;
  while (end > start + 1 && /[\s,，。;；:：、]/u.test(source.charAt(end - 1))) end -= 1;
  while (start < end - 1 && /[\s,，。;；:：、]/u.test(source.charAt(start))) start += 1;
  return { unit: unit.id, span: { start, end }, quote: source.slice(start, end) };
}

/** Cuts a long clause at 、 or at a word's distance, never inside `span` nor, where it can be helped, inside 《》 or “”. */
function cutAround(source: string, clause: Span, span: Span): Span {
  const spare = Math.max(0, LONGEST - (span.end - span.start));
  const before = source.slice(clause.start, span.start);
  const after = source.slice(span.end, clause.end);
  const left = Math.min(before.length, Math.floor(spare * 0.6));
  const right = Math.min(after.length, spare - left);
  const kept = before.slice(before.length - left);
  const from = left === before.length ? 0 : Math.max(skipClosing(kept), kept.indexOf('、') + 1);
  return { start: span.start - left + from, end: span.end + dropOpening(after.slice(0, right)) };
}

/** Offset behind a 》 or ” whose opening mark was cut off. */
function skipClosing(text: string): number {
  const at = text.search(/[》”]/u);
  return at >= 0 && !/[《“]/u.test(text.slice(0, at)) ? at + 1 : 0;
}

/** Length up to a 《 or “ whose closing mark was cut off. */
function dropOpening(text: string): number {
  const at = Math.max(text.lastIndexOf('《'), text.lastIndexOf('“'));
  return at >= 0 && !/[》”]/u.test(text.slice(at)) ? at : text.length;
}

/** The words as a line of a list: one line, with … where the clause was cut. */
export function showQuote(citation: Citation, source: string): string {
  const { start, end } = citation.span;
  const cutBefore = !/[\s,，。;；:：、(（)）]|^$/u.test(source.charAt(start - 1));
  const cutAfter = !/[\s,，。;；:：、)）]|^$/u.test(source.charAt(end));
  return `${cutBefore ? '…' : ''}${citation.quote.replace(/\s+/gu, ' ')}${cutAfter ? '…' : ''}`;
}
