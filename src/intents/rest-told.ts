// 那还剩几个没汇报, 没解决的还剩几条, 那没运营的呢 → the whole and the part of it that the conversation told → their difference
import type { Turn } from '../question/turn.ts';
import { findAmounts } from '../text/amounts.ts';
import { asksForRemainder } from './answer-type.ts';
import { figuresOf } from './figure-match.ts';
import type { PlacedFigure } from './figure-place.ts';
import { countAlike, isRelative, meets, sayDifference } from './figure-words.ts';
import { amountsAsked, chooseTold, figureTold, type Past } from './figures-told.ts';
import type { Draft, IntentContext } from './intent.ts';
import { nameOfRest } from './left.ts';
import { createPartMatcher } from './matter.ts';
import { draftFigures } from './reckoned.ts';
import { DONE, LEFT_OVER } from './whole-part.ts';

/** 还剩几个, 还差多少, 没运营的呢. */
const ASKS_REST = /(?:还|剩|差|没|未|尚)[^,。?]{0,8}(?:多少|几)|^(?:那)?没[^,。?]{1,5}的(?:呢)?[?。!]*$/u;
/** Share of what is named in the message that must stand at the figures. */
const NAMED = 0.5;
const TURNS_BACK = 2;

/** Null where the last answer told no figure to reckon from, or its sentence prints what is left itself. */
export function draftRestTold(context: IntentContext, turn: Turn): Draft | null {
  const { text } = context.question;
  if (!ASKS_REST.test(text) || !asksForRemainder(text) || findAmounts(text).length > 0) return null;
  const name = nameOfRest(text).replace(/的?呢|那/gu, ' ');
  const match = createPartMatcher(context);
  const isNamed = /\p{Script=Han}{2}/u.test(name);
  // 没运营的 after 入驻企业73家,正式运营42家: the figure of what was done, by the name of what is not.
  const part = isNamed ? chooseTold(context, name, amountsAsked(context, turn)) : null;
  const told = part ?? figureTold(context, turn, false);
  if (told === null) return null;
  const around = figuresOf(context, told.unit).filter(
    (figure) => figure.kind === 'amount' && !isRelative(figure) && countAlike(figure, told),
  );
  const beside = around.filter(({ sentence }) => sentence.start === told.sentence.start);
  if (beside.some(({ around: [segment = ''] }) => LEFT_OVER.test(segment))) return null;
  const pair = partOf(told, beside) ?? wholeOf(context, turn, told, around);
  if (pair === null) return null;
  const named = Math.max(...pair.map((figure) => match(name, figure).share));
  if (isNamed && named < NAMED) return null;
  const { text: said, result } = sayDifference(...pair);
  return draftFigures(context, pair, said, [result]);
}

type Pair = readonly [whole: PlacedFigure, part: PlacedFigure];

/** 意见864条,解决问题840个: what was told is the whole, and one figure behind it is what is done of it. */
function partOf(told: PlacedFigure, beside: readonly PlacedFigure[]): Pair | null {
  const [part, ...others] = beside.filter(
    ({ span, value, around: [segment = ''] }) =>
      span.start > told.span.start && value < told.value && DONE.test(segment),
  );
  return part === undefined || others.length > 0 || DONE.test(told.around[0] ?? '') ? null : [told, part];
}

/** What was told is a part: of the number the asker named before (23个专班), of what the answer before told, of the figure in front of it. */
function wholeOf(
  context: IntentContext,
  turn: Turn,
  told: PlacedFigure,
  around: readonly PlacedFigure[],
): Pair | null {
  const past: readonly Past[] = [turn, ...turn.history.slice(0, TURNS_BACK)];
  const given = past.flatMap(({ question }) => findAmounts(question));
  const before = past.slice(1).map((one) => figureTold(context, one, false)?.span.start);
  const larger = around.filter(({ value }) => value > told.value);
  const inFront = larger.filter(
    ({ span, sentence }) => sentence.start === told.sentence.start && span.start < told.span.start,
  );
  const choices = [
    larger.filter((figure) => given.some((amount) => meets(figure, amount))),
    larger.filter(({ span }) => before.includes(span.start)),
    DONE.test(told.around[0] ?? '') ? inFront : [],
  ];
  const [whole, ...others] = choices.find((found) => found.length > 0) ?? [];
  return whole === undefined || others.length > 0 ? null : [whole, told];
}
