import type { Citation } from '../bulletin/bulletin.ts';
import { claim, type DraftClaim, type IntentContext } from './intent.ts';

/**
 * The other side of every contradiction an answer touches: both figures are shown, nothing is reconciled.
 * A citation touches a conflict when it overlaps one of its sides.
 */
export function claimConflicts({ ledger, lookup }: IntentContext, cited: readonly Citation[]): DraftClaim[] {
  const touched = ledger.conflicts.filter(
    ({ kind, sides }) =>
      kind === 'contradiction' &&
      sides.some(({ citation }) =>
        cited.some(
          (quote) =>
            quote.unit === citation.unit &&
            quote.span.start < citation.span.end &&
            citation.span.start < quote.span.end,
        ),
      ),
  );
  return touched.slice(0, 2).map(({ sides, why }) => {
    const citations = sides.map(({ citation }) => citation);
    const text = citations.map((citation) => `${lookup.label(citation.unit)}作“${citation.quote}”`).join(',');
    return claim(`注意:通报前后不一致,${text}。${why}`, citations, { computed: [why] });
  });
}
