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
 * Log-odds that the passage does not answer, over 1,670 questions of the tuning sets, 502 of them unanswerable (L2 = 3,
 * fivefold cross-validation: area under the curve 0.92, by words alone 0.88). What weighs most is the manner of asking: a passage
 * is asked about in a hundred wordings, and what nobody asks there it seldom answers.
 */
function doubt(fit: Fit): number {
  return (
    5.04 -
    1.72 * fit.typed -
    2.31 * fit.length -
    3.64 * fit.known +
    0.79 * fit.literal +
    0.75 * fit.nowhere +
    3.33 * fit.elsewhere +
    2.23 * fit.focusMissing * fit.named +
    2.34 * fit.missingShare * fit.named -
    2.21 * fit.usual +
    0.32 * fit.unasked.size -
    3.06 * fit.speech -
    1.35 * fit.letters +
    1.58 * fit.wordings -
    2.26 * fit.characters
  );
}

/** Three of a hundred answerable questions are refused here. */
const MOST_DOUBT = 0.8;

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
