// text → normalised text → titles, dates, figures and what digits are left over
import { findAmounts, type Amount } from '../text/amounts.ts';
import { findDates, YEAR_PARTS, type DateMention } from '../text/dates.ts';
import { normalizeText } from '../text/normalize.ts';
import type { Span } from '../text/span.ts';

/** A date by its printed parts; what is not printed is null. `year` may be resolved from what stands before it. */
export interface StatedDate {
  /** In the normalised text. */
  readonly span: Span;
  readonly text: string;
  /** True when the year is printed in the mention itself. */
  readonly yearPrinted: boolean;
  readonly year: number | null;
  readonly month: number | null;
  /** Last month of a period (2023年1—9月). */
  readonly lastMonth: number | null;
  readonly day: number | null;
  /** 上旬, 底, 上半年 … */
  readonly part: string | null;
  /** 以前, 前: a limit; 以来, 起: open to the right. */
  readonly side: 'before' | 'since' | null;
}

/** What a text states that can be checked word for word. All of it normalised (NFKC, simplified, lower case). */
export interface Stated {
  readonly text: string;
  /** Titles without 《》. */
  readonly titles: readonly string[];
  readonly dates: readonly StatedDate[];
  readonly amounts: readonly Amount[];
  /** `text` without titles and dates. */
  readonly plain: string;
  /** Digit runs that are part of no figure, date or title: telephone numbers, 1+1+10, A4. */
  readonly digits: readonly string[];
}

/** 10，436人 is two numbers although NFKC makes ， a thousands separator. */
export function normalizeForFacts(text: string): string {
  return normalizeText(text.replace(/(?<=\d)，(?=\d)/gu, '、')).text;
}

/** `year`: the bulletin's year for months printed without one. */
export function readStated(text: string, year: number | null = null): Stated {
  const normalized = normalizeForFacts(text);
  return readNormalized(normalized, year);
}

export function readNormalized(text: string, year: number | null): Stated {
  const titleMatches = [...text.matchAll(/《([^《》]+)》/gu)];
  const withoutTitles = blank(
    text,
    titleMatches.map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
  const options = year === null ? {} : { year };
  const mentions = findDates(withoutTitles, options).filter((mention) => mention.precision !== 'vague');
  const withoutDates = blank(
    withoutTitles,
    mentions.map((mention) => mention.span),
  );
  const found = [
    ...findAmounts(withoutDates).filter(({ text: written }) => !FORMAL.test(written)),
    ...findTenths(withoutDates),
  ].sort((a, b) => a.span.start - b.span.start);
  const days = found.filter((amount) => endsPeriod(withoutDates, amount));
  const years = found.filter((amount) => beginsYears(withoutDates, amount));
  const months = found.filter((amount) => countsMonths(withoutDates, amount));
  const amounts = found.filter((amount) => ![...days, ...years, ...months].includes(amount));
  const rest = blank(
    withoutDates,
    found.map((amount) => amount.span),
  );
  const dates = mentions.map(readParts);
  for (const { span, text: written, number } of days) {
    const begins = dates.filter((date) => date.span.start < span.start).at(-1);
    if (begins !== undefined) dates.push({ ...begins, text: written, day: number, span });
  }
  for (const { span, text: written, number } of months) {
    const year = dates.filter((date) => date.span.end <= span.start).at(-1)?.year ?? null;
    dates.push({ ...NO_DATE, span, text: written, yearPrinted: false, year, month: 1, lastMonth: number });
  }
  for (const { span, text: written, number } of years) {
    dates.push({ ...NO_DATE, span, text: written, yearPrinted: true, year: number });
  }
  return {
    text,
    plain: withoutDates,
    titles: titleMatches.map((match) => match[1] ?? ''),
    dates,
    amounts,
    digits: rest.match(/\d+(?:\.\d+)?/gu) ?? [],
  };
}

/** 「队伍人员」 counts nobody. */
const FORMAL = /^[壹贰叁肆伍陆柒捌玖拾佰仟俩仨](?![零一二三四五六七八九十百千万亿拾佰仟])/u;

/** The 21日 of 「7月11日至21日」, where \u0001 stands for the date before it. */
function endsPeriod(text: string, { span, unit }: Amount): boolean {
  return (
    /^[日号]$/u.test(unit) &&
    /\u0001[至到—–~、和-]$/u.test(text.slice(Math.max(0, span.start - 2), span.start))
  );
}

const NO_DATE = { month: null, lastMonth: null, day: null, part: null, side: null } as const;

/** The 2020 of 「2020、2021年」 and 「2017—2021年」, where \u0001 stands for the date behind it. */
function beginsYears(text: string, { span, unit }: Amount): boolean {
  const written = text.slice(span.start, span.end);
  return (
    unit === '' &&
    /^(?:19|20)\d{2}$/u.test(written) &&
    /^(?:[、,和与及至到—–~-](?:19|20)\d{2})*[、,和与及至到—–~-]\u0001/u.test(text.slice(span.end))
  );
}

/** The 9个月 of 「2023年前9个月」. */
function countsMonths(text: string, { span, unit }: Amount): boolean {
  return unit === '个月' && /\u0001(?:的?前)?$/u.test(text.slice(0, span.start));
}

const TENTHS =
  /(?<lead>近|约|超过|超|逾|不足)?(?<tenths>[一二三四五六七八九])成(?<half>半)?(?<more>多|以上)?(?![立为员功果效本长绩套品交像])/gu;

/** 「减少四成」 for 「下降40%」 */
function findTenths(text: string): Amount[] {
  return [...text.matchAll(TENTHS)].map((match) => {
    const { lead = '', tenths = '', half, more } = match.groups ?? {};
    const value = ('一二三四五六七八九'.indexOf(tenths) + 1) * 10 + (half === undefined ? 0 : 5);
    const start = match.index + lead.length;
    const end = match.index + match[0].length;
    const approximate = more !== undefined || lead !== '';
    return {
      span: { start, end },
      text: text.slice(start, end),
      number: value,
      value,
      unit: '%',
      approximate,
    };
  });
}

/** The same text with the spans replaced by a character that belongs to nothing. */
export function blank(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const span of spans) {
    if (span.start < at) continue;
    result += text.slice(at, span.start) + '\u0001'.repeat(span.end - span.start);
    at = span.end;
  }
  return result + text.slice(at);
}

const PART = /上旬|中旬|下旬|上半年|下半年|第[一二三四]季度|春季|秋季|全年|年底|底|末|初/u;

/** The part said is the part printed, or a wider one around the months printed: 「第三季度」 where 2023年9月 stands. */
function coversPart(part: string, source: StatedDate): boolean {
  const [first, last] = YEAR_PARTS[part] ?? [0, 0];
  return (
    part === source.part ||
    (source.month !== null && first <= source.month && (source.lastMonth ?? source.month) <= last)
  );
}

function readParts({ span, text, start, before, since }: DateMention): StatedDate {
  const iso = /^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})/u.exec(text)?.groups;
  const months = /(?<first>\d{1,2})(?:[-—–~至到](?<last>\d{1,2}))?月/u.exec(text)?.groups;
  const day = iso?.['d'] ?? /月(?:份)?(?<d>\d{1,2})[日号]/u.exec(text)?.groups?.['d'];
  const month = iso?.['m'] ?? months?.['first'];
  return {
    span,
    text,
    yearPrinted: iso !== undefined || /[\d〇○零一二三四五六七八九]年/u.test(text),
    year: start === null ? null : Number(start.slice(0, 4)),
    month: month === undefined ? null : Number(month),
    lastMonth: months?.['last'] === undefined ? null : Number(months['last']),
    day: day === undefined ? null : Number(day),
    part: PART.exec(text)?.[0].replace(/^年底$/u, '底') ?? null,
    side: before ? 'before' : since ? 'since' : null,
  };
}

/** True when `stated` says no more than `source` prints: parts may be left out, never changed. */
export function agreesWithDate(stated: StatedDate, source: StatedDate): boolean {
  if (stated.year !== null && source.year !== null && stated.yearPrinted && stated.year !== source.year) {
    return false;
  }
  if (stated.yearPrinted && stated.year === null) return false;
  if (stated.side !== null && source.side !== null && stated.side !== source.side) return false;
  return (
    (stated.month === null || stated.month === source.month) &&
    (stated.lastMonth === null
      ? stated.month === null || source.lastMonth === null || stated.day !== null
      : stated.lastMonth === source.lastMonth) &&
    (stated.day === null || stated.day === source.day) &&
    (stated.part === null || coversPart(stated.part, source))
  );
}
