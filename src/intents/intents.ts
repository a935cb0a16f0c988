import { aboutIntent } from './about.ts';
import { factIntent } from './fact.ts';
import type { Intent, IntentContext } from './intent.ts';
import { LEDGER_INTENTS } from './ledger-intents.ts';
import { lookupIntent } from './lookup.ts';
import { outOfScopeIntent } from './out-of-scope.ts';
import { summaryIntent } from './summary.ts';
import { greetingIntent, helpIntent, thanksIntent, unclearIntent } from './talk.ts';

/** Every kind of question; the highest score wins, so order does not matter. */
export const INTENTS: readonly Intent[] = [
  factIntent,
  lookupIntent,
  aboutIntent,
  summaryIntent,
  outOfScopeIntent,
  greetingIntent,
  thanksIntent,
  helpIntent,
  unclearIntent,
  ...LEDGER_INTENTS,
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
