// a matter said in other words than the bulletin's → the measures that tell of it, each with the passage that does
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import { readAskedFor } from '../question/asked-for.ts';
import type { RankedUnit } from '../search/engine.ts';
import { measureFit, type Fit } from './fit.ts';
import type { IntentContext } from './intent.ts';
import { citePassage, findPassages, type Passage } from './passage.ts';
import { weighFit } from './rerank.ts';

/** A matter, and among which measures it is looked for. */
export interface Matter {
  /** Its words, without those that ask. */
  readonly words: string;
  readonly within: ReadonlySet<UnitId>;
  /** Measures that rules found by parts of the words; empty where they found none. */
  readonly byRule: readonly UnitId[];
}

interface Member {
  readonly unit: UnitId;
  readonly citation: Citation | null;
  /** Probability that the measure tells of the matter, 0…1. */
  readonly likely: number;
}

/** Measures looked at; 96 of 100 that belong are among them. */
const LOOKED_AT = 25;
/** Passages of one measure that are weighed. */
const MOST_PASSAGES = 3;
/** A measure belongs from here on, and beside one that does, if a rule found it. */
const BELONGS = { alone: 0.5, ruled: 0.2 };
/** Where no rule found any, the likeliest must be as sure as this, or the bulletin does not tell of the matter. */
const TOLD = 0.88;
/** The largest fall of the score is looked for among so many, and not below this share of the best. */
const FALL = { among: 15, least: 0.3 };
const LAST_RATIO = 0.5;
/** Up to this length a matter is a name that rules read well. */
const SHORT = 0.4;
const NO_FIT = { missingShare: 1, nowhere: 1, letters: 0, characters: 0 };

/** What speaks for a measure. */
interface MemberFeatures {
  /** How far in front the whole message finds it, 0…1. */
  readonly asked: number;
  /** Share of the single characters known around its best passage. */
  readonly letters: number;
  /** Size of the largest fall of the scores: negative behind it. */
  readonly fall: number;
  /** Share of the content words nothing around it knows. */
  readonly missing: number;
  /** Score relative to the best, where a rule found it. */
  readonly ruled: number;
  /** Share of the words the best measure holds that it holds too. */
  readonly shared: number;
  /** Share of the content words nothing in the bulletin knows. */
  readonly nowhere: number;
  /** How short the matter is, where a rule found the measure, and where rules found others. */
  readonly shortRuled: number;
  readonly shortUnruled: number;
}

/**
 * Fitted by logistic regression over 500 lists and counts of the tuning sets whose subject the bulletin does not print, 140 of
 * them of nothing it tells. Of those left out in turn 315 instead of 250 come out with exactly the measures that belong; of 190
 * written in everyday words alone 81 instead of 11.
 */
const WEIGHTS: Readonly<Record<keyof MemberFeatures, number>> = {
  asked: 3.36,
  letters: 4.99,
  fall: 1.7,
  missing: -1.73,
  ruled: 0.8,
  shared: 0.8,
  nowhere: -4.37,
  shortRuled: 1.96,
  shortUnruled: -3.14,
};
const BIAS = -6.21;

/** The measures that tell of the matter, likeliest first; empty where the bulletin does not tell of it. */
export function findMembers(context: IntentContext, matter: Matter): Member[] {
  const members = measureMembers(context, matter)
    .map(({ unit, citation, features }) => ({ unit, citation, likely: weigh(features) }))
    .sort((a, b) => b.likely - a.likely);
  const best = members[0]?.likely ?? 0;
  if (best < (matter.byRule.length > 0 ? BELONGS.alone : TOLD)) return [];
  return members.filter(
    ({ unit, likely }) =>
      likely >= BELONGS.alone || (likely >= BELONGS.ruled && matter.byRule.includes(unit)),
  );
}

function weigh(features: MemberFeatures): number {
  const names = Object.keys(WEIGHTS) as (keyof MemberFeatures)[];
  return 1 / (1 + Math.exp(-BIAS - names.reduce((sum, name) => sum + WEIGHTS[name] * features[name], 0)));
}

interface Measured {
  readonly unit: UnitId;
  readonly citation: Citation | null;
  readonly features: MemberFeatures;
}

function measureMembers(context: IntentContext, { words, within, byRule }: Matter): Measured[] {
  const { engine, question } = context;
  const ranked = engine.rank(words, { within, limit: LOOKED_AT });
  const [top] = ranked;
  if (top === undefined) return [];
  const asked = new Map(
    engine.rank(question.text, { within, limit: 2 * LOOKED_AT }).map(({ unit }, at) => [unit, at]),
  );
  const told = findTold(context, words, ranked);
  const ratios = ranked.map(({ score }, at) => {
    const next = ranked[at + 1];
    return next === undefined ? LAST_RATIO : next.score / score;
  });
  const edge = findFall(ranked, ratios);
  const held = weighHeld(top);
  const topHeld = held(top);
  const ruledSet = new Set(byRule);
  return ranked.map((unit, at) => {
    const best = told.get(unit.unit);
    const { missingShare, nowhere, letters, characters } = best ?? NO_FIT;
    const ruled = ruledSet.has(unit.unit);
    const relative = unit.score / top.score;
    const short = Math.max(0, 1 - characters / SHORT);
    const place = asked.get(unit.unit);
    return {
      unit: unit.unit,
      citation: best === undefined ? null : citePassage(best.passage),
      features: {
        asked: place === undefined ? 0 : Math.exp(-place / 5),
        letters,
        fall: (1 - (ratios[edge] ?? 1)) * (at <= edge ? 1 : -1),
        missing: missingShare,
        ruled: ruled ? relative : 0,
        shared: topHeld === 0 ? 1 : held(unit) / topHeld,
        nowhere,
        shortRuled: ruled ? short : 0,
        shortUnruled: ruled || byRule.length === 0 ? 0 : short,
      },
    };
  });
}

interface Told extends Fit {
  readonly passage: Passage;
  readonly weight: number;
}

/** The passage of each measure that meets the matter best. */
function findTold(context: IntentContext, words: string, ranked: readonly RankedUnit[]): Map<UnitId, Told> {
  const question = { ...context.question, text: words, askedFor: readAskedFor(words) };
  const scene = { ...context, question };
  const passages = findPassages(context.bulletin.source, ranked, question);
  return new Map(
    ranked.flatMap((unit): [UnitId, Told][] => {
      const own = passages.filter((passage) => passage.unit === unit.unit).slice(0, MOST_PASSAGES);
      const [best] = own
        .map((passage): Told => {
          const fit = measureFit(scene, unit, passage);
          return { ...fit, passage, weight: passage.score + weighFit(fit) };
        })
        .sort((a, b) => b.weight - a.weight);
      return best === undefined ? [] : [[unit.unit, best]];
    }),
  );
}

/** The last unit in front of the largest fall of the scores. */
function findFall(ranked: readonly RankedUnit[], ratios: readonly number[]): number {
  const best = ranked[0]?.score ?? 0;
  const among = ratios.slice(0, FALL.among).map((ratio, at) => {
    const high = (ranked[at]?.score ?? 0) > FALL.least * best;
    return high ? ratio : Number.POSITIVE_INFINITY;
  });
  return among.indexOf(Math.min(...among));
}

/** How much of the words of `top` a unit holds, by their weight. */
function weighHeld({ clauses, shares }: RankedUnit): (unit: RankedUnit) => number {
  const wanted = new Set(clauses.flatMap(({ found }) => found));
  return (unit) => {
    const found = new Set(unit.clauses.flatMap(({ found }) => found));
    return [...wanted].reduce((sum, term) => sum + (found.has(term) ? (shares.get(term) ?? 0) : 0), 0);
  };
}
