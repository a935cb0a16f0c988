// Latin words in a Chinese question → pinyin, English of the table or initials; anything else stays
import type { SpellingTable } from '../search/spelling-data.ts';
import type { SpellOut } from './pinyin-words.ts';
import type { Correction } from './question.ts';

export interface ReadLatin {
  readonly text: string;
  readonly corrections: readonly Correction[];
}

/** Words in a row, not part of an address, a file name or a number: m216, a@b.cn; e-mail is one word. */
const ROW = /(?<![\w@/.:'-])[a-z]+(?:['-][a-z]+)*(?: [a-z]+(?:['-][a-z]+)*)*(?![\w@/'-]|[.:]\w)/giu;
/** Longer rows are English sentences: they are translated whole or not at all. */
const MIXED = 3;
/** Beyond this it is no question in Chinese. */
const LONGEST_ROW = 12;
const LONGEST_PHRASE = 3;
const SHORTEST_INITIALS = 3;
/** Of this many words of a row, one may stay unread in a row of pinyin. */
const ONE_UNREAD_OF = 3;

/** One piece of a row, read or left as it is. */
interface Piece {
  readonly from: string;
  readonly to: string;
  readonly shown: boolean;
  readonly words: number;
}

type ReadPiece = (words: readonly string[], at: number) => Piece | null;

/** Ready to read any number of questions. */
export function createLatinReader(table: SpellingTable, spellOut: SpellOut): (text: string) => ReadLatin {
  const glueWords = new Map(Object.entries(table.glue));
  const initialsOf = new Map(Object.entries(table.initials));
  const english = createEnglish(table);
  const spelt: ReadPiece = (words, at) => findSpelt(words, at, spellOut);
  const glue: ReadPiece = (words, at) => toPiece(words, at, 1, glueWords.get(words[at] ?? ''), false);
  const initials: ReadPiece = (words, at) => {
    const word = words[at] ?? '';
    return word.length < SHORTEST_INITIALS ? null : toPiece(words, at, 1, initialsOf.get(word), true);
  };
  return (text) => {
    const corrections: Correction[] = [];
    const read = text.replace(ROW, (row) => {
      const words = row.toLowerCase().split(' ');
      if (words.length > LONGEST_ROW) return row;
      const pieces =
        readAll(
          words,
          [spelt, glue],
          (unread, shown) => shown > 0 && unread * ONE_UNREAD_OF <= words.length,
        ) ??
        readAll(
          words,
          [english, spelt, initials],
          (unread) => unread === 0 || (words.length <= MIXED && unread * 2 <= words.length),
        );
      if (pieces === null) return row;
      for (const { from, to, shown } of pieces) if (shown) corrections.push({ from, to });
      return pieces.flatMap(({ to }) => (to === '' ? [] : [to])).join(' ');
    });
    if (read === text) return { text, corrections };
    return { text: read.replace(/(?<=[\u3400-\u9fff]) +| +(?=[\u3400-\u9fff])/gu, '').trim(), corrections };
  };
}

/** Cuts a row into pieces with the first reader that fits at each word; null unless `accepts` the whole. */
function readAll(
  words: readonly string[],
  readers: readonly ReadPiece[],
  accepts: (unread: number, shown: number) => boolean,
): Piece[] | null {
  const pieces: Piece[] = [];
  let unread = 0;
  for (let at = 0; at < words.length; at += pieces.at(-1)?.words ?? 1) {
    let piece: Piece | null = null;
    for (const reader of readers) piece ??= reader(words, at);
    if (piece === null) unread += 1;
    const word = words[at] ?? '';
    pieces.push(piece ?? { from: word, to: word, shown: false, words: 1 });
  }
  return accepts(unread, pieces.filter(({ shown }) => shown).length) ? pieces : null;
}

function toPiece(
  words: readonly string[],
  at: number,
  count: number,
  to: string | undefined,
  shown: boolean,
): Piece | null {
  return to === undefined ? null : { from: words.slice(at, at + count).join(' '), to, shown, words: count };
}

/** Longest phrase first: how many, supply chain; projects as project. */
function createEnglish(table: SpellingTable): ReadPiece {
  const entries = new Map(Object.entries(table.english));
  return (words, at) => {
    for (let count = Math.min(words.length - at, LONGEST_PHRASE); count > 0; count -= 1) {
      const phrase = words.slice(at, at + count).join(' ');
      const entry = entries.get(phrase) ?? entries.get(phrase.replace(/s$/u, ''));
      if (entry !== undefined) return toPiece(words, at, count, entry.to, entry.shown);
    }
    return null;
  };
}

/** The longest row of words that spells words of the bulletin: lai yuexin. */
function findSpelt(words: readonly string[], at: number, spellOut: SpellOut): Piece | null {
  for (let end = words.length; end > at; end -= 1) {
    const to = spellOut(words.slice(at, end));
    if (to !== null) return toPiece(words, at, end - at, to, true);
  }
  return null;
}
