// text → sentences (→ clauses → code points where one is too long) → parts no longer than the limit
import type { Span } from '../text/span.ts';
import { splitClauses, splitSentences } from '../text/sentences.ts';

/**
 * Cuts `text` into parts of at most `limit` UTF-16 code units (the first of at most `first`), between
 * sentences; a sentence too long for one part is cut between clauses, a clause anywhere but inside a
 * surrogate pair. The parts joined are `text` again. `first` may be too small for the first sentence:
 * then the first part is empty.
 */
export function splitText(text: string, limit: number, first = limit): string[] {
  if (limit < 2) throw new RangeError(`a part must hold two code units at least, not ${limit}`);
  const parts: string[] = [];
  let part = '';
  let room = first;
  for (const atom of cutAtoms(text, limit)) {
    if (part.length + atom.length > room) {
      parts.push(part);
      part = '';
      room = limit;
    }
    part += atom;
  }
  parts.push(part);
  return parts;
}

/** Pieces that tile `text`, each within the limit, cut at the best places there are. */
function cutAtoms(text: string, limit: number): string[] {
  return tile(text, splitSentences(text)).flatMap((sentence) => {
    if (sentence.length <= limit) return [sentence];
    return tile(sentence, splitClauses(sentence)).flatMap((clause) =>
      clause.length <= limit ? [clause] : cutHard(clause, limit),
    );
  });
}

/** White space between two spans goes with the first of them. */
function tile(text: string, spans: readonly Span[]): string[] {
  const cuts = [0, ...spans.slice(1).map(({ start }) => start), text.length];
  return cuts.slice(1).map((end, i) => text.slice(cuts[i], end));
}

function cutHard(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const char of text) {
    if (piece.length + char.length > limit) {
      pieces.push(piece);
      piece = '';
    }
    piece += char;
  }
  pieces.push(piece);
  return pieces;
}
