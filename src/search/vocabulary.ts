// bulletin + wordings + lexicon + jieba's dictionary → how often each word is met, as costs in bits
import { normalizeText } from '../text/normalize.ts';

/** How often each word stands in the bulletin and in its everyday wordings; all in normalised script. */
export interface WordCounts {
  readonly bulletin: ReadonlyMap<string, number>;
  readonly wordings: ReadonlyMap<string, number>;
  /** Two neighbouring words of the bulletin, none of them a stopword or a numeral, joined: 3 to 6 characters. */
  readonly phrases: ReadonlyMap<string, number>;
  /** Two neighbouring characters of either. */
  readonly pairs: ReadonlySet<string>;
}

const HAN_WORD = /^[\u3400-\u9fff]+$/u;
const NUMERAL = /^[一二三四五六七八九十百千万亿零两几]/u;
const LONGEST_PHRASE = 6;

export function countWords(
  bulletin: string,
  wordings: readonly string[],
  segment: (plain: string) => string[],
  stopwords: ReadonlySet<string>,
): WordCounts {
  const own = new Map<string, number>();
  const everyday = new Map<string, number>();
  const phrases = new Map<string, number>();
  let before = '';
  for (const word of segment(normalizeText(bulletin).text)) {
    if (HAN_WORD.test(word)) count(own, word);
    const joins = HAN_WORD.test(word) && !stopwords.has(word) && !NUMERAL.test(word);
    const phrase = before + word;
    if (joins && before !== '' && phrase.length >= 3 && phrase.length <= LONGEST_PHRASE)
      count(phrases, phrase);
    before = joins ? word : '';
  }
  for (const [phrase, times] of phrases) {
    // 赖悦心退 once means nothing, 红旗经合社 does.
    if (times === 1 && phrase.length < 4) phrases.delete(phrase);
  }
  const seen = new Map<string, number>();
  for (const wording of wordings) {
    for (const word of segment(normalizeText(wording).text)) if (HAN_WORD.test(word)) count(everyday, word);
  }
  countPairs(bulletin, SEEN_FROM, seen);
  for (const wording of wordings) countPairs(wording, 1, seen);
  const pairs = new Set([...seen].filter(([, times]) => times >= SEEN_FROM).map(([pair]) => pair));
  return { bulletin: own, wordings: everyday, phrases, pairs };
}

/** So many wordings must bring two characters together; the bulletin need not say it twice. */
const SEEN_FROM = 3;

function countPairs(text: string, times: number, seen: Map<string, number>): void {
  for (const [run] of normalizeText(text).text.matchAll(/[\u3400-\u9fff]{2,}/gu)) {
    for (let i = 0; i + 1 < run.length; i += 1) {
      const pair = run.slice(i, i + 2);
      seen.set(pair, (seen.get(pair) ?? 0) + times);
    }
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** What a word of a wording counts beside one of the bulletin; all of them together never much more than the bulletin. */
const WORDING = { each: 0.5, together: 1.25 };

/** −log2 of a word's share, half of it taken from the language at large, half from the bulletin and its wordings. */
export function createCost(
  counts: WordCounts,
  common: ReadonlyMap<string, number>,
): (word: string) => number {
  const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0);
  const language = sum(common.values());
  const bulletin = sum(counts.bulletin.values());
  const wordings = sum(counts.wordings.values()) || 1;
  const light = Math.min(WORDING.each, (WORDING.together * bulletin) / wordings);
  const own = bulletin + light * wordings;
  return (word) => {
    const met = Math.max(
      (counts.bulletin.get(word) ?? 0) + light * (counts.wordings.get(word) ?? 0),
      counts.phrases.get(word) ?? 0,
      0.2,
    );
    const share = 0.5 * (met / own) + 0.5 * ((common.get(word) ?? 0) / language);
    return Math.round(-Math.log2(share));
  };
}

export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
