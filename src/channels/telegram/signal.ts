import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';

/** Waits, or returns early when `signal` aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch {
    // Aborted: the caller looks at the signal itself.
  }
}

/** Asked again after an `await`, where the compiler still believes the last answer. */
export function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

type ApiSignal = NonNullable<Parameters<Api['getMe']>[0]>;

/** grammY names the signal class of a polyfill; it uses nothing that Node's own lacks. */
export function toApiSignal(signal: AbortSignal): ApiSignal {
  return signal as unknown as ApiSignal;
}
