// search data → store of clauses and everyday wordings with term weights, read by whatever ranks or judges passages
import type { Span } from '../text/span.ts';
import { termsOf, type PassageTable, type SearchData } from './index-data.ts';
import { buildPostings, entriesOf, type Postings } from './postings.ts';
import { LEANING, weighTerm } from './weights.ts';

export interface WeightedQuery {
  /** Weight per known term number. */
  readonly weights: ReadonlyMap<number, number>;
  /** Sum of all weights, unknown terms included at the weight of the rarest. */
  readonly total: number;
  readonly norm: number;
}

/** The passages of a bulletin, ready to be matched. */
export interface PassageStore {
  readonly unitCount: number;
  readonly clauses: PassageTable;
  /** Everyday wordings. */
  readonly lines: PassageTable;
  /** Where each clause stands. */
  readonly spans: readonly Span[];
  readonly clausePostings: Postings;
  readonly linePostings: Postings;
  /** Numbers of the clauses of each unit. */
  readonly clausesOf: readonly (readonly number[])[];
  /** Wordings stand in the order of their units: those of unit `u` are `lineStarts[u]` … `lineStarts[u + 1]` − 1. */
  readonly lineStarts: Int32Array;
  /** Per unit its sentences: the first clause of each, and the one after the last. */
  readonly sentencesOf: readonly (readonly (readonly [from: number, to: number])[])[];
  /** Number of every term, those included that only whole units hold. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Per term of a clause or wording: rarity over units, without and with the weight of its kind. */
  readonly rarities: Float64Array;
  readonly weights: Float64Array;
  /** Per wording the root of its squared weights. */
  readonly norms: Float64Array;
  /** Per wording the product of its weights with the question's; written over by the next question. */
  readonly dotsWith: (query: WeightedQuery) => Float64Array;
}

export function createPassageStore(data: SearchData, unitCount: number): PassageStore {
  const { clauses, lines, terms } = data;
  const termCount = data.unitCounts.length;
  const rarities = new Float64Array(termCount);
  for (let number = 0; number < termCount; number += 1)
    rarities[number] = Math.log(1 + unitCount / (data.unitCounts[number] || 1));
  const weights = rarities.map((rarity, number) => rarity * weighTerm(terms[number] ?? ''));
  const norms = new Float64Array(lines.units.length);
  for (let line = 0; line < norms.length; line += 1) {
    let squares = 0;
    const end = lines.starts[line + 1] ?? 0;
    for (let i = lines.starts[line] ?? 0; i < end; i += 1)
      squares += (weights[lines.terms[i] ?? -1] ?? 0) ** 2;
    norms[line] = Math.sqrt(squares) || 1;
  }
  const numbers = new Map<string, number>();
  for (let number = 0; number < terms.length; number += 1) numbers.set(terms[number] ?? '', number);
  const clausesOf = groupByUnit(clauses, unitCount);
  const linePostings = buildPostings(termCount, lines);
  return {
    unitCount,
    clauses,
    lines,
    spans: Array.from(clauses.from, (start, clause) => ({ start, end: clauses.to[clause] ?? start })),
    clausePostings: buildPostings(termCount, clauses),
    linePostings,
    clausesOf,
    lineStarts: startsByUnit(lines, unitCount),
    sentencesOf: clausesOf.map((own) => groupBySentence(clauses, own)),
    numbers,
    rarities,
    weights,
    norms,
    dotsWith: createDotReader(linePostings, weights, lines.units.length),
  };
}

/** One array for all questions: it is long, and a new one for each would be most of what is thrown away. */
function createDotReader(
  postings: Postings,
  weights: Float64Array,
  lineCount: number,
): PassageStore['dotsWith'] {
  const dots = new Float64Array(lineCount);
  let last: WeightedQuery | null = null;
  return (query) => {
    if (query === last) return dots;
    last = query;
    dots.fill(0);
    for (const [term, weight] of query.weights) {
      const product = weight * (weights[term] ?? 0);
      for (const line of entriesOf(postings, term)) dots[line] = (dots[line] ?? 0) + product;
    }
    return dots;
  };
}

/** Number of a term of a clause or wording. */
export function numberOf({ numbers }: PassageStore, term: string): number | undefined {
  return numbers.get(term);
}

/** Terms weigh by rarity over units and by kind; `leaning`, terms of the previous question, a third. */
export function weighQuery(
  store: PassageStore,
  terms: readonly string[],
  leaning: readonly string[],
): WeightedQuery {
  const { weights, unitCount } = store;
  const rarest = Math.log(unitCount + 1);
  const known = new Map<number, number>();
  let total = 0;
  let squares = 0;
  for (const [i, term] of [...terms, ...leaning].entries()) {
    const number = numberOf(store, term);
    const full = number === undefined ? rarest * weighTerm(term) * 0.7 : (weights[number] ?? 0);
    const weight = i < terms.length ? full : full * LEANING;
    if (number !== undefined) known.set(number, weight);
    total += weight;
    squares += weight ** 2;
  }
  return { weights: known, total: total || 1, norm: Math.sqrt(squares) || 1 };
}

/** Terms of the sentences `span` touches, of the wordings that point there or at the whole unit, and of the heading. */
export function collectTermsNear(
  { clauses, lines, clausesOf, lineStarts }: PassageStore,
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
  const near = new Set<number>();
  for (const clause of [...around, ...(clausesOf[heading ?? -1] ?? [])])
    for (const term of termsOf(clauses, clause)) near.add(term);
  for (let line = lineStarts[position] ?? 0; line < (lineStarts[position + 1] ?? 0); line += 1)
    if ((lines.from[line] ?? -1) < 0 || touches(lines, line, from, to))
      for (const term of termsOf(lines, line)) near.add(term);
  return near;
}

/** Numbers of the entries of each unit, in order. */
function groupByUnit({ units }: PassageTable, unitCount: number): number[][] {
  const groups: number[][] = Array.from({ length: unitCount }, () => []);
  for (const [entry, unit] of units.entries()) groups[unit]?.push(entry);
  return groups;
}

/** First entry of each unit, and one after the last. */
function startsByUnit({ units }: PassageTable, unitCount: number): Int32Array {
  const starts = new Int32Array(unitCount + 1);
  for (const unit of units) starts[unit + 1] = (starts[unit + 1] ?? 0) + 1;
  for (let unit = 0; unit < unitCount; unit += 1)
    starts[unit + 1] = (starts[unit + 1] ?? 0) + (starts[unit] ?? 0);
  return starts;
}

/** The clauses of one unit, which follow each other, by sentence. */
function groupBySentence({ sentences }: PassageTable, own: readonly number[]): [from: number, to: number][] {
  const groups: [from: number, to: number][] = [];
  for (const clause of own) {
    const last = groups.at(-1);
    if (last === undefined || sentences[last[0]] !== sentences[clause]) groups.push([clause, clause + 1]);
    else last[1] = clause + 1;
  }
  return groups;
}
