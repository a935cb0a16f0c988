// 五个“进”各家场次加一块, 诫勉加提醒总人数 → the terms named or counted, the row meant, or a finished part and the rest → their sum
import { readAllUnits } from './figure-ask.ts';
import { chooseRow, countOneThing, isChange, isQuoted, readRows, type Row } from './figure-rows.ts';
import { isAside, type PlacedFigure } from './figure-place.ts';
import { fitsUnits } from './figure-words.ts';
import { findHandled, HANDLED } from './handled-sum.ts';
import type { IntentContext } from './intent.ts';
import {
  askedUnits,
  COUNTS_NOTHING,
  createPartMatcher,
  findMatters,
  focusOf,
  isArabic,
  wordsBetween,
  type Matter,
} from './matter.ts';
import { findNamedTerms, groupByPlace } from './named-terms.ts';
import { splitAsks } from './several-parts.ts';
import { maskQuotes } from './shape.ts';
import { countTerms, EACH_AND_ALL, readTermLabels } from './sum-labels.ts';
import { DONE, findWholePart, LEFT_OVER } from './whole-part.ts';

/** 加一块, 加一下, 凑起来, 诫勉加提醒总人数, 连…的一起算: asks for a sum. */
const SUM =
  /加(?:[在到]?一[起块]|起来|总|一下|一加)|相加|合计|合起来|合在?一[起块]|总和|之和|凑(?:在?一[起块]|起来|到一|齐)|[^参增新附更外追]加上?(?!快|强|大|入|速|装|挂)[^,A-Za-z]{1,8}(?:一共|总共|共|总|合)|加上[^,。?]{2,16}[,，]?(?:一共|总共|共|合计)|连[^,]{1,10}[带都的]|一[起块]算|两[头边]算|都算(?:上|[,?。]|$)|合着|拢总|\([^()]{2,}[加+][^()]{2,}\)/u;
/** 拨的钱总数, 两笔扣减金额总计: a row of a list, or one figure. */
const NUMBER =
  /总(?:数|人数|额|金额|件数|场次|面积|户数)(?=[,，是有为到多几?]|$)|(?:数|额|款|钱|面积)(?:总计|合计)(?=[?。]*$)/u;
const ASKS_AMOUNT = /多少|几|总|合计|起来|一[起块]|加一[下加]|之和/u;
/** 一共处理多少人, 前前后后一共多少处: one figure may be meant; 总投资 is the name of one. */
const TOTAL =
  /(?:一共|总共|共计|拢共|统共|总计|共|总(?!投资))[^,。?]{0,10}(?:多少|几|户数|人数)|加上?[^,。?加]{2,10}的?(?:多少|几)/u;

/** True where a sum is asked for in so many words. */
export function asksForSum(text: string): boolean {
  const { text: plain } = maskQuotes(text);
  return SUM.test(plain) || EACH_AND_ALL.test(plain);
}

/**
 * The sums asked for, one per unit (多少批、多少人次); null where none is, or its terms are not told together. 21名(含5名…):
 * what is told in brackets is part of what stands before them, and no term.
 */
export function findSums(context: IntentContext): readonly (readonly PlacedFigure[])[] | null {
  const sums = readSums(context);
  return sums?.some((terms) => terms.some(isAside)) === true ? null : sums;
}

function readSums(context: IntentContext): readonly (readonly PlacedFigure[])[] | null {
  const { text } = context.question;
  const plain = maskQuotes(text).text;
  const strict = asksForSum(text);
  if (!(strict || NUMBER.test(plain) || TOTAL.test(plain)) || !ASKS_AMOUNT.test(plain)) return null;
  if (/为什么|凭什么|为啥|哪些|谁/u.test(plain)) return null;
  // 问责的干部总数,其中诫勉的几位: a total that is printed, and a part of it.
  if (!strict && /[,，]其中/u.test(plain)) return null;
  const both = namesBoth(plain) ? findBoth(context) : null;
  if (both !== null) return [both.figures];
  const finished = DONE_ASKED.test(plain) ? findFinished(context) : null;
  if (finished !== null) return [finished];
  const labels = readTermLabels(text);
  const named =
    labels.length < 2 ? null : findNamedTerms(context, { labels, units: askedUnits(text), loose: !strict });
  if (named !== null && agreeOnThing(text, named)) return [named];
  const counted = findCountedSums(context);
  if (counted !== null) return counted;
  if (splitAsks(text).length > 1) return null;
  const row = strict || NUMBER.test(plain) ? findRowSum(context, !strict) : null;
  const handled = row === null && HANDLED.test(plain) ? findHandled(context) : null;
  const figures = row?.figures ?? handled;
  // 党课和文艺宣讲之和: a row in which one of the two is not told is another sum.
  if (figures === null || (row !== null && !isOfLabels(context, labels, figures))) return null;
  return agreeOnThing(text, figures) ? [figures] : null;
}

/** 撤掉了几家,新设的和原有的都算: of several wholes, what is finished. */
const DONE_ASKED = new RegExp(
  `(?:${DONE.source}|\\p{Script=Han}{2}(?=了))(?:了|掉|完)*(?:一共|总共)?(?:多少|几)`,
  'u',
);

/** 对12个…、6个…,已对8个…、2个…予以清退: the parts that are finished, told in a row like their wholes. */
function findFinished(context: IntentContext): readonly PlacedFigure[] | null {
  const pair = findWholePart(context, { label: context.question.text, done: true, whole: null });
  return pair === null || pair.parts.length < 2 ? null : pair.parts;
}

/** 三处…多少批、多少人次: exactly so many figures of every unit asked for. */
function findCountedSums(context: IntentContext): readonly (readonly PlacedFigure[])[] | null {
  const { text } = context.question;
  const count = countTerms(text);
  if (count === null) return null;
  const labels = readTermLabels(text);
  const sums = readAllUnits(text.replace(COUNTS_NOTHING, '')).map((units) =>
    findCounted(context, count, new Set(units)),
  );
  const found = sums.filter(
    (sum) => sum !== null && agreeOnThing(text, sum) && holdLabels(context, labels, sum),
  );
  return found.length === sums.length ? found.filter((sum) => sum !== null) : null;
}

/** 国有房产立案7起,点题整治7件,两项合计: every term named stands at one of the figures. */
function holdLabels(
  context: IntentContext,
  labels: readonly string[],
  figures: readonly PlacedFigure[],
): boolean {
  const match = createPartMatcher(context);
  return (
    labels.length < 2 || labels.every((label) => figures.some((figure) => match(label, figure).share >= TOLD))
  );
}

/** Every figure of the row is of a term named, and every term told at one of them; any row where no two terms are named. */
function isOfLabels(
  context: IntentContext,
  labels: readonly string[],
  figures: readonly PlacedFigure[],
): boolean {
  return labels.length < 2 || (labels.length >= figures.length && holdLabels(context, labels, figures));
}

const TOLD = 0.3;
const THING = /(?:多少|(?<!哪)几)(?:个|件|条|项|处|家|份|起)(?<thing>\p{Script=Han}{2})/u;

/** 预计全年纳税达1000万元: an outlook is not added to what was done. */
const OUTLOOK = /预计|计划|拟|力争|任务|目标/u;

/** 共发现多少个问题: 问题8个 and 5个街道 are not of one thing; where one figure is told with the thing asked for, all are. */
function agreeOnThing(text: string, figures: readonly PlacedFigure[]): boolean {
  const thing = THING.exec(text)?.groups?.['thing'];
  const told = figures.filter(({ around }) => thing !== undefined && (around[0] ?? '').includes(thing));
  const ahead = figures.filter(({ around }) => OUTLOOK.test(around[0] ?? ''));
  return [told, ahead].every(({ length }) => length === 0 || length === figures.length);
}

/** So many figures of one measure, in one sentence or else in one unit, near the passage that answers. */
function findCounted(
  context: IntentContext,
  count: number,
  units: ReadonlySet<string>,
): readonly PlacedFigure[] | null {
  const match = createPartMatcher(context);
  const { text } = context.question;
  for (const place of ['sentence', 'unit'] as const) {
    const found = findMatters(context).flatMap((matter) => {
      const amounts = matter.figures.filter(
        (figure) =>
          figure.kind === 'amount' &&
          !isChange(figure) &&
          !isQuoted(matter, figure) &&
          isArabic(figure) &&
          fitsUnits(figure, units),
      );
      return groupByPlace(amounts, place)
        .flatMap((group) =>
          [...new Set(group.map(({ measured }) => measured))].map((measured) =>
            group.filter((figure) => figure.measured === measured),
          ),
        )
        .map(withoutLeading)
        .filter((figures) => figures.length === count && countOneThing(figures))
        .map((figures) => ({
          figures,
          worth: Math.max(
            ...figures.map((figure) => match(text, figure).share + focusOf(matter, figure.clause)),
          ),
        }));
    });
    found.sort((a, b) => b.worth - a.worth);
    const [best] = found;
    if (best !== undefined && best.worth >= ENOUGH_COUNTED) return best.figures;
  }
  return null;
}

const ENOUGH_COUNTED = 0.9;

/** 活动750余场,其中进机关108场、…: the total in front of 其中 is none of its parts. */
function withoutLeading(figures: readonly PlacedFigure[]): readonly PlacedFigure[] {
  const [total, ...parts] = figures;
  const [first] = parts;
  if (total === undefined || first === undefined || parts.length < 2) return figures;
  const opens = first.clause.start > total.clause.start && /其中/u.test((first.around[1] ?? '').slice(0, 4));
  return opens && parts.every(({ value }) => value < total.value) ? parts : figures;
}

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
  const isRest = ({ around }: PlacedFigure): boolean => LEFT_OVER.test(around[0] ?? '');
  const pairs = findMatters(context).flatMap((matter) => {
    const amounts = matter.figures.filter(
      ({ kind, measured }) =>
        kind === 'amount' && !/[%‰]|百分点/u.test(measured) && (units.size === 0 || units.has(measured)),
    );
    return amounts.filter(isRest).flatMap((rest) =>
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
          matter,
          figures: [done, rest],
          worth:
            match(text, done).share +
            match(text, rest).share +
            focusOf(matter, rest.clause) +
            (/累计|共/u.test(done.around[0] ?? '') ? 0.1 : 0),
        })),
    );
  });
  pairs.sort((a, b) => b.worth - a.worth);
  return pairs[0] ?? null;
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
function findRowSum(context: IntentContext, listed: boolean): Row | null {
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
