// targets of the spelling table → their tree with sounds, shapes and costs: what typos and pinyin are read against
import { COST_BASE, type SpellingTable } from '../search/spelling-data.ts';
import { createProfiles, NOBODY, type Profile, type Profiles } from './likeness.ts';
import { NONE, plantWords, type WordTree } from './word-tree.ts';

export interface TypoVocabulary {
  readonly tree: WordTree;
  readonly profiles: Profiles;
  /** Profile of the character at a node. */
  readonly profileAt: (node: number) => Profile;
  /** First characters of words, by character and by blurred syllable. */
  readonly root: (char: string) => number;
  readonly rootsBySound: (blurred: number) => readonly number[];
  /** The word that ends at a node, or null. */
  readonly wordAt: (node: number) => TargetWord | null;
}

export interface TargetWord {
  readonly word: string;
  /** Bits. */
  readonly cost: number;
  /** False for everyday words of the lexicon and the wordings. */
  readonly ofBulletin: boolean;
  readonly isName: boolean;
}

export function createTypoVocabulary(table: SpellingTable): TypoVocabulary {
  const words = table.targets.split(' ');
  const tree = plantWords(words);
  const profiles = createProfiles(table);
  const nodeProfiles = tree.chars.map((char) => profiles.of(char));
  const roots = new Map<string, number>();
  const rootsBySound = new Map<number, number[]>();
  for (let node = tree.first[0] ?? NONE; node !== NONE; node = tree.next[node] ?? NONE) {
    roots.set(tree.chars[node] ?? '', node);
    for (const sound of new Set(nodeProfiles[node]?.blurred)) {
      const same = rootsBySound.get(sound);
      if (same === undefined) rootsBySound.set(sound, [node]);
      else same.push(node);
    }
  }
  return {
    tree,
    profiles,
    profileAt: (node) => nodeProfiles[node] ?? NOBODY,
    root: (char) => roots.get(char) ?? NONE,
    rootsBySound: (blurred) => rootsBySound.get(blurred) ?? [],
    wordAt: (node) => {
      const number = tree.word[node] ?? NONE;
      if (number === NONE) return null;
      const kind = table.targetKinds.charAt(number);
      return {
        word: words[number] ?? '',
        cost: table.targetCosts.charCodeAt(number) - COST_BASE,
        ofBulletin: kind !== 'e',
        isName: kind === 'n',
      };
    },
  };
}
