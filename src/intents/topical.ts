// words of a subject → units with a sentence that holds each of them, itself or by another word of its thesaurus group
import type { Unit, UnitId } from '../bulletin/bulletin.ts';
import { namingWords } from './pieces.ts';
import type { IntentContext } from './intent.ts';
import { groupBySentence } from './mention-words.ts';
import { compileExact } from './phrase.ts';

/** One word of the subject, or several the thesaurus knows as one: 喝酒开车. */
interface Run {
  /** In words. */
  readonly length: number;
  /** Numbers of the terms that stand for it: the word itself and the thesaurus groups of the whole of it. */
  readonly terms: readonly number[];
}

interface Subject {
  readonly words: readonly string[];
  readonly naming: ReadonlySet<string>;
  /** By first word. */
  readonly runs: readonly (readonly Run[])[];
}

const LONGEST_RUN = 4;
const MOST_READ = 60;
/** Rarity of a word of 1.5 % of the units: 预防 is more common, 高考 stands in one wording. */
const COMMON = Math.log(1 + 1 / 0.015);
/** 干部, 街道, 工作: a name so many units know says nothing beside a rare word it stands before. */
const WIDE = Math.log(1 + 1 / 0.15);
/** 抗台风, 修道路: what is done about a thing, in one word with the thing. */
const TO_DO = /^[防抗治抓搞修建拆管查控](?=..)/u;

/**
 * Those of `units`, all measures unless said, that tell of `subject` in one sentence, in any order and in everyday or
 * official words: 防登革热 for 预防登革热 (M21) and 登革热疫情防控 (M123), 楼顶违建 for 违法建设 on a 楼顶 (M265), 喝酒开车 for
 * 酒驾醉驾 (M193). None for subjects that are told apart by a figure, or by a single character behind a word (柳桥镇 is not
 * 柳桥).
 */
export function findTopical(
  context: IntentContext,
  subject: string,
  units: readonly Unit[] = context.lookup.measures,
): UnitId[] {
  const { engine } = context;
  const words = engine
    .tokenize(subject, { wordsOnly: true, unigrams: true })
    .flatMap((word) => cutCompound(context, word));
  if (/\d/u.test(subject) || (words.length > 1 && words.at(-1)?.length === 1)) return [];
  const named = namingWords(context, subject).flatMap((word) => cutCompound(context, word));
  const rare = words.filter((word) => word.length > 1 && !isWide(engine, word));
  const telling = words.filter(
    (word, at) =>
      (named.includes(word) && (rare.length === 0 || at === words.length - 1 || !isWide(engine, word))) ||
      (word.length > 1 && !isCommon(engine, word)),
  );
  const read: Subject = {
    words,
    naming: new Set(telling.length > 0 ? telling : words),
    runs: readRuns(context, words),
  };
  const within = new Set(units.map(({ id }) => id));
  return engine
    .rank(subject, { within, limit: MOST_READ })
    .filter(({ clauses }) => groupBySentence(clauses).some((held) => holdsAll(read, held, 0)))
    .map(({ unit }) => unit);
}

/** Two words that so few measures print each tell a matter where they stand in one sentence. */
const FEW = 5;

/** 旁听庭审 → 旁听, 庭审 (旁听某案件法院庭审): a verb and its object the dictionary knows as one word. */
function cutCompound({ engine, lookup }: IntentContext, word: string): string[] {
  const halves = [word.slice(0, 2), word.slice(2)];
  const isRare = (half: string): boolean => {
    const find = compileExact(half);
    return engine.knows(half) && lookup.measures.filter((unit) => find(unit) !== null).length <= FEW;
  };
  return word.length === 4 && halves.every(isRare) ? halves : [word];
}

type Engine = Pick<IntentContext['engine'], 'tokenize'>;

/** 组织, 落实, 工作: a word of so many units, when it names nothing, may be left out. */
function isCommon({ knows, idf }: IntentContext['engine'], word: string): boolean {
  return knows(word) && idf(word) < COMMON;
}

function isWide({ knows, idf }: IntentContext['engine'], word: string): boolean {
  return knows(word) && idf(word) < WIDE;
}

function conceptsOf(engine: Engine, text: string): string[] {
  return engine.tokenize(text).filter((term) => term.startsWith('#'));
}

/** Thesaurus groups that hold `text` itself, not only words inside it. */
export function wholeConcepts(engine: Engine, text: string): string[] {
  const parts = [text.slice(1), text.slice(0, -1), ...Array.from(text)];
  const inside = new Set(parts.flatMap((part) => conceptsOf(engine, part)));
  return conceptsOf(engine, text).filter((concept) => !inside.has(concept));
}

function readRuns({ engine }: IntentContext, words: readonly string[]): Run[][] {
  const readRun = (text: string, length: number): Run => {
    const thing = length === 1 && TO_DO.test(text) ? text.slice(1) : '';
    const terms = [text, ...wholeConcepts(engine, text), thing, ...conceptsOf(engine, thing)];
    return { length, terms: terms.flatMap((term) => engine.numberOf(term) ?? []) };
  };
  return words.map((_, start) =>
    Array.from({ length: Math.min(LONGEST_RUN, words.length - start) }, (_, more) =>
      readRun(words.slice(start, start + more + 1).join(''), more + 1),
    ),
  );
}

/** Whether every naming word from `at` on is held, alone or as part of a run. */
function holdsAll(subject: Subject, held: ReadonlySet<number>, at: number): boolean {
  const { words, naming, runs } = subject;
  if (at >= words.length) return true;
  if (!naming.has(words[at] ?? '') && holdsAll(subject, held, at + 1)) return true;
  return (runs[at] ?? []).some(
    ({ terms, length }) => terms.some((term) => held.has(term)) && holdsAll(subject, held, at + length),
  );
}
