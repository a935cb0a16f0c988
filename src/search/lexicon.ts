import { normalizeText } from '../text/normalize.ts';
import type { TermLexicon } from './term-lexicon.ts';

/** The staff-editable plain-text files of `seeds/lexicon/`, as read from disk. */
export interface LexiconTexts {
  readonly dictionary: string;
  readonly thesaurus: string;
  readonly stopwords: string;
  readonly organizations: string;
}

export interface Lexicon extends TermLexicon {
  /** Full name first, short forms after. */
  readonly organizations: readonly (readonly string[])[];
  /** The organisations file as it stands, for the ledger. */
  readonly organizationsText: string;
  /** Lines that say nothing, named with file and number; the rest is used. */
  readonly diagnostics: readonly string[];
}

/** A lexicon file that cannot be used; names file, line and what is expected. */
export class LexiconError extends Error {
  override readonly name = 'LexiconError';
}

export function readLexicon(texts: LexiconTexts): Lexicon {
  const diagnostics: string[] = [];
  const groups = readGroups('thesaurus.txt', texts.thesaurus, diagnostics);
  const organizations = readGroups('organizations.txt', texts.organizations, diagnostics);
  const stopwords = new Set(contentLines(texts.stopwords).map(([, line]) => normalizeText(line).text));
  const dictionary = contentLines(texts.dictionary)
    .map(readEntry)
    .concat(
      [...groups, ...organizations]
        .flat()
        .filter((word) => word.length >= 2)
        .map((word) => `${word} 2000 n`),
      [...stopwords].filter((word) => word.length >= 2).map((word) => `${word} 5000 d`),
    )
    .join('\n');
  return {
    dictionary,
    groups: [...groups, ...organizations],
    stopwords,
    organizations,
    organizationsText: texts.organizations,
    diagnostics,
  };
}

/** jieba takes a word without a frequency for a rare one and refuses one without a frequency but with a tag. */
const ENTRY = /^(?<word>\S+)(?:\s+(?<frequency>\d{1,9}))?(?:\s+(?<tag>[a-z]+))?$/u;

function readEntry([number, line]: [number, string]): string {
  const entry = ENTRY.exec(line)?.groups;
  if (entry === undefined)
    throw new LexiconError(`dictionary.txt 第${number}行“${line}”:应为“词 词频 词性”,后两项可省`);
  return `${entry['word'] ?? ''} ${entry['frequency'] ?? '2000'} ${entry['tag'] ?? 'n'}`;
}

function contentLines(text: string): [number, string][] {
  return text
    .split('\n')
    .map((line, index): [number, string] => [index + 1, line.trim()])
    .filter(([, line]) => line !== '' && !line.startsWith('#'));
}

function readGroups(file: string, text: string, diagnostics: string[]): string[][] {
  const groups: string[][] = [];
  const firstLine = new Map<string, number>();
  for (const [number, line] of contentLines(text)) {
    const group = [...new Set(line.split(/\s+/u).map((word) => normalizeText(word).text))];
    const key = [...group].sort().join(' ');
    const same = firstLine.get(key);
    const odd = group.find((word) => !/[\p{L}\p{N}]/u.test(word));
    if (group.length < 2) diagnostics.push(`${file} 第${number}行“${line}”:一组至少要有两个不同的词`);
    else if (same !== undefined) diagnostics.push(`${file} 第${number}行“${line}”:与第${same}行重复`);
    else if (odd !== undefined)
      diagnostics.push(`${file} 第${number}行“${line}”:“${odd}”不是词,词与词之间只用空格`);
    else groups.push(group);
    firstLine.set(key, same ?? number);
  }
  return groups;
}
