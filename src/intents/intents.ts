import { aboutIntent } from './about.ts';
import { factIntent } from './fact.ts';
import type { Intent, IntentContext } from './intent.ts';
import { lookupIntent } from './lookup.ts';
import { outOfScopeIntent } from './out-of-scope.ts';
import { greetingIntent, helpIntent, thanksIntent } from './talk.ts';

/** Every kind of question; the highest score wins, so order does not matter. */
export const INTENTS: readonly Intent[] = [
  factIntent,
  lookupIntent,
  aboutIntent,
  outOfScopeIntent,
  greetingIntent,
  thanksIntent,
  helpIntent,
];

export function chooseIntent(context: IntentContext): Intent {
  let best: Intent = factIntent;
  let highest = -1;
  for (const intent of INTENTS) {
    const score = intent.score(context);
    if (score > highest) {
      best = intent;
      highest = score;
    }
  }
  return best;
}
