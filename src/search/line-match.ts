// weighted question → postings of everyday wordings → per unit: its most similar wordings, what they meet together
import type { Span } from '../text/span.ts';
import type { PassageStore, WeightedQuery } from './passages.ts';
import { entriesOf } from './postings.ts';
import { createTermGrid, markHeld, type TermGrid } from './term-grid.ts';

export interface MatchedLine {
  /** Cosine of the weighted terms, 0…1. */
  readonly similarity: number;
  /** Where the answer stands; null for the unit as a whole. */
  readonly anchor: Span | null;
}

/** How the everyday wordings of every unit meet one question, by the unit's position. */
export interface LineMatch {
  /** Similarity of the best wording; 0 for none. */
  readonly bestLines: Float64Array;
  /** Weight the wordings meet, the more the more of them hold a term. */
  readonly depths: Float64Array;
  /** Which units have a wording with the question's terms. */
  readonly worded: TermGrid;
  /** The most similar wordings of one unit, most similar first. */
  readonly readLines: (unit: number) => MatchedLine[];
}

/** Wordings of one unit that are looked at. */
const MOST_LINES = 6;
/** So many wordings with a term count half of what endlessly many would. */
const HALF_DEEP = 3;

export function matchLines(store: PassageStore, query: WeightedQuery): LineMatch {
  const { lineStarts, norms, unitCount } = store;
  const bestLines = new Float64Array(unitCount);
  const dots = store.dotsWith(query);
  for (let unit = 0; unit < unitCount; unit += 1) {
    const end = lineStarts[unit + 1] ?? 0;
    let best = 0;
    for (let line = lineStarts[unit] ?? 0; line < end; line += 1)
      best = Math.max(best, (dots[line] ?? 0) / ((norms[line] ?? 1) * query.norm));
    bestLines[unit] = best;
  }
  return { bestLines, ...countLines(store, query), readLines: (unit) => readLines(store, query, unit) };
}

function countLines(
  { lines, lineStarts, linePostings, unitCount }: PassageStore,
  query: WeightedQuery,
): Pick<LineMatch, 'depths' | 'worded'> {
  const depths = new Float64Array(unitCount);
  const worded = createTermGrid(unitCount, query.weights.size);
  let t = 0;
  for (const [term, weight] of query.weights) {
    const entries = entriesOf(linePostings, term);
    for (let i = 0; i < entries.length;) {
      const unit = lines.units[entries[i] ?? 0] ?? 0;
      const end = lineStarts[unit + 1] ?? 0;
      const first = i;
      while ((entries[i] ?? end) < end) i += 1;
      const count = i - first;
      markHeld(worded, unit, t);
      depths[unit] = (depths[unit] ?? 0) + (weight * count) / (count + HALF_DEEP);
    }
    t += 1;
  }
  return { depths, worded };
}

function readLines(store: PassageStore, query: WeightedQuery, unit: number): MatchedLine[] {
  const { lines, lineStarts, norms } = store;
  const dots = store.dotsWith(query);
  const similarities = new Float64Array(MOST_LINES);
  const numbers = new Int32Array(MOST_LINES);
  for (let line = lineStarts[unit] ?? 0; line < (lineStarts[unit + 1] ?? 0); line += 1) {
    const similarity = (dots[line] ?? 0) / ((norms[line] ?? 1) * query.norm);
    let at = MOST_LINES - 1;
    if (similarity <= (similarities[at] ?? 0)) continue;
    for (; at > 0 && similarity > (similarities[at - 1] ?? 0); at -= 1) {
      similarities[at] = similarities[at - 1] ?? 0;
      numbers[at] = numbers[at - 1] ?? 0;
    }
    similarities[at] = similarity;
    numbers[at] = line;
  }
  const read: MatchedLine[] = [];
  for (const [at, similarity] of similarities.entries()) {
    if (similarity === 0) break;
    const line = numbers[at] ?? 0;
    const start = lines.from[line] ?? -1;
    read.push({ similarity, anchor: start < 0 ? null : { start, end: lines.to[line] ?? start } });
  }
  return read;
}
