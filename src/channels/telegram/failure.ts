import { GrammyError, HttpError } from 'grammy';
import type { LogFields } from '../../delivery/log.ts';
import { nameError } from '../../delivery/pump.ts';

/**
 * What may be logged of a failed call: method, code and Telegram's reason. A GrammyError carries the whole
 * payload and a network error the address with the bot's token: neither gets out. Behind the second colon
 * of a reason Telegram quotes the message (「Bad Request: can't parse entities: Unsupported start tag …」).
 */
export function describeFailure(error: unknown): LogFields {
  if (error instanceof GrammyError) {
    const reason = error.description.split(':').slice(0, 2).join(':');
    return { method: error.method, code: error.error_code, reason: hideToken(reason) };
  }
  if (error instanceof HttpError) return { code: 'network', reason: readCode(error.error) };
  return { code: nameError(error) };
}

/** `123456:AAE…` wherever it stands. */
function hideToken(text: string): string {
  return text.replace(/\d{3,}:[\w-]{10,}/g, '***');
}

/** Milliseconds Telegram asks to wait; null when it does not. */
export function readRetryAfter(error: unknown): number | null {
  if (!(error instanceof GrammyError) || error.error_code !== 429) return null;
  return Math.max(1, error.parameters.retry_after ?? 1) * 1000;
}

/** `ECONNRESET` and the like: codes, never messages. */
function readCode(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : nameError(error);
}
