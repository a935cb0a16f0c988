// characters of a question → words of the table they may stand for, each with what the difference costs
import type { SpellingTable } from '../search/spelling-data.ts';
import { NONE, plantWords, type Likenesses } from './spelling-trie.ts';

/** Bits a difference between the written and the meant word costs; higher is more reluctant. */
export interface TypoCosts {
  readonly sameSound: number;
  readonly nearSound: number;
  readonly sameShape: number;
  /** 长长者 for 长者. */
  readonly doubled: number;
  /** 老旧小改造 for 老旧小区改造. */
  readonly missing: number;
  /** Any other character in a word of four and more: 福禾中心 for 福利中心. */
  readonly other: number;
}

/** A word that the characters from `start` (of the walk) to `end` may stand for. */
export interface Candidate {
  readonly end: number;
  readonly word: string;
  readonly wordCost: number;
  /** 0: written as it is. */
  readonly penalty: number;
}

/** Differences a word of this length bears in sound, shape or doubling. */
const MOST_EDITS = (length: number): number => (length < 4 ? 1 : length < 6 ? 2 : 3);
/** A missing or a strange character is only made good in words of at least this length… */
const LONG = 4;
const LONG_FOR_OTHER = 5;
/** …and together with another difference only in words of at least this one. */
const VERY_LONG = 6;

/** `editable`: where a typo may be looked for; null: only words written as they are. */
export type FindCandidates = (text: string, start: number, editable: readonly boolean[] | null) => Candidate[];

export function createCandidateFinder(
  table: Pick<SpellingTable, 'targets' | 'targetCosts'>,
  likenesses: Likenesses,
  costs: TypoCosts,
): FindCandidates {
  const { targets, targetCosts } = table;
  const tree = plantWords(targets);
  const roots = new Map<string, number>();
  const rootsBySound = new Map<number, number[]>();
  for (let node = tree.first[0] ?? NONE; node !== NONE; node = tree.next[node] ?? NONE) {
    const char = tree.chars[node] ?? '';
    roots.set(char, node);
    for (const key of likenesses.soundKeys(char)) {
      const same = rootsBySound.get(key);
      if (same === undefined) rootsBySound.set(key, [node]);
      else same.push(node);
    }
  }
  const likenessCost = { 'same-sound': costs.sameSound, 'near-sound': costs.nearSound, 'same-shape': costs.sameShape };

  return (text, start, editable) => {
    const found: Candidate[] = [];
    /** `made`: differences so far; `least`: characters the word must have for them. */
    const walk = (node: number, at: number, penalty: number, made: number, least: number): void => {
      const number = tree.word[node] ?? NONE;
      if (number !== NONE) {
        const word = targets[number] ?? '';
        if (word.length >= least && made <= MOST_EDITS(word.length)) {
          found.push({ end: at, word, wordCost: targetCosts[number] ?? 0, penalty });
        }
      }
      if ((tree.longest[node] ?? 0) < least) return;
      const written = text.charAt(at);
      const mayEdit = editable?.[at] === true && made < 3;
      if (mayEdit && written === tree.chars[node]) {
        walk(node, at + 1, penalty + costs.doubled, made + 1, Math.max(least, least >= LONG ? VERY_LONG : 3));
      }
      for (let child = tree.first[node] ?? NONE; child !== NONE; child = tree.next[child] ?? NONE) {
        const meant = tree.chars[child] ?? '';
        if (meant === written) {
          walk(child, at + 1, penalty, made, least);
          continue;
        }
        if (!mayEdit && editable?.[at - 1] !== true) continue;
        const likeness = mayEdit ? likenesses.compare(written, meant) : null;
        if (likeness !== null) {
          walk(child, at + 1, penalty + likenessCost[likeness], made + 1, least >= LONG ? VERY_LONG : least);
        } else if (least < LONG) {
          if (mayEdit) walk(child, at + 1, penalty + costs.other, made + 1, made > 0 ? VERY_LONG : LONG_FOR_OTHER);
          walk(child, at, penalty + costs.missing, made + 1, made > 0 ? VERY_LONG : LONG);
        }
      }
    };
    const written = text.charAt(start);
    const exact = roots.get(written);
    if (exact !== undefined) walk(exact, start + 1, 0, 0, 1);
    if (editable?.[start] !== true) return found;
    const tried = new Set<number>([exact ?? NONE]);
    const tryRoot = (node: number): void => {
      if (tried.has(node)) return;
      tried.add(node);
      const likeness = likenesses.compare(written, tree.chars[node] ?? '');
      if (likeness !== null) walk(node, start + 1, likenessCost[likeness], 1, 1);
    };
    for (const key of likenesses.soundKeys(written)) for (const node of rootsBySound.get(key) ?? []) tryRoot(node);
    for (const look of likenesses.lookalikes(written)) tryRoot(roots.get(look) ?? NONE);
    return found;
  };
}
