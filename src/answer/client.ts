// settings of an OpenAI-compatible endpoint → the SDK's client; its errors → ModelError
import type OpenAI from 'openai';
import { ModelError, readRetryAfter } from './model-error.ts';
import { createModelFetch, type NetworkSettings } from './model-fetch.ts';

export interface EndpointSettings extends Partial<NetworkSettings> {
  readonly baseUrl: string;
  readonly model: string;
  /** Null for local servers that want none. */
  readonly apiKey: string | null;
}

const MOST_BYTES = 2_000_000;

/** Nothing is sent before the client is used. */
export async function openClient(settings: EndpointSettings): Promise<OpenAI> {
  const [{ default: Client }, send] = await Promise.all([
    import('openai'),
    createModelFetch({ maxBytes: MOST_BYTES, ...settings }),
  ]);
  return new Client({
    baseURL: settings.baseUrl,
    apiKey: settings.apiKey ?? 'none',
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: 120_000,
    fetch: send,
    logLevel: 'off',
  });
}

/** Whatever the SDK throws, in our terms. */
export function readError(error: unknown, signal: AbortSignal): ModelError {
  if (error instanceof ModelError) return error;
  if (signal.aborted) return new ModelError('aborted', 'aborted');
  const parts = error as {
    status?: unknown;
    headers?: unknown;
    message?: unknown;
    cause?: unknown;
    name?: unknown;
  };
  const message = typeof parts.message === 'string' ? parts.message.slice(0, 300) : 'unknown error';
  if (parts.cause instanceof ModelError) return parts.cause;
  if (typeof parts.status === 'number') {
    const wait = parts.headers instanceof Headers ? parts.headers.get('retry-after') : null;
    return new ModelError('http', message, {
      status: parts.status,
      retryAfterMs: readRetryAfter(wait, Date.now()),
    });
  }
  if (error instanceof SyntaxError) return new ModelError('content', message);
  return new ModelError(/timeout/iu.test(String(parts.name)) ? 'timeout' : 'network', message);
}
