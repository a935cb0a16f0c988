// unit text → amounts that are no dates, numbers of documents or ordinals → noun phrase, period → figures
import type { Unit } from '../bulletin/bulletin.ts';
import { findAmounts, type Amount } from '../text/amounts.ts';
import { findDates, type DateMention } from '../text/dates.ts';
import type { Span } from '../text/span.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Figure } from './ledger.ts';
import { readCounted } from './counted.ts';

/** Units that measure time or rank something and count nothing: 2023年, 3月, 第4届. */
const NOT_COUNTING = new Set(['年', '月', '日', '号', '级', '届', '代', '版', '']);

/**
 * The figures of one unit in order of text. `value` is in the base unit (11.03万平方米 → 110300 平方米);
 * `of` the counted noun phrase as printed; `period` the date phrase before it in its sentence, carried over a semicolon.
 */
export function findFigures(unit: Unit, source: string): Figure[] {
  const text = unit.text;
  const dates = findDates(text);
  const closed = [...dates.map((date) => date.span), ...findFixed(text)];
  const figures: Figure[] = [];
  let period: string | null = null;
  for (const sentence of splitSentences(text)) {
    const own = dates.filter((date) => inside(date.span, sentence) && isPeriod(date, text));
    if (!/[;；]\s*$/u.test(text.slice(0, sentence.start)) && !/^其中/u.test(text.slice(sentence.start)))
      period = null;
    const amounts = findAmounts(text.slice(sentence.start, sentence.end))
      .map((amount) => shift(amount, sentence.start))
      .filter(
        (amount) => !NOT_COUNTING.has(amount.unit) && !closed.some((span) => overlaps(span, amount.span)),
      );
    let previous: { end: number; of: string } | null = null;
    for (const amount of amounts) {
      const before = own.filter((date) => date.span.end <= amount.span.start).at(-1);
      const { of } = readCounted(text, { ...amount.span, unit: amount.unit }, sentence, previous);
      figures.push({
        citation: cite(unit, source, amount.span),
        value: amount.value,
        unit: amount.unit,
        of,
        period: before === undefined ? period : printPeriod(before, text),
        approximate: amount.approximate,
      });
      previous = { end: amount.span.end, of };
    }
    const last = own.at(-1);
    if (last !== undefined) period = printPeriod(last, text);
  }
  return figures;
}

/** 2023年以来, 2023年1—9月, 截至2023年10月上旬: a stretch of time a count is made over; not 2023年老旧小区改造项目. */
function isPeriod(date: DateMention, text: string): boolean {
  if (date.since || date.precision === 'period' || date.precision === 'part-of-month') return true;
  const behind = text.slice(date.span.end, date.span.end + 4);
  const asOf = /截[至止]$/u.test(text.slice(0, date.span.start));
  if (date.precision === 'year') return asOf || /^(?:来|[,，]|已|共|全年|累计|全区|我区|区)/u.test(behind);
  return asOf && date.precision !== 'vague';
}

/** 2023年来 as printed, where the date alone is 2023年. */
function printPeriod(date: DateMention, text: string): string {
  return text.charAt(date.span.end) === '来' ? `${date.text}来` : date.text;
}

/** What looks like a count and is none: titles, names in quotation marks, ordinals, document numbers. */
function findFixed(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(
    /《[^《》]*》|“[^“”\n]{1,30}”|第[一二三四五六七八九十百\d]+(?:、[一二三四五六七八九十]+)*|[一二三四五六七八九十]+期|“(?:19|20)\d{2}(?!年)|八项规定|四套班子|〔\d{4}〕\d+号/gu,
  )) {
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

function shift(amount: Amount, by: number): Amount {
  return { ...amount, span: { start: amount.span.start + by, end: amount.span.end + by } };
}

function inside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function cite(unit: Unit, source: string, span: Span): Figure['citation'] {
  const start = unit.body.start + span.start;
  const end = unit.body.start + span.end;
  return { unit: unit.id, span: { start, end }, quote: source.slice(start, end) };
}
