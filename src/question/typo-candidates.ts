// characters of a question → words of the table they may stand for, each with what the difference costs
import { compareProfiles, NOBODY } from './likeness.ts';
import type { TargetWord, TypoVocabulary } from './typo-vocabulary.ts';
import { NONE } from './word-tree.ts';

/** Bits a difference between the written and the meant word costs; higher is more reluctant. */
export interface TypoCosts {
  readonly sameSound: number;
  readonly nearSound: number;
  readonly sameShape: number;
  /** 长长者 for 长者. */
  readonly doubled: number;
  /** 老旧小改造 for 老旧小区改造. */
  readonly missing: number;
  /** Any other character in a longer word: 福禾中心 for 福利中心. */
  readonly other: number;
}

/** A word that the characters from the start of the walk to `end` may stand for. */
export interface Candidate {
  readonly end: number;
  readonly word: string;
  readonly wordCost: number;
  /** 0: written as it is. */
  readonly penalty: number;
}

/** Differences a word of this length bears in sound, shape or doubling. */
const MOST_EDITS = (length: number): number => (length < 4 ? 1 : length < 6 ? 2 : 3);
/** A missing or a strange character is only made good in words of the bulletin of at least this length… */
const LONG = 5;
/** …a missing one in names from here on… */
const LONG_NAME = 4;
/** …and together with another difference only in words of at least this one. */
const VERY_LONG = 6;

/** `editable`: where a typo may be looked for; null: only words written as they are. */
export type FindCandidates = (
  text: string,
  start: number,
  editable: readonly boolean[] | null,
) => Candidate[];

/** `isFree`: characters that often stand alone; none is taken for a strange one within a word. */
export function createCandidateFinder(
  vocabulary: TypoVocabulary,
  isFree: (char: string) => boolean,
  costs: TypoCosts,
): FindCandidates {
  const { tree, profiles, profileAt, root } = vocabulary;
  const penalties = {
    'same-sound': costs.sameSound,
    'near-sound': costs.nearSound,
    'same-shape': costs.sameShape,
  };
  const childOf = (node: number, char: string): number => {
    let child = tree.first[node] ?? NONE;
    while (child !== NONE && tree.chars[child] !== char) child = tree.next[child] ?? NONE;
    return child;
  };

  return (text, start, editable) => {
    const found: Candidate[] = [];
    /** `made`: differences so far; `least`: characters the word must have to bear them. */
    const walk = (node: number, at: number, penalty: number, made: number, least: number): void => {
      if (tree.word[node] !== NONE) {
        const target = vocabulary.wordAt(node);
        if (target !== null && bears(target, made, least)) {
          found.push({ end: at, word: target.word, wordCost: target.cost, penalty });
        }
      }
      if ((tree.longest[node] ?? 0) < least || at >= text.length) return;
      const char = text.charAt(at);
      const mayEdit = editable?.[at] === true && made < 3;
      const strange = least >= LONG_NAME;
      const maySupply = !strange && made < 3 && (mayEdit || editable?.[at - 1] === true);
      if (mayEdit && char === tree.chars[node]) {
        walk(node, at + 1, penalty + costs.doubled, made + 1, strange ? VERY_LONG : 3);
      }
      if (!mayEdit && !maySupply) {
        const child = childOf(node, char);
        if (child !== NONE) walk(child, at + 1, penalty, made, least);
        return;
      }
      const profile = mayEdit ? profiles.of(char) : NOBODY;
      for (let child = tree.first[node] ?? NONE; child !== NONE; child = tree.next[child] ?? NONE) {
        const meant = tree.chars[child] ?? '';
        if (meant === char) {
          walk(child, at + 1, penalty, made, least);
          continue;
        }
        const likeness = mayEdit ? compareProfiles(profile, profileAt(child), meant) : null;
        if (likeness !== null) {
          walk(child, at + 1, penalty + penalties[likeness], made + 1, strange ? VERY_LONG : least);
        } else if (maySupply) {
          const most = tree.longest[child] ?? 0;
          const more = made > 0 ? VERY_LONG : LONG_NAME;
          if (mayEdit && most >= Math.max(more, LONG) && !isFree(char)) {
            walk(child, at + 1, penalty + costs.other, made + 1, Math.max(more, LONG));
          }
          // The character after a supplied one must be as written.
          if (most >= more && childOf(child, char) !== NONE) {
            walk(child, at, penalty + costs.missing, made + 1, more);
          }
        }
      }
    };
    const written = text.charAt(start);
    const exact = root(written);
    if (exact !== NONE) walk(exact, start + 1, 0, 0, 1);
    if (editable?.[start] !== true) return found;
    const profile = profiles.of(written);
    const tried = new Set<number>([exact, NONE]);
    const tryRoot = (node: number): void => {
      if (tried.has(node)) return;
      tried.add(node);
      const likeness = compareProfiles(profile, profileAt(node), tree.chars[node] ?? '');
      if (likeness !== null) walk(node, start + 1, penalties[likeness], 1, 1);
    };
    for (const sound of profile.blurred) for (const node of vocabulary.rootsBySound(sound)) tryRoot(node);
    for (const look of profile.shape) tryRoot(root(look));
    return found;
  };
}

function bears({ word, ofBulletin, isName }: TargetWord, made: number, least: number): boolean {
  if (word.length < least || made > MOST_EDITS(word.length)) return false;
  return least < LONG_NAME || isName || (ofBulletin && word.length >= LONG);
}
