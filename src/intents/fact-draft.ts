import type { Question } from '../question/question.ts';
import { factIntent } from './fact.ts';
import type { Draft, IntentContext } from './intent.ts';

const kept = new WeakMap<Question, Draft>();

/** The question answered as a single fact; kept for the question, because several intents look at it. */
export function draftFact(context: IntentContext): Draft {
  const known = kept.get(context.question);
  if (known !== undefined) return known;
  const draft = factIntent.draft(context);
  kept.set(context.question, draft);
  return draft;
}
