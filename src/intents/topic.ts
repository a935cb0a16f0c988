// request → numbered units | a body's measures | a section | problems and measures about the topic → units of the summary
import type { Unit, UnitId } from '../bulletin/bulletin.ts';
import type { RankedUnit } from '../search/engine.ts';
import type { IntentContext } from './intent.ts';

/** What belongs to a topic. */
export interface TopicUnits {
  /** Problems taken whole, in document order. */
  readonly problems: readonly UnitId[];
  /** Every unit of the topic: those of `problems` and single ones elsewhere, in document order. */
  readonly units: readonly UnitId[];
  /** How each unit matches the topic's words, as far as retrieval found it. */
  readonly ranked: ReadonlyMap<UnitId, RankedUnit>;
}

/**
 * A problem belongs whole when its heading and the mean of its measures together score this share of the best
 * problem and this much at least; a single measure elsewhere when it alone scores and covers this much. Tuned on
 * test/eval/own/summary.tune.jsonl.
 */
const WHOLE = { share: 0.36, least: 1.3 };
const PART = { share: 0.7, least: 2 };
const ABOUT = { heading: 0.2, measure: 0.5, most: 0.5 };
const SINGLE = { share: 0.65, sure: 0.78, coverage: 0.55, least: 1.2, clause: 0.3, clauses: 2 };
/** Below this nothing in the bulletin is about the topic. */
const KNOWN = { score: 1.1, coverage: 0.3 };

/** Units about `topic` by retrieval; `parts` are its subjects where several are joined. Null when none is. */
export function findTopic(
  context: IntentContext,
  topic: string,
  parts: readonly string[],
): TopicUnits | null {
  const { lookup } = context;
  const problems = new Set<UnitId>();
  const singles = new Set<UnitId>();
  const ranked = new Map<UnitId, RankedUnit>();
  const queries = parts.length > 1 ? [topic, ...parts] : [topic];
  for (const [index, query] of queries.entries()) {
    const limits = index === 0 ? WHOLE : PART;
    const found = scoreUnits(context, query);
    for (const [id, unit] of found.measures) {
      const known = ranked.get(id);
      if (known === undefined || known.score < unit.score) ranked.set(id, unit);
    }
    const { score = 0, coverage = 0 } = found.best ?? {};
    if (score < KNOWN.score || coverage < KNOWN.coverage) continue;
    const scored = lookup.problems.map((problem) => ({
      id: problem.id,
      score: scoreProblem(problem, context, found),
    }));
    const most = Math.max(...scored.map((problem) => problem.score));
    for (const problem of scored) {
      if (problem.score >= Math.max(limits.least, most * limits.share)) problems.add(problem.id);
    }
    for (const [id, unit] of found.measures) if (isSingle(unit, score)) singles.add(id);
  }
  const units = inOrder(context, [
    ...[...problems].flatMap((id) => lookup.measuresOf(id).map((unit) => unit.id)),
    ...singles,
  ]);
  return units.length === 0 ? null : { problems: inOrder(context, [...problems]), units, ranked };
}

/** A measure under another problem: it matches nearly as well as the best, or in several clauses. */
function isSingle(unit: RankedUnit, best: number): boolean {
  if (unit.score < Math.max(SINGLE.least, best * SINGLE.share) || unit.coverage < SINGLE.coverage)
    return false;
  const clauses = unit.clauses.filter(
    ({ found }) => found.reduce((sum, term) => sum + (unit.shares.get(term) ?? 0), 0) > SINGLE.clause,
  );
  return unit.score >= best * SINGLE.sure || clauses.length >= SINGLE.clauses;
}

interface FoundUnits {
  readonly measures: ReadonlyMap<UnitId, RankedUnit>;
  readonly headings: ReadonlyMap<UnitId, RankedUnit>;
  readonly best: RankedUnit | undefined;
}

function scoreUnits({ engine, lookup }: IntentContext, query: string): FoundUnits {
  const rank = (units: readonly Unit[]): Map<UnitId, RankedUnit> =>
    new Map(
      engine
        .rank(query, { limit: units.length, within: new Set(units.map((unit) => unit.id)) })
        .map((unit) => [unit.unit, unit]),
    );
  const measures = rank(lookup.measures);
  const headings = rank(lookup.problems);
  const best = [...measures.values(), ...headings.values()].reduce<RankedUnit | undefined>(
    (most, unit) => (most === undefined || unit.score > most.score ? unit : most),
    undefined,
  );
  return { measures, headings, best };
}

function scoreProblem(problem: Unit, { lookup }: IntentContext, found: FoundUnits): number {
  const measures = lookup.measuresOf(problem.id);
  if (measures.length === 0) return 0;
  const heading = found.headings.get(problem.id);
  const scores = measures.map((unit) => found.measures.get(unit.id)?.score ?? 0);
  const matching = scores.filter((score) => score >= (found.best?.score ?? 0) * ABOUT.measure);
  if ((heading?.coverage ?? 0) < ABOUT.heading && matching.length < measures.length * ABOUT.most) return 0;
  return scores.reduce((sum, score) => sum + score, 0) / scores.length + Math.max(0, heading?.score ?? 0);
}

export function inOrder({ lookup }: IntentContext, ids: readonly UnitId[]): UnitId[] {
  return [...new Set(ids)].sort((a, b) => (lookup.get(a)?.position ?? 0) - (lookup.get(b)?.position ?? 0));
}
