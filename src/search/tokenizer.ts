// text → jieba words → terms: words, bigrams of each run of content words, figures, concepts of the thesaurus
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { findAmounts } from '../text/amounts.ts';
import { normalizeText } from '../text/normalize.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * Terms of a text, repeats kept. A plain string is a word or a bigram; `=13件` a figure (Chinese numerals and
 * 万/亿 resolved, so 十三件 meets 13件); `#17` the concept of thesaurus group 17; one character a unigram.
 */
export type Tokenize = (text: string, options?: TokenizeOptions) => string[];

export interface TokenizeOptions {
  /** Question words (请问, 多少, 咋) are dropped and break bigrams. */
  readonly dropStopwords?: boolean;
  /** Single characters as well, for the comparison of short texts. */
  readonly unigrams?: boolean;
  /** Words alone, of two characters and more: no bigrams, figures or concepts. */
  readonly wordsOnly?: boolean;
}

const HAN = /[\u3400-\u9fff]/;

/** Cuts normalised text into words. `learned`: words of the bulletin itself (names of projects and bodies). */
export function createSegmenter(lexicon: Lexicon, learned: readonly string[]): (plain: string) => string[] {
  const jieba = Jieba.withDict(dict);
  const own = learned.filter((word) => /^[\p{L}\p{N}]{2,12}$/u.test(word)).map((word) => `${word} 3000 n`);
  jieba.loadDict(Buffer.from([lexicon.dictionary, ...own].join('\n') + '\n'));
  return (plain) => jieba.cut(plain, true);
}

/** The same for documents and queries. */
export function createTokenizer(lexicon: Lexicon, learned: readonly string[]): Tokenize {
  const cut = createSegmenter(lexicon, learned);
  const concepts = createConceptFinder(lexicon.groups);
  return (text, options = {}) => {
    const { text: plain } = normalizeText(text);
    if (options.wordsOnly === true) {
      return cut(plain).filter((word) => /^[\p{L}\p{N}]{2,}$/u.test(word) && !lexicon.stopwords.has(word));
    }
    const terms: string[] = [];
    for (const amount of findAmounts(plain)) {
      terms.push(`=${amount.value}${amount.unit}`);
      if (amount.unit !== '' && amount.value >= 10) terms.push(`=${amount.value}`);
    }
    let run = '';
    const closeRun = (): void => {
      for (let i = 0; i + 1 < run.length; i += 1) terms.push(run.slice(i, i + 2));
      if (options.unigrams === true) terms.push(...Array.from(run));
      run = '';
    };
    for (const word of cut(plain)) {
      if (options.dropStopwords === true && lexicon.stopwords.has(word)) {
        closeRun();
      } else if (HAN.test(word)) {
        run += word;
        if (word.length > 2) terms.push(word);
      } else {
        closeRun();
        if (/^[a-z]{2,}/u.test(word)) terms.push(word);
        else if (/^\d{3,}$/u.test(word)) terms.push(word);
      }
    }
    closeRun();
    terms.push(...concepts(plain));
    return terms;
  };
}

/** Finds every thesaurus word in a text and names its groups `#n`; a word inside a longer one counts only for the longer. */
function createConceptFinder(groups: readonly (readonly string[])[]): (text: string) => string[] {
  const byHead = new Map<string, { word: string; concepts: string[] }[]>();
  const byWord = new Map<string, string[]>();
  groups.forEach((group, index) => {
    for (const word of group) byWord.set(word, [...(byWord.get(word) ?? []), `#${index}`]);
  });
  for (const [word, concepts] of byWord) {
    if (word.length < 2) continue;
    const head = word.slice(0, 2);
    byHead.set(head, [...(byHead.get(head) ?? []), { word, concepts }]);
  }
  for (const entries of byHead.values()) entries.sort((a, b) => b.word.length - a.word.length);
  return (text) => {
    const found: string[] = [];
    let i = 0;
    while (i + 1 < text.length) {
      const at = i;
      const hit = byHead.get(text.slice(i, i + 2))?.find(({ word }) => text.startsWith(word, at));
      if (hit === undefined) {
        i += 1;
      } else {
        found.push(...hit.concepts);
        i += hit.word.length > 3 ? hit.word.length : 1;
      }
    }
    return found;
  };
}
