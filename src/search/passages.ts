// question terms → postings of clauses and wordings → per unit: its most similar wordings, its clauses with what was found
import type { Span } from '../text/span.ts';
import type { ClauseData, LineData, SearchData } from './index-data.ts';
import { buildPostings, entriesOf } from './postings.ts';
import { LEANING, weighTerm } from './weights.ts';

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

export interface PassageScorer {
  /** `leaning`: terms of the previous question, counted a third. */
  readonly weighQuery: (terms: readonly string[], leaning?: readonly string[]) => WeightedQuery;
  readonly matchQuery: (query: WeightedQuery) => QueryMatch;
  readonly numberOf: (term: string) => number | undefined;
  /** Terms of the sentences `span` touches, of the wordings that point there or at the whole unit, and of the heading. */
  readonly termsNear: (position: number, heading: number | null, span: Span) => ReadonlySet<number>;
  readonly knows: (term: string) => boolean;
  readonly idf: (term: string) => number;
}

/** Wordings of one unit that are looked at. */
const MOST_LINES = 6;
/** So many wordings with a term count half of what endlessly many would. */
const HALF_DEEP = 3;

/** Scores clauses and everyday wordings of single units; terms weigh by rarity over units. */
export function createPassageScorer(data: SearchData, unitCount: number): PassageScorer {
  const { lines, clauses } = data;
  const numbers = new Map(data.terms.map((term, number) => [term, number]));
  const weights = Float64Array.from(weighTerms(data, unitCount));
  const linePostings = buildPostings(
    data.terms.length,
    lines.map(({ t }) => t),
  );
  const clausePostings = buildPostings(
    data.terms.length,
    clauses.map(({ t }) => t),
  );
  const norms = Float64Array.from(lines, ({ t }) => normOf(t, weights));
  const clausesOf = groupByUnit(clauses, unitCount);
  const linesOf = groupByUnit(lines, unitCount);
  const rarest = Math.log(unitCount + 1);
  const dots = new Float64Array(lines.length);
  const unitOfLine = Int32Array.from(lines, ({ u }) => u);

  const weighQuery = (terms: readonly string[], leaning: readonly string[] = []): WeightedQuery => {
    const known = new Map<number, number>();
    let total = 0;
    let squares = 0;
    for (const [i, term] of [...terms, ...leaning].entries()) {
      const number = numbers.get(term);
      const full = number === undefined ? rarest * weighTerm(term) * 0.7 : (weights[number] ?? 0);
      const weight = i < terms.length ? full : full * LEANING;
      if (number !== undefined) known.set(number, weight);
      total += weight;
      squares += weight ** 2;
    }
    return { weights: known, total: total || 1, norm: Math.sqrt(squares) || 1 };
  };

  const matchQuery = (query: WeightedQuery): QueryMatch => {
    dots.fill(0);
    const foundIn = new Map<number, number[]>();
    const knownIn = new Map<number, Set<number>>();
    const depths = new Float64Array(unitCount);
    const counts = new Int32Array(unitCount);
    const know = (position: number, term: number): void => {
      const known = knownIn.get(position);
      if (known === undefined) knownIn.set(position, new Set([term]));
      else known.add(term);
    };
    for (const [term, weight] of query.weights) {
      const product = weight * (weights[term] ?? 0);
      counts.fill(0);
      for (const line of entriesOf(linePostings, term)) {
        const unit = unitOfLine[line] ?? 0;
        dots[line] = (dots[line] ?? 0) + product;
        counts[unit] = (counts[unit] ?? 0) + 1;
      }
      for (let unit = 0; unit < unitCount; unit += 1) {
        const count = counts[unit] ?? 0;
        if (count === 0) continue;
        know(unit, term);
        depths[unit] = (depths[unit] ?? 0) + (weight * count) / (count + HALF_DEEP);
      }
      for (const clause of entriesOf(clausePostings, term)) {
        const found = foundIn.get(clause);
        if (found === undefined) foundIn.set(clause, [term]);
        else found.push(term);
        know(clauses[clause]?.u ?? 0, term);
      }
    }
    const similarities = Float32Array.from(dots, (dot, i) => dot / ((norms[i] ?? 1) * query.norm));
    const bestLines = new Float32Array(unitCount);
    for (const [i, similarity] of similarities.entries()) {
      const unit = lines[i]?.u ?? 0;
      if (similarity > (bestLines[unit] ?? 0)) bestLines[unit] = similarity;
    }
    const foundAt = (position: number): readonly number[][] =>
      (clausesOf[position] ?? []).map((clause) => foundIn.get(clause) ?? []);
    return {
      bestLines,
      matchUnit: (position, heading) => {
        const sentences = new Map<number, Set<number>>();
        const all = new Set<number>();
        for (const [i, found] of foundAt(position).entries()) {
          const number = clauses[clausesOf[position]?.[i] ?? 0]?.n ?? 0;
          const sentence = sentences.get(number) ?? new Set<number>();
          for (const t of found) {
            sentence.add(t);
            all.add(t);
          }
          sentences.set(number, sentence);
        }
        const known = new Set(knownIn.get(position));
        const above = new Set(heading === null ? [] : foundAt(heading).flat());
        for (const t of above) known.add(t);
        return {
          lines: findLines(lines, similarities, linesOf[position]),
          bestSentence: Math.max(0, ...[...sentences.values()].map((found) => shareOf(found, query))),
          coverage: shareOf(all, query),
          known,
          depth: (depths[position] ?? 0) / query.total,
          heading: shareOf(above, query),
        };
      },
      matchClauses: (position) =>
        (clausesOf[position] ?? []).flatMap((clause): MatchedClause[] => {
          const own = clauses[clause];
          const found = foundIn.get(clause) ?? [];
          return own === undefined
            ? []
            : [
                {
                  span: { start: own.s, end: own.e },
                  sentence: own.n,
                  share: shareOf(found, query),
                  found,
                },
              ];
        }),
    };
  };

  const termsNear = (position: number, heading: number | null, span: Span): ReadonlySet<number> => {
    const near = new Set<number>();
    const at = (unit: number): ClauseData[] => pick(clauses, clausesOf[unit]);
    const own = at(position);
    const sentences = new Set(own.filter(({ s, e }) => s < span.end && span.start < e).map(({ n }) => n));
    const around = own.filter(({ n }) => sentences.has(n));
    const [from, to] = [around[0]?.s ?? span.start, around.at(-1)?.e ?? span.end];
    const pointing = pick(lines, linesOf[position]).filter(
      ({ a }) => a === null || (a[0] < to && from < a[1]),
    );
    const above = heading === null ? [] : at(heading);
    for (const { t } of [...around, ...pointing, ...above]) for (const term of t) near.add(term);
    return near;
  };

  return {
    weighQuery,
    matchQuery,
    termsNear,
    knows: (term) => numbers.has(term),
    numberOf: (term) => numbers.get(term),
    idf: (term) => weights[numbers.get(term) ?? -1] ?? 0,
  };
}

function normOf(terms: readonly number[], weights: Float64Array): number {
  let squares = 0;
  for (const t of terms) squares += (weights[t] ?? 0) ** 2;
  return Math.sqrt(squares) || 1;
}

/** The most similar wordings among `own`, most similar first. */
function findLines(
  lines: readonly LineData[],
  similarities: Float32Array,
  own: readonly number[] = [],
): MatchedLine[] {
  const similar = own
    .filter((line) => (similarities[line] ?? 0) > 0)
    .sort((a, b) => (similarities[b] ?? 0) - (similarities[a] ?? 0));
  return similar.slice(0, MOST_LINES).map((line) => {
    const anchor = lines[line]?.a ?? null;
    return {
      similarity: similarities[line] ?? 0,
      anchor: anchor === null ? null : { start: anchor[0], end: anchor[1] },
    };
  });
}

function shareOf(found: Iterable<number>, query: WeightedQuery): number {
  let weight = 0;
  for (const t of found) weight += query.weights.get(t) ?? 0;
  return weight / query.total;
}

function weighTerms(data: SearchData, unitCount: number): number[] {
  return data.terms.map((term, t) => Math.log(1 + unitCount / (data.unitCounts[t] ?? 1)) * weighTerm(term));
}

/** Numbers of the passages of each unit, in order. */
function groupByUnit(passages: readonly { readonly u: number }[], unitCount: number): number[][] {
  const groups: number[][] = Array.from({ length: unitCount }, () => []);
  for (const [i, { u }] of passages.entries()) groups[u]?.push(i);
  return groups;
}

function pick<T>(passages: readonly T[], numbers: readonly number[] = []): T[] {
  return numbers.flatMap((number) => passages[number] ?? []);
}
