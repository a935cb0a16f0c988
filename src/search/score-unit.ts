import type { UnitKind } from '../bulletin/bulletin.ts';
import type { WeightedQuery } from './passages.ts';
import type { UnitMatch } from './query-match.ts';
import type { RankingWeights } from './weights.ts';

export interface UnitEvidence {
  readonly kind: UnitKind;
  /** BM25+ of the unit's own words and headings, and of the best unit's. */
  readonly bm25: number;
  readonly best: number;
  readonly match: UnitMatch;
  readonly query: WeightedQuery;
  /** Null where everyday wordings carry the ranking. */
  readonly words: WordEvidence | null;
}

/** Shares of the question's words, see `RankingWeights`, and the length of the unit's text beside the mean. */
export interface WordEvidence {
  readonly own: number;
  readonly above: number;
  readonly below: number;
  readonly length: number;
}

export function scoreUnit(evidence: UnitEvidence, weights: RankingWeights): number {
  const { kind, bm25, best, match, query, words } = evidence;
  const [first, second, third, ...more] = match.lines;
  const rest = more.reduce((sum, { similarity }) => sum + similarity, 0) / 3;
  return (
    weights.bm * (bm25 / best) +
    weights.saturation * (bm25 / (bm25 + query.total * weights.pivot)) +
    weights.line * (first?.similarity ?? 0) +
    weights.secondLine * (second?.similarity ?? 0) +
    weights.thirdLine * (third?.similarity ?? 0) +
    weights.moreLines * rest +
    weights.depth * match.depth +
    weights.heading * match.heading +
    weights.sentence * match.bestSentence +
    weights.coverage * match.coverage +
    weights.known * match.known +
    (words === null ? 0 : scoreWords(words, weights)) +
    (weights.kinds[kind] ?? 0)
  );
}

function scoreWords({ own, above, below, length }: WordEvidence, weights: RankingWeights): number {
  return (
    weights.words * own +
    weights.wordsAbove * above +
    weights.wordsBelow * below +
    weights.length * Math.log(length)
  );
}
