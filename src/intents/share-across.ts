// a share whose whole and part are told in two measures → the two, known by the numbers the asker names → part÷whole
import { collectGrams } from '../ledger/grams.ts';
import { findAmounts, type Amount } from '../text/amounts.ts';
import { findFigures } from './figure-match.ts';
import type { PlacedFigure } from './figure-place.ts';
import { fitsUnits, meets, sameMeasure } from './figure-words.ts';
import type { Draft, IntentContext } from './intent.ts';
import { asksElsewhere, createPartMatcher, isArabic } from './matter.ts';
import { draftDivision } from './reckoned.ts';
import { DONE } from './whole-part.ts';

/** A figure of another measure's words must share so much of the whole's. */
const SAME_WORDS = 0.5;
const TOLD = 0.5;
/** Numbers below are counted by anyone. */
export const GIVEN = 20;
const READ_UNITS = 8;

/** The words of the part, and of the whole where the question names it. */
interface Asked {
  readonly label: string;
  readonly behind: string | null;
}

interface Pair {
  readonly whole: PlacedFigure;
  readonly part: PlacedFigure;
}

/**
 * 运用“四种形态”处理的399人次里派驻机构占多大比例, 派驻机构的132人在399人次里占多大比例: known by its number, or by the number of
 * what both are told of (120个项目已完成的投资占年度投资). Null where one measure tells both.
 */
export function draftAcross(context: IntentContext, { label, behind }: Asked): Draft | null {
  const { text } = context.question;
  const given = findAmounts(text).filter(
    ({ value, unit, text: written }) => value >= GIVEN && /^\D?\d/u.test(written) && !/^%?$/u.test(unit),
  );
  const [first, second, ...more] = given;
  if (first === undefined || more.length > 0 || asksElsewhere(context)) return null;
  const figures = findFigures(context, [text, label], READ_UNITS).filter(
    (figure) => figure.kind === 'amount' && isArabic(figure),
  );
  const match = createPartMatcher(context);
  const alike = pairAcross(figures, given).filter(({ whole, part }) => shareWords(whole, part));
  const counted = second === undefined && behind !== null ? pairOfCounted(figures, first) : [];
  const pairs = [
    ...alike.map((pair) => ({ ...pair, fit: match(label, pair.part).share })),
    ...counted
      .filter(({ part }) => DONE.test(label) && DONE.test(part.around[0] ?? ''))
      .map((pair) => ({ ...pair, fit: match(behind ?? '', pair.whole).share }))
      .filter(({ part, fit }) => match(behind ?? '', part).share < fit),
  ];
  pairs.sort((a, b) => b.fit - a.fit);
  const [best] = pairs;
  return best === undefined || best.fit < TOLD ? null : draftDivision(context, [best.whole], [best.part]);
}

/** The whole by its number, the part by its number where the asker names both, counted over the same period. */
function pairAcross(figures: readonly PlacedFigure[], given: readonly Amount[]): Pair[] {
  const told = (figure: PlacedFigure): boolean => given.some((amount) => meets(figure, amount));
  return figures.filter(told).flatMap((whole) =>
    figures
      .filter((part) => isPartElsewhere(whole, part) && (given.length < 2 || told(part)))
      .filter((part) => part.periods[0]?.start === whole.periods[0]?.start)
      .map((part) => ({ whole, part })),
  );
}

/** Figures of two measures, each told of so many things: 120个项目…已完成投资30亿元, 120个、年度投资50亿元项目. */
function pairOfCounted(figures: readonly PlacedFigure[], things: Amount): Pair[] {
  const told = figures.filter((figure, at) => {
    const before = figures[at - 1];
    return before !== undefined && before.sentence.start === figure.sentence.start && meets(before, things);
  });
  return told.flatMap((whole) =>
    told.filter((part) => isPartElsewhere(whole, part)).map((part) => ({ whole, part })),
  );
}

function isPartElsewhere(whole: PlacedFigure, part: PlacedFigure): boolean {
  const alike = sameMeasure([whole, part]) || fitsUnits(part, new Set([whole.measured]));
  return part.unit !== whole.unit && part.value < whole.value && alike;
}

/** 批评教育帮助和处理399人次 and 批评教育帮助和处理132人. */
function shareWords(whole: PlacedFigure, part: PlacedFigure): boolean {
  const grams = [...collectGrams((whole.around[0] ?? '').replace(whole.text, ''), 2)];
  const shared = grams.filter((gram) => part.around[1]?.includes(gram) === true);
  return grams.length >= 4 && shared.length >= grams.length * SAME_WORDS;
}
