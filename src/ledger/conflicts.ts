// measures and their figures → pairs that count the same thing in the same period → different values → conflicts
import type { Bulletin } from '../bulletin/bulletin.ts';
import { readClaims } from './claims.ts';
import { findCountConflicts } from './conflict-counts.ts';
import { findHandledConflicts } from './conflict-handled.ts';
import { findIssuanceConflicts } from './conflict-issuance.ts';
import { findPartConflicts } from './conflict-parts.ts';
import { findRateConflicts } from './conflict-rates.ts';
import { findStageConflicts } from './conflict-stages.ts';
import { findTitleConflicts } from './conflict-titles.ts';
import { indexGrams } from './grams.ts';
import type { Conflict, MeasureFacts } from './ledger.ts';
import { learnNames } from './names.ts';

/**
 * Places where the bulletin disagrees with itself, in document order of their first side. Nothing is reconciled:
 * each conflict shows the words of every side.
 */
export function findConflicts(bulletin: Bulletin, measures: readonly MeasureFacts[]): Conflict[] {
  const claims = readClaims(bulletin);
  const grams = indexGrams(bulletin);
  return [
    ...findRateConflicts(claims),
    ...findCountConflicts(claims, grams),
    ...findTitleConflicts(measures),
    ...findIssuanceConflicts(bulletin, measures),
    ...findStageConflicts(bulletin, learnNames(bulletin)),
    ...findPartConflicts(bulletin, claims),
    ...findHandledConflicts(claims),
  ].sort((a, b) => startOf(a) - startOf(b));
}

function startOf(conflict: Conflict): number {
  return Math.min(...conflict.sides.map((side) => side.citation.span.start));
}
