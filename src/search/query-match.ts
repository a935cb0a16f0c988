// weighted question → postings of wordings and clauses → per unit: its most similar wordings, what its clauses hold
import type { Span } from '../text/span.ts';
import type { PassageTable } from './index-data.ts';
import type { PassageStore, WeightedQuery } from './passages.ts';
import { entriesOf } from './postings.ts';

export interface MatchedLine {
  /** Cosine of the weighted terms, 0…1. */
  readonly similarity: number;
  /** Where the answer stands; null for the unit as a whole. */
  readonly anchor: Span | null;
}

export interface MatchedClause {
  /** The same object for the same clause, every time: what is read of its words may be kept with it. */
  readonly span: Span;
  readonly sentence: number;
  /** Share of the question's term weight found here, 0…1. */
  readonly share: number;
  /** Question terms found here, by number. */
  readonly found: readonly number[];
}

/** How one unit meets a question. */
export interface UnitMatch {
  readonly lines: readonly MatchedLine[];
  readonly bestSentence: number;
  readonly coverage: number;
  /** Question terms known to the unit's text, its everyday wordings or its problem's heading, by number. */
  readonly known: ReadonlySet<number>;
  /** Share of the question's term weight met by the wordings taken together, the more the more of them hold a term. */
  readonly depth: number;
  /** Share of the question's term weight met by the heading of the problem the unit stands under. */
  readonly heading: number;
}

/** How the whole bulletin meets one question; reads single units on demand. */
export interface QueryMatch {
  /** `heading`: position of the problem the unit stands under, null for none. */
  readonly matchUnit: (position: number, heading: number | null) => UnitMatch;
  /** Clauses of the unit with the question's terms found in each, in document order. */
  readonly matchClauses: (position: number) => MatchedClause[];
  /** Similarity of the best wording of every unit, by position; 0 for none. */
  readonly bestLines: Float64Array;
}

const NOTHING: readonly number[] = [];
const NO_TERMS: ReadonlySet<number> = new Set();
const NOWHERE: Span = { start: 0, end: 0 };

/** Wordings of one unit that are looked at. */
const MOST_LINES = 6;
/** So many wordings with a term count half of what endlessly many would. */
const HALF_DEEP = 3;

export function matchQuery(store: PassageStore, query: WeightedQuery): QueryMatch {
  const { clauses, lines, clausesOf } = store;
  const terms = [...query.weights.keys()];
  const { best, depths, holds } = matchLines(store, query);
  const foundIn: (number[] | undefined)[] = Array.from(clauses.units, () => undefined);
  for (const [t, term] of terms.entries()) {
    const entries = entriesOf(store.clausePostings, term);
    for (let i = 0; i < entries.length; i += 1) {
      const clause = entries[i] ?? 0;
      const found = foundIn[clause];
      if (found === undefined) foundIn[clause] = [term];
      else found.push(term);
      holds[(clauses.units[clause] ?? 0) * terms.length + t] = 1;
    }
  }
  const foundAt = (clause: number): readonly number[] => foundIn[clause] ?? NOTHING;
  const foundInUnit = (position: number): ReadonlySet<number> => {
    const found = new Set<number>();
    for (const clause of clausesOf[position] ?? []) for (const term of foundAt(clause)) found.add(term);
    return found;
  };
  const matchUnit = (position: number, heading: number | null): UnitMatch => {
    const above = heading === null ? NO_TERMS : foundInUnit(heading);
    const known = new Set<number>();
    for (const [t, term] of terms.entries()) if (holds[position * terms.length + t] === 1) known.add(term);
    for (const term of above) known.add(term);
    return {
      lines: readLines(lines, best, position),
      bestSentence: bestSentence(clauses, clausesOf[position] ?? [], foundAt, query),
      coverage: shareOf(foundInUnit(position), query),
      known,
      depth: (depths[position] ?? 0) / query.total,
      heading: shareOf(above, query),
    };
  };
  const matched = new Map<number, UnitMatch>();
  return {
    bestLines: best.similarities.filter((_, at) => at % MOST_LINES === 0),
    matchUnit: (position, heading) => {
      const known = matched.get(position) ?? matchUnit(position, heading);
      matched.set(position, known);
      return known;
    },
    matchClauses: (position) =>
      (clausesOf[position] ?? []).map((clause) => ({
        span: store.spans[clause] ?? NOWHERE,
        sentence: clauses.sentences[clause] ?? 0,
        share: shareOf(foundAt(clause), query),
        found: foundAt(clause),
      })),
  };
}

/** The most similar wordings of every unit: `MOST_LINES` entries for each, most similar first, similarity 0 for none. */
interface BestLines {
  readonly similarities: Float64Array;
  readonly lines: Int32Array;
}

interface LineMatch {
  readonly best: BestLines;
  /** Per unit the weight its wordings meet, the more the more of them hold a term. */
  readonly depths: Float64Array;
  /** 1 where a wording of the unit holds the query's term: unit × term. */
  readonly holds: Uint8Array;
}

function matchLines(
  { lines, linePostings, clausesOf, weights, norms, dots }: PassageStore,
  query: WeightedQuery,
): LineMatch {
  const unitCount = clausesOf.length;
  dots.fill(0);
  const depths = new Float64Array(unitCount);
  const counts = new Int32Array(unitCount);
  const holds = new Uint8Array(unitCount * query.weights.size);
  let t = 0;
  for (const [term, weight] of query.weights) {
    const product = weight * (weights[term] ?? 0);
    counts.fill(0);
    const entries = entriesOf(linePostings, term);
    for (let i = 0; i < entries.length; i += 1) {
      const line = entries[i] ?? 0;
      const unit = lines.units[line] ?? 0;
      dots[line] = (dots[line] ?? 0) + product;
      counts[unit] = (counts[unit] ?? 0) + 1;
    }
    for (let unit = 0; unit < unitCount; unit += 1) {
      const count = counts[unit] ?? 0;
      if (count === 0) continue;
      holds[unit * query.weights.size + t] = 1;
      depths[unit] = (depths[unit] ?? 0) + (weight * count) / (count + HALF_DEEP);
    }
    t += 1;
  }
  const best: BestLines = {
    similarities: new Float64Array(unitCount * MOST_LINES),
    lines: new Int32Array(unitCount * MOST_LINES),
  };
  for (let line = 0; line < dots.length; line += 1) {
    const dot = dots[line] ?? 0;
    if (dot > 0) insertLine(best, lines.units[line] ?? 0, line, dot / ((norms[line] ?? 1) * query.norm));
  }
  return { best, depths, holds };
}

function insertLine(
  { similarities, lines }: BestLines,
  unit: number,
  line: number,
  similarity: number,
): void {
  const first = unit * MOST_LINES;
  let at = first + MOST_LINES - 1;
  if (similarity <= (similarities[at] ?? 0)) return;
  for (; at > first && similarity > (similarities[at - 1] ?? 0); at -= 1) {
    similarities[at] = similarities[at - 1] ?? 0;
    lines[at] = lines[at - 1] ?? 0;
  }
  similarities[at] = similarity;
  lines[at] = line;
}

function bestSentence(
  clauses: PassageTable,
  own: readonly number[],
  foundAt: (clause: number) => readonly number[],
  query: WeightedQuery,
): number {
  const found = new Set<number>();
  let best = 0;
  let sentence = -1;
  for (const clause of own) {
    if (clauses.sentences[clause] !== sentence) {
      best = Math.max(best, shareOf(found, query));
      found.clear();
      sentence = clauses.sentences[clause] ?? 0;
    }
    for (const term of foundAt(clause)) found.add(term);
  }
  return Math.max(best, shareOf(found, query));
}

function readLines(lines: PassageTable, best: BestLines, unit: number): MatchedLine[] {
  const read: MatchedLine[] = [];
  for (let at = unit * MOST_LINES; at < (unit + 1) * MOST_LINES; at += 1) {
    const similarity = best.similarities[at] ?? 0;
    if (similarity === 0) break;
    const line = best.lines[at] ?? 0;
    const start = lines.from[line] ?? -1;
    read.push({ similarity, anchor: start < 0 ? null : { start, end: lines.to[line] ?? start } });
  }
  return read;
}

function shareOf(found: Iterable<number>, query: WeightedQuery): number {
  let weight = 0;
  for (const term of found) weight += query.weights.get(term) ?? 0;
  return weight / query.total;
}
