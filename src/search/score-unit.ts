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
}

export function scoreUnit({ kind, bm25, best, match, query }: UnitEvidence, weights: RankingWeights): number {
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
    (weights.kinds[kind] ?? 0)
  );
}
