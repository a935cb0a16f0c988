/** How much one asker may ask; 0 lifts a limit. */
export interface QuestionLimits {
  readonly perMinute: number;
  readonly perDay: number;
}

export type Allowance =
  | { readonly allowed: true }
  /** `first`: nobody has been told yet in this window; tell the asker once, then stay silent. */
  | { readonly allowed: false; readonly retryAfterMs: number; readonly first: boolean };

export interface RateLimit {
  /** Milliseconds until `key` may ask again; 0 when it may now. */
  readonly waitOf: (key: string, at: number) => number;
  /** Counts one request of `key` at `at` (epoch milliseconds, when it was sent rather than handled). */
  readonly take: (key: string, at: number) => Allowance;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Within any minute and any day a key is allowed so many requests; refused ones do not count. */
export function createRateLimit({ perMinute, perDay }: QuestionLimits): RateLimit {
  const windows = [
    { limit: perMinute, ms: MINUTE_MS },
    { limit: perDay, ms: DAY_MS },
  ].filter(({ limit }) => limit > 0);
  const longest = Math.max(0, ...windows.map(({ ms }) => ms));
  const seen = new Map<string, { times: number[]; toldUntil: number }>();
  let nextSweep = 0;

  const sweep = (at: number): void => {
    for (const [key, { times }] of seen) if (times.every((time) => time <= at - longest)) seen.delete(key);
    nextSweep = at + MINUTE_MS;
  };
  const waitOf = (key: string, at: number): number => {
    const times = seen.get(key)?.times ?? [];
    const waits = windows.map(({ limit, ms }) => {
      const within = times.filter((time) => time > at - ms);
      return within.length < limit ? 0 : Math.min(...within) + ms - at;
    });
    return Math.max(0, ...waits);
  };
  return {
    waitOf,
    take(key, at) {
      if (windows.length === 0) return { allowed: true };
      if (at >= nextSweep) sweep(at);
      const entry = seen.get(key) ?? { times: [], toldUntil: 0 };
      seen.set(key, entry);
      entry.times = entry.times.filter((time) => time > at - longest);
      const retryAfterMs = waitOf(key, at);
      if (retryAfterMs === 0) {
        entry.times.push(at);
        return { allowed: true };
      }
      const first = at >= entry.toldUntil;
      if (first) entry.toldUntil = at + retryAfterMs;
      return { allowed: false, retryAfterMs, first };
    },
  };
}
