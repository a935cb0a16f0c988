import type { UnitKind } from '../bulletin/bulletin.ts';
import type { UnitMatch, WeightedQuery } from './query-match.ts';
import type { RankingWeights } from './weights.ts';

export interface UnitEvidence {
  readonly kind: UnitKind;
  /** MiniSearch's score of the unit, and of the best one. */
  readonly bm25: number;
  readonly best: number;
  readonly match: UnitMatch;
  readonly query: WeightedQuery;
  readonly words: WordEvidence;
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
  let known = 0;
  for (const term of match.known) known += (query.weights.get(term) ?? 0) / query.total;
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
    weights.known * known +
    weights.words * words.own +
    weights.wordsAbove * words.above +
    weights.wordsBelow * words.below +
    weights.length * Math.log(words.length) +
    (weights.kinds[kind] ?? 0)
  );
}
