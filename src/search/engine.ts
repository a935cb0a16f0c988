// question text → terms → MiniSearch over units → best clauses and best everyday wordings → ranked units
import MiniSearch from 'minisearch';
import type { Bulletin, Unit, UnitId } from '../bulletin/bulletin.ts';
import type { Span } from '../text/span.ts';
import type { SearchData } from './index-data.ts';
import { createPassageScorer, type MatchedClause, type MatchedLine } from './passages.ts';
import type { Tokenize } from './tokenizer.ts';
import { TERM_SEPARATOR, UNIT_INDEX_OPTIONS, type UnitDocument } from './unit-index.ts';
import { DEFAULT_WEIGHTS, weighTerm, type RankingWeights } from './weights.ts';

export interface RankedUnit {
  readonly unit: UnitId;
  /** 0…1 and more; comparable between questions (see `confidence` in question/). */
  readonly score: number;
  /** Share of the question's term weight found in the unit's own text and headings, 0…1. */
  readonly coverage: number;
  /** Best everyday wordings of the unit, most similar first. */
  readonly lines: readonly MatchedLine[];
  /** Clauses of the unit with their share of the question, in document order. */
  readonly clauses: readonly MatchedClause[];
}

export interface SearchEngine {
  readonly bulletin: Bulletin;
  readonly tokenize: Tokenize;
  /** Terms the bulletin or its wordings know. */
  readonly knows: (term: string) => boolean;
  /** Inverse document frequency over units, 0 for unknown terms. */
  readonly idf: (term: string) => number;
  readonly rank: (text: string, options?: RankOptions) => RankedUnit[];
}

export interface RankOptions {
  readonly limit?: number;
  /** Only these units. */
  readonly within?: ReadonlySet<UnitId>;
  readonly weights?: RankingWeights;
}

/** How many units the first stage hands to the second. */
const CANDIDATES = 60;

export function createSearchEngine(bulletin: Bulletin, data: SearchData, tokenize: Tokenize): SearchEngine {
  const index = MiniSearch.loadJSON<UnitDocument>(data.units, UNIT_INDEX_OPTIONS);
  const units = new Map<UnitId, Unit>(bulletin.units.map((unit) => [unit.id, unit]));
  const scorer = createPassageScorer(data, bulletin.units.length);
  const rank = (text: string, options: RankOptions = {}): RankedUnit[] => {
    const weights = options.weights ?? DEFAULT_WEIGHTS;
    const terms = [...new Set(tokenize(text, { dropStopwords: true, unigrams: true }))];
    const query = scorer.weighQuery(terms);
    const searchable = terms.filter((term) => term.length > 1);
    if (terms.length === 0) return [];
    const found = index.search(searchable.join(TERM_SEPARATOR), {
      boost: weights.fields,
      boostTerm: weighTerm,
      bm25: weights.bm25,
      filter: (result) => options.within?.has(String(result.id)) ?? true,
    });
    const best = found[0]?.score ?? 1;
    const ranked = found.slice(0, CANDIDATES).map((result): RankedUnit => {
      const unit = units.get(String(result.id));
      const position = unit?.position ?? 0;
      const match = scorer.matchUnit(position, query);
      const line = match.lines[0]?.similarity ?? 0;
      const second = match.lines[1]?.similarity ?? 0;
      const score =
        weights.bm * (result.score / best) +
        weights.saturation * (result.score / (result.score + query.total * weights.pivot)) +
        weights.line * line +
        weights.secondLine * second +
        weights.sentence * match.bestSentence +
        weights.coverage * match.coverage +
        (weights.kinds[unit?.kind ?? 'measure'] ?? 0);
      return {
        unit: String(result.id),
        score,
        coverage: match.coverage,
        lines: match.lines,
        clauses: match.clauses,
      };
    });
    ranked.sort((a, b) => b.score - a.score || positionOf(units, a) - positionOf(units, b));
    return ranked.slice(0, options.limit ?? 10);
  };
  return { bulletin, tokenize, rank, knows: scorer.knows, idf: scorer.idf };
}

function positionOf(units: ReadonlyMap<UnitId, Unit>, ranked: RankedUnit): number {
  return units.get(ranked.unit)?.position ?? 0;
}

/** True when two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
