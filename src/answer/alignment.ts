// normalised text → sentences → clauses; claim clause → the source clauses that say most of the same
import { rememberEach } from '../text/remember.ts';
import { splitClauses, splitSentences } from '../text/sentences.ts';
import type { Stated } from './stated.ts';

export interface Clause {
  readonly text: string;
  /** Offset in the normalised text. */
  readonly start: number;
  readonly sentence: number;
  /** Position among the clauses of its text. */
  readonly index: number;
  readonly grams: ReadonlySet<string>;
}

/** The clauses of a text whose facts have been read. */
export const clausesOf = rememberEach(({ text }: Stated): readonly Clause[] => splitIntoClauses(text));

export function splitIntoClauses(text: string): Clause[] {
  return splitSentences(text)
    .flatMap((sentence, number) => splitClauses(text, sentence).map((span) => ({ span, sentence: number })))
    .map(({ span, sentence }, index) => {
      const words = text.slice(span.start, span.end);
      return { text: words, start: span.start, sentence, index, grams: readGrams(words) };
    });
}

/** The clause that holds the offset `at` of the text; undefined where none does. */
export function clauseAt(clauses: readonly Clause[], at: number): Clause | undefined {
  return clauses.find(({ start, text }) => start <= at && at < start + text.length);
}

export function countShared(grams: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of grams) if (others.has(gram)) shared += 1;
  return shared;
}

/** Pairs of neighbouring Chinese characters, and numbers whole. */
export function readGrams(text: string): Set<string> {
  const grams = new Set<string>();
  for (const [run] of text.matchAll(/[\u3400-\u9fff]+|\d+(?:\.\d+)?%?/gu)) {
    if (/\d/u.test(run)) grams.add(run);
    for (let i = 0; i + 1 < run.length && !/\d/u.test(run); i += 1) grams.add(run.slice(i, i + 2));
  }
  return grams;
}

/** Numbers anchor a clause more than words do. */
const NUMBER_WEIGHT = 3;
/** What the rest of the claim adds, so that one of two equal clauses in different sentences is chosen. */
const CONTEXT_WEIGHT = 0.15;
/** A clause this close to the best one may be the one that was meant. */
const NEAR = 0.85;

function weigh(grams: ReadonlySet<string>, wanted: ReadonlySet<string>): number {
  let sum = 0;
  for (const gram of wanted) if (grams.has(gram)) sum += /\d/u.test(gram) ? NUMBER_WEIGHT : 1;
  return sum;
}

/** Source clauses that may be what `clause` restates, best first; empty when nothing is shared. */
export function alignClause(
  clause: Clause,
  claim: ReadonlySet<string>,
  sources: readonly (readonly Clause[])[],
): Clause[] {
  const scored = sources.flat().map((source) => {
    const own = weigh(source.grams, clause.grams);
    return { source, score: own === 0 ? 0 : own + CONTEXT_WEIGHT * weigh(source.grams, claim) };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best === 0) return [];
  return scored
    .filter(({ score }) => score >= best * NEAR)
    .sort((a, b) => b.score - a.score)
    .map(({ source }) => source);
}

/** Source clauses that print a number of the clause: 「175个项目中已完成162项」 restates two of them. */
export function findAnchored(clause: Clause, sources: readonly (readonly Clause[])[]): Clause[] {
  const numbers = [...clause.grams].filter((gram) => /^\d{2,}|^\d+\.\d/u.test(gram));
  return sources.flat().filter((source) => numbers.some((number) => source.grams.has(number)));
}

/** How many clauses around an aligned one, in its sentence, may hold the word that founds the claim's. */
const REACH = 2;

/** The clauses themselves and those next to them in their sentences. */
export function findNeighbours(
  aligned: readonly Clause[],
  sources: readonly (readonly Clause[])[],
): Clause[] {
  return sources.flatMap((clauses) => {
    const hits = aligned.filter((hit) => clauses[hit.index] === hit);
    return clauses.filter((clause) =>
      hits.some((hit) => hit.sentence === clause.sentence && Math.abs(hit.index - clause.index) <= REACH),
    );
  });
}
