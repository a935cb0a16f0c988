import { rememberEach } from '../text/remember.ts';
import { factIntent } from './fact.ts';
import type { Draft, IntentContext } from './intent.ts';

/** The message answered as a single fact; remembered, because several intents look at it. */
export const draftFact = rememberEach((context: IntentContext): Draft => factIntent.draft(context));
