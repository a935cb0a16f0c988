// 这俩合起来, 五类全加上, 差几场, 超了多少, 比刚才那个多多少, 那还剩几个 → the figures the last answers told, added or set against each other
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';
import type { Turn } from '../question/turn.ts';
import { rememberEach } from '../text/remember.ts';
import { asksForRemainder } from './answer-type.ts';
import { draftBetween } from './elapsed.ts';
import type { PlacedFigure } from './figure-place.ts';
import { sameMeasure, sayDifference, saySum } from './figure-words.ts';
import { amountsTold, chooseTold, figureTold, readTold, type Past } from './figures-told.ts';
import type { Draft, IntentContext } from './intent.ts';
import { draftFigures } from './reckoned.ts';
import { draftRestTold } from './rest-told.ts';

const HOW_MANY = '(?:是|有|得|到|呢)*(?:多少|几)?\\p{Script=Han}{0,2}';
/** 合起来, 这俩一共, 三类加一起还剩多少没弄: nothing is named but the sum. */
const SUM = new RegExp(
  `^(?:那|把|就)*(?:这|那|前面)?(?:(?<n>俩|仨|[两${NUMERAL_CHARACTERS}])(?:个|类|边|头|处|项|者|笔|样|家|种)?(?:数字?)?|它们|前面的|以上)?(?:都|全|再|的)*(?:加(?:(?:在)?一(?:起|块儿?))?(?:起来|上|总)?|合(?:在一)?起来?|合计|相加|总共|一共|总计|拢共|总和)(?:是|有|还|剩|差)*${HOW_MANY}(?:没\\p{Script=Han}{1,2})?[?。!]*$`,
  'u',
);
/** 差几场, 超了多少, 比刚才那个多多少, 实际完成数比任务多出多少. */
const DIFFERENCE = new RegExp(
  `^(?:那|两者|二者|两数|(?:这|那)?(?:俩|两个)(?:数字?)?)?(?:(?:实际)?(?:完成|做|干|拆|改|建)?(?:的|数)*比(?:刚才|前面|上面|之前|前一个|上一个|任务|计划|目标)?(?:的|数)?(?:[那这]个)?)?(?:相?差|多|少|超(?:额|出)?|高|低)(?:了|出)?(?:多少|几)(?!条?没)\\p{Script=Han}{0,2}[?。!]*$`,
  'u',
);
/** 中间隔了几天, after two answers that told a day each. */
const GAP =
  /^(?:那|这)?(?:中间|之间|前后|(?:这|那)?(?:俩|两个?)(?:日期|时间|天)?)?(?:相?隔|相?差|间隔|过)了?(?:有)?(?:(?:几|多少)天|多久|多长时间)[?。!]*$/u;
const MOST_TURNS = 5;

/** True when the message asks for nothing but a sum or a difference of what was told. */
export function asksOverTurns(text: string): boolean {
  return SUM.test(text) || DIFFERENCE.test(text) || GAP.test(text);
}

/** Null where the message names anything else, or the last answers told no figures of one measure. */
export const draftOverTurns = rememberEach((context: IntentContext): Draft | null => {
  const { question, turn } = context;
  if (turn === null || question.references.length > 0) return null;
  const sum = SUM.exec(question.text);
  if (sum !== null) {
    const count = parseInteger(sum.groups?.['n'] ?? '');
    const told = findTold(context, count, asksForRemainder(question.text)) ?? rowTold(context, turn, count);
    if (told === null) return null;
    const { text, result } = saySum(told);
    return draftFigures(context, told, text, [result]);
  }
  if (GAP.test(question.text)) return draftGap(context, turn);
  if (!DIFFERENCE.test(question.text)) return draftRestTold(context, turn);
  const told = findTold(context, 2, false) ?? bothTold(context, turn);
  const [larger, smaller] = [...(told ?? [])].sort((a, b) => b.value - a.value);
  if (larger === undefined || smaller === undefined || larger.value === smaller.value) return null;
  const { text, result } = sayDifference(larger, smaller);
  return draftFigures(context, [larger, smaller], text, [result]);
});

/** The days between what the last two answers told. */
function draftGap(context: IntentContext, turn: Turn): Draft | null {
  const [before] = turn.history;
  if (before === undefined) return null;
  const days = [turn, before].map((past) =>
    chooseTold(context, past.question, readTold(context, past, past.units[0] ?? '', 'date')),
  );
  const [from, to] = days.flatMap((day) => day ?? []).sort((a, b) => a.value - b.value);
  return from === undefined || to === undefined || from.value === to.value
    ? null
    : draftBetween(context, [from, to]);
}

/** 五类全加上: the row of so many figures in the sentence the last answer quoted; its total is printed there or not. */
function rowTold(context: IntentContext, turn: Turn, count: number | null): readonly PlacedFigure[] | null {
  if (count === null || count < LEAST_ROW) return null;
  const told = amountsTold(context, turn, turn.units[0] ?? '');
  const [row, ...others] = ['', ...new Set(told.map(({ measured }) => measured))]
    .map((measured) => told.filter((figure) => figure.measured === measured))
    .map((figures) => (figures.length > count && isTotal(figures) ? figures.slice(1) : figures))
    .filter((figures) => figures.length === count);
  return row !== undefined && others.length === 0 ? row : null;
}
const LEAST_ROW = 3;

/** 750余场,其中进机关108场、…: the first is about the sum of the others. */
function isTotal([first, ...parts]: readonly PlacedFigure[]): boolean {
  const sum = parts.reduce((total, { value }) => total + value, 0);
  return first !== undefined && Math.abs(sum - first.value) <= first.value * ROUNDED;
}
const ROUNDED = 0.02;

/** 任务500米,已完成800米: what was to be done and what was, in the passage the last answer quoted; null where it tells more. */
function bothTold(context: IntentContext, turn: Turn): PlacedFigure[] | null {
  // 污水管网今年任务多少, 干了多少: the question before says of what.
  const question = turn.history[0]?.question ?? turn.question;
  const told = amountsTold(context, { ...turn, question }, turn.units[0] ?? '');
  const aims = told.filter(({ around }) => AIM.test(around[0] ?? ''));
  return told.length === 2 && aims.length === 1 && sameMeasure(told) ? [...told] : null;
}

const AIM = /任务|计划|目标|指标|要求|应|需|原/u;

/**
 * One figure for each of the last `count` answers (null: as many as are of one measure), earliest first; `left`: what is
 * left beside each instead. Null for fewer than two: an answer of which it is not sure which figure was meant ends the row.
 */
function findTold(context: IntentContext, count: number | null, left: boolean): PlacedFigure[] | null {
  const { turn } = context;
  if (turn === null) return null;
  const turns: readonly Past[] = [turn, ...turn.history].slice(0, count ?? MOST_TURNS);
  const told: PlacedFigure[] = [];
  for (const past of turns) {
    const figure = figureTold(context, past, left);
    const [last] = told;
    if (figure === null || (last !== undefined && !sameMeasure([figure, last]))) break;
    if (told.some(({ span }) => span.start === figure.span.start)) break;
    told.unshift(figure);
  }
  return told.length < Math.max(2, count ?? 2) ? null : told;
}
