import type { RefusalReason } from './refusal.ts';
import type { Bulletin, Citation, UnitId } from '../bulletin/bulletin.ts';
import type { UnitLookup } from '../bulletin/lookup.ts';
import type { Ledger, MeasureFacts } from '../ledger/ledger.ts';
import type { Question } from '../question/question.ts';
import type { Turn } from '../question/turn.ts';
import type { SearchEngine } from '../search/engine.ts';

/** Everything an intent may look at; pure data and pure functions. */
export interface IntentContext {
  readonly question: Question;
  readonly bulletin: Bulletin;
  readonly lookup: UnitLookup;
  readonly ledger: Ledger;
  readonly facts: ReadonlyMap<UnitId, MeasureFacts>;
  readonly engine: SearchEngine;
  /** The previous turn of the conversation, null for a new one. */
  readonly turn: Turn | null;
  /** Units nearest in meaning by an embeddings endpoint, nearest first; absent without one. */
  readonly nearest?: readonly UnitId[];
  /** ISO date for 今年, 已过期: the publication date, or `--now` in tests. */
  readonly today: string | null;
}

/**
 * One statement about the bulletin. Every figure, date, 《title》 and body in `text` stands in the cited units, or in
 * `computed`: numbers the program computed and shows (counts of cited units, sums with their terms).
 */
export interface DraftClaim {
  readonly text: string;
  readonly citations: readonly [Citation, ...Citation[]];
  /** `item`: a row of a list; `statement` otherwise. */
  readonly kind: 'statement' | 'item';
  readonly computed: readonly string[];
}

export interface Draft {
  readonly claims: readonly DraftClaim[];
  /** The program speaking, before the claims: a reading of the question, a reason for refusing. Nothing about the bulletin's content that is no claim. */
  readonly notes: readonly string[];
  readonly refusal: RefusalReason | null;
  /** Ranked retrieval, best first, at most 10; also with a refusal. */
  readonly candidates: readonly UnitId[];
  /** Units of a list that can be paged in chat, whole; empty when nothing is paged. */
  readonly list: readonly UnitId[];
  readonly shown: number;
  /** Messages a person could send next. */
  readonly suggestions: readonly string[];
}

/** One kind of question. The highest score wins, so order does not matter. */
export interface Intent {
  readonly name: string;
  /** Messages this intent must win against all others. */
  readonly examples: readonly string[];
  /** 0 = not mine … 1 = certainly mine. General retrieval (`fact`) scores 0.3. */
  readonly score: (context: IntentContext) => number;
  /** The highest score it ever gives, 1 unless said: once another scores more, it is not asked. Worth saying of scores that take long. */
  readonly ceiling?: number;
  readonly draft: (context: IntentContext) => Draft;
}

const EMPTY: Draft = {
  claims: [],
  notes: [],
  refusal: null,
  candidates: [],
  list: [],
  shown: 0,
  suggestions: [],
};

export function draftAnswer(parts: Partial<Draft>): Draft {
  return { ...EMPTY, ...parts };
}

/** Refuses with a reason a person can use; `claims` may say what the bulletin does state. */
export function draftRefusal(reason: RefusalReason, message: string, parts: Partial<Draft> = {}): Draft {
  return { ...EMPTY, ...parts, refusal: reason, notes: [message, ...(parts.notes ?? [])] };
}

export function claim(
  text: string,
  citations: readonly Citation[],
  parts: Partial<Pick<DraftClaim, 'kind' | 'computed'>> = {},
): DraftClaim {
  const [first, ...rest] = citations;
  if (first === undefined) throw new RangeError(`a claim needs a citation: ${text.slice(0, 40)}`);
  return {
    text,
    citations: [first, ...rest],
    kind: parts.kind ?? 'statement',
    computed: parts.computed ?? [],
  };
}
