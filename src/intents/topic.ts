// topic and its parts → ranked measures and headings each → problems taken whole + single measures elsewhere
import type { Unit, UnitId } from '../bulletin/bulletin.ts';
import type { RankedUnit } from '../search/engine.ts';
import { DEFAULT_WEIGHTS, type RankingWeights } from '../search/weights.ts';
import type { IntentContext } from './intent.ts';
import { readTopicNames, type HoldsNames } from './topic-names.ts';

/** What belongs to a topic. */
export interface TopicUnits {
  /** Problems taken whole, in document order. */
  readonly problems: readonly UnitId[];
  /** Every unit of the topic: those of `problems` and single ones elsewhere, in document order. */
  readonly units: readonly UnitId[];
  /** How each unit matches the topic's words, as far as retrieval found it. */
  readonly ranked: ReadonlyMap<UnitId, RankedUnit>;
  /** The wider subject that was looked for instead, see `widenTopic`; null when it was the topic itself. */
  readonly readAs: string | null;
}

/** Fixed, because the thresholds below stand on these scores; single questions are ranked by weights of their own. */
const WEIGHTS: RankingWeights = {
  ...DEFAULT_WEIGHTS,
  fields: { own: 1, heading: 0.5, section: 0.1, queries: 0.8 },
  bm: 0.8,
  saturation: 0.3,
  pivot: 3,
  line: 1,
  secondLine: 0.3,
  sentence: 0.7,
  coverage: 0.4,
  kinds: { problem: -0.15 },
};
/**
 * Below this nothing in the bulletin is about the topic; `alone`: where no problem is. Tuned, as all of these, on test/eval/own/summary.tune.jsonl.
 */
const KNOWN = { score: 1.1, coverage: 0.3, alone: 0.47 };
/** A heading that covers this much or has an everyday wording so similar, or so many measures scoring so near the best, make a problem one of the topic's. */
const ABOUT = { heading: 0.2, wording: 0.45, near: 0.5, most: 0.5, nearly: 0.66 };
/**
 * Such a problem is taken whole when its heading and the mean of its measures together score this share of the best
 * problem, and this much at least. `part`: for one of several subjects, which may be a mere qualifier of the others.
 */
const WHOLE = { byHeading: 0.34, byMeasures: 0.5, least: 1.3, part: 0.7, partLeast: 1.7 };
/** A measure of another problem is taken when it scores this share of the best and covers the topic; see `isSingle`. */
const SINGLE = { share: 0.65, alone: 0.4, sure: 0.78, coverage: 0.55, ofBest: 0.85, clause: 0.3, clauses: 2 };
/** So many of them: at least, for each measure taken whole, and where there is none. */
const SINGLES = { least: 4, perWhole: 0.5, alone: 12 };

/** Units about `topic` by retrieval; `parts` are its subjects where several are joined. Null when none is. */
export function findTopic(
  context: IntentContext,
  topic: string,
  parts: readonly string[],
): TopicUnits | null {
  const { lookup } = context;
  const problems = new Set<UnitId>();
  const founds: FoundUnits[] = [];
  for (const [index, query] of (parts.length > 1 ? [topic, ...parts] : [topic]).entries()) {
    const found = rankUnits(context, query);
    if (found === null) continue;
    founds.push(found);
    for (const id of takeWhole(context, found, index > 0)) problems.add(id);
  }
  if (problems.size === 0) for (const id of takeParents(context, founds)) problems.add(id);
  const whole = [...problems].flatMap((id) => lookup.measuresOf(id).map((unit) => unit.id));
  const singles = takeSingles(founds, new Set(whole));
  const units = inOrder(context, [...whole, ...singles]);
  if (units.length > 0) {
    return { problems: inOrder(context, [...problems]), units, ranked: mergeRanked(founds), readAs: null };
  }
  const wider = widenTopic(context, topic);
  const found = wider === null ? null : findTopic(context, wider, [wider]);
  return found === null ? findBySense(context, topic) : { ...found, readAs: wider };
}

/** What an everyday wording must share with a heading or a measure for its problem to be meant. */
const SENSE = { wording: 0.45, coverage: 0.4, nearBest: 0.7, score: 1 };

/** 老房子翻新和防火: problems whose heading or measure the words of one subject mean, though neither prints them. */
function findBySense(context: IntentContext, topic: string): TopicUnits | null {
  const { engine, lookup } = context;
  const within = new Set([...lookup.problems, ...lookup.measures].map(({ id }) => id));
  const problems = topic.split(/[、,]|和|与|以及/u).flatMap((subject) => {
    const ranked = engine.rank(subject, { within, limit: 6 });
    const best = ranked[0]?.score ?? 0;
    return ranked
      .filter(({ score, coverage, lines }) => {
        const meant = coverage >= SENSE.coverage || (lines[0]?.similarity ?? 0) >= SENSE.wording;
        return meant && score >= Math.max(SENSE.score, best * SENSE.nearBest);
      })
      .map(({ unit }) => (lookup.get(unit)?.kind === 'problem' ? unit : (lookup.get(unit)?.parent ?? '')));
  });
  const units = [...new Set(problems)].flatMap((id) => lookup.measuresOf(id).map((unit) => unit.id));
  if (units.length === 0) return null;
  return {
    problems: inOrder(context, problems),
    units: inOrder(context, units),
    ranked: new Map(),
    readAs: null,
  };
}

/** Words that narrow a subject without changing it: 基础教育, 公共卫生. */
const NARROWING = /^(?:基础|公共|综合|重点|日常|各类|各项|总体|整体|区级|本地|全区)(?=[\u4e00-\u9fff]{2,})/u;

/** 基础教育, which the bulletin does not say, is a kind of 教育, which a problem's heading names. */
function widenTopic({ lookup }: IntentContext, topic: string): string | null {
  const head = topic.replace(NARROWING, '');
  return head !== topic && lookup.problems.some(({ text }) => text.includes(head)) ? head : null;
}

interface FoundUnits {
  readonly measures: ReadonlyMap<UnitId, RankedUnit>;
  readonly headings: ReadonlyMap<UnitId, RankedUnit>;
  readonly best: RankedUnit;
  readonly holds: HoldsNames;
}

/** Null when nothing is about it. */
function rankUnits(context: IntentContext, query: string): FoundUnits | null {
  const { engine, lookup } = context;
  const holds = readTopicNames(context, query);
  const rank = (units: readonly Unit[]): RankedUnit[] =>
    engine.rank(query, {
      limit: units.length,
      within: new Set(units.map((unit) => unit.id)),
      weights: WEIGHTS,
    });
  const measures = rank(lookup.measures).filter(({ unit }) => holds(unit));
  const headings = rank(lookup.problems);
  const best = [...measures, ...headings].reduce<RankedUnit | null>(
    (most, unit) => (most === null || unit.score > most.score ? unit : most),
    null,
  );
  const covered = Math.max(best?.coverage ?? 0, ...headings.map(({ coverage }) => coverage));
  if (best === null || best.score < KNOWN.score || covered < KNOWN.coverage) return null;
  const byId = (units: readonly RankedUnit[]): Map<UnitId, RankedUnit> =>
    new Map(units.map((unit) => [unit.unit, unit]));
  return { measures: byId(measures), headings: byId(headings), best, holds };
}

function takeWhole({ lookup }: IntentContext, found: FoundUnits, isPart: boolean): UnitId[] {
  const scored = lookup.problems.flatMap(({ id }) => {
    const heading = found.headings.get(id);
    const scores = lookup.measuresOf(id).map((unit) => found.measures.get(unit.id)?.score ?? 0);
    const near = scores.filter((score) => score >= found.best.score * ABOUT.near).length;
    const byHeading = found.holds(id) && heading !== undefined && isAbout(heading);
    if (scores.length === 0 || (!byHeading && near < scores.length * ABOUT.most)) return [];
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const nearly = scores.length > 1 && near >= scores.length * ABOUT.nearly;
    return [{ id, byHeading, nearly, score: mean + Math.max(0, heading?.score ?? 0) }];
  });
  const most = Math.max(0, ...scored.map(({ score }) => score));
  const taken = scored.filter(({ score, byHeading, nearly }) => {
    const alone = byHeading || nearly ? WHOLE.byHeading : WHOLE.byMeasures;
    const share = isPart ? WHOLE.part : alone;
    return score >= Math.max(isPart ? WHOLE.partLeast : WHOLE.least, most * share);
  });
  return taken.map(({ id }) => id);
}

function isAbout({ coverage, lines }: RankedUnit): boolean {
  return coverage >= ABOUT.heading || (lines[0]?.similarity ?? 0) >= ABOUT.wording;
}

/** One measure alone is no summary: the problems of those nearest to it. */
function takeParents({ lookup }: IntentContext, founds: readonly FoundUnits[]): UnitId[] {
  const [first] = founds;
  if (first === undefined || first.best.coverage < LONELY.coverage) return [];
  if (takeSingles(founds, new Set()).length !== 1) return [];
  return [...first.measures.values()]
    .filter(({ score }) => score >= first.best.score * LONELY.share)
    .flatMap(({ unit }) => lookup.get(unit)?.parent ?? []);
}

/** What the one measure must cover of the topic, and the share of its score from which others' problems belong to it. */
const LONELY = { coverage: 0.5, share: 0.45 };

/** Best first, so that a topic many measures mention in passing brings only the nearest. */
function takeSingles(founds: readonly FoundUnits[], whole: ReadonlySet<UnitId>): UnitId[] {
  const nearness = new Map<UnitId, number>();
  for (const { measures, best } of founds) {
    for (const [id, unit] of measures) {
      if (whole.has(id) || !isSingle(unit, best, whole.size === 0)) continue;
      nearness.set(id, Math.max(nearness.get(id) ?? 0, unit.score / best.score));
    }
  }
  const most =
    whole.size === 0 ? SINGLES.alone : Math.max(SINGLES.least, Math.ceil(whole.size * SINGLES.perWhole));
  const sorted = [...nearness].sort(([, a], [, b]) => b - a);
  return sorted.slice(0, most).map(([id]) => id);
}

/** A measure that matches nearly as well as the best, or in several clauses. */
function isSingle(unit: RankedUnit, best: RankedUnit, alone: boolean): boolean {
  const { score, coverage } = unit;
  if (score < Math.max(KNOWN.score, best.score * (alone ? SINGLE.alone : SINGLE.share))) return false;
  if (coverage < Math.min(SINGLE.coverage, best.coverage * SINGLE.ofBest)) return false;
  if (alone && best.coverage < KNOWN.alone) return false;
  const clauses = unit.clauses.filter(
    ({ found }) => found.reduce((sum, term) => sum + (unit.shares.get(term) ?? 0), 0) > SINGLE.clause,
  );
  return alone || score >= best.score * SINGLE.sure || clauses.length >= SINGLE.clauses;
}

function mergeRanked(founds: readonly FoundUnits[]): Map<UnitId, RankedUnit> {
  const merged = new Map<UnitId, RankedUnit>();
  for (const { measures } of founds) {
    for (const [id, unit] of measures) {
      if ((merged.get(id)?.score ?? 0) < unit.score) merged.set(id, unit);
    }
  }
  return merged;
}

export function inOrder({ lookup }: IntentContext, ids: readonly UnitId[]): UnitId[] {
  return [...new Set(ids)].sort((a, b) => (lookup.get(a)?.position ?? 0) - (lookup.get(b)?.position ?? 0));
}
