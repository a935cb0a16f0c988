// passages, best first → the best one and those so close to it that it cannot be told which one is meant
import type { MatchedClause } from '../search/query-match.ts';
import { followPassage, type Passage } from './passage.ts';

/** How far below the best passage another of the same measure may lie, and one of another measure. */
const CLOSE = { sameUnit: 0.6, otherUnit: 0.3 };
/** Characters quoted together, passages and measures at the most. */
const MOST = { characters: 260, passages: 5, units: 3 };

/**
 * An everyday wording often fits two clauses equally well: both are shown, the likelier first, as long as the answer
 * stays short. A passage that leads clearly stands alone.
 */
export function gatherPassages(
  source: string,
  best: Passage,
  passages: readonly Passage[],
  clausesOf: (unit: string) => readonly MatchedClause[],
): Passage[] {
  const follow = (passage: Passage): Passage => followPassage(source, passage, clausesOf(passage.unit));
  const chosen = [follow(best)];
  const units = new Set([best.unit]);
  let length = chosen[0]?.quote.length ?? 0;
  for (const passage of passages) {
    const known = units.has(passage.unit);
    const least = best.score - (known ? CLOSE.sameUnit : CLOSE.otherUnit);
    if (passage.score < least || (!known && units.size >= MOST.units)) continue;
    const next = follow(passage);
    if (length + next.quote.length > MOST.characters || overlapsAny(next, chosen)) continue;
    chosen.push(next);
    units.add(next.unit);
    length += next.quote.length;
    if (chosen.length === MOST.passages) break;
  }
  return chosen;
}

export function overlapsAny({ unit, span }: Passage, others: readonly Passage[]): boolean {
  return others.some(
    (other) => other.unit === unit && span.start < other.span.end && other.span.start < span.end,
  );
}
