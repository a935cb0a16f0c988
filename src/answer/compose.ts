import { createHash } from 'node:crypto';
import type { Citation } from '../bulletin/bulletin.ts';
import type { UnitLookup } from '../bulletin/lookup.ts';
import type { Draft, DraftClaim } from '../intents/intent.ts';
import type { Turn } from '../question/turn.ts';
import type { Answer, AnswerCitation, AnswerClaim } from './answer.ts';

/** What an answer says besides its claims. */
export interface AnswerMeta {
  /** The message as sent. */
  readonly question: string;
  readonly intent: string;
  /** `extractive` or `llm:<model>@<prompt hash>`. */
  readonly writer: string;
  readonly lookup: UnitLookup;
  /** The turn the question was asked in; part of the answer's id. */
  readonly turn: Turn | null;
}

/** An answer before it has wording for people and a duration. */
export type ComposedAnswer = Omit<Answer, 'text' | 'elapsedMs'>;

const MOST_CANDIDATES = 10;

/**
 * Verified claims → the answer object of CONTRACT.md. The units of its citations are exactly the union of its claims'
 * units. A draft that meant to answer and has lost every claim becomes a refusal `not-in-bulletin`; one that never
 * stated anything (a greeting, help) stays answered.
 * @param draft its claims already verified
 * @param stated how many claims the draft had before verification
 */
export function composeAnswer(
  draft: Pick<Draft, 'claims' | 'refusal' | 'candidates'>,
  meta: AnswerMeta,
  stated: number = draft.claims.length,
): ComposedAnswer {
  const { lookup, question, intent, writer, turn } = meta;
  const { bulletin } = lookup;
  const lost = draft.refusal === null && stated > 0 && draft.claims.length === 0;
  const reason = lost ? 'not-in-bulletin' : draft.refusal;
  return {
    id: identifyAnswer(question, bulletin.id, turn),
    question,
    bulletin: bulletin.id,
    intent,
    claims: draft.claims.map(composeClaim),
    citations: composeCitations(draft.claims, lookup),
    candidates: [...new Set(draft.candidates)].slice(0, MOST_CANDIDATES),
    refused: reason !== null,
    reason,
    writer,
    asOf: { published: bulletin.meta.published, data: bulletin.meta.dataAsOf },
  };
}

export function composeClaim(claim: DraftClaim): AnswerClaim {
  return { text: claim.text, units: [...new Set(claim.citations.map(({ unit }) => unit))] };
}

/** Every quoted span once, in the order of the claims. */
function composeCitations(claims: readonly DraftClaim[], lookup: UnitLookup): AnswerCitation[] {
  const seen = new Set<string>();
  const citations: AnswerCitation[] = [];
  for (const { unit, span, quote } of claims.flatMap((claim): readonly Citation[] => claim.citations)) {
    const key = `${unit}:${span.start}:${span.end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    citations.push({ unit, label: lookup.label(unit), quote, start: span.start, end: span.end });
  }
  return citations;
}

/** 16 hex digits; the same question in the same bulletin after the same turn has the same id. */
function identifyAnswer(question: string, bulletin: string, turn: Turn | null): string {
  return createHash('sha256')
    .update(JSON.stringify([bulletin, question, turn]))
    .digest('hex')
    .slice(0, 16);
}
