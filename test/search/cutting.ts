import { readCommonLines } from '../../src/search/common-words.ts';
import type { TermLexicon } from '../../src/search/term-lexicon.ts';
import { createTokenizer, loadJieba, type Tokenize } from '../../src/search/tokenizer.ts';

const WORDS = readCommonLines();

/** A tokenizer as an index is built with; `learned`: words of a bulletin. */
export function tokenizerOf(lexicon: TermLexicon, learned: readonly string[] = []): Tokenize {
  return createTokenizer(lexicon, loadJieba(WORDS, lexicon.dictionary, learned));
}

/** Cuts a text into words, as the table of typos is built with. */
export function cutterOf(lexicon: TermLexicon, learned: readonly string[] = []): (plain: string) => string[] {
  const jieba = loadJieba(WORDS, lexicon.dictionary, learned);
  return (plain) => jieba.cut(plain, true);
}
