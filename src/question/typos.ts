// question → English words → pinyin and initials → each run of Chinese characters read through the lattice
import type { SpellingTable } from '../search/spelling-data.ts';
import { createKnownWords } from './known-words.ts';
import { createLatinReader } from './latin.ts';
import { createSpellOut } from './pinyin-words.ts';
import type { Correction } from './question.ts';
import { createCandidateFinder, type TypoCosts } from './typo-candidates.ts';
import { readRun, type LatticeCosts } from './typo-lattice.ts';
import { createTypoVocabulary } from './typo-vocabulary.ts';

export interface Corrected {
  readonly text: string;
  /** Latin letters first, then Chinese, each in the order of the text; from: as written, to: as understood. */
  readonly corrections: readonly Correction[];
}

interface CorrectorCosts extends TypoCosts, LatticeCosts {
  /** A character below this cost often stands alone (官, 人), wherever the wordings come from; never a strange one within a word. */
  readonly free: number;
}

/** Bits; tuned on test/eval/own/*.tune.jsonl and on wordings the table had not seen. */
const TYPO_COSTS: CorrectorCosts = {
  sameSound: 9,
  nearSound: 12,
  sameShape: 10,
  short: 4,
  shortSeen: 8,
  shortAlone: 5,
  doubled: 9,
  missing: 15,
  other: 16,
  unknown: 20,
  unpaired: 7,
  rare: 21,
  free: 13,
};

/** The table of one bulletin, made ready; a question then takes well under half a millisecond. */
export function createCorrector(table: SpellingTable): (text: string) => Corrected {
  const costs = TYPO_COSTS;
  const known = createKnownWords(table);
  const vocabulary = createTypoVocabulary(table);
  const isFree = (char: string): boolean => (known.cost(char, 0, 1) ?? costs.unknown) < costs.free;
  const find = createCandidateFinder(vocabulary, isFree, costs);
  const readLatin = createLatinReader(table, createSpellOut(vocabulary));
  return (text) => {
    const latin = readLatin(text);
    const corrections = [...latin.corrections];
    const corrected = latin.text.replace(/[\u3400-\u9fff]{2,}/gu, (run) =>
      readRun(run, known, find, costs)
        .map(({ start, end, word, penalty }) => {
          if (penalty > 0) corrections.push({ from: run.slice(start, end), to: word });
          return word;
        })
        .join(''),
    );
    return { text: corrected, corrections };
  };
}
