// spelling table → is this word known, at what cost; two sorted strings and a binary search, nothing to load
import { COST_BASE, type PackedWords, type SpellingTable } from '../search/spelling-data.ts';

export interface KnownWords {
  /** Cost in bits of a word of 1 to 4 characters, or null when it is none. */
  readonly cost: (text: string, start: number, length: number) => number | null;
  /** True when the two neighbouring characters were seen together in the bulletin or its wordings. */
  readonly paired: (text: string, start: number) => boolean;
}

export const LONGEST_KNOWN = 4;

export function createKnownWords(table: Pick<SpellingTable, 'known' | 'pairs'>): KnownWords {
  const packs: (PackedWords | undefined)[] = [];
  for (let length = 1; length <= LONGEST_KNOWN; length += 1) packs[length] = table.known[length];
  return {
    cost: (text, start, length) => {
      const pack = packs[length];
      if (pack === undefined) return null;
      const at = findPacked(pack.words, text, start, length);
      return at < 0 ? null : pack.costs.charCodeAt(at) - COST_BASE;
    },
    paired: (text, start) => findPacked(table.pairs, text, start, 2) >= 0,
  };
}

/** Number of the word `text[start…start+length)` in `words`, -1 when absent. */
function findPacked(words: string, text: string, start: number, length: number): number {
  let low = 0;
  let high = words.length / length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    let order = 0;
    for (let i = 0; i < length && order === 0; i += 1) {
      order = words.charCodeAt(middle * length + i) - text.charCodeAt(start + i);
    }
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
