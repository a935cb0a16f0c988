// clauses → those that announce something → dates in them → deadlines
import type { BulletinMeta, Unit } from '../bulletin/bulletin.ts';
import { findDates, lastDayOf, type DateMention } from '../text/dates.ts';
import { containsSpan } from '../text/span.ts';
import { citeSpan } from './cite.ts';
import { readClauses, type Clause } from './clauses.ts';
import type { Deadline } from './ledger.ts';
import { findPeriodLimits } from './periods.ts';

const SOON = '(?=[^,，。]{0,8}(?:\\d{4}年|\\d{1,2}月|年内|年底|月底|月内|个月|工作日|日内|天内))';
/**
 * Words that announce what follows: 「计划2023年10月16日开标」「力争年内投用」「预计2024年3月完工」「将于年内动建」「确保年内全面完成」
 * 「到2023年年底,另退休消化3人」「明确2023年10月30日按期交楼目标」.
 */
const ANNOUNCES = new RegExp(
  `(?:计划|拟)${SOON}|力争|争取(?!.{0,3}指标)|预计|将(?=于|在|\\d|年内|年底)|确保|均可|(?:^|[,，])到(?=\\d{4}年)|按期[^,，。]*目标`,
  'u',
);
/** 「2023年数字经济规模有望超450亿元,预计比增10%」「预计全年纳税达1000万元」: forecasts that are no tasks. */
const FORECAST = /(?:预计|有望)[^,，。]{0,12}(?:比增|增长|超\d|纳税|销售|产值|营收|规模|突破\d)|规模有望/u;
/** Something reported, not announced: 「已于2023年7月开工」「截至2023年9月底」「自2023年6月起」. */
const REPORTED = /(?<!未)已|完成了|以来|截至|截止|查处/u;
/** Plans and lists named after a year, and standing rhythms, carry no deadline: 「列入2024年老旧小区改造项目」「年度考核」. */
const NAMED = /(?:列入|纳入)[^,，。]*\d{4}年|每[年月季]/u;

/**
 * Every announced date of an unfinished task. The interval is what the phrase means (年内 → 1 January to 31 December, 10月底 →
 * 21 to 31 October, 3个月内 → from the day named before it); its last day is the deadline's `date`.
 */
export function findDeadlines(unit: Unit, source: string, meta: BulletinMeta): Deadline[] {
  const known = meta.dataAsOf ?? meta.published;
  const deadlines: Deadline[] = [];
  let carried = false;
  let sentence = -1;
  for (const clause of readClauses(unit, source)) {
    if (clause.sentenceIndex !== sentence) carried = false;
    sentence = clause.sentenceIndex;
    const reported = REPORTED.test(clause.text);
    const announces = ANNOUNCES.test(clause.text) && !FORECAST.test(clause.text) && !reported;
    if (!reported && !NAMED.test(clause.text)) {
      for (const date of findLimits(clause, meta)) {
        const expected = announces || carried;
        if (isAnnounced(clause, date, expected, known))
          deadlines.push(toDeadline(unit, source, clause, date, meta));
      }
    }
    carried = announces || (carried && !reported);
  }
  return deadlines;
}

/**
 * Dates of the clause. A month without a year takes the year named before it in the sentence, else that of the data; 月底前
 * is the month of the data, as 年内 is its year.
 */
function findLimits(clause: Clause, meta: BulletinMeta): DateMention[] {
  const known = meta.dataAsOf ?? meta.published;
  const earlier = findDates(clause.before).findLast((date) => date.start !== null);
  const year = (earlier?.start ?? known)?.slice(0, 4);
  const periods = findPeriodLimits(clause);
  const dates = findDates(clause.text, year === undefined ? {} : { year: Number(year) })
    // the 月内 of 3个月内 is no date of its own
    .filter(({ span }) => !periods.some((period) => containsSpan(period.span, span)))
    .map((date) => (/^月[底内]/u.test(date.text) && known !== null ? resolveInMonth(date, known) : date));
  return [...dates, ...periods].sort((a, b) => a.span.start - b.span.start);
}

function resolveInMonth(date: DateMention, known: string): DateMention {
  const month = known.slice(0, 7);
  const last = lastDayOf(Number(known.slice(0, 4)), Number(known.slice(5, 7)));
  return {
    ...date,
    start: `${month}-${date.text.startsWith('月底') ? '21' : '01'}`,
    end: `${month}-${last}`,
  };
}

function isAnnounced(clause: Clause, date: DateMention, expected: boolean, known: string | null): boolean {
  if (date.since || /^(?:近日|近期|目前|日前)|以前$/u.test(date.text)) return false;
  const limit = date.before || /[内底末旬]$/u.test(date.text);
  // 「2023年」 alone names a year's plan far more often than a limit: the announcing word must stand right before it
  if (date.precision === 'year' && !limit) {
    return /(?:预计|计划|力争|争取|拟|将)(?:于|在|到)?$/u.test(clause.text.slice(0, date.span.start));
  }
  if (expected) return true;
  // 「…2023年10月20日开标确定工程总承包单位,2023年11月底前项目进场施工,预计2025年秋季投入使用」: a schedule goes on
  const rest = clause.sentence.slice(clause.before.length + clause.text.length);
  const future = date.end !== null && known !== null && date.end > known;
  return future && (limit || ANNOUNCES.test(rest));
}

function toDeadline(
  unit: Unit,
  source: string,
  clause: Clause,
  date: DateMention,
  meta: BulletinMeta,
): Deadline {
  const start = clause.span.start + date.span.start;
  const span = { start, end: clause.span.start + date.span.end };
  return {
    citation: { unit: unit.id, span, quote: source.slice(span.start, span.end) },
    start: date.start,
    date: date.end,
    task: citeSpan(unit, source, clause.span),
    passed: date.end === null || meta.published === null ? null : date.end < meta.published,
  };
}
