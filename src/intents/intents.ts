import { aboutIntent } from './about.ts';
import { factIntent } from './fact.ts';
import type { Intent, IntentContext } from './intent.ts';
import { LEDGER_INTENTS } from './ledger-intents.ts';
import { lookupIntent } from './lookup.ts';
import { outOfScopeIntent } from './out-of-scope.ts';
import { summaryIntent } from './summary.ts';
import { greetingIntent, helpIntent, thanksIntent, unclearIntent } from './talk.ts';

/** Every kind of question; the highest score wins, so order matters only between equals. */
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

/** Those that may score highest come first, so that the others need not be asked once one has scored more. */
const BY_CEILING = INTENTS.map((intent, order) => ({ intent, order, ceiling: intent.ceiling ?? 1 })).sort(
  (a, b) => b.ceiling - a.ceiling,
);

/** The intent with the highest score; of several the first of `INTENTS`. */
export function chooseIntent(context: IntentContext): Intent {
  let best = { intent: factIntent, score: -1, order: INTENTS.length };
  for (const { intent, order, ceiling } of BY_CEILING) {
    if (ceiling < best.score) break;
    const score = intent.score(context);
    if (score > best.score || (score === best.score && order < best.order)) best = { intent, score, order };
  }
  return best.intent;
}
