// question text → terms → MiniSearch over units → best clauses and best everyday wordings → ranked units
import MiniSearch from 'minisearch';
import type { Bulletin, Unit, UnitId } from '../bulletin/bulletin.ts';
import { rememberRecent } from '../text/remember.ts';
import type { Span } from '../text/span.ts';
import { readPairs } from './ask-kinds.ts';
import { createAskReader, type NearAsks } from './asks.ts';
import type { SearchData } from './index-data.ts';
import { unpackNumbers } from './packed.ts';
import { createPassageScorer } from './passages.ts';
import type { MatchedClause, MatchedLine, QueryMatch, WeightedQuery } from './query-match.ts';
import { scoreUnit, type UnitEvidence } from './score-unit.ts';
import type { Tokenize } from './tokenizer.ts';
import { spellOut, TERM_SEPARATOR, UNIT_INDEX_OPTIONS, type UnitDocument } from './unit-index.ts';
import { createWordMatcher } from './word-match.ts';
import { BARE_WEIGHTS, DEFAULT_WEIGHTS, LEANING, weighTerm, type RankingWeights } from './weights.ts';

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
  /** Question terms known to the unit's text, its everyday wordings or its problem's heading. */
  readonly known: ReadonlySet<number>;
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
  readonly weights?: RankingWeights;
}

/** A wording less similar than this shares single characters at most. */
const LEAST_LINE = 0.1;
/** How many units the first stage hands to the second, from each of its two lists. */
const CANDIDATES = 30;
/** A message is ranked several times over: whole and in parts, among all units and among some. */
const MOST_MEETINGS = 6;

/** A question met with the whole bulletin, before units are chosen. */
interface Meeting {
  readonly query: WeightedQuery;
  readonly shares: ReadonlyMap<number, number>;
  /** MiniSearch's scores by position of the unit, best first. */
  readonly scores: ReadonlyMap<number, number>;
  readonly match: QueryMatch;
  /** Word by word, per unit; null where everyday wordings carry the ranking. */
  readonly words: Float64Array | null;
}

export function createSearchEngine(bulletin: Bulletin, data: SearchData, tokenize: Tokenize): SearchEngine {
  const index = MiniSearch.loadJSON<UnitDocument>(data.units, UNIT_INDEX_OPTIONS);
  const units = new Map<UnitId, Unit>(bulletin.units.map((unit) => [unit.id, unit]));
  const scorer = createPassageScorer(data, bulletin.units.length);
  // Without everyday wordings the words of the thesaurus carry the ranking, see `BARE_WEIGHTS`.
  const lineUnits = unpackNumbers(data.lines.units);
  const bare = lineUnits.length === 0;
  const matchWords = bare ? createWordMatcher(data, bulletin.units.length, tokenize) : null;
  const measuresOf = groupMeasures(bulletin);
  const meanLength = bulletin.source.length / bulletin.units.length;
  const headingOf = (unit: Unit | undefined): number | null =>
    units.get(unit?.parent ?? '')?.position ?? null;
  const meet = (text: string, leaned: string, weights: RankingWeights): Meeting | null => {
    const terms = [...new Set(tokenize(text, { dropStopwords: true, unigrams: true }))];
    const known = new Set(terms);
    const leaning = [...new Set(tokenize(leaned, { dropStopwords: true }))].filter(
      (term) => !known.has(term),
    );
    const query = scorer.weighQuery(terms, leaning);
    const searchable = [...terms, ...leaning].filter((term) => term.length > 1);
    if (searchable.length === 0) return null;
    const light = new Set(leaning);
    const boosts = new Map(
      searchable.map((term) => [spellOut(term), weighTerm(term) * (light.has(term) ? LEANING : 1)]),
    );
    const found = index.search(searchable.join(TERM_SEPARATOR), {
      boost: weights.fields,
      boostTerm: (spelled) => boosts.get(spelled) ?? 1,
      bm25: weights.bm25,
    });
    return {
      query,
      shares: new Map([...query.weights].map(([term, weight]) => [term, weight / query.total])),
      scores: new Map(found.map(({ id, score }) => [positionOf(units, String(id)), score])),
      match: scorer.matchQuery(query),
      words: matchWords?.(text) ?? null,
    };
  };
  const remember = rememberRecent<Meeting | null>(MOST_MEETINGS);
  const rank = (text: string, options: RankOptions = {}): RankedUnit[] => {
    const { leaning = '', within, beside = [], weights = bare ? BARE_WEIGHTS : DEFAULT_WEIGHTS } = options;
    const meeting =
      options.weights === undefined
        ? remember(`${text}\n${leaning}`, () => meet(text, leaning, weights))
        : meet(text, leaning, weights);
    if (meeting === null) return [];
    const { query, shares, match, words } = meeting;
    const wordsAt = (position: number | null): number => (position === null ? 0 : (words?.[position] ?? 0));
    const allowed = (position: number): boolean =>
      within === undefined || within.has(bulletin.units[position]?.id ?? '');
    const byWords = [...meeting.scores.keys()].filter(allowed);
    const best = meeting.scores.get(byWords[0] ?? -1) ?? 1;
    const byLine = words?.map((share, i) => (meeting.scores.has(i) ? share : 0)) ?? match.bestLines;
    const chosen = [...firstStage(byWords, byLine, allowed), ...beside.map((id) => positionOf(units, id))];
    const ranked = [...new Set(chosen)].flatMap((position): RankedUnit[] => {
      const unit = bulletin.units[position];
      if (unit === undefined) return [];
      const own = match.matchUnit(position, headingOf(unit));
      const below = measuresOf.get(unit.id) ?? [];
      const evidence: UnitEvidence = {
        kind: unit.kind,
        bm25: meeting.scores.get(position) ?? 0,
        best,
        match: own,
        query,
        words: {
          own: wordsAt(position),
          above: wordsAt(headingOf(unit)),
          below: Math.max(0, ...below.map(wordsAt)),
          length: (unit.text.length + 1) / meanLength,
        },
      };
      const score = scoreUnit(evidence, weights) + (options.bonus?.get(unit.id) ?? 0);
      const { coverage, lines, known } = own;
      return [{ unit: unit.id, score, coverage, lines, clauses: [], shares, known }];
    });
    ranked.sort((a, b) => b.score - a.score || positionOf(units, a.unit) - positionOf(units, b.unit));
    return ranked
      .slice(0, options.limit ?? 10)
      .map((unit) => ({ ...unit, clauses: match.matchClauses(positionOf(units, unit.unit)) }));
  };
  const termsNear = (id: UnitId, span: Span): ReadonlySet<number> => {
    const unit = units.get(id);
    return scorer.termsNear(unit?.position ?? 0, headingOf(unit), span);
  };
  const printed = readPairs(bulletin.source);
  const readAsks = createAskReader(data.asks, {
    units: lineUnits,
    from: unpackNumbers(data.lines.from),
    to: unpackNumbers(data.lines.to),
  });
  const asksNear = (id: UnitId, span: Span): NearAsks => readAsks(positionOf(units, id), span);
  return {
    bulletin,
    tokenize,
    rank,
    termsNear,
    asksNear,
    isPrinted: (pair) => printed.has(pair),
    knows: scorer.knows,
    idf: scorer.idf,
    numberOf: scorer.numberOf,
  };
}

function positionOf(units: ReadonlyMap<UnitId, Unit>, id: UnitId): number {
  return units.get(id)?.position ?? 0;
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
