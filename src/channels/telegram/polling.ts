import type { Api } from 'grammy';
import type { Log } from '../../delivery/log.ts';
import { nameError } from '../../delivery/pump.ts';
import { describeFailure, readRetryAfter } from './failure.ts';
import type { Intake } from './intake.ts';
import { isAborted, pause, toApiSignal } from './signal.ts';
import { ALLOWED_UPDATES } from './update.ts';

/** Below the API client's own timeout of 30 s. */
const POLL_SECONDS = 25;
const ERROR_PAUSE_MS = 1000;

/**
 * Long polling until `signal` aborts. Asking with an offset tells Telegram to forget everything before it,
 * so the offset moves only past updates whose inbox row is on the disk.
 */
export async function pollUpdates(api: Api, intake: Intake, log: Log, signal: AbortSignal): Promise<void> {
  let offset = 0;
  while (!signal.aborted) {
    try {
      const updates = await api.getUpdates(
        { offset, timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES },
        toApiSignal(signal),
      );
      // After a week without updates Telegram starts again at a random, maybe lower id.
      if (updates.length === 0) offset = 0;
      for (const update of updates) {
        if ((await intake(update)) === 'malformed')
          log.warn({ channel: 'telegram' }, 'update of unknown shape skipped');
        offset = update.update_id + 1;
      }
    } catch (error) {
      if (isAborted(signal)) return;
      log.warn({ channel: 'telegram', ...describeFailure(error), error: nameError(error) }, 'polling failed');
      await pause(readRetryAfter(error) ?? ERROR_PAUSE_MS, signal);
    }
  }
}
