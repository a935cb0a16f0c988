// words → what Latin letters stand for: readings of characters, initials of names, pinyin of question words, English
import type { ReadSyllables } from './pinyin.ts';
import type { SpellingTable } from './spelling-data.ts';
import { byCodeUnit, type WordCounts } from './vocabulary.ts';

/** A reading is usual when it makes at least this share of a character's occurrences in common words. */
const USUAL_READING = 0.04;
const HAN_WORD = /^[\u3400-\u9fff]{2,12}$/u;

/** Of words that sound alike the most usual one. */
export function collectGlue(
  stopwords: ReadonlySet<string>,
  cost: (word: string) => number,
  read: ReadSyllables,
): Record<string, string> {
  const rows = [...stopwords]
    .filter((word) => /^[\u3400-\u9fff]{1,4}$/u.test(word))
    .sort((a, b) => cost(b) - cost(a) || byCodeUnit(b, a))
    .map((word): [string, string] => [read(word).join(''), word]);
  return Object.fromEntries([...new Map(rows)].sort(([a], [b]) => byCodeUnit(a, b)));
}

/** What only asks (how many) is put into Chinese without a word about it. */
export function collectEnglish(
  english: ReadonlyMap<string, string>,
  stopwords: ReadonlySet<string>,
): SpellingTable['english'] {
  const rows = [...english].map(([from, to]) => [
    from,
    { to, shown: to !== '' && to !== from && !stopwords.has(to) },
  ]);
  return Object.fromEntries(rows) as SpellingTable['english'];
}

/** Which readings of a character are usual is counted in the dictionary's words: 行 is xing and hang, 红 only hong. */
export function collectReadings(
  common: ReadonlyMap<string, number>,
  read: ReadSyllables,
): Record<string, string> {
  const tally = new Map<string, Map<string, number>>();
  const add = (char: string, syllable: string, weight: number): void => {
    const own = tally.get(char) ?? new Map<string, number>();
    own.set(syllable, (own.get(syllable) ?? 0) + weight);
    tally.set(char, own);
  };
  for (const [word, frequency] of common) {
    if (word.length > 1 && frequency < 50) continue;
    const syllables = read(word);
    for (let i = 0; i < word.length; i += 1) add(word.charAt(i), syllables[i] ?? '', frequency + 1);
  }
  const readings = new Map<string, string[]>();
  for (const [char, own] of tally) {
    const total = [...own.values()].reduce((a, b) => a + b, 0);
    for (const [syllable, weight] of own) {
      if (!/^[a-z]+$/u.test(syllable) || weight < USUAL_READING * total) continue;
      readings.set(syllable, [...(readings.get(syllable) ?? []), char]);
    }
  }
  const rows = [...readings].map(([syllable, chars]): [string, string] => [
    syllable,
    chars.sort(byCodeUnit).join(''),
  ]);
  return Object.fromEntries(rows.sort(([a], [b]) => byCodeUnit(a, b)));
}

/** Names and bodies from three letters on, other words of the bulletin from four; two words for one key: neither. */
export function collectInitials(
  counts: WordCounts,
  names: readonly string[],
  read: ReadSyllables,
): Record<string, string> {
  const fits = new Map<string, Set<string>>();
  const add = (word: string): void => {
    const key = read(word)
      .map((syllable) => syllable.charAt(0))
      .join('');
    fits.set(key, (fits.get(key) ?? new Set()).add(word));
  };
  for (const name of names) if (name.length >= 3 && HAN_WORD.test(name)) add(name);
  for (const word of counts.bulletin.keys()) if (word.length >= 4 && HAN_WORD.test(word)) add(word);
  const rows = [...fits]
    .filter(([key, words]) => words.size === 1 && /^[a-z]{3,8}$/u.test(key))
    .map(([key, words]): [string, string] => [key, [...words][0] ?? '']);
  return Object.fromEntries(rows.sort(([a], [b]) => byCodeUnit(a, b)));
}
