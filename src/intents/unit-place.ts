// 第148条第二段, 最后一句, 后半段 → the words of the unit that stand there
import type { Citation, Unit, UnitId } from '../bulletin/bulletin.ts';
import type { UnitPlace } from '../question/question.ts';
import { splitAt, splitClauses } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { claim, type DraftClaim, type IntentContext } from './intent.ts';

/** A stretch of one unit. */
interface Piece {
  readonly unit: Unit;
  readonly span: Span;
}

/** The words in the places asked for, each stretch a claim; null where the unit has no such place. */
export function claimPlaces(
  context: IntentContext,
  id: UnitId,
  places: readonly UnitPlace[],
): DraftClaim[] | null {
  const paragraphs = readParagraphs(context, id);
  const rough = places.filter(({ grain }) => grain === 'paragraph');
  const fine = places.filter(({ grain }) => grain !== 'paragraph');
  const within = rough.length === 0 ? paragraphs : rough.flatMap((place) => pick(paragraphs, place));
  if (within.length === 0) return null;
  const named = rough.length === 0 ? '' : sayPlaces(id, paragraphs, within, '段');
  if (fine.length === 0) return [claimPieces(context, within, named)];
  const claims = fine.flatMap((place) => {
    const chosen = narrow(context, within, place);
    const sentences = within.flatMap((piece) => sentencesOf(context, piece));
    const said = place.grain === 'sentence' ? sayPlaces(id, sentences, chosen, '句') : '';
    return chosen.length === 0 ? [] : [claimPieces(context, chosen, `${named}${said}`)];
  });
  return claims.length === 0 ? null : claims;
}

/** 「第2段」, 「第3、4句」 of the unit itself; nothing for words of what it holds. */
function sayPlaces(id: UnitId, all: readonly Piece[], chosen: readonly Piece[], counted: string): string {
  const numbers = chosen.map(({ span }) => all.findIndex((one) => one.span.start === span.start) + 1);
  return chosen.every(({ unit }) => unit.id === id) ? `第${numbers.join('、')}${counted}` : '';
}

/** 「第148条共2段,没有第3段。」; empty where the place exists. */
export function sayMissingPlace(context: IntentContext, id: UnitId, places: readonly UnitPlace[]): string[] {
  const paragraphs = readParagraphs(context, id);
  const place = places.find(({ grain }) => grain === 'paragraph') ?? places[0];
  if (place === undefined || claimPlaces(context, id, places) !== null) return [];
  const [count, unit] =
    place.grain === 'paragraph'
      ? [paragraphs.length, '段']
      : [paragraphs.flatMap((piece) => sentencesOf(context, piece)).length, '句'];
  return [`${context.lookup.label(id)}共${count}${unit},没有“${place.text}”。`];
}

/** The paragraphs of a measure or item; of a part or section its own, without the heading, and those of all it holds. */
export function readParagraphs({ lookup, bulletin }: IntentContext, id: UnitId): readonly Piece[] {
  const unit = lookup.get(id);
  if (unit === undefined) return [];
  const holds = unit.kind === 'section' ? lookup.within(id) : [];
  return [unit, ...holds].flatMap((one) => {
    const lines = splitAt(bulletin.source, one.body, (char) => char === '\n');
    const told =
      lines.length > 1 || holds.length > 0 ? lines.filter((line) => isTold(bulletin.source, line)) : lines;
    return told.map((span) => ({ unit: one, span }));
  });
}

/** A heading ends without a full stop. */
function isTold(source: string, { start, end }: Span): boolean {
  return /[。!！?？;；:：”)）]$/u.test(source.slice(start, end));
}

export function sentencesOf({ bulletin }: IntentContext, { unit, span }: Piece): Piece[] {
  return splitAt(bulletin.source, span, (char) => '。!?！？'.includes(char)).map((one) => ({
    unit,
    span: one,
  }));
}

/** `from` counted from the start, from the end, or what is neither first nor last. */
function pick<T>(rows: readonly T[], { from, count }: UnitPlace): readonly T[] {
  if (from === 0) return rows.length > 2 ? rows.slice(1, -1) : rows;
  const start = from > 0 ? from - 1 : rows.length + from - (count - 1);
  return start < 0 && count === 1 ? [] : rows.slice(Math.max(0, start), Math.max(0, start) + count);
}

function narrow(context: IntentContext, within: readonly Piece[], place: UnitPlace): readonly Piece[] {
  if (place.grain === 'half') return takeHalf(context, within, place);
  const sentences = within.flatMap((piece) => sentencesOf(context, piece));
  if (place.grain === 'sentence') return pick(sentences, place);
  const sentence = place.from < 0 ? sentences.at(-1) : sentences[0];
  if (sentence === undefined) return [];
  const clauses = splitClauses(context.bulletin.source, sentence.span).map((span) => ({ ...sentence, span }));
  return cutInTwo(clauses, place.from);
}

/** Of two paragraphs one; the middle one of three; else the sentences, or the clauses of the only one, on one side of the middle. */
function takeHalf(context: IntentContext, within: readonly Piece[], { from }: UnitPlace): readonly Piece[] {
  if (from === 0) return within.length > 2 ? within.slice(1, -1) : within;
  if (within.length === 2) return within.slice(from < 0 ? 1 : 0, from < 0 ? 2 : 1);
  const sentences = within.flatMap((piece) => sentencesOf(context, piece));
  const [only] = sentences;
  if (only === undefined || sentences.length > 1) return cutInTwo(sentences, from);
  const clauses = splitClauses(context.bulletin.source, only.span);
  return cutInTwo(
    clauses.map((span) => ({ ...only, span })),
    from,
  );
}

/** The pieces before or behind the cut nearest to the middle, counted in characters. */
function cutInTwo(pieces: readonly Piece[], from: number): readonly Piece[] {
  const lengths = pieces.map(({ span }) => span.end - span.start);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let before = 0;
  let [cut, distance] = [0, total];
  for (const [at, length] of lengths.entries()) {
    before += length;
    const off = Math.abs(total / 2 - before);
    if (off < distance) [cut, distance] = [at + 1, off];
  }
  const [first, second] = [pieces.slice(0, cut), pieces.slice(cut)];
  return from < 0 ? (second.length > 0 ? second : first) : first.length > 0 ? first : second;
}

/** Neighbouring pieces of one unit are one quotation. */
function claimPieces(
  { lookup, bulletin }: IntentContext,
  pieces: readonly Piece[],
  named: string,
): DraftClaim {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const gap = last === undefined ? '' : bulletin.source.slice(last.span.end, piece.span.start);
    if (last?.unit === piece.unit && gap.trim() === '')
      joined[joined.length - 1] = { ...last, span: { start: last.span.start, end: piece.span.end } };
    else joined.push(piece);
  }
  const citations = joined.map(({ unit, span }): Citation => {
    return { unit: unit.id, span, quote: bulletin.source.slice(span.start, span.end) };
  });
  const labels = [...new Set(pieces.map(({ unit }) => lookup.label(unit.id)))].join('、');
  return claim(`${labels}${named}:${citations.map(({ quote }) => quote).join('……')}`, citations, {
    computed: named.match(/\d+/gu) ?? [],
  });
}
