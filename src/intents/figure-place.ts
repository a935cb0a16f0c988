// unit → every figure and date with the words around it, nearest first: segment, clause, part, sentence, paragraph
import type { Citation, Unit, UnitId } from '../bulletin/bulletin.ts';
import { findAmounts } from '../text/amounts.ts';
import { findDates, type DateMention } from '../text/dates.ts';
import { splitClauses } from '../text/sentences.ts';
import { containsSpan, type Span } from '../text/span.ts';
import { trimCitation } from './quote.ts';

/** A figure or date of a unit in its place; spans are offsets of the bulletin's source. */
export interface PlacedFigure {
  readonly unit: UnitId;
  readonly kind: 'amount' | 'date';
  readonly text: string;
  /** In the base unit (297.17万元 → 2971700 元); for a date the day it ends, in days since 1970. */
  readonly value: number;
  /** Base unit: 元, 人次, %; empty for dates. */
  readonly measured: string;
  readonly approximate: boolean;
  readonly span: Span;
  /** Words between the figure before it and the figure or mark behind it. */
  readonly segment: Span;
  readonly clause: Span;
  /** Between semicolons or full stops. */
  readonly part: Span;
  readonly sentence: Span;
  /** Texts from near to far: segment, clause, part, sentence, paragraph up to here, heading and unit. */
  readonly around: readonly string[];
  /** Dates of the sentence up to the figure, last first: the period it is counted over. */
  readonly periods: readonly Pick<DateMention, 'start' | 'end' | 'since' | 'precision' | 'span'>[];
}

/** Measures of time and rank count nothing. */
const NO_FIGURE = new Set(['年', '月', '日', '号', '届', '代', '版', '']);

/** Every figure and date of a unit, in document order. `heading`: text of the problem above it. */
export function placeFigures(unit: Unit, source: string, heading: string): PlacedFigure[] {
  return splitAt(source, unit.body, '\n').flatMap((paragraph) =>
    splitAt(source, paragraph, '。!?！？').flatMap((sentence) =>
      placeSentence(source, { unit, paragraph, sentence, heading }),
    ),
  );
}

interface Place {
  readonly unit: Unit;
  readonly paragraph: Span;
  readonly sentence: Span;
  readonly heading: string;
}

function placeSentence(source: string, { unit, paragraph, sentence, heading }: Place): PlacedFigure[] {
  const text = source.slice(sentence.start, sentence.end);
  const dates = findDates(text).filter(({ start, precision }) => start !== null && precision !== 'vague');
  const found = [...readAmounts(text, dates), ...readMoments(dates)].sort(
    (a, b) => a.span.start - b.span.start,
  );
  const clauses = splitClauses(source, sentence);
  const parts = splitAt(source, sentence, ';；');
  return found.map((one): PlacedFigure => {
    const { start, end } = one.span;
    const span = { start: sentence.start + start, end: sentence.start + end };
    const clause = clauses.find((candidate) => containsSpan(candidate, span)) ?? sentence;
    const part = parts.find((candidate) => containsSpan(candidate, span)) ?? sentence;
    const before =
      found.filter((other) => other.kind === 'amount' && other.span.end <= start).at(-1)?.span.end ?? 0;
    const lead = /[^,，。;；、:：()（）]*$/u.exec(text.slice(before, start))?.[0].length ?? 0;
    const behind = /^[^,，。;；、:：()（）\d]{0,16}/u.exec(text.slice(end))?.[0].length ?? 0;
    const segment = { start: span.start - lead, end: span.end + behind };
    const texts = [segment, clause, part, sentence, { start: paragraph.start, end: sentence.end }];
    return {
      ...one,
      unit: unit.id,
      span,
      segment,
      clause,
      part,
      sentence,
      around: [...texts.map((near) => source.slice(near.start, near.end)), `${heading}\n${unit.text}`],
      periods: dates.filter((date) => date.span.end <= start).reverse(),
    };
  });
}

type Found = Pick<PlacedFigure, 'kind' | 'text' | 'value' | 'measured' | 'approximate' | 'span'>;

function readAmounts(text: string, dates: readonly DateMention[]): Found[] {
  return findAmounts(text).flatMap(({ span, text: printed, value, unit, approximate }): Found[] => {
    const measured = unit === '' && isMoney(printed, text.slice(span.end)) ? '元' : unit;
    const dated = dates.some((date) => date.span.start < span.end && span.start < date.span.end);
    if (dated || NO_FIGURE.has(measured)) return [];
    return [{ kind: 'amount', text: printed, value, measured, approximate, span }];
  });
}

/** 累计销售12.5亿,比增3%: so much of nothing is money. */
function isMoney(printed: string, behind: string): boolean {
  return /\d亿$/u.test(printed) && /^(?:[,，。;；)）]|$)/u.test(behind);
}

const MS_PER_DAY = 86_400_000;

/** Dates finer than a year, by the day they end. */
function readMoments(dates: readonly DateMention[]): Found[] {
  return dates.flatMap(({ span, text, end, precision }): Found[] => {
    if (end === null || precision === 'year') return [];
    const value = Date.parse(`${end}T00:00:00Z`) / MS_PER_DAY;
    return [{ kind: 'date', text, value, measured: '', approximate: false, span }];
  });
}

function splitAt(source: string, within: Span, marks: string): Span[] {
  const spans: Span[] = [];
  let start = within.start;
  for (let i = within.start; i < within.end; i += 1) {
    if (!marks.includes(source.charAt(i))) continue;
    if (i > start) spans.push({ start, end: i });
    start = i + 1;
  }
  if (within.end > start) spans.push({ start, end: within.end });
  return spans;
}

/** A quotation of a figure is this long at most, unless its own segment is longer. */
const LONGEST = 72;

/** The words around a figure that make it understood: its part of the sentence, else its clause, else its segment. */
export function citeFigure(unit: Unit, source: string, figure: PlacedFigure): Citation {
  const span =
    [figure.part, figure.clause].find(({ start, end }) => end - start <= LONGEST) ?? figure.segment;
  return trimCitation(unit, source, span);
}

/** 纪检监察业务外6件: those that do not belong to what is named. */
export function isLeftOut({ around, span, segment }: PlacedFigure): boolean {
  return (around[0] ?? '').slice(0, span.start - segment.start).endsWith('外');
}

/** 处级干部8人(含市里处理3人): part of the figure in front of it. */
export function isAside({ around, span, sentence }: PlacedFigure): boolean {
  return /[(（](?:含|其中|包括)[^()（）]*$/u.test((around[3] ?? '').slice(0, span.start - sentence.start));
}
