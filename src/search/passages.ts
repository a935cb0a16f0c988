import type { Span } from '../text/span.ts';
import type { LineData, SearchData } from './index-data.ts';
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

export interface UnitMatch {
  readonly lines: readonly MatchedLine[];
  readonly clauses: readonly MatchedClause[];
  readonly bestSentence: number;
  readonly coverage: number;
  /** Question terms known to the unit's text, its everyday wordings or its problem's heading, by number. */
  readonly known: ReadonlySet<number>;
}

export interface PassageScorer {
  /** `leaning`: terms of the previous question, counted a third. */
  readonly weighQuery: (terms: readonly string[], leaning?: readonly string[]) => WeightedQuery;
  /** `heading`: position of the problem the unit stands under, null for none. */
  readonly matchUnit: (position: number, heading: number | null, query: WeightedQuery) => UnitMatch;
  readonly numberOf: (term: string) => number | undefined;
  /** Terms of the sentences `span` touches, of the wordings that point there or at the whole unit, and of the heading. */
  readonly termsNear: (position: number, heading: number | null, span: Span) => ReadonlySet<number>;
  readonly knows: (term: string) => boolean;
  readonly idf: (term: string) => number;
}

/** Scores clauses and everyday wordings of single units; terms weigh by rarity over units. */
export function createPassageScorer(data: SearchData, unitCount: number): PassageScorer {
  const numbers = new Map(data.terms.map((term, number) => [term, number]));
  const weights = weighTerms(data, unitCount);
  const clausesOf = groupByUnit(data.clauses, unitCount);
  const linesOf = groupByUnit(data.lines, unitCount);
  const norms = new Map<LineData, number>();
  const normOf = (line: LineData): number => {
    const known = norms.get(line);
    if (known !== undefined) return known;
    let squares = 0;
    for (const t of line.t) squares += (weights[t] ?? 0) ** 2;
    const norm = Math.sqrt(squares) || 1;
    norms.set(line, norm);
    return norm;
  };
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

  const matchUnit = (position: number, heading: number | null, query: WeightedQuery): UnitMatch => {
    const known = new Set<number>();
    const lines = (linesOf[position] ?? []).map((line): MatchedLine => {
      let dot = 0;
      for (const t of line.t) {
        const weight = query.weights.get(t);
        if (weight === undefined) continue;
        known.add(t);
        dot += weight * (weights[t] ?? 0);
      }
      return {
        similarity: dot / (normOf(line) * query.norm),
        anchor: line.a === null ? null : { start: line.a[0], end: line.a[1] },
      };
    });
    lines.sort((a, b) => b.similarity - a.similarity);
    const sentences = new Map<number, Set<number>>();
    const all = new Set<number>();
    const clauses = (clausesOf[position] ?? []).map((clause): MatchedClause => {
      const found = clause.t.filter((t) => query.weights.has(t));
      const sentence = sentences.get(clause.n) ?? new Set<number>();
      for (const t of found) {
        sentence.add(t);
        all.add(t);
      }
      sentences.set(clause.n, sentence);
      return {
        span: { start: clause.s, end: clause.e },
        sentence: clause.n,
        share: shareOf(found, query),
        found,
      };
    });
    for (const t of all) known.add(t);
    for (const clause of heading === null ? [] : (clausesOf[heading] ?? [])) {
      for (const t of clause.t) if (query.weights.has(t)) known.add(t);
    }
    const shares = [...sentences.values()].map((found) => shareOf(found, query));
    return {
      lines: lines.slice(0, 5),
      clauses,
      bestSentence: Math.max(0, ...shares),
      coverage: shareOf(all, query),
      known,
    };
  };

  const termsNear = (position: number, heading: number | null, span: Span): ReadonlySet<number> => {
    const near = new Set<number>();
    const own = clausesOf[position] ?? [];
    const sentences = new Set(own.filter(({ s, e }) => s < span.end && span.start < e).map(({ n }) => n));
    const around = own.filter(({ n }) => sentences.has(n));
    const [from, to] = [around[0]?.s ?? span.start, around.at(-1)?.e ?? span.end];
    const pointing = (linesOf[position] ?? []).filter(({ a }) => a === null || (a[0] < to && from < a[1]));
    const above = heading === null ? [] : (clausesOf[heading] ?? []);
    for (const { t } of [...around, ...pointing, ...above]) for (const term of t) near.add(term);
    return near;
  };

  return {
    weighQuery,
    matchUnit,
    termsNear,
    knows: (term) => numbers.has(term),
    numberOf: (term) => numbers.get(term),
    idf: (term) => weights[numbers.get(term) ?? -1] ?? 0,
  };
}

function shareOf(found: Iterable<number>, query: WeightedQuery): number {
  let weight = 0;
  for (const t of found) weight += query.weights.get(t) ?? 0;
  return weight / query.total;
}

function weighTerms(data: SearchData, unitCount: number): number[] {
  return data.terms.map((term, t) => Math.log(1 + unitCount / (data.unitCounts[t] ?? 1)) * weighTerm(term));
}

function groupByUnit<T extends { readonly u: number }>(passages: readonly T[], unitCount: number): T[][] {
  const groups: T[][] = Array.from({ length: unitCount }, () => []);
  for (const passage of passages) groups[passage.u]?.push(passage);
  return groups;
}
