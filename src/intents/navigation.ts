import type { UnitId } from '../bulletin/bulletin.ts';
import type { IntentContext } from './intent.ts';

/** What was listed: the paged list, else what the message replies to or the last answer cited. */
export function listedUnits({ question, turn }: IntentContext): readonly UnitId[] {
  if (turn !== null && turn.list.length > 0) return turn.list;
  return question.about.length > 0 ? question.about : (turn?.units ?? []);
}

/** 请附这两项原文: all that was answered. */
const SEVERAL = /[这那]?[两三几][条项个]|(?:都|全)(?=.{0,6}原文)/u;
const MOST_WHOLE = 5;

/** Units that 上一条, 下一条, 原文, 说短点, 展开第二个, 这个问题还有哪些措施 lead to from the previous turn; empty when nowhere. */
export function navigationTargets(context: IntentContext): UnitId[] {
  const { question, lookup, turn } = context;
  const { navigation } = question;
  const list = listedUnits(context);
  const here = question.about[0] ?? list[0];
  if (navigation === null || here === undefined) return [];
  switch (navigation.to) {
    case 'full':
      // 请附这两项原文
      return SEVERAL.test(question.text) && turn !== null ? turn.units.slice(0, MOST_WHOLE) : [here];
    case 'brief':
      return [here];
    case 'item':
      return list.slice(navigation.item - 1, navigation.item);
    case 'siblings': {
      const problem = lookup.get(here)?.path.findLast((id) => lookup.get(id)?.kind === 'problem') ?? here;
      return lookup.measuresOf(problem).map((unit) => unit.id);
    }
    case 'next':
    case 'previous': {
      const from = lookup.get(here)?.kind === 'section' ? measureIn(context, list) : null;
      const target =
        stepFrom(context, from ?? here, navigation.to) ??
        stepFrom(context, measureBefore(context), navigation.to);
      return target === null ? [] : [target];
    }
    case 'more':
      // A list in progress is paged by its own intent (paging.ts).
      return [];
  }
}

/** The unit beside `id` among those of its kind; null at either end. */
function stepFrom({ lookup }: IntentContext, id: UnitId | null, to: 'next' | 'previous'): UnitId | null {
  const kind = lookup.get(id ?? '')?.kind;
  const row = kind === undefined ? [] : lookup.bulletin.units.filter((other) => other.kind === kind);
  return row[row.findIndex((other) => other.id === id) + (to === 'next' ? 1 : -1)]?.id ?? null;
}

/** 上一条, after a part of the bulletin and a measure told together: of the measure. */
function measureIn({ lookup }: IntentContext, units: readonly UnitId[]): UnitId | null {
  return units.find((id) => lookup.get(id)?.kind === 'measure') ?? null;
}

/** 下一条, after a part of the bulletin that has none: of the measure spoken of before it. */
function measureBefore(context: IntentContext): UnitId | null {
  const { turn } = context;
  const past = (turn?.history ?? []).flatMap(({ units }) => units.slice(0, 1));
  return measureIn(context, [...(turn?.units ?? []), ...past]);
}
