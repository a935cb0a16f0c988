// topic and its parts → ranked measures and headings each → problems taken whole + single measures elsewhere
import type { UnitId } from '../bulletin/bulletin.ts';
import type { RankedUnit } from '../search/engine.ts';
import type { IntentContext } from './intent.ts';
import { findKnownNames } from './surnames.ts';
import { plainText, readTopicNames, type HoldsNames } from './topic-names.ts';

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

/**
 * A problem's worth for a topic: its heading's score, the best and the mean of its measures'. Found, as the thresholds
 * below, by random search over the tuning sets and 47 topics written for it.
 */
const WORTH = { heading: 0.9, best: 0.5, mean: 0.5 };
/**
 * A problem is taken whole from this share of the best one on, and from `least` on, where the best is `known` at all;
 * `part`: for one of several subjects, which may be a mere qualifier of the others.
 */
const WHOLE = { share: 0.5, least: 1.4, known: 2, part: { share: 0.8, least: 2.6, known: 2.6 } };
/** Its heading, or so many of its measures scoring so near its best, must speak of the topic. */
const ABOUT = { heading: 0.8, near: 0.36, most: 0.4, alone: 0.6 };
/** A measure of another problem is taken from this share of the best one's score on, when it holds as much of the topic. */
const SINGLE = { share: 0.7, least: 1.9, coverage: 0.42 };
/** The same where no problem is about the topic and hardly a measure: what stands further off, then what is nearest. */
const FURTHER = { share: 0.4, least: 1.1, coverage: 0.4 };
const NEAREST = { share: 0.8, least: 1.5, coverage: 0.5 };
const HARDLY = 2;
/** So many of them beside whole problems, and where there is none. */
const SINGLES = { beside: 5, alone: 12 };

/** Units about `topic` by retrieval; `parts` are its subjects where several are joined. Null when none is. */
export function findTopic(
  context: IntentContext,
  topic: string,
  parts: readonly string[],
): TopicUnits | null {
  const { lookup } = context;
  const queries = parts.length > 1 ? [topic, ...parts] : [topic];
  const founds = queries.map((query) => rankUnits(context, dropOwnPlace(context, query).replace(GAP, '$1')));
  const problems = new Set(founds.flatMap((found, index) => takeWhole(context, found, index > 0)));
  const whole = [...problems].flatMap((id) => lookup.measuresOf(id).map((unit) => unit.id));
  const singles = takeSingles(founds, new Set(whole));
  const units = inOrder(context, [
    ...whole,
    ...singles,
    ...parts.flatMap((part) => holdLiterally(context, part)),
  ]);
  if (units.length > 0)
    return { problems: inOrder(context, [...problems]), units, ranked: mergeRanked(founds), readAs: null };
  const wider = widenTopic(context, topic);
  const found = wider === null ? null : findTopic(context, wider, [wider]);
  return found === null ? null : { ...found, readAs: wider };
}

/** A phrase this long that stands in so few measures is a name: all of them speak of it. */
const LITERAL = { length: 4, most: 12 };

/** Measures that print the subject, or a person's name in it, to the letter. */
function holdLiterally({ lookup, bulletin }: IntentContext, part: string): UnitId[] {
  const phrases = [
    ...(part.length >= LITERAL.length ? [part] : []),
    ...findKnownNames(part, bulletin.source),
  ];
  return phrases.flatMap((phrase) => {
    const held = lookup.measures.filter((unit) => plainText(unit).includes(phrase));
    return held.length > LITERAL.most ? [] : held.map(({ id }) => id);
  });
}

/** 青禾补教育短板: the bulletin's own place, where it is no part of a name the bulletin prints (青禾数智港). */
function dropOwnPlace({ bulletin, ledger }: IntentContext, topic: string): string {
  const places = bulletin.meta.title.match(/[\u4e00-\u9fff]{2}(?=[市区县镇])/gu) ?? [];
  const place = places.find((name) => topic.startsWith(name) && topic.length > name.length + 2);
  if (place === undefined) return topic;
  const named = [...ledger.names, ...ledger.organizations].some(
    ({ name }) => name.startsWith(place) && topic.includes(name),
  );
  if (named) return topic;
  return topic.slice(place.length);
}

/** 补教育短板: about 教育. */
const GAP = /^补(?:齐|足|强|上)?(.{2,8}?)的?(?:短板|弱项|欠账)$/u;

/** Words that narrow a subject without changing it: 基础教育, 公共卫生. */
const NARROWING = /^(?:基础|公共|综合|重点|日常|各类|各项|总体|整体|区级|本地|全区)(?=[\u4e00-\u9fff]{2,})/u;

/** 基础教育, which the bulletin does not say, is a kind of 教育, which a problem's heading names. */
function widenTopic({ lookup }: IntentContext, topic: string): string | null {
  const head = topic.replace(NARROWING, '');
  return head !== topic && lookup.problems.some(({ text }) => text.includes(head)) ? head : null;
}

interface FoundUnits {
  /** Best first. */
  readonly measures: ReadonlyMap<UnitId, RankedUnit>;
  readonly headings: ReadonlyMap<UnitId, RankedUnit>;
}

function rankUnits(context: IntentContext, query: string): FoundUnits {
  const { engine, lookup } = context;
  const holds: HoldsNames = readTopicNames(context, query);
  const rank = (units: readonly { readonly id: UnitId }[]): RankedUnit[] =>
    engine.rank(query, { limit: units.length, within: new Set(units.map(({ id }) => id)) });
  const byId = (units: readonly RankedUnit[]): Map<UnitId, RankedUnit> =>
    new Map(units.map((unit) => [unit.unit, unit]));
  return {
    measures: byId(
      rank(lookup.measures).filter(({ unit }) => holds(unit) || holds(lookup.get(unit)?.parent ?? unit)),
    ),
    headings: byId(rank(lookup.problems)),
  };
}

function takeWhole({ lookup }: IntentContext, { measures, headings }: FoundUnits, isPart: boolean): UnitId[] {
  const weighed = lookup.problems.flatMap(({ id }) => {
    const scores = lookup.measuresOf(id).map((unit) => measures.get(unit.id)?.score ?? 0);
    if (scores.length === 0) return [];
    const heading = headings.get(id)?.score ?? 0;
    const best = Math.max(...scores);
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const near = scores.filter((score) => best > 0 && score >= best * ABOUT.near).length / scores.length;
    const about = heading >= ABOUT.heading || near >= (heading > 0 ? ABOUT.most : ABOUT.alone);
    const worth = WORTH.heading * heading + WORTH.best * best + WORTH.mean * mean;
    return [{ id, worth, about }];
  });
  const top = Math.max(0, ...weighed.map(({ worth }) => worth));
  const { share, least, known } = isPart ? WHOLE.part : WHOLE;
  if (top < known) return [];
  return weighed
    .filter(({ worth, about }) => about && worth >= Math.max(least, top * share))
    .map(({ id }) => id);
}

/** Best first, so that a topic many measures mention in passing brings only the nearest. */
function takeSingles(founds: readonly FoundUnits[], whole: ReadonlySet<UnitId>): UnitId[] {
  const near = pickSingles(founds, whole, SINGLE);
  if (whole.size > 0 || near.length > HARDLY) return near;
  return pickSingles(founds, whole, near.length === 0 ? NEAREST : FURTHER);
}

function pickSingles(
  founds: readonly FoundUnits[],
  whole: ReadonlySet<UnitId>,
  least: typeof SINGLE,
): UnitId[] {
  const nearness = new Map<UnitId, number>();
  for (const { measures } of founds) {
    const best = [...measures.values()][0]?.score ?? 0;
    for (const [id, { score, coverage }] of measures) {
      if (whole.has(id) || coverage < least.coverage) continue;
      if (score < Math.max(least.least, best * least.share)) continue;
      nearness.set(id, Math.max(nearness.get(id) ?? 0, score / best));
    }
  }
  const sorted = [...nearness].sort(([, a], [, b]) => b - a);
  return sorted.slice(0, whole.size === 0 ? SINGLES.alone : SINGLES.beside).map(([id]) => id);
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
