/** Why a model gave nothing usable. `content`: it answered, but not in a form that can be read. */
export type ModelFailure = 'network' | 'http' | 'timeout' | 'oversize' | 'content' | 'cut' | 'aborted';

export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly failure: ModelFailure;
  /** HTTP status, null without one. */
  readonly status: number | null;
  /** The endpoint's `retry-after`, 0 without one. */
  readonly retryAfterMs: number;

  constructor(
    failure: ModelFailure,
    message: string,
    details: { readonly status?: number | null; readonly retryAfterMs?: number } = {},
  ) {
    super(message);
    this.failure = failure;
    this.status = details.status ?? null;
    this.retryAfterMs = details.retryAfterMs ?? 0;
  }
}

/** `retry-after` in seconds or as a date; 0 where absent or unreadable. */
export function readRetryAfter(value: string | null | undefined, nowMs: number): number {
  if (value == null || value.trim() === '') return 0;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? 0 : Math.max(0, date - nowMs);
}
