import type { Citation, Unit } from '../bulletin/bulletin.ts';
import type { Span } from '../text/span.ts';

/** Quotes `span` (offsets of `source`) from `unit`, without the punctuation and white space at its end. */
export function citeSpan(unit: Unit, source: string, span: Span): Citation {
  const raw = source.slice(span.start, span.end);
  const cut = raw.replace(/[\s,，。;；:：、]+$/u, '');
  const end = cut === '' ? span.end : span.start + cut.length;
  return { unit: unit.id, span: { start: span.start, end }, quote: source.slice(span.start, end) };
}
