/** PLATFORMS.md C.2, start value: 10 questions a minute for one person. */
export const QUESTIONS_PER_MINUTE = 10;

export type Allowance =
  | { readonly allowed: true }
  /** `first`: nobody has been told yet in this window; tell the asker once, then stay silent. */
  | { readonly allowed: false; readonly retryAfterMs: number; readonly first: boolean };

export interface RateLimit {
  /** Counts one request of `key` at `at` (epoch milliseconds, when it was sent rather than handled). */
  readonly take: (key: string, at: number) => Allowance;
}

/** At most `limit` requests of a key within any `windowMs`; refused ones do not count. */
export function createRateLimit(limit: number, windowMs: number): RateLimit {
  const seen = new Map<string, { times: number[]; toldUntil: number }>();
  let nextSweep = 0;

  const sweep = (at: number): void => {
    for (const [key, entry] of seen) {
      if (entry.times.every((time) => time <= at - windowMs)) seen.delete(key);
    }
    nextSweep = at + windowMs;
  };
  return {
    take(key, at) {
      if (at >= nextSweep) sweep(at);
      const entry = seen.get(key) ?? { times: [], toldUntil: 0 };
      entry.times = entry.times.filter((time) => time > at - windowMs);
      seen.set(key, entry);
      if (entry.times.length < limit) {
        entry.times.push(at);
        return { allowed: true };
      }
      const free = Math.min(...entry.times) + windowMs;
      const first = at >= entry.toldUntil;
      if (first) entry.toldUntil = free;
      return { allowed: false, retryAfterMs: Math.max(1, free - at), first };
    },
  };
}
