// 还剩多少, 剩下的呢 → the unit of the conversation that says how many are left, where the one in hand does not
import type { UnitId } from '../bulletin/bulletin.ts';
import { asksForRemainder } from './answer-type.ts';
import { figuresOf } from './figure-match.ts';
import { isRelative } from './figure-words.ts';
import type { IntentContext } from './intent.ts';

const HOW_MANY = /多少|几/u;
/** 剩下的呢, 其余的. */
const REST_ONLY = /^(?:那)?(?:剩下|剩余|其余|余下)的?呢?[?。!]*$/u;
/** So many figures in common make two units tell of one matter: 43项…已完成27项, 43个…已完成27个. */
const IN_COMMON = 2;

/** Of what two units tell of: the one that counts what is left; null where none or the one in hand does. */
export function findRestCounted(context: IntentContext): UnitId | null {
  const { question, turn } = context;
  const { text, about } = question;
  const only = REST_ONLY.test(text) && HOW_MANY.test(question.previous ?? '');
  if (!(HOW_MANY.test(text) || only) || !asksForRemainder(text)) return null;
  const counts = (id: UnitId): boolean =>
    context.facts.get(id)?.status.remaining.some(({ quote }) => /\d/u.test(quote)) === true;
  const found = only ? undefined : about.find(counts);
  const [unit] = about;
  if (found !== undefined || unit === undefined || counts(unit)) return found ?? null;
  const known = [...about, ...(turn?.near ?? []), ...(turn?.history ?? []).flatMap(({ units }) => units)];
  return known.find((id) => counts(id) && tellsSame(context, unit, id)) ?? null;
}

/** True where `other` prints the figures the conversation quoted from `unit`: both tell of one matter. */
export function tellsSame(context: IntentContext, unit: UnitId, other: UnitId): boolean {
  const turns = context.turn === null ? [] : [context.turn, ...context.turn.history];
  const told = turns.flatMap((past) => past.told ?? []).filter((quoted) => quoted.unit === unit);
  const values = figuresOf(context, unit)
    .filter((figure) => figure.kind === 'amount' && !isRelative(figure))
    .filter(({ span }) => told.some(({ start, end }) => start <= span.start && span.end <= end))
    .map(({ value }) => value);
  const others = new Set(figuresOf(context, other).map(({ value }) => value));
  return [...new Set(values)].filter((value) => others.has(value)).length >= IN_COMMON;
}
