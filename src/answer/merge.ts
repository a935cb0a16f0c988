import type { UnitId } from '../bulletin/bulletin.ts';
import type { DraftClaim } from '../intents/intent.ts';

/**
 * Counts the program made come first, then the model's claims; with `all` also the extractive claims whose units the
 * model left out, so that rewording loses no measure.
 */
export function mergeClaims(
  extracted: readonly DraftClaim[],
  written: readonly DraftClaim[],
  coverage: 'all' | 'chosen',
): DraftClaim[] {
  const counted = extracted.filter(({ computed }) => computed.length > 0);
  if (coverage === 'chosen') return [...counted, ...written];
  const cited = new Set<UnitId>(written.flatMap(({ citations }) => citations.map(({ unit }) => unit)));
  const missing = extracted.filter(
    (claim) => claim.computed.length === 0 && claim.citations.some(({ unit }) => !cited.has(unit)),
  );
  return [...counted, ...written, ...missing];
}
