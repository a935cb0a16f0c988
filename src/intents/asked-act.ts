// 拆了多少宗: the figure shown counts something else → the measure under the same problem that counts what was so done
import type { MatchedClause } from '../search/query-match.ts';
import { countedUnits, expectedUnits, matchUnits } from './answer-type.ts';
import { overlapsAny } from './answer-set.ts';
import type { IntentContext } from './intent.ts';
import { findPassages, type Passage } from './passage.ts';

/** 拆了多少, 收回几处: the character of the act; 办, 做, 有 say nothing. */
const ACT =
  /(?<act>(?![做办弄搞整改抓有是共在要到达为个约各少开写说的里中上下去来算会能多叫给分占])\p{Script=Han})(?:(?:除|掉|出|回|完|走)[了过]?|[了过])(?:多少|几)(?=\p{Script=Han})/u;

/** The passage that holds the act beside a figure of the unit asked for, before those of `chosen` where none does. */
export function supplyAct(
  { lookup, bulletin, engine, question }: IntentContext,
  chosen: readonly Passage[],
  clausesOf: (unit: string) => readonly MatchedClause[],
): readonly Passage[] {
  const act = ACT.exec(question.text)?.groups?.['act'];
  const units = expectedUnits(question.text);
  const [best] = chosen;
  if (act === undefined || units.size === 0 || best === undefined) return chosen;
  const done = new RegExp(`(?<![未没拟应待不])${act}`, 'u');
  const holds = (passage: Passage, clauses: readonly MatchedClause[]): boolean =>
    clauses
      .filter(({ span }) => passage.span.start <= span.start && span.end <= passage.span.end)
      .map(({ span }) => bulletin.source.slice(span.start, span.end))
      .some((clause) => done.test(clause) && matchUnits(countedUnits(clause), units) === 1);
  const beside = lookup.measuresOf(lookup.get(best.unit)?.parent ?? '').map(({ id }) => id);
  const holding = chosen.filter((passage) => holds(passage, clausesOf(passage.unit)));
  if (holding.some(({ unit }) => unit === best.unit || beside.includes(unit))) return chosen;
  const ranked = engine.rank(question.text, { within: new Set(beside), limit: beside.length });
  const read = new Map(ranked.map((unit) => [unit.unit, unit.clauses]));
  const other = findPassages(bulletin.source, ranked, question).find(
    (passage) => !overlapsAny(passage, chosen) && holds(passage, read.get(passage.unit) ?? []),
  );
  if (other === undefined) return chosen;
  return holding.length > 0 ? [...chosen, other] : [other, ...chosen];
}
