// fit of question and passage → does the passage answer? two logistic models, each checked by cross-validation
import type { Fit } from './fit.ts';

/**
 * The second judge: what `findLack` and the scope know has been refused before. A bulletin without everyday wordings and a
 * message that leans on the conversation are judged by words alone.
 */
export function mayAnswer(fit: Fit, standsAlone: boolean): boolean {
  return standsAlone && fit.wordings > 0 ? doubt(fit) <= MOST_DOUBT : confidence(fit) >= LEAST_CONFIDENCE;
}

/**
 * Log-odds that the passage does not answer, over 1,620 questions of the tuning sets no rule had refused, 129 of them
 * unanswerable (L2 = 3, tenfold cross-validation: area under the curve 0.935, by words alone 0.86). What weighs most is the
 * manner of asking: a passage is asked about in a hundred wordings, and what nobody asks there it seldom answers.
 */
function doubt(fit: Fit): number {
  return (
    3.11 -
    1.56 * fit.typed -
    1.73 * fit.length -
    2.28 * fit.known +
    0.73 * fit.literal +
    2.33 * fit.nowhere +
    4.41 * fit.elsewhere +
    1.7 * fit.focusMissing * fit.named +
    1.84 * fit.missingShare * fit.named -
    1.27 * fit.usual +
    0.07 * fit.unasked.size -
    2.76 * fit.speech -
    1.33 * fit.letters +
    3.1 * fit.wordings -
    3.51 * fit.characters -
    5.68 * fit.closest -
    2 * fit.focusKnown -
    1.56 * fit.asksDay
  );
}

/** Odds of three to five: a wrong refusal costs the asker more than an answer that is shown with its source. */
const MOST_DOUBT = -0.5;
/** Odds of one to fifty. */
const LITTLE_DOUBT = -4;

/** Whether the passage answers so surely that what another one lacks does not count. */
export function isSure(fit: Fit): boolean {
  return doubt(fit) <= LITTLE_DOUBT;
}

/**
 * Log-odds that the passage answers, by its words: a long question known to the unit whose passage holds the kind of words asked
 * for is answered; one that names its subject in the bulletin's own words must find its other words too.
 */
function confidence(fit: Fit): number {
  return (
    -2.92 +
    2.48 * fit.typed +
    2.61 * fit.length +
    3.98 * fit.known -
    1.6 * fit.literal -
    2.43 * fit.nowhere -
    1.42 * fit.elsewhere -
    2.66 * fit.focusMissing * fit.named -
    6.85 * fit.missingShare * fit.named
  );
}

/** Odds of about one to three: a wrong refusal costs the asker more than an answer that is shown with its source. */
const LEAST_CONFIDENCE = -1;
