// prompt → one JSON answer of the model, for work nobody waits for
import type { z } from 'zod';
import type { Model } from './model.ts';
import { ModelError } from './model-error.ts';
import type { FilledPrompt } from './prompt.ts';

/** Reads the model's whole answer as JSON of a shape. @throws ModelError, `content` where the shape does not fit */
export async function askJson<T>(
  model: Model,
  filled: FilledPrompt,
  schema: z.ZodType<T>,
  maxTokens: number,
  signal: AbortSignal,
): Promise<T> {
  let text = '';
  for await (const piece of model.stream({ ...filled, maxTokens, output: 'json', signal })) text += piece;
  const parsed = schema.safeParse(readJson(text));
  if (!parsed.success) throw new ModelError('content', parsed.error.issues[0]?.message ?? 'unexpected shape');
  return parsed.data;
}

/** Local models like to put a fence or a sentence around the object. */
function readJson(text: string): unknown {
  const object = /\{[^]*\}/u.exec(text)?.[0] ?? '';
  try {
    return JSON.parse(object);
  } catch {
    return null;
  }
}

export interface Patience {
  /** Tries in all. */
  readonly tries: number;
  /** First pause; doubled after every failure, never shorter than the endpoint's own `retry-after`. */
  readonly pauseMs: number;
  readonly longestPauseMs: number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Repeats background work that failed for a reason that may pass: network, 408, 409, 429, 5xx, unreadable answers. */
export async function withPatience<T>(
  work: () => Promise<T>,
  { tries, pauseMs, longestPauseMs, sleep }: Patience,
  signal: AbortSignal,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ModelError) || attempt >= tries || signal.aborted || !mayPass(error))
        throw error;
      const pause = Math.min(pauseMs * 2 ** (attempt - 1), longestPauseMs);
      await sleep(Math.max(pause, error.retryAfterMs), signal);
    }
  }
}

function mayPass({ failure, status }: ModelError): boolean {
  if (failure === 'aborted') return false;
  return status === null || status === 408 || status === 409 || status === 429 || status >= 500;
}
