import type { UnitKind } from '../bulletin/bulletin.ts';

/** What of a unit is searched: its own text, its problem's heading, its sections' headings. */
export const UNIT_FIELDS = ['own', 'heading', 'section'] as const;

/** Weights of the ranking; fitted on the tuning sets only (see README, evaluation). */
export interface RankingWeights {
  readonly fields: Readonly<Record<(typeof UNIT_FIELDS)[number], number>>;
  readonly bm25: { readonly k: number; readonly b: number; readonly d: number };
  /** First stage relative to the best unit. */
  readonly bm: number;
  /** First stage on an absolute scale, saturating. */
  readonly saturation: number;
  readonly pivot: number;
  /** Most similar everyday wording, and the next two. */
  readonly line: number;
  readonly secondLine: number;
  readonly thirdLine: number;
  /** Mean of the wordings after the third. */
  readonly moreLines: number;
  /** The wordings taken together. */
  readonly depth: number;
  /** The heading of the problem. */
  readonly heading: number;
  /** Best sentence's share of the question. */
  readonly sentence: number;
  /** Whole unit's share of the question. */
  readonly coverage: number;
  /** Share of the question known to the unit's text, its wordings or its heading. */
  readonly known: number;
  /** Share of the question's words met by the unit's own text, by its problem's heading, by the best of its measures. */
  readonly words: number;
  readonly wordsAbove: number;
  readonly wordsBelow: number;
  /** Logarithm of the length beside the mean: a long unit meets more words by chance. */
  readonly length: number;
  /** Headings answer fewer questions than measures. */
  readonly kinds: Readonly<Partial<Record<UnitKind, number>>>;
}

export const DEFAULT_WEIGHTS: RankingWeights = {
  fields: { own: 1, heading: 0.675, section: 0.1 },
  bm25: { k: 1.2, b: 0.5, d: 0.5 },
  bm: 0.16,
  saturation: 0.16,
  pivot: 3,
  line: 0.34,
  secondLine: 0.28,
  thirdLine: 0.49,
  moreLines: 0.69,
  depth: 0.94,
  heading: 0.25,
  sentence: 0.36,
  coverage: 0.28,
  known: 1.12,
  words: 0,
  wordsAbove: 0,
  wordsBelow: 0,
  length: 0,
  kinds: { problem: 0.12, section: 0.17, sanction: 0.12 },
};

/** For a bulletin without a file of everyday wordings; fitted on the wordings of one that has it, as questions. */
export const BARE_WEIGHTS: RankingWeights = {
  ...DEFAULT_WEIGHTS,
  bm: 0.11,
  saturation: 0.2,
  heading: 0.02,
  sentence: 0.37,
  coverage: 0.06,
  known: 0.17,
  words: 1.1,
  wordsAbove: 0.24,
  wordsBelow: 0.33,
  length: -0.14,
  kinds: { problem: -0.14, section: 0.03, sanction: -0.04 },
};

/** What a term of the previous question counts beside the terms of this one. */
export const LEANING = 0.3;

/** Weight of a term by its kind: figures and long words say more than bigrams, thesaurus concepts less. */
export function weighTerm(term: string): number {
  if (term.startsWith('=')) return 1.3;
  if (term.startsWith('#')) return 0.6;
  if (term.length === 1) return 0.3;
  return term.length > 2 ? 1.2 : 1;
}
