// vectors of the units + vector of the question → nearest units; two rankings → one, by reciprocal rank
import type { UnitId } from '../bulletin/bulletin.ts';
import type { RankedUnit } from './engine.ts';

/** Vectors of length 1, one for each unit. */
export type UnitVectors = ReadonlyMap<UnitId, Float32Array>;

/** The units nearest to the question by cosine, nearest first; none when the sizes differ. */
export function findNearest(vectors: UnitVectors, question: Float32Array, limit: number): UnitId[] {
  return [...vectors]
    .filter(([, vector]) => vector.length === question.length)
    .map(([unit, vector]) => ({
      unit,
      cosine: vector.reduce((sum, one, i) => sum + one * (question[i] ?? 0), 0),
    }))
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, limit)
    .map(({ unit }) => unit);
}

/** Cormack, Clarke, Büttcher: Reciprocal Rank Fusion outperforms Condorcet (SIGIR 2009). */
const RANK_OFFSET = 60;

/**
 * `ranked` in the order of both rankings taken together. Scores go by place: the best unit keeps the best score, so that
 * what is decided by them goes on as before.
 */
export function fuseRanks(ranked: readonly RankedUnit[], nearest: readonly UnitId[]): RankedUnit[] {
  const worth = (place: number): number => (place < 0 ? 0 : 1 / (RANK_OFFSET + place));
  const scores = ranked.map(({ score }) => score).sort((a, b) => b - a);
  return ranked
    .map((unit, place) => ({ unit, worth: worth(place) + worth(nearest.indexOf(unit.unit)) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ unit }, place) => ({ ...unit, score: scores[place] ?? unit.score }));
}
