// question text → terms → MiniSearch over units → best clauses and best everyday wordings → ranked units
import MiniSearch from 'minisearch';
import type { Bulletin, Unit, UnitId } from '../bulletin/bulletin.ts';
import type { Span } from '../text/span.ts';
import type { SearchData } from './index-data.ts';
import { createPassageScorer, type MatchedClause, type MatchedLine } from './passages.ts';
import type { Tokenize } from './tokenizer.ts';
import { spellOut, TERM_SEPARATOR, UNIT_INDEX_OPTIONS, type UnitDocument } from './unit-index.ts';
import { DEFAULT_WEIGHTS, LEANING, weighTerm, type RankingWeights } from './weights.ts';

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
  readonly rank: (text: string, options?: RankOptions) => RankedUnit[];
}

export interface RankOptions {
  readonly limit?: number;
  /** Only these units. */
  readonly within?: ReadonlySet<UnitId>;
  /** The previous question of a follow-up: its terms count a third. */
  readonly leaning?: string;
  /** Added to a unit's score: units the conversation is about. */
  readonly bonus?: ReadonlyMap<UnitId, number>;
  readonly weights?: RankingWeights;
}

/** How many units the first stage hands to the second. */
const CANDIDATES = 60;

export function createSearchEngine(bulletin: Bulletin, data: SearchData, tokenize: Tokenize): SearchEngine {
  const index = MiniSearch.loadJSON<UnitDocument>(data.units, UNIT_INDEX_OPTIONS);
  const units = new Map<UnitId, Unit>(bulletin.units.map((unit) => [unit.id, unit]));
  const scorer = createPassageScorer(data, bulletin.units.length);
  const headingOf = (unit: Unit | undefined): number | null =>
    units.get(unit?.parent ?? '')?.position ?? null;
  const rank = (text: string, options: RankOptions = {}): RankedUnit[] => {
    const weights = options.weights ?? DEFAULT_WEIGHTS;
    const terms = [...new Set(tokenize(text, { dropStopwords: true, unigrams: true }))];
    const known = new Set(terms);
    const leaning = [...new Set(tokenize(options.leaning ?? '', { dropStopwords: true }))].filter(
      (term) => !known.has(term),
    );
    const query = scorer.weighQuery(terms, leaning);
    const shares = new Map([...query.weights].map(([term, weight]) => [term, weight / query.total]));
    const searchable = [...terms, ...leaning].filter((term) => term.length > 1);
    if (searchable.length === 0) return [];
    const light = new Set(leaning);
    const boosts = new Map(
      searchable.map((term) => [spellOut(term), weighTerm(term) * (light.has(term) ? LEANING : 1)]),
    );
    const found = index.search(searchable.join(TERM_SEPARATOR), {
      boost: weights.fields,
      boostTerm: (spelled) => boosts.get(spelled) ?? 1,
      bm25: weights.bm25,
      filter: (result) => options.within?.has(String(result.id)) ?? true,
    });
    const best = found[0]?.score ?? 1;
    const ranked = found.slice(0, CANDIDATES).map((result): RankedUnit => {
      const unit = units.get(String(result.id));
      const position = unit?.position ?? 0;
      const match = scorer.matchUnit(position, headingOf(unit), query);
      const line = match.lines[0]?.similarity ?? 0;
      const second = match.lines[1]?.similarity ?? 0;
      const score =
        weights.bm * (result.score / best) +
        weights.saturation * (result.score / (result.score + query.total * weights.pivot)) +
        weights.line * line +
        weights.secondLine * second +
        weights.sentence * match.bestSentence +
        weights.coverage * match.coverage +
        (weights.kinds[unit?.kind ?? 'measure'] ?? 0) +
        (options.bonus?.get(String(result.id)) ?? 0);
      return {
        unit: String(result.id),
        score,
        coverage: match.coverage,
        lines: match.lines,
        clauses: match.clauses,
        shares,
        known: match.known,
      };
    });
    ranked.sort((a, b) => b.score - a.score || positionOf(units, a) - positionOf(units, b));
    return ranked.slice(0, options.limit ?? 10);
  };
  const termsNear = (id: UnitId, span: Span): ReadonlySet<number> => {
    const unit = units.get(id);
    return scorer.termsNear(unit?.position ?? 0, headingOf(unit), span);
  };
  return {
    bulletin,
    tokenize,
    rank,
    termsNear,
    knows: scorer.knows,
    idf: scorer.idf,
    numberOf: scorer.numberOf,
  };
}

function positionOf(units: ReadonlyMap<UnitId, Unit>, ranked: RankedUnit): number {
  return units.get(ranked.unit)?.position ?? 0;
}
