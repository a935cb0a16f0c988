// getWebhookInfo every few minutes → figures on /metrics, a warning when Telegram cannot deliver
import type { Api } from 'grammy';
import type { WebhookInfo } from 'grammy/types';
import type { ChannelHost } from '../channel.ts';
import { describeFailure } from './failure.ts';
import { TELEGRAM } from './intake.ts';
import { isAborted, pause, toApiSignal } from './signal.ts';

const CHECK_EVERY_MS = 300_000;
/** More updates than this waiting at Telegram means that we do not keep up, or cannot be reached. */
const MANY_PENDING = 50;

export interface WebhookWatch {
  /** The address Telegram should call; null when an operator registers it. */
  readonly url: string | null;
  readonly everyMs?: number;
}

/** PLATFORMS.md A.1: Telegram alone knows of the updates it could not bring. Ends when `signal` aborts. */
export async function watchWebhook(
  api: Api,
  { log, gauge }: Pick<ChannelHost, 'log' | 'gauge'>,
  { url, everyMs = CHECK_EVERY_MS }: WebhookWatch,
  signal: AbortSignal,
): Promise<void> {
  let lastError = 0;
  while (!signal.aborted) {
    try {
      const info = await api.getWebhookInfo(toApiSignal(signal));
      const failedAt = info.last_error_date ?? 0;
      gauge('pending_update_count', info.pending_update_count);
      gauge('last_error_timestamp_seconds', failedAt);
      const warning = findTrouble(info, url, failedAt > lastError);
      lastError = failedAt;
      const figures = { channel: TELEGRAM, pending: info.pending_update_count };
      if (warning === null) log.info(figures, 'webhook in order');
      else log.warn({ ...figures, lastError, reason: info.last_error_message ?? '' }, warning);
    } catch (error) {
      if (isAborted(signal)) return;
      log.warn({ channel: TELEGRAM, ...describeFailure(error) }, 'webhook could not be checked');
    }
    await pause(everyMs, signal);
  }
}

function findTrouble(info: WebhookInfo, url: string | null, failedAgain: boolean): string | null {
  if (info.url === '') return 'no webhook is registered: Telegram brings nothing';
  if (url !== null && info.url !== url) return 'the webhook was moved to another address';
  if (failedAgain) return 'Telegram could not deliver updates';
  return info.pending_update_count > MANY_PENDING ? 'updates are piling up at Telegram' : null;
}
