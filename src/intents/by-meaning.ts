// everyday words for a few units (拉渣土自己定标准, 亲戚扎堆国企) → those of them that are meant
import type { UnitId } from '../bulletin/bulletin.ts';
import type { IntentContext } from './intent.ts';

/** Below this score no unit is meant. */
const KNOWN = 1.2;
/** Further units: so near the best, or holding as much of the words where the best holds some of them. */
const NEAR_BEST = { score: 0.5, coverage: 0.9, holding: 0.2, least: 0.2 };

/** Those of `units` (headings of problems, items of part four) that speak of `words`, best first; empty when none does. */
export function findByMeaning(
  { engine }: Pick<IntentContext, 'engine'>,
  words: string,
  units: readonly UnitId[],
): UnitId[] {
  if (words.length < 2) return [];
  const ranked = engine.rank(words, { within: new Set(units), limit: units.length });
  const [best] = ranked;
  if (best === undefined || best.score < KNOWN) return [];
  const holds = best.coverage >= NEAR_BEST.holding;
  return ranked
    .filter(
      ({ score, coverage }) =>
        score >= best.score * NEAR_BEST.score ||
        (holds && coverage >= best.coverage * NEAR_BEST.coverage && score >= best.score * NEAR_BEST.least),
    )
    .map(({ unit }) => unit);
}
