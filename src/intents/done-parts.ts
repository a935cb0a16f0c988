// 已经改完多少个、还没改完多少个 → what is finished and what remains, each told in several parts: 14个…62个已完成, 5个…43个推进中
import { collectGrams } from '../ledger/grams.ts';
import { figuresOf } from './figure-match.ts';
import type { PlacedFigure } from './figure-place.ts';
import { fitsUnits } from './figure-words.ts';
import type { IntentContext } from './intent.ts';
import { askedUnits, findMatters } from './matter.ts';

const ASKS =
  /(?:完成|[改做办弄整]完|[办弄搞改修装]好)(?:了|的)?(?:一共|总共|共计|合计|共)?(?:有|是)?(?:多少|几)|[好完成]的?[和与跟、]没[^,、]{1,6}?的?(?:各|分别)(?:有|是)?(?:多少|几)|(?:已经?|完成|[改做办弄]完|[办弄搞改修装]好)[^,、]{0,8}(?:多少|几)[^?]*(?:还|没|未|剩)[^?]*(?:多少|几)/u;
const ASKS_REST = /还|没|未|剩/u;

/** Figures that are added up, and what they come to. */
export interface Part {
  readonly label: '已完成' | '未完成';
  readonly figures: readonly PlacedFigure[];
}

/** Null where the question asks for no such parts, or the measure tells either of them in one figure. */
export function findDoneParts(context: IntentContext): readonly Part[] | null {
  const { text } = context.question;
  if (!ASKS.test(text)) return null;
  const units = askedUnits(text);
  const matters = findMatters(context);
  const problem = matters[0]?.unit.parent ?? '';
  const own = matters.filter(({ unit }) => unit.parent === problem).map(({ unit }) => unit.id);
  const beside = context.lookup.measuresOf(problem).map(({ id }) => id);
  for (const id of new Set([...own, ...beside])) {
    const status = context.facts.get(id)?.status;
    if (status === undefined) continue;
    const figures = figuresOf(context, id).filter(
      (figure) => figure.kind === 'amount' && fitsUnits(figure, units),
    );
    const inside = (citations: typeof status.finished): PlacedFigure[] =>
      citations.flatMap(
        ({ span }) =>
          figures.find((figure) => span.start <= figure.span.start && figure.span.end <= span.end) ?? [],
      );
    const finished = inside(status.finished);
    const remaining = inside(status.remaining);
    if (finished.length < 2 || remaining.length < 2) continue;
    const named = /各|分别|都/u.test(text) ? null : findNamed(text, finished);
    if (named !== null) return [{ label: '已完成', figures: [named] }];
    const done: Part = { label: '已完成', figures: finished };
    return ASKS_REST.test(text) ? [done, { label: '未完成', figures: remaining }] : [done];
  }
  return null;
}

/** 有物业的改完几个: the part at which words of the question stand that stand at no other; null where there is none. */
function findNamed(text: string, parts: readonly PlacedFigure[]): PlacedFigure | null {
  const segments = parts.map(({ around }) => around[0] ?? '');
  for (const pair of collectGrams(text, 2)) {
    const holding = parts.filter((_, at) => segments[at]?.includes(pair));
    if (holding.length === 1) return holding[0] ?? null;
  }
  return null;
}
