// 这俩合起来, 差几场, 超了多少, 比刚才那个多多少 → the figures the last answers told, added or set against each other
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';
import type { Turn } from '../question/turn.ts';
import { rememberEach } from '../text/remember.ts';
import { asksForRemainder, expectedUnits } from './answer-type.ts';
import { draftBetween } from './elapsed.ts';
import { readAskedUnits } from './figure-ask.ts';
import { figuresOf } from './figure-match.ts';
import type { PlacedFigure } from './figure-place.ts';
import { fitsUnits, isRelative, meets, sameMeasure, sayDifference, saySum } from './figure-words.ts';
import type { Span } from '../text/span.ts';
import { findAmounts } from '../text/amounts.ts';
import type { Draft, IntentContext } from './intent.ts';
import { createPartMatcher } from './matter.ts';
import { findPassages } from './passage.ts';
import { draftFigures } from './reckoned.ts';
import { LEFT_OVER } from './whole-part.ts';

const HOW_MANY = '(?:是|有|得|到|呢)*(?:多少|几)?\\p{Script=Han}{0,2}';
/** 合起来, 这俩一共, 三类加一起还剩多少没弄: nothing is named but the sum. */
const SUM = new RegExp(
  `^(?:那|把|就)*(?:这|那|前面)?(?:(?<n>俩|仨|[两${NUMERAL_CHARACTERS}])(?:个|类|边|头|处|项|者|笔|样|家|种)?(?:数字?)?|它们|前面的|以上)?(?:都|全|再|的)*(?:加(?:(?:在)?一(?:起|块儿?))?(?:起来|上|总)?|合(?:在一)?起来?|合计|相加|总共|一共|总计|拢共|总和)(?:是|有|还|剩|差)*${HOW_MANY}(?:没\\p{Script=Han}{1,2})?[?。!]*$`,
  'u',
);
/** 差几场, 超了多少, 比刚才那个多多少. */
const DIFFERENCE = new RegExp(
  `^(?:那|两者|二者|两数|(?:这|那)?(?:俩|两个)(?:数字?)?)?(?:比(?:刚才|前面|上面|之前|前一个|上一个)?的?(?:[那这]个)?)?(?:相?差|多|少|超(?:额|出)?|高|低)(?:了|出)?(?:多少|几)(?!条?没)\\p{Script=Han}{0,2}[?。!]*$`,
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
    const told = findTold(context, parseInteger(sum.groups?.['n'] ?? ''), asksForRemainder(question.text));
    if (told === null) return null;
    const { text, result } = saySum(told);
    return draftFigures(context, told, text, [result]);
  }
  if (GAP.test(question.text)) return draftGap(context, turn);
  if (!DIFFERENCE.test(question.text)) return null;
  const told = findTold(context, 2, false) ?? bothTold(context, turn);
  const [larger, smaller] = [...(told ?? [])].sort((a, b) => b.value - a.value);
  if (larger === undefined || smaller === undefined || larger.value === smaller.value) return null;
  const { text, result } = sayDifference(larger, smaller);
  return draftFigures(context, [larger, smaller], text, [result]);
});

/** One answer of the conversation: what was asked, and what it quoted. */
type Past = Pick<Turn, 'question' | 'units' | 'told'>;

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

/** By so much the figure meant must fit the question better than the next one. */
const CLEARLY = 0.05;

/** Several places side by side (立案3件〔296〕, 立案57件〔115〕) told no one figure; more than so many were no answer of one. */
const MOST_PLACES = 3;

/** The amount among what answered the question; null where none or several fit, or a rate was asked for. */
function figureTold(context: IntentContext, past: Past, left: boolean): PlacedFigure | null {
  const { question, units } = past;
  if (expectedUnits(question).has('%')) return null;
  const asked = new Set(readAskedUnits(question));
  const amounts = units.slice(0, MOST_PLACES).flatMap((unit) => amountsTold(context, past, unit));
  // 那9个项目扣了多少: what the question says itself is not what was told.
  const given = findAmounts(question);
  const fitting = amounts.filter(
    (figure) => fitsUnits(figure, asked) && !given.some((amount) => meets(figure, amount)),
  );
  return left ? leftTold(context, question, fitting) : chooseTold(context, question, fitting);
}

/** 12个有物业小区已完成整改,4个正在有序推进: the one figure of what is left, in the sentence that tells what was asked. */
function leftTold(
  context: IntentContext,
  question: string,
  figures: readonly PlacedFigure[],
): PlacedFigure | null {
  const match = createPartMatcher(context);
  const [best] = [...figures].sort((a, b) => match(question, b).share - match(question, a).share);
  const [left, ...others] = figures.filter(
    ({ sentence, around }) => sentence.start === best?.sentence.start && LEFT_OVER.test(around[0] ?? ''),
  );
  return left === undefined || others.length > 0 ? null : left;
}

/** 有物业搞定几个: of 16个 and 12个已完成 what is done is told by the second. */
function doneAsAsked(question: string, { around }: PlacedFigure): number {
  return ASKS_DONE.test(question) && /已|完成/u.test(around[0] ?? '') ? CLEARLY : 0;
}

const ASKS_DONE = /(?:搞定|[弄做办改搞修拆建][完好成掉]|完成|整改|收回|追回|拆除|清退)了?(?:多少|几)/u;

/** The figure that fits the question clearly better than the next one; null where none does. */
function chooseTold(
  context: IntentContext,
  question: string,
  figures: readonly PlacedFigure[],
): PlacedFigure | null {
  const match = createPartMatcher(context);
  const [best, next] = figures
    .map((figure) => ({ figure, fit: match(question, figure).share + doneAsAsked(question, figure) }))
    .sort((a, b) => b.fit - a.fit);
  return best === undefined || (next !== undefined && best.fit - next.fit < CLEARLY) ? null : best.figure;
}

/** The amounts of `unit` among what answered the question, shares and multiples left out. */
function amountsTold(context: IntentContext, past: Past, unit: string): readonly PlacedFigure[] {
  return readTold(context, past, unit, 'amount').filter((figure) => !isRelative(figure));
}

/** The figures of one kind in the first words of `unit` that were quoted, or in its passage that answers the question best. */
function readTold(
  context: IntentContext,
  { question, told = [] }: Past,
  unit: string,
  kind: PlacedFigure['kind'],
): readonly PlacedFigure[] {
  const span = told.find((quoted) => quoted.unit === unit) ?? findPassage(context, question, unit, kind);
  return figuresOf(context, unit).filter(
    (figure) =>
      figure.kind === kind && span !== null && span.start <= figure.span.start && figure.span.end <= span.end,
  );
}

function findPassage(
  { engine, bulletin }: IntentContext,
  question: string,
  unit: string,
  kind: PlacedFigure['kind'],
): Span | null {
  const ranked = engine.rank(question, { within: new Set([unit]), limit: 1 });
  return findPassages(bulletin.source, ranked, { text: question, askedFor: [kind] })[0]?.span ?? null;
}
