import { findDates, type DateMention } from '../text/dates.ts';
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';
import type { Clause } from './clauses.ts';

/** 「3个月内」「三个月内」「30日内」「15天之内」; 工作日 are left unresolved, holidays are not in the text. */
const PERIOD = new RegExp(
  `(?<count>\\d+|[${NUMERAL_CHARACTERS}]+)(?<unit>个月|个工作日|周|天|日)(?:之|以)?内`,
  'gu',
);

/**
 * Limits given as a length of time. They resolve only when the sentence names the day they run from
 * (「自2023年9月1日起3个月内」 → 2023-09-01 … 2023-12-01); otherwise start and end are null.
 */
export function findPeriodLimits(clause: Clause): DateMention[] {
  return [...clause.text.matchAll(PERIOD)].flatMap((match) => {
    const count = parseInteger(match.groups?.['count'] ?? '');
    const unit = match.groups?.['unit'] ?? '';
    if (count === null) return [];
    const before = clause.before + clause.text.slice(0, match.index);
    const from = findDates(before).findLast((date) => date.precision === 'day')?.start ?? null;
    const text = match[0];
    return [
      {
        span: { start: match.index, end: match.index + text.length },
        text,
        start: from,
        end: from === null ? null : addPeriod(from, count, unit),
        precision: 'period' as const,
        before: true,
        since: false,
      },
    ];
  });
}

function addPeriod(from: string, count: number, unit: string): string | null {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  if (unit === '个工作日') return null;
  const days = unit === '周' ? count * 7 : unit === '个月' ? 0 : count;
  const months = unit === '个月' ? count : 0;
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const at = new Date(Date.UTC(year, month - 1 + months, Math.min(day, months === 0 ? day : lastDay) + days));
  return at.toISOString().slice(0, 10);
}
