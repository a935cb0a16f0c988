// text → jieba words → terms: words, bigrams of each run of content words, figures, concepts of the thesaurus
import { Jieba } from '@node-rs/jieba';
import { findAmounts, type Amount } from '../text/amounts.ts';
import { normalizeText } from '../text/normalize.ts';
import { rememberRecent } from '../text/remember.ts';
import type { TermLexicon } from './term-lexicon.ts';

/**
 * Terms of a text, repeats kept. A plain string is a word or a bigram; `=13件` a figure (Chinese numerals and
 * 万/亿 resolved, so 十三件 meets 13件); `#17` the concept of thesaurus group 17; one character a unigram.
 */
export type Tokenize = (text: string, options?: TokenizeOptions) => readonly string[];

export interface TokenizeOptions {
  /** Question words (请问, 多少, 咋) are dropped and break bigrams. */
  readonly dropStopwords?: boolean;
  /** Single characters as well, for the comparison of short texts. */
  readonly unigrams?: boolean;
  /** Words alone, of two characters and more (with `unigrams` of one too): no bigrams, figures or concepts. */
  readonly wordsOnly?: boolean;
  /** Of the words alone, those that name something: no verbs, adverbs, numerals, pronouns. */
  readonly naming?: boolean;
}

/** 露过, 拖了: a verb, whatever jieba calls it. */
const ASPECT = /.[了着过]$/u;

/** A message and its parts are cut many times over. */
const MOST_REMEMBERED = 100;

/** jieba's tags of words that name nothing: 讲到/v, 前前后后/i, 一笔/m, 那/r; 监管/vn names something. */
const NAMELESS = /^(?:v[dgi]?|[acdefikmopqrtyz].*|u.*)$/u;

const HAN = /[\u3400-\u9fff]/;
const HAN_NUMERAL = /^[\u3400-\u9fff]/;

/**
 * `words`: the common words of the language, as lines of a jieba dictionary; `dictionary`: more of them; `learned`: words
 * of the bulletin itself (names of projects and bodies).
 */
export function loadJieba(words: Uint8Array, dictionary: string, learned: readonly string[]): Jieba {
  const jieba = Jieba.withDict(words);
  const own = learned.filter((word) => /^[\p{L}\p{N}]{2,12}$/u.test(word)).map((word) => `${word} 3000 n`);
  jieba.loadDict(Buffer.from([dictionary, ...own].join('\n') + '\n'));
  return jieba;
}

/** The same for documents and queries. */
export function createTokenizer({ groups, stopwords }: TermLexicon, jieba: Jieba): Tokenize {
  const cut = (plain: string): string[] => jieba.cut(plain, true);
  const concepts = createConceptFinder(groups);
  const remember = rememberRecent<readonly string[]>(MOST_REMEMBERED);
  const read = (text: string, options: TokenizeOptions): readonly string[] => {
    const { text: plain } = normalizeText(text);
    if (options.wordsOnly === true) {
      const least = options.unigrams === true ? 1 : 2;
      const words =
        options.naming === true
          ? jieba
              .tag(plain, true)
              .flatMap(({ word, tag }) => (NAMELESS.test(tag) || ASPECT.test(word) ? [] : word))
          : cut(plain);
      return words.filter(
        (word) => word.length >= least && /^[\p{L}\p{N}]+$/u.test(word) && !stopwords.has(word),
      );
    }
    const terms: string[] = [];
    const amounts = findAmounts(plain);
    for (const amount of amounts) {
      terms.push(`=${amount.value}${amount.unit}`);
      if (amount.unit !== '' && amount.value >= 10) terms.push(`=${amount.value}`);
    }
    let run = '';
    const closeRun = (): void => {
      for (let i = 0; i + 1 < run.length; i += 1) terms.push(run.slice(i, i + 2));
      if (options.unigrams === true) terms.push(...Array.from(run));
      run = '';
    };
    const words = cut(writeDigits(plain, amounts));
    for (const word of words) {
      if (options.dropStopwords === true && stopwords.has(word)) {
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
    terms.push(...concepts(plain, words));
    return terms;
  };
  return (text, options = {}) => {
    const { dropStopwords = false, unigrams = false, wordsOnly = false, naming = false } = options;
    const key = [dropStopwords, unigrams, wordsOnly, naming].map(Number).join('');
    return remember(`${key}${text}`, () => read(text, options));
  };
}

/** 十三件 as 13件, so that its characters make no terms of their own; names like 三资 and 八项规定 stay. */
function writeDigits(plain: string, amounts: readonly Amount[]): string {
  return amounts
    .filter(({ text, value }) => HAN_NUMERAL.test(text) && value >= 10)
    .reduceRight((written, { span, value, unit }) => {
      const rest = written.slice(span.end);
      return `${written.slice(0, span.start)}${value}${unit}${rest}`;
    }, plain);
}

/**
 * Finds every thesaurus word in a text and names its groups `#n`: 老人 inside 老人吃饭的地方 too; a single character
 * only where it stands as a word of its own (罚 in 罚了多少, not in 罚球).
 */
function createConceptFinder(
  groups: readonly (readonly string[])[],
): (text: string, words: readonly string[]) => string[] {
  const byWord = new Map<string, string[]>();
  groups.forEach((group, index) => {
    for (const word of group) byWord.set(word, [...(byWord.get(word) ?? []), `#${index}`]);
  });
  const byHead = new Map<string, { word: string; concepts: string[] }[]>();
  for (const [word, concepts] of byWord) {
    if (word.length < 2) continue;
    const head = word.slice(0, 2);
    byHead.set(head, [...(byHead.get(head) ?? []), { word, concepts }]);
  }
  return (text, words) => {
    const found: string[] = [];
    for (let i = 0; i + 1 < text.length; i += 1) {
      for (const { word, concepts } of byHead.get(text.slice(i, i + 2)) ?? []) {
        if (text.startsWith(word, i)) found.push(...concepts);
      }
    }
    for (const word of words) if (word.length === 1) found.push(...(byWord.get(word) ?? []));
    return found;
  };
}
