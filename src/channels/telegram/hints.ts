import type { Api } from 'grammy';
import type { Log } from '../../delivery/log.ts';
import { describeFailure, readRetryAfter } from './failure.ts';
import type { Place } from './request.ts';

/** Calls beside the answer: worth a try, never worth a delay of the answer or an error. */
export interface Hints {
  readonly showTyping: (place: Place) => () => void;
  readonly acknowledge: (callbackId: string, alert: string | null) => void;
}

/** An answer that takes no longer needs no hint (without a model it takes some milliseconds). */
const TYPING_AFTER_MS = 150;
/** Telegram shows 「typing…」 for five seconds. */
const TYPING_EVERY_MS = 4500;
/** Telegram forgets a pressed button soon; waiting longer than this is no use. */
const LONGEST_WAIT_MS = 10_000;

export function createHints(api: Api, log: Log): Hints {
  const attempt = async (call: () => Promise<unknown>, again: boolean): Promise<void> => {
    try {
      await call();
    } catch (error) {
      const waitMs = readRetryAfter(error);
      if (again && waitMs !== null && waitMs <= LONGEST_WAIT_MS) {
        await new Promise((resolve) => setTimeout(resolve, waitMs));
        await attempt(call, false);
        return;
      }
      log.warn({ channel: 'telegram', ...describeFailure(error) }, 'a hint was not shown');
    }
  };
  return {
    showTyping({ chat, thread }) {
      const other = thread === null ? {} : { message_thread_id: thread };
      let timer = setTimeout(type, TYPING_AFTER_MS);
      function type(): void {
        void attempt(() => api.sendChatAction(chat, 'typing', other), false);
        timer = setTimeout(type, TYPING_EVERY_MS);
      }
      return () => {
        clearTimeout(timer);
      };
    },
    acknowledge(callbackId, alert) {
      const other = alert === null ? {} : { text: alert, show_alert: true };
      void attempt(() => api.answerCallbackQuery(callbackId, other), true);
    },
  };
}
