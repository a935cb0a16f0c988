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

/** Words this short bear one difference, longer ones two, from six characters on three. */
const MOST_EDITS = (length: number): number => (length < 4 ? 1 : length < 6 ? 2 : 3);
/** A missing or a strange character is only made good in words of at least this length. */
const LONG = 4;

export type FindCandidates = (text: string, start: number, edits: boolean) => Candidate[];

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

  return (text, start, edits) => {
    const found: Candidate[] = [];
    const walk = (node: number, at: number, penalty: number, made: number, strange: boolean): void => {
      const number = tree.word[node] ?? NONE;
      if (number !== NONE) {
        const word = targets[number] ?? '';
        if (made <= MOST_EDITS(word.length) && !(strange && word.length < LONG)) {
          found.push({ end: at, word, wordCost: targetCosts[number] ?? 0, penalty });
        }
      }
      const written = text.charAt(at);
      if (edits && made < 3 && written !== '' && written === tree.chars[node]) {
        walk(node, at + 1, penalty + costs.doubled, made + 1, strange);
      }
      for (let child = tree.first[node] ?? NONE; child !== NONE; child = tree.next[child] ?? NONE) {
        const meant = tree.chars[child] ?? '';
        if (meant === written) {
          walk(child, at + 1, penalty, made, strange);
          continue;
        }
        if (!edits || made >= 3) continue;
        const likeness = written === '' ? null : likenesses.compare(written, meant);
        if (likeness !== null) walk(child, at + 1, penalty + likenessCost[likeness], made + 1, strange);
        else if (!strange) {
          if (written !== '') walk(child, at + 1, penalty + costs.other, made + 1, true);
          walk(child, at, penalty + costs.missing, made + 1, true);
        }
      }
    };
    const written = text.charAt(start);
    const exact = roots.get(written);
    if (exact !== undefined) walk(exact, start + 1, 0, 0, false);
    if (edits) {
      const tried = new Set<number>([exact ?? NONE]);
      for (const key of likenesses.soundKeys(written)) {
        for (const node of rootsBySound.get(key) ?? []) {
          if (tried.has(node)) continue;
          tried.add(node);
          const likeness = likenesses.compare(written, tree.chars[node] ?? '');
          if (likeness !== null) walk(node, start + 1, likenessCost[likeness], 1, false);
        }
      }
      for (const look of likenesses.lookalikes(written)) {
        const node = roots.get(look);
        if (node === undefined || tried.has(node)) continue;
        walk(node, start + 1, costs.sameShape, 1, false);
      }
    }
    return found;
  };
}
