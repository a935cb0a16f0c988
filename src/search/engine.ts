// question text → terms → MiniSearch over units → best clauses and best everyday wordings → ranked units
import type { Bulletin, Unit, UnitId } from '../bulletin/bulletin.ts';
import { rememberRecent } from '../text/remember.ts';
import type { Span } from '../text/span.ts';
import { createAskReader, type NearAsks } from './asks.ts';
import type { SearchData } from './index-data.ts';
import {
  collectTermsNear,
  createPassageStore,
  numberOf,
  weighQuery,
  type WeightedQuery,
} from './passages.ts';
import type { MatchedLine } from './line-match.ts';
import { matchQuery, type MatchedClause, type QueryMatch } from './query-match.ts';
import { scoreUnit, type UnitEvidence } from './score-unit.ts';
import type { Tokenize } from './tokenizer.ts';
import { createUnitScorer, type UnitScores } from './unit-index.ts';
import { createWordMatcher } from './word-match.ts';
import { BARE_WEIGHTS, DEFAULT_WEIGHTS, LEANING, weighTerm } from './weights.ts';

export interface RankedUnit {
  readonly unit: UnitId;
  /** 0…1 and more; comparable between questions (see `confidence` in question/). */
  readonly score: number;
  /** Share of the question's term weight found in the unit's own text and headings, 0…1. */
  readonly coverage: number;
  /** Best everyday wordings of the unit, most similar first. */
  readonly lines: readonly MatchedLine[];
  /** Clauses of the unit with the question's terms found in each, in document order. */
  readonly clauses: readonly MatchedClause[];
  /** Each known question term's share of the question's weight; all terms, unknown ones included, add up to 1. */
  readonly shares: ReadonlyMap<number, number>;
  /** Share of the question's term weight known to the unit's text, its everyday wordings or its problem's heading. */
  readonly known: number;
}

export interface SearchEngine {
  readonly bulletin: Bulletin;
  readonly tokenize: Tokenize;
  /** Terms the bulletin or its wordings know. */
  readonly knows: (term: string) => boolean;
  /** Inverse document frequency over units, 0 for unknown terms. */
  readonly idf: (term: string) => number;
  readonly numberOf: (term: string) => number | undefined;
  /** Terms known around `span` of a unit: its sentences, the wordings that point there, the problem's heading. */
  readonly termsNear: (unit: UnitId, span: Span) => ReadonlySet<number>;
  /** Whether the bulletin prints these two neighbouring characters. */
  readonly isPrinted: (pair: string) => boolean;
  /** How the everyday wordings around `span` of a unit ask. */
  readonly asksNear: (unit: UnitId, span: Span) => NearAsks;
  /** Rarity of two neighbouring characters among the everyday wordings. */
  readonly pairRarity: (pair: string) => number;
  readonly rank: (text: string, options?: RankOptions) => RankedUnit[];
}

export interface RankOptions {
  readonly limit?: number;
  /** Units to look at whatever words they share with the question. */
  readonly beside?: readonly UnitId[];
  /** Only these units. */
  readonly within?: ReadonlySet<UnitId>;
  /** The previous question of a follow-up: its terms count a third. */
  readonly leaning?: string;
  /** Added to a unit's score: units the conversation is about. */
  readonly bonus?: ReadonlyMap<UnitId, number>;
}

/** A wording less similar than this shares single characters at most. */
const LEAST_LINE = 0.1;
/** How many units the first stage hands to the second, from each of its two lists. */
const CANDIDATES = 30;
/** A message is ranked several times over: whole and in parts, among all units and among some. */
const MOST_MEETINGS = 6;
/** The passages of a message are judged whole, in parts and within the conversation. */
const MOST_PLACES = 40;

/** What a question asks in, and the question before it. */
interface Terms {
  readonly terms: readonly string[];
  readonly leaning: readonly string[];
}

/** A question met with the whole bulletin, before units are chosen. */
interface Meeting {
  readonly query: WeightedQuery;
  readonly shares: ReadonlyMap<number, number>;
  readonly own: UnitScores;
  readonly match: QueryMatch;
  /** Word by word, per unit; null where everyday wordings carry the ranking. */
  readonly words: Float64Array | null;
}

export function createSearchEngine(bulletin: Bulletin, data: SearchData, tokenize: Tokenize): SearchEngine {
  const units = new Map<UnitId, Unit>(bulletin.units.map((unit) => [unit.id, unit]));
  const positionOf = (id: UnitId | null): number => units.get(id ?? '')?.position ?? 0;
  const headings = bulletin.units.map(({ parent }) => units.get(parent ?? '')?.position ?? null);
  const store = createPassageStore(data, bulletin.units.length);
  // Without everyday wordings the words of the thesaurus carry the ranking, see `BARE_WEIGHTS`.
  const bare = store.lines.units.length === 0;
  const weights = bare ? BARE_WEIGHTS : DEFAULT_WEIGHTS;
  const scoreUnits = createUnitScorer(data.units, bulletin.units.length, weights);
  const matchWords = bare ? createWordMatcher(store, tokenize) : null;
  const measuresOf = groupMeasures(bulletin);
  const meanLength = bulletin.source.length / bulletin.units.length;
  const readTerms = (text: string, leaned: string): Terms => {
    const terms = new Set(tokenize(text, { dropStopwords: true, unigrams: true }));
    const leaning = new Set(tokenize(leaned, { dropStopwords: true }));
    return { terms: [...terms], leaning: [...leaning].filter((term) => !terms.has(term)) };
  };
  const meet = ({ terms, leaning }: Terms, text: string): Meeting | null => {
    if (![...terms, ...leaning].some(isSearchable)) return null;
    const weigh = (searched: readonly string[], share: number): [string, number][] =>
      searched.filter(isSearchable).map((term) => [term, weighTerm(term) * share]);
    const boosts = new Map([...weigh(terms, 1), ...weigh(leaning, LEANING)]);
    const query = weighQuery(store, terms, leaning);
    return {
      query,
      shares: new Map([...query.weights].map(([term, weight]) => [term, weight / query.total])),
      own: scoreUnits(boosts),
      match: matchQuery(store, query),
      words: matchWords?.(text) ?? null,
    };
  };
  const remember = rememberRecent<Meeting | null>(MOST_MEETINGS);
  const rank = (text: string, options: RankOptions = {}): RankedUnit[] => {
    const { leaning = '', within, beside = [] } = options;
    const read = readTerms(text, leaning);
    // What is asked twice in other words of the same terms (…多少?, …有多少) meets the bulletin once.
    const key = `${read.terms.join(' ')}\n${read.leaning.join(' ')}${bare ? text : ''}`;
    const meeting = remember(key, () => meet(read, text));
    if (meeting === null) return [];
    const { query, shares, match, words, own } = meeting;
    const allowed = (position: number): boolean =>
      within === undefined || within.has(bulletin.units[position]?.id ?? '');
    const byWords = own.order.filter(allowed);
    const best = byWords[0] === undefined ? 1 : (own.scores[byWords[0]] ?? 1);
    const byLine = words?.map((share, at) => (own.scores[at] === 0 ? 0 : share)) ?? match.bestLines;
    const weighWords = (position: number, { id, text: written }: Unit): UnitEvidence['words'] => {
      if (words === null) return null;
      const wordsAt = (at: number | null | undefined): number => words[at ?? -1] ?? 0;
      return {
        own: wordsAt(position),
        above: wordsAt(headings[position]),
        below: Math.max(0, ...(measuresOf.get(id) ?? []).map(wordsAt)),
        length: (written.length + 1) / meanLength,
      };
    };
    const chosen = [...firstStage(byWords, byLine, allowed), ...beside.map(positionOf)];
    const ranked = [...new Set(chosen)].flatMap((position) => {
      const unit = bulletin.units[position];
      if (unit === undefined) return [];
      const met = match.matchUnit(position, headings[position] ?? null);
      const evidence: UnitEvidence = {
        kind: unit.kind,
        bm25: own.scores[position] ?? 0,
        best,
        match: met,
        query,
        words: weighWords(position, unit),
      };
      const score = scoreUnit(evidence, weights) + (options.bonus?.get(unit.id) ?? 0);
      return [{ unit: unit.id, position, score, met }];
    });
    ranked.sort((a, b) => b.score - a.score || a.position - b.position);
    return ranked.slice(0, options.limit ?? 10).map(({ unit, position, score, met }) => {
      const { coverage, lines, known } = met;
      return { unit, score, coverage, lines, clauses: match.matchClauses(position), shares, known };
    });
  };
  const printed = new Set<string>();
  for (let at = 0; at < data.printed.length; at += 2) printed.add(data.printed.slice(at, at + 2));
  const asks = createAskReader(data.asks, store);
  const terms = rememberRecent<ReadonlySet<number>>(MOST_PLACES);
  const asked = rememberRecent<NearAsks>(MOST_PLACES);
  const placeOf = (id: UnitId, { start, end }: Span): string => `${id} ${start} ${end}`;
  return {
    bulletin,
    tokenize,
    rank,
    termsNear: (id, span) =>
      terms(placeOf(id, span), () =>
        collectTermsNear(store, positionOf(id), headings[positionOf(id)] ?? null, span),
      ),
    asksNear: (id, span) => asked(placeOf(id, span), () => asks.near(positionOf(id), span)),
    pairRarity: asks.rarity,
    isPrinted: (pair) => printed.has(pair),
    knows: (term) => numberOf(store, term) !== undefined,
    idf: (term) => store.weights[numberOf(store, term) ?? -1] ?? 0,
    numberOf: (term) => numberOf(store, term),
  };
}

/** Single characters are too common to be searched for; they count where passages are compared. */
function isSearchable(term: string): boolean {
  return term.length > 1;
}

/** Positions of the measures under each problem. */
function groupMeasures(bulletin: Bulletin): ReadonlyMap<UnitId, readonly number[]> {
  const groups = new Map<UnitId, number[]>();
  for (const { parent, kind, position } of bulletin.units) {
    if (kind === 'measure' && parent !== null) groups.set(parent, [...(groups.get(parent) ?? []), position]);
  }
  return groups;
}

/** Positions of the units worth a closer look: best by their own words, best by an everyday wording (or word by word). */
function firstStage(
  byWords: readonly number[],
  bestLines: Float64Array,
  allowed: (position: number) => boolean,
): number[] {
  const byLine = Array.from(bestLines.keys())
    .filter((position) => (bestLines[position] ?? 0) >= LEAST_LINE && allowed(position))
    .sort((a, b) => (bestLines[b] ?? 0) - (bestLines[a] ?? 0));
  return [...new Set([...byWords.slice(0, CANDIDATES), ...byLine.slice(0, CANDIDATES)])];
}
