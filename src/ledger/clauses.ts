// unit → sentences → clauses, each with its place in the sentence
import type { Unit } from '../bulletin/bulletin.ts';
import { splitClauses, splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

/** One clause of a unit with the sentence it stands in; spans are offsets of the bulletin's source. */
export interface Clause {
  readonly text: string;
  readonly span: Span;
  readonly sentence: string;
  readonly sentenceSpan: Span;
  /** Index of the sentence inside the unit. */
  readonly sentenceIndex: number;
  /** Everything of the sentence before this clause. */
  readonly before: string;
}

/** The clauses of a unit's body in order. A semicolon ends a sentence: 「14个已完成整改;剩余37个…」. */
export function readClauses(unit: Unit, source: string): Clause[] {
  return splitSentences(source, unit.body).flatMap((sentenceSpan, sentenceIndex) =>
    splitClauses(source, sentenceSpan).map((span) => ({
      text: source.slice(span.start, span.end),
      span,
      sentence: source.slice(sentenceSpan.start, sentenceSpan.end),
      sentenceSpan,
      sentenceIndex,
      before: source.slice(sentenceSpan.start, span.start),
    })),
  );
}
