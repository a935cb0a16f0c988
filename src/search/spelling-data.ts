import { z } from 'zod';

/** Words of one length, sorted by code unit and written without a gap; `costs[i]` belongs to the i-th word. */
const packedSchema = z.object({ words: z.string(), costs: z.string() });

/**
 * What `index/<bulletin>.spelling.json` holds: everything the corrector needs, so that neither a pinyin library nor
 * a dictionary is read at run time. Costs are −log2 of a word's share of all words, whole bits.
 */
export const spellingTableSchema = z.object({
  /** Toneless syllable (ü as v) → characters read so, each under every reading that is usual for it. */
  readings: z.record(z.string(), z.string()),
  /** Words a typo may be corrected to: of the bulletin, of the dictionary, of its everyday wordings. Sorted, a blank between. */
  targets: z.string(),
  /** One letter a target, see COST_BASE. */
  targetCosts: z.string(),
  /** One letter a target: `n` name, `b` word of the bulletin, `p` two of its words joined, `e` everyday word. */
  targetKinds: z.string(),
  /** Words that are no typo, by length (1…4): the targets' neighbours and everyday words of the language. */
  known: z.record(z.string(), packedSchema),
  /** Pairs of neighbouring characters seen in the bulletin, its wordings or the language's dictionary; sorted, without a gap. */
  pairs: z.string(),
  /** Groups of characters that look alike: 末未, 禾利. */
  shapes: z.array(z.string()),
  /** First letters → word, only where one word of the bulletin fits: hxxx → 红星小学. */
  initials: z.record(z.string(), z.string()),
  /** Pinyin of question words and particles → the word: duoshao → 多少, le → 了. */
  glue: z.record(z.string(), z.string()),
  /** English, lower case, single blanks → Chinese; the same word: left as it is; empty: dropped. */
  english: z.record(z.string(), z.object({ to: z.string(), shown: z.boolean() })),
});

export type SpellingTable = z.infer<typeof spellingTableSchema>;
export type PackedWords = z.infer<typeof packedSchema>;

export type TargetKind = 'n' | 'b' | 'p' | 'e';

/** First letter of a packed cost: `A` = 0 bits, `B` = 1 bit … */
export const COST_BASE = 65;
