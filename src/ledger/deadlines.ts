// clauses → those that announce something → dates in them → deadlines
import type { BulletinMeta, Unit } from '../bulletin/bulletin.ts';
import { findDates, type DateMention } from '../text/dates.ts';
import { citeSpan } from './cite.ts';
import { readClauses, type Clause } from './clauses.ts';
import type { Deadline } from './ledger.ts';

/** 「计划2023年10月16日开标」「力争年内投用」「预计2024年3月完工」「将于年内动建」「确保年内全面完成」「到2023年年底,另退休消化3人」 */
const ANNOUNCES =
  /计划(?!》)|力争|争取|预计|有望|将(?!.{0,2}军)|拟(?!定)|确保|均可|可在|要求(?=.*完成)|(?:^|[,，])到(?=\d{4}年)/u;
/** Something reported, not announced: 「已于2023年7月开工」「于2023年6月20日组织召开」 */
const REPORTED = /(?<!未)已|完成了|以来|截至|截止/u;
/** Plans and lists named after a year, and standing rhythms, carry no deadline: 「列入2024年老旧小区改造项目」 */
const NAMED = /(?:列入|纳入)[^,，。]*\d{4}年|每[年月季]/u;

/**
 * Every announced date of an unfinished task. The interval is what the phrase means (年内 → 1 January to 31 December, 10月底 →
 * 21 to 31 October); its last day is the deadline's `date`.
 */
export function findDeadlines(unit: Unit, source: string, meta: BulletinMeta): Deadline[] {
  const known = meta.dataAsOf ?? meta.published;
  const deadlines: Deadline[] = [];
  let carried = false;
  let sentence = -1;
  for (const clause of readClauses(unit, source)) {
    if (clause.sentenceIndex !== sentence) {
      sentence = clause.sentenceIndex;
      carried = false;
    }
    const announces = ANNOUNCES.test(clause.text) && !REPORTED.test(clause.text);
    for (const date of findDates(clause.text, yearBefore(clause, meta))) {
      if (!isDeadline(clause, date, announces, carried, known)) continue;
      deadlines.push(toDeadline(unit, source, clause, date, meta));
    }
    carried = announces || (carried && !REPORTED.test(clause.text));
  }
  return deadlines;
}

/** 10月底 takes the year named before it in the sentence, else the year of the data. */
function yearBefore(clause: Clause, meta: BulletinMeta): { year?: number } {
  const named =
    findDates(clause.before).findLast((date) => date.start !== null)?.start ??
    meta.dataAsOf ??
    meta.published;
  return named === null ? {} : { year: Number(named.slice(0, 4)) };
}

function isDeadline(
  clause: Clause,
  date: DateMention,
  announces: boolean,
  carried: boolean,
  known: string | null,
): boolean {
  if (date.since || REPORTED.test(clause.text) || NAMED.test(clause.text)) return false;
  if (/近日|近期|目前|日前/u.test(date.text)) return false;
  if (date.precision === 'year' && !date.before && !/内$/u.test(date.text) && !(announces || carried))
    return false;
  const future = date.end !== null && known !== null && date.end > known;
  const limit = date.before || /内$|底$|末$/u.test(date.text);
  if (announces) return future || limit || date.precision !== 'year';
  return future && (carried || limit || date.precision !== 'year');
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
