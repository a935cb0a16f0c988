import { factIntent } from './fact.ts';
import type { Draft, IntentContext } from './intent.ts';

/** The message answered as a single fact; remembered there, because several intents look at it. */
export function draftFact(context: IntentContext): Draft {
  return factIntent.draft(context);
}
