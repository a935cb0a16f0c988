import type { DraftClaim } from '../intents/intent.ts';
import type { ReadClaim } from './claim-reader.ts';
import { checkModelClaim, type GateContext } from './model-gate.ts';
import { verifyClaims } from './verify.ts';

/** What a model wrote and nobody saw. */
export interface DroppedClaim {
  readonly text: string;
  readonly units: readonly string[];
  readonly why: string;
  /** The verbatim sentence was shown instead. */
  readonly replaced: boolean;
}

/** Judges one text claim by claim and the whole by how many failed. */
export interface Gatekeeper {
  /** The claim to be shown, or null. */
  readonly judge: (item: ReadClaim) => DraftClaim | null;
  readonly claims: () => readonly DraftClaim[];
  readonly dropped: () => readonly DroppedClaim[];
  /** Why the whole text is to be discarded; null while it stands. `last`: nothing more will come. */
  readonly verdict: (last: boolean) => string | null;
}

/** From this many failures on their share decides before the end. */
const FEW = 3;
/** Failed of all claims: one of two or two of five still stand. */
const MOST_FAILED = 0.5;
/** What is kept of a dropped text for the audit record. */
const KEPT = 300;

export function createGatekeeper(context: GateContext, mostClaims: number): Gatekeeper {
  const claims: DraftClaim[] = [];
  const dropped: DroppedClaim[] = [];
  const seen = new Set<string>();
  let excused = 0;
  const drop = (text: string, units: readonly string[], why: string, replaced: boolean): void => {
    if (why === 'states an absence') excused += 1;
    dropped.push({ text: text.slice(0, KEPT), units: units.slice(0, 10), why, replaced });
  };
  const keep = (claim: DraftClaim): DraftClaim | null => {
    // what stands in for a failed claim passes the same gate as everything else
    if (seen.has(claim.text) || verifyClaims([claim], context).passed.length === 0) return null;
    seen.add(claim.text);
    claims.push(claim);
    return claim;
  };
  return {
    claims: () => claims,
    dropped: () => dropped,
    judge: (item) => {
      if (claims.length >= mostClaims) return null;
      if (item.kind === 'invalid') {
        drop('', [], item.why, false);
        return null;
      }
      const { text, units } = item.claim;
      const verdict = checkModelClaim(item.claim, context);
      if (verdict.kind === 'passed') return keep(verdict.claim);
      drop(text, units, verdict.why, verdict.kind === 'replaced');
      return verdict.kind === 'replaced' ? keep(verdict.claim) : null;
    },
    verdict: (last) => {
      const failed = dropped.length - excused;
      const passed = claims.length - dropped.filter(({ replaced }) => replaced).length;
      if (last && passed <= 0) return 'no verified claim';
      if (!last && failed < FEW) return null;
      return failed > MOST_FAILED * (failed + passed) ? 'too many claims failed' : null;
    },
  };
}
