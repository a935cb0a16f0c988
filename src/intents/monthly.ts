// 平均每个月多少亿 → an amount counted over a run of whole months (2023年1—8月) and how many months they are
import { agreePeriod, createLabelMatcher, findFigures } from './figure-match.ts';
import type { PlacedFigure } from './figure-place.ts';
import { isChange } from './figure-rows.ts';
import { fitsUnits, isRelative } from './figure-words.ts';
import type { IntentContext } from './intent.ts';
import { askedUnits, findMatters } from './matter.ts';

const MONTHLY = /(?:平均|均摊)[^,。?]{0,8}?(?:每一?|一)个?月|(?:每一?|一)个?月(?:的)?(?:平均|均)|月均/u;
const READ_UNITS = 6;
/** Share of the question that must stand near the amount. */
const ENOUGH = 0.35;
/** What it adds that the amount stands in the unit that answers. */
const MEANT = 0.2;

export interface Monthly {
  readonly amount: PlacedFigure;
  readonly months: number;
}

/** Null where no monthly mean is asked for, or the amount is not counted over whole months. */
export function findMonthly(context: IntentContext): Monthly | null {
  const { text, dates } = context.question;
  if (!MONTHLY.test(text)) return null;
  const asked = text.replace(MONTHLY, ' ');
  const units = askedUnits(asked);
  const match = createLabelMatcher(context);
  const meant = findMatters(context)[0]?.unit.id;
  const found = findFigures(context, [text], READ_UNITS)
    .filter((figure) => figure.kind === 'amount' && !isRelative(figure))
    .filter((figure) => !isChange(figure) && fitsUnits(figure, units))
    .flatMap((amount) => {
      const months = countMonths(amount);
      if (months === null || (dates.length > 0 && agreePeriod(amount, dates[0]) < 0)) return [];
      const fit = match(asked, amount);
      return [{ amount, months, fit, worth: fit + (amount.unit === meant ? MEANT : 0) }];
    });
  found.sort((a, b) => b.worth - a.worth);
  const [best] = found;
  return best === undefined || best.fit < ENOUGH ? null : best;
}

/** 2023年1—8月 → 8; null where the sentence tells no closed run of months in front of the amount. */
function countMonths({ periods: [period] }: PlacedFigure): number | null {
  if (period?.precision !== 'period' || period.since || period.start === null || period.end === null)
    return null;
  const [from, to] = [period.start, period.end].map((day) => new Date(`${day}T00:00:00Z`));
  if (from === undefined || to === undefined || from.getUTCDate() !== 1) return null;
  const next = new Date(to.getTime() + 86_400_000);
  if (next.getUTCDate() !== 1) return null;
  const months =
    (next.getUTCFullYear() - from.getUTCFullYear()) * 12 + next.getUTCMonth() - from.getUTCMonth();
  return months >= 2 && months <= 12 ? months : null;
}
