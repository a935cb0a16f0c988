import type { Unit } from '../bulletin/bulletin.ts';
import { findDates } from '../text/dates.ts';
import type { DateFact } from './ledger.ts';

/** Every date the unit prints, resolved where its year is known; 近日 and 目前 say no date and are left out. */
export function findDateFacts(unit: Unit, source: string): DateFact[] {
  return findDates(unit.text)
    .filter((date) => date.start !== null)
    .map((date) => {
      const span = { start: unit.body.start + date.span.start, end: unit.body.start + date.span.end };
      return {
        citation: { unit: unit.id, span, quote: source.slice(span.start, span.end) },
        start: date.start,
        end: date.end,
      };
    });
}
