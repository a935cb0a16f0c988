// spelling table → how alike two characters are, and the words a typo may stand for as a tree of characters
import type { SpellingTable } from '../search/spelling-data.ts';

/** How a written character may stand for the meant one. */
export type Likeness = 'same-sound' | 'near-sound' | 'same-shape';

export interface Likenesses {
  /** Null: the two have nothing in common. Never asked for equal characters. */
  readonly compare: (written: string, meant: string) => Likeness | null;
  /** Numbers of the blurred syllables of a character; two that share one sound alike. */
  readonly soundKeys: (char: string) => readonly number[];
  /** Characters of the same shape, the character itself among them. */
  readonly lookalikes: (char: string) => string;
}

const F_AS_H: Readonly<Record<string, string>> = {
  fa: 'hua',
  fan: 'huan',
  fang: 'huang',
  fei: 'hui',
  fen: 'hun',
  feng: 'hong',
  fo: 'huo',
  fou: 'hou',
  fu: 'hu',
};

/** zhi/zi, chan/can, shang/san, nan/lan, xing/xin, fa/hua: syllables many speakers and keyboards do not tell apart. */
export function blurSyllable(syllable: string): string {
  return (F_AS_H[syllable] ?? syllable)
    .replace(/^([zcs])h/u, '$1')
    .replace(/^n/u, 'l')
    .replace(/([aei]n)g$/u, '$1');
}

export function createLikenesses(table: Pick<SpellingTable, 'readings' | 'shapes'>): Likenesses {
  const blurs = new Map<string, number>();
  const sounds = new Map<string, { exact: number[]; blurred: number[] }>();
  Object.entries(table.readings).forEach(([syllable, chars], exact) => {
    const blur = blurSyllable(syllable);
    const blurred = blurs.get(blur) ?? blurs.size;
    blurs.set(blur, blurred);
    for (const char of chars) {
      const own = sounds.get(char);
      if (own === undefined) sounds.set(char, { exact: [exact], blurred: [blurred] });
      else {
        own.exact.push(exact);
        own.blurred.push(blurred);
      }
    }
  });
  const shapes = new Map<string, string>();
  for (const group of table.shapes) {
    for (const char of group) shapes.set(char, (shapes.get(char) ?? '') + group);
  }
  return {
    compare: (written, meant) => {
      const a = sounds.get(written);
      const b = sounds.get(meant);
      if (a !== undefined && b !== undefined) {
        if (share(a.exact, b.exact)) return 'same-sound';
        if (shapes.get(written)?.includes(meant) === true) return 'same-shape';
        if (share(a.blurred, b.blurred)) return 'near-sound';
      }
      return shapes.get(written)?.includes(meant) === true ? 'same-shape' : null;
    },
    soundKeys: (char) => sounds.get(char)?.blurred ?? [],
    lookalikes: (char) => shapes.get(char) ?? '',
  };
}

function share(a: readonly number[], b: readonly number[]): boolean {
  for (const key of a) if (b.includes(key)) return true;
  return false;
}

export const NONE = -1;

/** Nodes by number, children linked through `next`; node 0 is the root. */
export interface WordTree {
  readonly chars: readonly string[];
  readonly first: Int32Array;
  readonly next: Int32Array;
  /** Number of the target that ends here, or NONE. */
  readonly word: Int32Array;
  /** Length of the longest word through a node. */
  readonly longest: Int32Array;
}

/** `words` sorted by code unit. */
export function plantWords(words: readonly string[]): WordTree {
  const most = words.reduce((sum, word) => sum + word.length, 1);
  const chars: string[] = [''];
  const first = new Int32Array(most).fill(NONE);
  const next = new Int32Array(most).fill(NONE);
  const word = new Int32Array(most).fill(NONE);
  const longest = new Int32Array(most);
  // The path to the word before; every word shares a beginning with it or starts a new last branch.
  const path: number[] = [0];
  const last: number[] = [];
  let before = '';
  words.forEach((text, number) => {
    let depth = 0;
    while (depth < text.length && text.charAt(depth) === before.charAt(depth)) depth += 1;
    for (; depth < text.length; depth += 1) {
      const node = chars.length;
      chars.push(text.charAt(depth));
      const parent = path[depth] ?? 0;
      if (first[parent] === NONE) first[parent] = node;
      else next[last[depth] ?? 0] = node;
      last[depth] = node;
      path[depth + 1] = node;
    }
    word[path[text.length] ?? 0] = number;
    for (const node of path.slice(0, text.length + 1)) {
      longest[node] = Math.max(longest[node] ?? 0, text.length);
    }
    before = text;
  });
  return { chars, first, next, word, longest };
}
