// sorted words → a tree of characters in flat arrays, planted in one pass

export const NONE = -1;

/** Nodes by number, children linked through `next`; node 0 is the root. */
export interface WordTree {
  readonly chars: readonly string[];
  readonly first: Int32Array;
  readonly next: Int32Array;
  /** Number of the target that ends here, or NONE. */
  readonly word: Int32Array;
  /** Length of the longest word through a node. */
  readonly longest: Uint8Array;
}

/** `words` sorted by code unit. */
export function plantWords(words: readonly string[]): WordTree {
  const most = words.reduce((sum, word) => sum + word.length, 1);
  const chars: string[] = [''];
  const first = new Int32Array(most).fill(NONE);
  const next = new Int32Array(most).fill(NONE);
  const word = new Int32Array(most).fill(NONE);
  const longest = new Uint8Array(most);
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
    for (let i = text.length; i >= 0; i -= 1) {
      const node = path[i] ?? 0;
      if ((longest[node] ?? 0) >= text.length) break;
      longest[node] = text.length;
    }
    before = text;
  });
  return { chars, first, next, word, longest };
}
