// admission → breaker → work within deadlines → breaker told how it went → observed
import type { Admission } from './admission.ts';
import type { Breaker } from './breaker.ts';
import { startDeadlines, type Deadlines } from './deadlines.ts';
import type { Model, TokenUsage } from './model.ts';
import { ModelError } from './model-error.ts';
import type { Prompt } from './prompt.ts';

/** One use of the model, for metrics. */
export interface ModelUse {
  readonly model: string;
  readonly prompt: string;
  readonly fellBack: string | null;
  readonly seconds: number;
  /** Null where the endpoint does not count. */
  readonly usage: TokenUsage | null;
  readonly passed: number;
  readonly failed: number;
}

/** What stands between every use of the model and its endpoint. */
export interface Guard {
  readonly model: Model;
  readonly breaker: Breaker;
  readonly admission: Admission;
  readonly observe?: (use: ModelUse) => void;
  readonly now: () => number;
}

export interface GuardedUse {
  readonly prompt: Prompt;
  readonly firstMs: number;
  readonly totalMs: number;
  /** Whose daily uses it counts among; undefined: nobody's. */
  readonly user: string | undefined;
  /** The asker's leaving. */
  readonly signal: AbortSignal | undefined;
}

/** What the work notes down of itself as it goes on. */
export interface UseRecord {
  usage: TokenUsage | null;
  passed: number;
  failed: number;
}

/** Nothing was sent. */
export const NO_EVIDENCE = 'no evidence';

/** Never rejects. `work` gives null when the model has done it, else why not; so does this, also for refused entry. */
export async function useModel(
  { model, breaker, admission, observe, now }: Guard,
  { prompt, firstMs, totalMs, user, signal }: GuardedUse,
  work: (deadlines: Deadlines, record: UseRecord) => Promise<string | null>,
): Promise<string | null> {
  const leave = admission.enter(user);
  if (typeof leave === 'string') return leave;
  if (!breaker.allow()) {
    leave();
    return 'breaker open';
  }
  const started = now();
  const record: UseRecord = { usage: null, passed: 0, failed: 0 };
  const deadlines = startDeadlines(firstMs, totalMs, signal);
  let failure: string | null;
  try {
    failure = await work(deadlines, record);
    settle(breaker, failure, null, signal);
  } catch (error) {
    failure = describe(error, deadlines);
    settle(breaker, failure, error, signal);
  } finally {
    deadlines.stop();
    deadlines.clear();
    leave();
  }
  observe?.({
    model: model.name,
    prompt: `${prompt.name}@${prompt.version}`,
    fellBack: failure,
    seconds: (now() - started) / 1000,
    ...record,
  });
  return failure;
}

function describe(error: unknown, deadlines: Deadlines): string {
  const missed = deadlines.missed();
  if (missed !== null) return missed === 'first' ? 'no verified claim in time' : 'not finished in time';
  return error instanceof ModelError ? `${error.failure}: ${error.message}` : 'unexpected error';
}

/** Endpoint failures count; text that fell at the gate is no failure of the endpoint, an asker who left neither. */
function settle(
  breaker: Breaker,
  failure: string | null,
  error: unknown,
  signal: AbortSignal | undefined,
): void {
  if (error === null) {
    if (failure === NO_EVIDENCE) breaker.release();
    else breaker.succeed();
  } else if (signal?.aborted === true) breaker.release();
  else breaker.fail(error instanceof ModelError ? error.retryAfterMs : 0);
}
