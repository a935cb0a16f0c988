// weighted question → postings of clauses, wordings → per unit: what its clauses hold, its most similar wordings
import { rememberFirst } from '../text/remember.ts';
import type { Span } from '../text/span.ts';
import { matchLines, type MatchedLine } from './line-match.ts';
import type { PassageStore, WeightedQuery } from './passages.ts';
import { entriesOf } from './postings.ts';
import { createTermGrid, isHeld, markHeld, sumHeld, type TermGrid } from './term-grid.ts';

export interface MatchedClause {
  /** The same object for the same clause, every time: what is read of its words may be kept with it. */
  readonly span: Span;
  readonly sentence: number;
  /** Share of the question's term weight found here, 0…1. */
  readonly share: number;
  /** Question terms found here, by number. */
  readonly found: readonly number[];
}

/** How one unit meets a question; shares are of the question's term weight, 0…1. */
export interface UnitMatch {
  readonly lines: readonly MatchedLine[];
  /** Share met by the one sentence of the unit that meets most. */
  readonly bestSentence: number;
  readonly coverage: number;
  /** Share known to the unit's text, its everyday wordings or its problem's heading. */
  readonly known: number;
  /** Share met by the wordings taken together, the more the more of them hold a term. */
  readonly depth: number;
  /** Share met by the heading of the problem the unit stands under. */
  readonly heading: number;
}

/** How the whole bulletin meets one question; reads single units on demand. */
export interface QueryMatch {
  /** `heading`: position of the problem the unit stands under, null for none. */
  readonly matchUnit: (position: number, heading: number | null) => UnitMatch;
  /** Clauses of the unit with the question's terms found in each, in document order. */
  readonly matchClauses: (position: number) => readonly MatchedClause[];
  /** Similarity of the best wording of every unit, by position; 0 for none. */
  readonly bestLines: Float64Array;
}

const NOWHERE: Span = { start: 0, end: 0 };

export function matchQuery(store: PassageStore, query: WeightedQuery): QueryMatch {
  const { clauses, clausesOf } = store;
  const terms = [...query.weights.keys()];
  const shares = Float64Array.from(query.weights.values(), (weight) => weight / query.total);
  const { bestLines, depths, worded, readLines } = matchLines(store, query);
  const { inClause, inUnit } = matchText(store, terms);
  const readKnown = (position: number, heading: number | null): number => {
    let known = 0;
    for (const [t, share] of shares.entries()) {
      const above = heading !== null && isHeld(inUnit, heading, t);
      if (above || isHeld(inUnit, position, t) || isHeld(worded, position, t)) known += share;
    }
    return known;
  };
  const matchUnit = (position: number, heading: number | null): UnitMatch => ({
    lines: readLines(position),
    bestSentence: Math.max(
      0,
      ...(store.sentencesOf[position] ?? []).map(([from, to]) => sumHeld(inClause, shares, from, to)),
    ),
    coverage: sumHeld(inUnit, shares, position),
    known: readKnown(position, heading),
    depth: (depths[position] ?? 0) / query.total,
    heading: heading === null ? 0 : sumHeld(inUnit, shares, heading),
  });
  const matchClauses = (position: number): readonly MatchedClause[] =>
    (clausesOf[position] ?? []).map((clause) => ({
      span: store.spans[clause] ?? NOWHERE,
      sentence: clauses.sentences[clause] ?? 0,
      share: sumHeld(inClause, shares, clause),
      found: terms.filter((_, t) => isHeld(inClause, clause, t)),
    }));
  return { bestLines, matchUnit: rememberFirst(matchUnit), matchClauses: rememberFirst(matchClauses) };
}

/** Which clauses, and which units' own texts, hold the query's terms. */
function matchText(
  { clauses, clausePostings, unitCount }: PassageStore,
  terms: readonly number[],
): { readonly inClause: TermGrid; readonly inUnit: TermGrid } {
  const inClause = createTermGrid(clauses.units.length, terms.length);
  const inUnit = createTermGrid(unitCount, terms.length);
  for (const [t, term] of terms.entries()) {
    for (const clause of entriesOf(clausePostings, term)) {
      markHeld(inClause, clause, t);
      markHeld(inUnit, clauses.units[clause] ?? 0, t);
    }
  }
  return { inClause, inUnit };
}
