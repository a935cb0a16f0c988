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
/** 还没改好的加到一起是几个, 甲跟乙加起来还剩几个没改好: what remains alone. */
const REST_ALONE =
  /(?:还?没|尚未|未)(?:[改做办弄装修整](?:好|完|到位)|完成|整改)[^?]*?(?:加|一共|总共|合计|合起来|都算)[^?]*?(?:多少|几)|(?:加起来|加在?一[起块]|合起来|合计|一共|总共|拢共)[^,?]{0,4}(?:剩|差|欠|还有)[^?]*?(?:多少|几)/u;

/** Figures that are added up, and what they come to. */
export interface Part {
  readonly label: '已完成' | '未完成';
  readonly figures: readonly PlacedFigure[];
}

/** Null where the question asks for no such parts, or the measure tells either of them in one figure. */
export function findDoneParts(context: IntentContext): readonly Part[] | null {
  const { text } = context.question;
  const restAlone = REST_ALONE.test(text) && !/已/u.test(text);
  if (!ASKS.test(text) && !restAlone) return null;
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
    const rest: Part = { label: '未完成', figures: remaining };
    const asked = sayPrinted(text, finished);
    if (restAlone) {
      const alone = findNamedOnce(asked, remaining);
      return [alone === null ? rest : { label: '未完成', figures: [alone] }];
    }
    const named = /各|分别|都/u.test(text) ? null : findNamed(asked, finished);
    if (named !== null) return [{ label: '已完成', figures: [named] }];
    const done: Part = { label: '已完成', figures: finished };
    return ASKS_REST.test(text) ? [done, rest] : [done];
  }
  return null;
}

/** 有物业的改完几个: the part at which words of the question stand that stand at no other; null where there is none, or several are named. */
function findNamed(text: string, parts: readonly PlacedFigure[]): PlacedFigure | null {
  return findOnce(
    text,
    parts,
    parts.map(({ around }) => around[0] ?? ''),
  );
}

/** 没栏杆的 → 无栏杆的, where the measure prints it so. */
function sayPrinted(text: string, parts: readonly PlacedFigure[]): string {
  return text.replace(/没(?=(?<thing>\p{Script=Han}{2}))/gu, (said, thing: string) =>
    parts.some(({ around }) => around[0]?.includes(`无${thing}`) === true) ? '无' : said,
  );
}

/** The one part in whose sentence words of the question stand that stand with no other; null where several are named. */
function findNamedOnce(text: string, parts: readonly PlacedFigure[]): PlacedFigure | null {
  return findOnce(
    text,
    parts,
    parts.map(({ around }) => around[3] ?? ''),
  );
}

function findOnce(
  text: string,
  parts: readonly PlacedFigure[],
  told: readonly string[],
): PlacedFigure | null {
  const named = new Set(
    [...collectGrams(text, 2)].flatMap((pair) => {
      const holding = parts.filter((_, at) => told[at]?.includes(pair));
      return holding.length === 1 ? holding : [];
    }),
  );
  const [one, ...others] = named;
  return others.length > 0 ? null : (one ?? null);
}
