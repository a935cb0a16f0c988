import { el } from './dom.js';

/**
 * A stretch of a unit's text to point out: `quote` is what the answer cites, `evidence` what decides the status.
 * @typedef {{ start: number, end: number, kind: 'quote' | 'evidence' }} Range
 */

/**
 * A unit's text as paragraphs with its ranges marked; ranges may overlap.
 * @param {string} text
 * @param {readonly Range[]} ranges
 */
export function renderVerbatim(text, ranges) {
  const box = el('div', { class: 'verbatim' });
  let from = 0;
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length;
    const body = line.trim();
    if (body !== '') {
      const start = from + indent;
      box.append(el('p', {}, ...renderPieces(text, start, start + body.length, ranges)));
    }
    from += line.length + 1;
  }
  return box;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {readonly Range[]} ranges
 */
function renderPieces(text, start, end, ranges) {
  const inside = ranges.filter((range) => range.start < end && range.end > start);
  const bounds = inside.flatMap((range) => [Math.max(range.start, start), Math.min(range.end, end)]);
  const cuts = [...new Set([start, ...bounds, end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((cut, index) => {
    const words = text.slice(cut, cuts[index + 1]);
    const kinds = new Set(
      inside.filter((range) => range.start <= cut && cut < range.end).map(({ kind }) => kind),
    );
    const evidence = kinds.has('evidence') ? 'evidence' : '';
    if (kinds.has('quote')) return el('mark', { class: evidence, text: words });
    return evidence === '' ? document.createTextNode(words) : el('span', { class: evidence, text: words });
  });
}

/**
 * Where an answer's citations of a unit stand in its text.
 * @param {import('./transport.js').UnitView} view
 * @param {readonly import('../../../answer/answer.ts').AnswerCitation[]} citations
 * @returns {Range[]}
 */
export function findRanges(view, citations) {
  /** @type {Range[]} */
  const ranges = [];
  for (const { unit, quote, start } of citations) {
    if (unit !== view.unit) continue;
    const offset = start - view.start;
    const at = view.text.startsWith(quote, offset) && offset >= 0 ? offset : view.text.indexOf(quote);
    if (at >= 0) ranges.push({ start: at, end: at + quote.length, kind: 'quote' });
  }
  const at = view.status === null ? -1 : view.text.indexOf(view.status.evidence);
  if (view.status !== null && at >= 0) {
    ranges.push({ start: at, end: at + view.status.evidence.length, kind: 'evidence' });
  }
  return ranges;
}
