import { z } from 'zod';
import type { RefusalReason } from '../intents/refusal.ts';

/** Why a question was not answered (CONTRACT.md). */
export const refusalReasonSchema = z.enum([
  'not-in-bulletin',
  'false-premise',
  'out-of-range',
  'out-of-scope',
  'unclear',
  'not-allowed',
] as const satisfies readonly RefusalReason[]);

const answerClaimSchema = z.object({ text: z.string().min(1), units: z.array(z.string()).min(1) });

const answerCitationSchema = z.object({
  unit: z.string(),
  /** As people say it: 第148条, 问题49, 四(一)5. */
  label: z.string(),
  /** Verbatim: `=== source.slice(start, end)`. */
  quote: z.string().min(1),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
});

/** The answer object of CONTRACT.md, key for key. */
export const answerSchema = z.object({
  id: z.string(),
  question: z.string(),
  bulletin: z.string(),
  intent: z.string(),
  text: z.string(),
  claims: z.array(answerClaimSchema),
  citations: z.array(answerCitationSchema),
  candidates: z.array(z.string()).max(10),
  refused: z.boolean(),
  reason: refusalReasonSchema.nullable(),
  /** `extractive` or `llm:<model>@<prompt hash>`. */
  writer: z.string(),
  asOf: z.object({ published: z.string().nullable(), data: z.string().nullable() }),
  elapsedMs: z.number(),
});
export type Answer = z.infer<typeof answerSchema>;
export type AnswerClaim = z.infer<typeof answerClaimSchema>;
export type AnswerCitation = z.infer<typeof answerCitationSchema>;
