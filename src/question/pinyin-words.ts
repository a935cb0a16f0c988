// rows of Latin words → the words of the table their letters spell in pinyin
import type { TypoVocabulary } from './typo-vocabulary.ts';
import { NONE } from './word-tree.ts';

/** The Chinese words a row of Latin words spells whole (ninghua xiaoxue → 宁化小学), or null. */
export type SpellOut = (latin: readonly string[]) => string | null;

const LONGEST_SYLLABLE = 6;
/** Blurred syllables (hongxin for hongxing) are only trusted in words of at least this many. */
const LONG_ENOUGH_TO_BLUR = 3;
const SHORTEST_LATIN = 4;
const LONGEST_LATIN = 40;

/** Letters in a row and where syllables must end. */
interface Letters {
  readonly text: string;
  /** Ends of syllables forced by blanks: at each, the syllable begins at the value at the latest. */
  readonly borders: ReadonlySet<number>;
  /** Latin words that are one syllable are not cut in two: xian is not xi'an. Start → end. */
  readonly whole: ReadonlyMap<number, number>;
}

export function createSpellOut(vocabulary: TypoVocabulary): SpellOut {
  const { tree, profiles } = vocabulary;

  const read = (letters: Letters, blurred: boolean): string | null => {
    const best: ({ cost: number; text: string } | undefined)[] = [{ cost: 0, text: '' }];
    const walk = (node: number, at: number, from: { cost: number; text: string }): void => {
      const target = vocabulary.wordAt(node);
      if (target !== null && target.word.length >= (blurred ? LONG_ENOUGH_TO_BLUR : 2)) {
        const cost = from.cost + target.cost;
        if (cost < (best[at]?.cost ?? Infinity)) best[at] = { cost, text: from.text + target.word };
      }
      for (const end of listEnds(letters, at)) {
        const syllable = profiles.syllable(letters.text.slice(at, end));
        if (syllable === null) continue;
        const step = (child: number): void => {
          const { exact, blurred: near } = vocabulary.profileAt(child);
          if (exact.includes(syllable.exact) || (blurred && near.includes(syllable.blurred))) {
            walk(child, end, from);
          }
        };
        if (node === 0) vocabulary.rootsBySound(syllable.blurred).forEach(step);
        else
          for (let child = tree.first[node] ?? NONE; child !== NONE; child = tree.next[child] ?? NONE)
            step(child);
      }
    };
    for (let at = 0; at < letters.text.length; at += 1) {
      const from = best[at];
      if (from !== undefined) walk(0, at, from);
    }
    return best[letters.text.length]?.text ?? null;
  };

  return (latin) => {
    const text = latin.join('');
    if (text.length < SHORTEST_LATIN || text.length > LONGEST_LATIN) return null;
    const borders = new Set<number>();
    const whole = new Map<number, number>();
    let end = 0;
    for (const word of latin) {
      if (profiles.syllable(word) !== null) whole.set(end, end + word.length);
      borders.add((end += word.length));
    }
    const letters = { text, borders, whole };
    return read(letters, false) ?? read(letters, true);
  };
}

function listEnds({ text, borders, whole }: Letters, at: number): number[] {
  const only = whole.get(at);
  if (only !== undefined) return [only];
  const ends: number[] = [];
  for (let end = at + 1; end <= Math.min(text.length, at + LONGEST_SYLLABLE); end += 1) {
    ends.push(end);
    if (borders.has(end)) break;
  }
  return ends;
}
