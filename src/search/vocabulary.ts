// bulletin + wordings + lexicon + jieba's dictionary → how often each word is met, as costs in bits
import { dict } from '@node-rs/jieba/dict.js';
import { normalizeText } from '../text/normalize.ts';

/** How often each word stands in the bulletin and in its everyday wordings; all in normalised script. */
export interface WordCounts {
  readonly bulletin: ReadonlyMap<string, number>;
  readonly wordings: ReadonlyMap<string, number>;
  /** Two neighbouring words of the bulletin, joined, when they make 3 to 6 characters. */
  readonly phrases: ReadonlyMap<string, number>;
  /** Two neighbouring characters of either. */
  readonly pairs: ReadonlySet<string>;
}

const HAN_WORD = /^[\u3400-\u9fff]+$/u;
const LONGEST_PHRASE = 6;

export function countWords(
  bulletin: string,
  wordings: readonly string[],
  segment: (plain: string) => string[],
): WordCounts {
  const counts = { bulletin: new Map<string, number>(), wordings: new Map<string, number>() };
  const phrases = new Map<string, number>();
  const pairs = new Set<string>();
  const read = (text: string, words: Map<string, number>, joined: Map<string, number> | null): void => {
    let before = '';
    for (const word of segment(normalizeText(text).text)) {
      if (!HAN_WORD.test(word)) {
        before = '';
        continue;
      }
      count(words, word);
      const together = before + word;
      for (let i = 0; i + 1 < together.length; i += 1) pairs.add(together.slice(i, i + 2));
      if (joined !== null && before !== '' && together.length >= 3 && together.length <= LONGEST_PHRASE) {
        count(joined, together);
      }
      before = word;
    }
  };
  read(bulletin, counts.bulletin, phrases);
  for (const wording of wordings) read(wording, counts.wordings, null);
  return { ...counts, phrases, pairs };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Words of jieba's dictionary with their corpus frequency (of about 60 million). */
export function readCommonWords(): Map<string, number> {
  const words = new Map<string, number>();
  for (const line of new TextDecoder().decode(dict).split('\n')) {
    const [word = '', frequency = '0'] = line.split(' ');
    if (HAN_WORD.test(word)) words.set(word, Number(frequency));
  }
  return words;
}

/** −log2 of a word's share, half of it taken from the language at large, half from the bulletin and its wordings. */
export function createCost(
  counts: WordCounts,
  common: ReadonlyMap<string, number>,
): (word: string) => number {
  const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0);
  const language = sum(common.values());
  const own = sum(counts.bulletin.values()) + 0.5 * sum(counts.wordings.values());
  return (word) => {
    const met = Math.max(
      (counts.bulletin.get(word) ?? 0) + 0.5 * (counts.wordings.get(word) ?? 0),
      counts.phrases.get(word) ?? 0,
      0.2,
    );
    const share = 0.5 * (met / own) + 0.5 * ((common.get(word) ?? 0) / language);
    return Math.round(-Math.log2(share));
  };
}
