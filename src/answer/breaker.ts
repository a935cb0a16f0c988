/** Keeps a failing endpoint from costing every question its time. */
export interface Breaker {
  /** False while open; when half-open true once, for the trial. */
  readonly allow: () => boolean;
  readonly succeed: () => void;
  /** @param restMs the endpoint's own `retry-after`, when it sent one */
  readonly fail: (restMs?: number) => void;
  /** The trial was given up without a result (the asker left). */
  readonly release: () => void;
  readonly state: () => 'closed' | 'open' | 'half-open';
}

export interface BreakerOptions {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** How long it stays open before one trial. */
  readonly coolDownMs: number;
  /** Milliseconds of any steady clock. */
  readonly now: () => number;
}

/** An endpoint may ask for rest, not for ever. */
const LONGEST_REST_MS = 300_000;

export function createBreaker({ failures, coolDownMs, now }: BreakerOptions): Breaker {
  let failed = 0;
  let openUntil = 0;
  let trying = false;
  const state = (): 'closed' | 'open' | 'half-open' =>
    openUntil === 0 ? 'closed' : now() < openUntil ? 'open' : 'half-open';
  return {
    state,
    allow: () => {
      const current = state();
      if (current === 'closed') return true;
      if (current === 'open' || trying) return false;
      trying = true;
      return true;
    },
    succeed: () => {
      failed = 0;
      openUntil = 0;
      trying = false;
    },
    fail: (restMs = 0) => {
      failed += 1;
      trying = false;
      const rest = Math.min(restMs, LONGEST_REST_MS);
      if (failed >= failures || openUntil !== 0) openUntil = now() + Math.max(coolDownMs, rest);
      else if (rest > 0) openUntil = now() + rest;
    },
    release: () => {
      trying = false;
    },
  };
}
