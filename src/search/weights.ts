import type { UnitKind } from '../bulletin/bulletin.ts';

/** Weights of the ranking; tuned on test/eval/own/*.tune.jsonl only (see README, evaluation). */
export interface RankingWeights {
  readonly fields: Readonly<Record<string, number>>;
  readonly bm25: { readonly k: number; readonly b: number; readonly d: number };
  /** First stage relative to the best unit. */
  readonly bm: number;
  /** First stage on an absolute scale, saturating. */
  readonly saturation: number;
  readonly pivot: number;
  /** Most similar everyday wording, and the next one. */
  readonly line: number;
  readonly secondLine: number;
  /** Best sentence's share of the question. */
  readonly sentence: number;
  /** Whole unit's share of the question. */
  readonly coverage: number;
  /** Headings answer fewer questions than measures. */
  readonly kinds: Readonly<Partial<Record<UnitKind, number>>>;
}

export const DEFAULT_WEIGHTS: RankingWeights = {
  fields: { own: 1, heading: 0.675, section: 0.1, queries: 0.8 },
  bm25: { k: 1.2, b: 0.5, d: 0.5 },
  bm: 1.08,
  saturation: 0.4,
  pivot: 3,
  line: 1,
  secondLine: 0.3,
  sentence: 0.7,
  coverage: 0.4,
  kinds: { problem: -0.6 },
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
