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
  readonly bestLines: Float32Array;
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
}

/** Wordings of one unit that are looked at. */
const MOST_LINES = 6;
/** So many wordings with a term count half of what endlessly many would. */
const HALF_DEEP = 3;

export function matchQuery(store: PassageStore, query: WeightedQuery): QueryMatch {
  const { clauses, lines, clausesOf, linesOf } = store;
  const unitCount = clausesOf.length;
  const dots = new Float64Array(lines.units.length);
  const depths = new Float64Array(unitCount);
  const counts = new Int32Array(unitCount);
  const knownIn: Set<number>[] = Array.from({ length: unitCount }, () => new Set());
  const foundIn = new Map<number, number[]>();
  for (const [term, weight] of query.weights) {
    const product = weight * (store.weights[term] ?? 0);
    counts.fill(0);
    for (const line of entriesOf(store.linePostings, term)) {
      const unit = lines.units[line] ?? 0;
      dots[line] = (dots[line] ?? 0) + product;
      counts[unit] = (counts[unit] ?? 0) + 1;
    }
    for (const [unit, count] of counts.entries()) {
      if (count === 0) continue;
      knownIn[unit]?.add(term);
      depths[unit] = (depths[unit] ?? 0) + (weight * count) / (count + HALF_DEEP);
    }
    for (const clause of entriesOf(store.clausePostings, term)) {
      const found = foundIn.get(clause);
      if (found === undefined) foundIn.set(clause, [term]);
      else found.push(term);
      knownIn[clauses.units[clause] ?? 0]?.add(term);
    }
  }
  const bestLines = new Float32Array(unitCount);
  for (let line = 0; line < dots.length; line += 1) {
    const dot = dots[line] ?? 0;
    if (dot === 0) continue;
    const similarity = dot / ((store.norms[line] ?? 1) * query.norm);
    dots[line] = similarity;
    const unit = lines.units[line] ?? 0;
    if (similarity > (bestLines[unit] ?? 0)) bestLines[unit] = similarity;
  }
  const foundAt = (clause: number): readonly number[] => foundIn.get(clause) ?? [];
  return {
    bestLines,
    matchUnit: (position, heading) => {
      const own = clausesOf[position] ?? [];
      const known = new Set(knownIn[position]);
      const above = new Set(heading === null ? [] : (clausesOf[heading] ?? []).flatMap(foundAt));
      for (const term of above) known.add(term);
      return {
        lines: findLines(lines, dots, linesOf[position] ?? []),
        bestSentence: bestSentence(clauses, own, foundAt, query),
        coverage: shareOf(new Set(own.flatMap(foundAt)), query),
        known,
        depth: (depths[position] ?? 0) / query.total,
        heading: shareOf(above, query),
      };
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

/** The most similar wordings among `own`, most similar first. */
function findLines(lines: PassageTable, similarities: Float64Array, own: readonly number[]): MatchedLine[] {
  const similar = own
    .filter((line) => (similarities[line] ?? 0) > 0)
    .sort((a, b) => (similarities[b] ?? 0) - (similarities[a] ?? 0));
  return similar.slice(0, MOST_LINES).map((line) => {
    const start = lines.from[line] ?? -1;
    return {
      similarity: similarities[line] ?? 0,
      anchor: start < 0 ? null : { start, end: lines.to[line] ?? start },
    };
  });
}

function shareOf(found: Iterable<number>, query: WeightedQuery): number {
  let weight = 0;
  for (const term of found) weight += query.weights.get(term) ?? 0;
  return weight / query.total;
}
