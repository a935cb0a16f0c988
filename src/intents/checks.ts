// 五讲各项加起来对得上吗 → the parts a sentence tells, their sum, and the total it prints beside them
import { findAmounts } from '../text/amounts.ts';
import type { PlacedFigure } from './figure-place.ts';
import { chooseRow, readRows, type Row } from './figure-rows.ts';
import { countAlike, fitsUnits, meets, saySum } from './figure-words.ts';
import type { Draft, IntentContext } from './intent.ts';
import { speaksOfSanctions } from './sanction-filter.ts';
import { askedUnits, findMatters, isArabic } from './matter.ts';
import { draftFigures, sumOf } from './reckoned.ts';

const ADDED = /加(?:一加|起来|总|在?一起)|合计|相加|分项|各项|总和|凑起来|之和/u;
const AGREES =
  /对[得不]上|对不对|一致|吻合|相符|是不是|是否|等于|够不够|加起来够|够[^,。]{0,6}吗|有没有出入|差不差|差多少/u;

/** True where the message asks whether parts make up their total. */
export function asksToCheck(text: string): boolean {
  return ADDED.test(text) && AGREES.test(text);
}

/** Null where no row of figures with a total is told in the matter. */
export function draftCheck(context: IntentContext): Draft | null {
  const { text } = context.question;
  if (!asksToCheck(text)) return null;
  const given = findAmounts(text).filter(({ unit, value }) => unit !== '' && value >= LEAST_GIVEN);
  const units = askedUnits(text);
  // 诫勉谈话的各项: items of part four are added by sanctions.ts.
  const sanctioned = speaksOfSanctions(context);
  const rows = findMatters(context).flatMap((matter) =>
    readRows(matter, (figure) => !/[%‰]|百分点/u.test(figure.measured) && isArabic(figure)),
  );
  const known = rows.flatMap((row) => {
    const total = statedTotal(row, given) ?? row.total;
    const isMeant = total !== null && given.some((amount) => meets(total, amount));
    // Parts that come to something else may be parts of something else, or not all of them.
    if (total === null || !makesUp(row, total) || (sanctioned && !isMeant)) return [];
    return [{ row, total, isMeant }];
  });
  const meant = known.some(({ isMeant }) => isMeant) ? known.filter(({ isMeant }) => isMeant) : known;
  const fitting = meant.filter(({ row }) => row.figures.every((figure) => fitsUnits(figure, units)));
  const row = chooseRow(
    context,
    (fitting.length > 0 ? fitting : meant).map((one) => one.row),
  );
  const total = known.find((one) => one.row === row)?.total;
  return row === null || total === undefined ? null : draftChecked(context, row.figures, total);
}

const LEAST_GIVEN = 5;

/** The figure that the asker names as the total, in the sentence or in the one before it. */
function statedTotal(
  { matter, figures }: Row,
  given: ReturnType<typeof findAmounts>,
): PlacedFigure | undefined {
  const [first] = figures;
  return matter.figures
    .filter((figure) => !figures.includes(figure) && countAlike(figure, first))
    .filter(({ span }) => span.start < first.span.start && first.sentence.start - span.end <= FARTHEST)
    .filter((figure) => given.some((amount) => meets(figure, amount)))
    .at(-1);
}

/** 剩余4.66万平方米房产,已进行分类处置,正持续整改推进。其中,…: so many characters at most lie between. */
const FARTHEST = 60;

/** A printed total may be rounded: 750余场 for 756. */
const NEAR_TOTAL = 0.02;

function makesUp({ figures }: Row, total: PlacedFigure): boolean {
  return Math.abs(sumOf(figures) - total.value) <= NEAR_TOTAL * total.value;
}

/** 「108场+60场+…=756场;通报载明750余场,是概数」. */
function draftChecked(context: IntentContext, parts: readonly PlacedFigure[], total: PlacedFigure): Draft {
  const { text: said, result } = saySum(parts);
  const isEqual = Math.abs(sumOf(parts) - total.value) < 1e-6 * total.value;
  const verdict = isEqual ? '一致' : total.approximate ? '是概数' : '不一致';
  return draftFigures(context, [total, ...parts], `${said};通报载明${total.text},${verdict}`, [result]);
}
