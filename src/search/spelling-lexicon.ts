import { normalizeText } from '../text/normalize.ts';
import { LexiconError } from './lexicon.ts';

/** What `seeds/lexicon/english.txt` and `shapes.txt` say, as read from disk. */
export interface SpellingLexicon {
  /** English, lower case → Chinese; the same word: left as it is; empty: dropped. */
  readonly english: ReadonlyMap<string, string>;
  /** Groups of characters that look alike. */
  readonly shapes: readonly string[];
}

/** Lines `english = 中文`; a line without `=` protects a word (app), nothing after `=` drops it (the =). */
export function readSpellingLexicon(texts: { english: string; shapes: string }): SpellingLexicon {
  const english = new Map<string, string>();
  for (const [number, line] of contentLines(texts.english)) {
    const [left = '', right, ...more] = line.split('=').map((side) => normalizeText(side.trim()).text);
    if (!/^[a-z][a-z' -]*$/u.test(left) || more.length > 0) {
      throw new LexiconError(`english.txt 第${number}行“${line}”:应为“英文 = 中文”,右边可空`);
    }
    english.set(left, right ?? left);
  }
  const shapes = contentLines(texts.shapes).map(([number, line]) => {
    const group = line.replace(/\s+/gu, '');
    if (!/^[\u3400-\u9fff]{2,}$/u.test(group)) {
      throw new LexiconError(`shapes.txt 第${number}行“${line}”:应为两个以上形近字`);
    }
    return group;
  });
  return { english, shapes };
}

function contentLines(text: string): [number, string][] {
  return text
    .split('\n')
    .map((line, index): [number, string] => [index + 1, line.trim()])
    .filter(([, line]) => line !== '' && !line.startsWith('#'));
}
