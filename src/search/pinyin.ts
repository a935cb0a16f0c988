// words → toneless syllables; the library is loaded when an index is built, never on the way to an answer
import { createRequire } from 'node:module';
import type * as PinyinPro from 'pinyin-pro';

/** One toneless syllable per character (绿 → lv), read in the context of the word; other characters unchanged. */
export type ReadSyllables = (word: string) => string[];

/** Takes about 0.1 s: the library carries its dictionaries. */
export function loadPinyin(): ReadSyllables {
  const library = createRequire(import.meta.url)('pinyin-pro') as typeof PinyinPro;
  return (word) => library.pinyin(word, { toneType: 'none', type: 'array', v: true });
}
