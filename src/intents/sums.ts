// 五个“进”各家场次加一块, 诫勉加提醒总人数 → the row of figures meant, or a finished part and what is left of it → their sum
import {
  askedUnits,
  createPartMatcher,
  findMatters,
  focusOf,
  isArabic,
  wordsBetween,
  type Matter,
} from './matter.ts';
import { chooseRow, readRows, type Row } from './figure-rows.ts';
import type { PlacedFigure } from './figure-place.ts';
import type { IntentContext } from './intent.ts';
import { LEFT_OVER } from './whole-part.ts';

export interface Summed {
  readonly matter: Matter;
  readonly figures: readonly PlacedFigure[];
}

/** 追回的和没退的, 收回的没收回的都算: the finished part and the rest of one thing. */
const BOTH =
  /(?<verb>\p{Script=Han})(?:\p{Script=Han})?(?:了|来|掉|完|过)?的?[^没未]{0,6}(?:没有?|未)(?:给|被)?\p{Script=Han}{0,2}\k<verb>/u;

/** True where the question names a finished part and the rest of it. */
export function namesBoth(text: string): boolean {
  return BOTH.test(text) || /[跟和与加、]没\p{Script=Han}{1,3}的/u.test(text);
}

/** The finished part and the rest, in one sentence and one measure: 已追缴2653938元…;未退款金额262562元. */
export function findBoth(context: IntentContext): Summed | null {
  const match = createPartMatcher(context);
  const { text } = context.question;
  const units = askedUnits(text);
  const [matter] = findMatters(context);
  if (matter === undefined) return null;
  const amounts = matter.figures.filter(
    ({ kind, measured }) =>
      kind === 'amount' && !/[%‰]|百分点/u.test(measured) && (units.size === 0 || units.has(measured)),
  );
  const isRest = ({ around }: PlacedFigure): boolean => LEFT_OVER.test(around[0] ?? '');
  const pairs = amounts.filter(isRest).flatMap((rest) =>
    amounts
      .filter(
        (done) =>
          !isRest(done) &&
          done.measured === rest.measured &&
          done.sentence.start === rest.sentence.start &&
          done.span.start < rest.span.start &&
          /已|累计|完成|追缴|[收退]回/u.test(done.around[1] ?? ''),
      )
      .map((done) => ({
        figures: [done, rest],
        worth:
          match(text, done).share +
          match(text, rest).share +
          focusOf(matter, rest.clause) +
          (/累计|共/u.test(done.around[0] ?? '') ? 0.1 : 0),
      })),
  );
  pairs.sort((a, b) => b.worth - a.worth);
  const [best] = pairs;
  return best === undefined ? null : { matter, figures: best.figures };
}

/** Share of the question's words that must stand at the row, or near the passage that answers. */
const ENOUGH = 0.75;

/** 680万元、…14万元: nothing but 、 between its figures. */
function isList({ matter, figures }: Row): boolean {
  const last = figures.at(-1) ?? figures[0];
  const text = wordsBetween(matter, figures[0].span.end, last.span.start);
  return text.includes('、') && !/[,;:。]/u.test(text);
}

/** `listed`: only a list of parts. The figures told side by side in what is asked for; null where the sentence prints their exact total. */
export function findRowSum(context: IntentContext, listed: boolean): Row | null {
  const { text } = context.question;
  const units = askedUnits(text);
  const rows = findMatters(context).flatMap((matter) =>
    readRows(
      matter,
      (figure) =>
        !/[%‰]|百分点/u.test(figure.measured) &&
        isArabic(figure) &&
        (units.size === 0 || units.has(figure.measured)),
    ),
  );
  const row = chooseRow(context, listed ? rows.filter(isList) : rows);
  if (row === null) return null;
  const [first] = row.figures;
  const last = row.figures.at(-1) ?? first;
  const focus = focusOf(row.matter, { start: first.clause.start, end: last.clause.end });
  const value = row.figures.reduce((sum, figure) => sum + figure.value, 0);
  if (focus < ENOUGH || row.total?.value === value) return null;
  return row;
}
