// weighted question → postings of wordings and clauses → per unit: its most similar wordings, what its clauses hold
import type { Span } from '../text/span.ts';
import type { PassageTable } from './index-data.ts';
import { entriesOf, type Postings } from './postings.ts';

export interface MatchedLine {
  /** Cosine of the weighted terms, 0…1. */
  readonly similarity: number;
  /** Where the answer stands; null for the unit as a whole. */
  readonly anchor: Span | null;
}

export interface MatchedClause {
  readonly span: Span;
  readonly sentence: number;
  /** Share of the question's term weight found here, 0…1. */
  readonly share: number;
  /** Question terms found here, by number. */
  readonly found: readonly number[];
}

export interface WeightedQuery {
  /** Weight per known term number. */
  readonly weights: ReadonlyMap<number, number>;
  /** Sum of all weights, unknown terms included at the weight of the rarest. */
  readonly total: number;
  readonly norm: number;
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

/** The passages of a bulletin, ready to be matched. */
export interface PassageStore {
  readonly clauses: PassageTable;
  readonly lines: PassageTable;
  readonly clausePostings: Postings;
  readonly linePostings: Postings;
  /** Numbers of the clauses, and of the wordings, of each unit. */
  readonly clausesOf: readonly (readonly number[])[];
  readonly linesOf: readonly (readonly number[])[];
  /** Per term, and per wording the root of its squared weights. */
  readonly weights: Float64Array;
  readonly norms: Float64Array;
  /** One number a wording, written over by every question. */
  readonly dots: Float64Array;
}

/** Wordings of one unit that are looked at. */
const MOST_LINES = 6;
/** So many wordings with a term count half of what endlessly many would. */
const HALF_DEEP = 3;

export function matchQuery(store: PassageStore, query: WeightedQuery): QueryMatch {
  const { clauses, lines, clausesOf } = store;
  const terms = [...query.weights.keys()];
  const { best, depths, holds } = matchLines(store, query);
  const foundIn = new Map<number, number[]>();
  terms.forEach((term, t) => {
    for (const clause of entriesOf(store.clausePostings, term)) {
      const found = foundIn.get(clause);
      if (found === undefined) foundIn.set(clause, [term]);
      else found.push(term);
      holds[(clauses.units[clause] ?? 0) * terms.length + t] = 1;
    }
  });
  const foundAt = (clause: number): readonly number[] => foundIn.get(clause) ?? [];
  const knownIn = (unit: number): number[] => terms.filter((_, t) => holds[unit * terms.length + t] === 1);
  const matchUnit = (position: number, heading: number | null): UnitMatch => {
    const own = clausesOf[position] ?? [];
    const above = new Set(heading === null ? [] : (clausesOf[heading] ?? []).flatMap(foundAt));
    return {
      lines: readLines(lines, best, position),
      bestSentence: bestSentence(clauses, own, foundAt, query),
      coverage: shareOf(new Set(own.flatMap(foundAt)), query),
      known: new Set([...knownIn(position), ...above]),
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
        span: { start: clauses.from[clause] ?? 0, end: clauses.to[clause] ?? 0 },
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
    for (const line of entriesOf(linePostings, term)) {
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
  const sentences = new Map<number, Set<number>>();
  for (const clause of own) {
    const number = clauses.sentences[clause] ?? 0;
    const sentence = sentences.get(number) ?? new Set<number>();
    for (const term of foundAt(clause)) sentence.add(term);
    sentences.set(number, sentence);
  }
  return Math.max(0, ...[...sentences.values()].map((found) => shareOf(found, query)));
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
