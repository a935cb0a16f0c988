import { rememberRecent } from './remember.ts';
import type { Span } from './span.ts';
import { foldWidth } from './width.ts';

/** A date, month, year or period as written, resolved to an ISO interval where the text allows it. */
export interface DateMention {
  readonly span: Span;
  readonly text: string;
  /** First and last day meant, ISO; both null when no year is known (近日, 10月底 without any year before). */
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: 'day' | 'part-of-month' | 'month' | 'year' | 'period' | 'vague';
  /** 前, 之前, 以前: the mention is a limit, `end` is the last day that keeps it. */
  readonly before: boolean;
  /** 以来, 以后, 起: open to the right. */
  readonly since: boolean;
}

const YEAR = '(?<year>(?:19|20)\\d{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2})年';
const DATE = new RegExp(
  [
    // 2023年4月17日至5月29日, 2023年1—9月, 2023年10月底前, 2023年10月上旬, 10月30日, 2023年底, 2023年上半年, 年内
    `(?:${YEAR})?(?<month>1[0-2]|0?[1-9])(?:[—–~-]|至|到)(?<month2>1[0-2]|0?[1-9])月(?:份)?`,
    `(?:${YEAR.replace('year', 'year2')})?(?<m>1[0-2]|0?[1-9])月(?:份)?(?:(?<d>3[01]|[12]\\d|0?[1-9])(?:日|号)|(?<part>上旬|中旬|下旬|底|末|初))?`,
    `${YEAR.replace('year', 'year3')}(?:度)?(?<half>上半年|下半年|年底|底|末|初|第[一二三四]季度|春季|秋季|全年)?`,
    // 「均在第三季度实现自办案件立案」: of the year printed before it
    `(?<quarter>第[一二三四]季度)`,
    `(?<iso>(?:19|20)\\d{2}[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\\d|0?[1-9]))(?!\\d)`,
    `(?<vague>年内|年底|月内|月底|近日|近期|目前|截至目前|日前)`,
  ].join('|'),
  'gu',
);
const CHINESE_YEAR: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  '○': '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** Last day of a month, 1-based. */
export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(Math.min(day, lastDayOf(year, month))).padStart(2, '0')}`;
}

function readYear(text: string | undefined): number | null {
  if (text === undefined) return null;
  const digits = Array.from(text, (char) => CHINESE_YEAR[char] ?? char).join('');
  return Number(digits);
}

/**
 * Every date of `text` in order. A month without a year takes the year of the mention before it, else
 * `options.year` (the bulletin's), else stays unresolved; 年内, 年底 take the same year.
 */
export function findDates(text: string, options: { readonly year?: number } = {}): readonly DateMention[] {
  const year = options.year ?? null;
  return remember(`${String(year)} ${text}`, () => readDates(text, year));
}

/** A message and the clauses it is compared with are read for their dates many times over. */
const remember = rememberRecent<readonly DateMention[]>(2000, 405);

function readDates(text: string, from: number | null): DateMention[] {
  const mentions: DateMention[] = [];
  let year = from;
  for (const match of foldWidth(text).matchAll(DATE)) {
    const groups = match.groups ?? {};
    const printed = readYear(groups['year'] ?? groups['year2'] ?? groups['year3']);
    if (printed !== null) year = printed;
    const start = match.index;
    let end = start + match[0].length;
    const tail = /^(?:之前|以前|前|以来|以后|之后|起|内)/u.exec(text.slice(end));
    if (tail !== null) end += tail[0].length;
    const resolved = resolveDate(groups, year);
    mentions.push({
      span: { start, end },
      text: text.slice(start, end),
      ...resolved,
      before: tail !== null && tail[0].endsWith('前'),
      since: tail !== null && /以来|以后|之后|起/.test(tail[0]),
    });
  }
  return mentions;
}

type Resolved = Pick<DateMention, 'start' | 'end' | 'precision'>;

function resolveDate(groups: Readonly<Record<string, string | undefined>>, year: number | null): Resolved {
  if (groups['iso'] !== undefined) {
    const [y = 0, m = 1, d = 1] = groups['iso'].split(/[-/.]/).map(Number);
    return { start: iso(y, m, d), end: iso(y, m, d), precision: 'day' };
  }
  if (groups['vague'] !== undefined) {
    const known = year !== null && groups['vague'].startsWith('年');
    const from = groups['vague'] === '年底' ? 12 : 1;
    return known
      ? { start: iso(year, from, 1), end: iso(year, 12, 31), precision: 'vague' }
      : { start: null, end: null, precision: 'vague' };
  }
  if (groups['month'] !== undefined) {
    if (year === null) return { start: null, end: null, precision: 'period' };
    return {
      start: iso(year, Number(groups['month']), 1),
      end: iso(year, Number(groups['month2']), 31),
      precision: 'period',
    };
  }
  if (groups['m'] !== undefined) return resolveMonth(Number(groups['m']), groups['d'], groups['part'], year);
  return resolveYear(year, groups['half'] ?? groups['quarter']);
}

function resolveMonth(
  month: number,
  day: string | undefined,
  part: string | undefined,
  year: number | null,
): Resolved {
  const precision = day !== undefined ? 'day' : part !== undefined ? 'part-of-month' : 'month';
  if (year === null) return { start: null, end: null, precision };
  if (day !== undefined)
    return { start: iso(year, month, Number(day)), end: iso(year, month, Number(day)), precision };
  const parts: Readonly<Record<string, readonly [number, number]>> = {
    上旬: [1, 10],
    中旬: [11, 20],
    下旬: [21, 31],
    底: [21, 31],
    末: [21, 31],
    初: [1, 10],
  };
  const [from, to] = parts[part ?? ''] ?? [1, 31];
  return { start: iso(year, month, from), end: iso(year, month, to), precision };
}

/** First and last month of the parts of a year. */
export const YEAR_PARTS: Readonly<Record<string, readonly [number, number]>> = {
  上半年: [1, 6],
  下半年: [7, 12],
  第一季度: [1, 3],
  第二季度: [4, 6],
  第三季度: [7, 9],
  第四季度: [10, 12],
};

function resolveYear(year: number | null, half: string | undefined): Resolved {
  if (year === null) return { start: null, end: null, precision: 'year' };
  const months: Readonly<Record<string, readonly [number, number]>> = {
    ...YEAR_PARTS,
    年底: [12, 12],
    底: [12, 12],
    末: [12, 12],
    初: [1, 1],
    春季: [3, 5],
    秋季: [9, 11],
  };
  const [from, to] = months[half ?? ''] ?? [1, 12];
  return {
    start: iso(year, from, 1),
    end: iso(year, to, 31),
    precision: half === undefined ? 'year' : 'period',
  };
}
