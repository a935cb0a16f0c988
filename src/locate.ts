// question → its vector, if it comes in time → the units nearest in meaning
import { createBreaker } from './answer/breaker.ts';
import { untilAborted } from './answer/deadlines.ts';
import type { Embed } from './answer/embedder.ts';
import { ModelError } from './answer/model-error.ts';
import type { UnitId } from './bulletin/bulletin.ts';
import { findNearest, type UnitVectors } from './search/dense.ts';

/** Nearest first; undefined where nothing came in time or the bulletin has no vectors. Never rejects. */
export type Locate = (question: string, bulletin: string) => Promise<readonly UnitId[] | undefined>;

/** An answer waits no longer for its vector. */
const LONGEST_WAIT_MS = 1_000;
const NEAREST = 10;
const LONGEST_QUESTION = 500;

export function createLocate(
  embed: Embed,
  vectors: ReadonlyMap<string, UnitVectors>,
  { waitMs = LONGEST_WAIT_MS }: { readonly waitMs?: number } = {},
): Locate {
  const breaker = createBreaker({ failures: 5, coolDownMs: 30_000, now: () => performance.now() });
  return async (question, bulletin) => {
    const known = vectors.get(bulletin);
    if (known === undefined || !breaker.allow()) return undefined;
    const signal = AbortSignal.timeout(waitMs);
    try {
      const found = await untilAborted(embed([question.slice(0, LONGEST_QUESTION)], signal), signal);
      const [vector] = found ?? [];
      if (vector === undefined) throw new ModelError('timeout', `no vector in ${waitMs} ms`);
      breaker.succeed();
      return findNearest(known, vector, NEAREST);
    } catch {
      breaker.fail();
      return undefined;
    }
  };
}
