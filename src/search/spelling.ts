// words of the bulletin, its wordings and the dictionary → targets, known words, readings, initials: one table
import type { Bulletin } from '../bulletin/bulletin.ts';
import { normalizeText } from '../text/normalize.ts';
import type { Expansion } from './expansion.ts';
import type { Lexicon } from './lexicon.ts';
import { collectEnglish, collectGlue, collectInitials, collectReadings } from './latin-keys.ts';
import { loadPinyin } from './pinyin.ts';
import { COST_BASE, type PackedWords, type SpellingTable, type TargetKind } from './spelling-data.ts';
import type { SpellingLexicon } from './spelling-lexicon.ts';
import { readCommonWords } from './common-words.ts';
import { byCodeUnit, countWords, createCost, type WordCounts } from './vocabulary.ts';

const HAN_WORD = /^[\u3400-\u9fff]{2,12}$/u;
/** A word of jieba's dictionary counts as known from this frequency on, by its length. */
const COMMON_FROM: Readonly<Record<number, number>> = { 1: 0, 2: 20, 3: 50, 4: 50 };
const SEEN_FROM = 3;
/** Turns of speech that share too much with everything: 罚了多少, 公家的钱. */
const SPEECH = /[的了吗呢哪谁啥咋怎么几多少不一]/u;
/** Names of other places are no typos however rare they are: 思明区, 三坊七巷. */
const PLACE = /^.{2,3}[区县市省镇乡村街路巷寺山湖]$/u;

export interface SpellingSources {
  readonly bulletin: Bulletin;
  readonly expansions: readonly Expansion[];
  readonly lexicon: Lexicon;
  readonly spelling: SpellingLexicon;
  /** Names of projects and bodies the ledger found in the bulletin. */
  readonly learned: readonly string[];
  readonly segment: (plain: string) => string[];
}

/** Deterministic: the same sources give the same table, key for key. */
export function buildSpelling(sources: SpellingSources): SpellingTable {
  const { bulletin, expansions, lexicon, spelling, segment } = sources;
  const wordings = expansions.map(({ query }) => query);
  const counts = countWords(bulletin.source, wordings, segment, lexicon.stopwords);
  const common = readCommonWords();
  const cost = createCost(counts, common);
  const learned = sources.learned
    .map((name) => normalizeText(name).text)
    .filter((name) => HAN_WORD.test(name));
  const taught = listTaughtWords(lexicon).filter((word) => HAN_WORD.test(word));
  const kinds = chooseTargets(counts, common, learned, taught, lexicon.stopwords);
  const targets = [...kinds.keys()].sort(byCodeUnit);
  const readSyllables = loadPinyin();
  const organizations = lexicon.organizations.flat().filter((name) => bulletin.source.includes(name));
  return {
    readings: collectReadings(common, readSyllables),
    targets: targets.join(' '),
    targetCosts: targets.map((word) => packCost(cost(word))).join(''),
    targetKinds: targets.map((word) => kinds.get(word) ?? 'e').join(''),
    known: packKnown(counts, common, lexicon.stopwords, cost),
    pairs: packPairs(counts, common),
    shapes: [...spelling.shapes],
    initials: collectInitials(counts, [...learned, ...organizations], readSyllables),
    glue: collectGlue(lexicon.stopwords, cost, readSyllables),
    english: collectEnglish(spelling.english, lexicon.stopwords),
  };
}

function listTaughtWords(lexicon: Lexicon): string[] {
  const lines = lexicon.dictionary.split('\n').map((line) => line.split(/\s/u)[0] ?? '');
  return [...lines, ...lexicon.groups.flat()];
}

/** Later kinds outrank earlier ones. */
function chooseTargets(
  counts: WordCounts,
  common: ReadonlyMap<string, number>,
  learned: readonly string[],
  taught: readonly string[],
  stopwords: ReadonlySet<string>,
): Map<string, TargetKind> {
  const targets = new Map<string, TargetKind>();
  const add = (word: string, kind: TargetKind): void => {
    if (HAN_WORD.test(word) && !stopwords.has(word)) targets.set(word, kind);
  };
  for (const word of taught) if (!SPEECH.test(word)) add(word, 'e');
  for (const [word, times] of counts.wordings)
    if (times >= 2 && common.has(word) && !SPEECH.test(word)) add(word, 'e');
  for (const phrase of counts.phrases.keys()) add(phrase, 'p');
  for (const word of counts.bulletin.keys()) add(word, 'b');
  for (const name of learned) add(name, 'n');
  return targets;
}

function packCost(cost: number): string {
  return String.fromCharCode(COST_BASE + Math.min(cost, 31));
}

function packKnown(
  counts: WordCounts,
  common: ReadonlyMap<string, number>,
  stopwords: ReadonlySet<string>,
  cost: (word: string) => number,
): Record<string, PackedWords> {
  // A wording's word that no dictionary has and that stands once or twice may be cut wrong: 官聘 of 体验官聘了多少.
  const met = [...counts.wordings].filter(([word, times]) => common.has(word) || times >= MET_FROM);
  const known = new Set([...stopwords, ...met.map(([word]) => word), ...counts.bulletin.keys()]);
  for (const [word, frequency] of common) {
    if (frequency >= (COMMON_FROM[word.length] ?? Infinity) || PLACE.test(word)) known.add(word);
  }
  const packed: Record<string, PackedWords> = {};
  for (const length of [1, 2, 3, 4]) {
    const words = [...known]
      .filter((word) => word.length === length && /^[\u3400-\u9fff]+$/u.test(word))
      .sort(byCodeUnit);
    packed[length] = {
      words: words.join(''),
      costs: words.map((word) => packCost(cost(word))).join(''),
    };
  }
  return packed;
}

/** So many wordings must use a word that no dictionary has. */
const MET_FROM = 3;

/** Any two-character word of the dictionary counts as seen, however rare; 长长 does not: 长长者食堂 is a slip. */
function packPairs(counts: WordCounts, common: ReadonlyMap<string, number>): string {
  const pairs = new Set(counts.pairs);
  for (const [word, frequency] of common) {
    if (word.length === 2 && frequency >= SEEN_FROM && word.charAt(0) !== word.charAt(1)) pairs.add(word);
  }
  return [...pairs].sort(byCodeUnit).join('');
}
