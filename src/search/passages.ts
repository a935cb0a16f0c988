// search data → store of clauses and everyday wordings with term weights → scorer of single units
import type { Span } from '../text/span.ts';
import { termsOf, unpackTable, type PassageTable, type SearchData } from './index-data.ts';
import { buildPostings } from './postings.ts';
import { matchQuery, type PassageStore, type QueryMatch, type WeightedQuery } from './query-match.ts';
import { LEANING, weighTerm } from './weights.ts';

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

/** Scores clauses and everyday wordings of single units; terms weigh by rarity over units. */
export function createPassageScorer(data: SearchData, unitCount: number): PassageScorer {
  const numbers = new Map(data.terms.map((term, number) => [term, number]));
  const store = createStore(data, unitCount);
  const { weights } = store;
  const rarest = Math.log(unitCount + 1);

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

  return {
    weighQuery,
    matchQuery: (query) => matchQuery(store, query),
    termsNear: (position, heading, span) => collectTermsNear(store, position, heading, span),
    knows: (term) => numbers.has(term),
    numberOf: (term) => numbers.get(term),
    idf: (term) => weights[numbers.get(term) ?? -1] ?? 0,
  };
}

function createStore(data: SearchData, unitCount: number): PassageStore {
  const lines = unpackTable(data.lines);
  const clauses = unpackTable(data.clauses);
  const weights = Float64Array.from(
    data.terms,
    (term, t) => Math.log(1 + unitCount / (data.unitCounts[t] ?? 1)) * weighTerm(term),
  );
  const norms = new Float64Array(lines.units.length);
  for (let line = 0; line < norms.length; line += 1) {
    let squares = 0;
    for (let i = lines.starts[line] ?? 0; i < (lines.starts[line + 1] ?? 0); i += 1)
      squares += (weights[lines.terms[i] ?? -1] ?? 0) ** 2;
    norms[line] = Math.sqrt(squares) || 1;
  }
  return {
    clauses,
    lines,
    clausePostings: buildPostings(data.terms.length, clauses),
    linePostings: buildPostings(data.terms.length, lines),
    clausesOf: groupByUnit(clauses, unitCount),
    linesOf: groupByUnit(lines, unitCount),
    weights,
    norms,
    dots: new Float64Array(lines.units.length),
  };
}

function collectTermsNear(
  { clauses, lines, clausesOf, linesOf }: PassageStore,
  position: number,
  heading: number | null,
  span: Span,
): ReadonlySet<number> {
  const touches = (table: PassageTable, entry: number, start: number, end: number): boolean =>
    (table.from[entry] ?? 0) < end && start < (table.to[entry] ?? 0);
  const own = clausesOf[position] ?? [];
  const sentences = new Set(
    own
      .filter((clause) => touches(clauses, clause, span.start, span.end))
      .map((clause) => clauses.sentences[clause]),
  );
  const around = own.filter((clause) => sentences.has(clauses.sentences[clause]));
  const from = clauses.from[around[0] ?? -1] ?? span.start;
  const to = clauses.to[around.at(-1) ?? -1] ?? span.end;
  const pointing = (linesOf[position] ?? []).filter(
    (line) => (lines.from[line] ?? -1) < 0 || touches(lines, line, from, to),
  );
  const near = new Set<number>();
  for (const clause of [...around, ...(clausesOf[heading ?? -1] ?? [])])
    for (const term of termsOf(clauses, clause)) near.add(term);
  for (const line of pointing) for (const term of termsOf(lines, line)) near.add(term);
  return near;
}

/** Numbers of the entries of each unit, in order. */
function groupByUnit({ units }: PassageTable, unitCount: number): number[][] {
  const groups: number[][] = Array.from({ length: unitCount }, () => []);
  for (const [entry, unit] of units.entries()) groups[unit]?.push(entry);
  return groups;
}
