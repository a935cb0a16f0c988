import type { Bot } from 'grammy';
import type { Log } from '../../delivery/log.ts';
import { describeFailure, readRetryAfter } from './failure.ts';
import { isAborted, pause, toApiSignal } from './signal.ts';
import type { TelegramConnection } from './settings.ts';
import { COMMANDS } from './texts.ts';
import { ALLOWED_UPDATES } from './update.ts';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Learns who the bot is and tells Telegram how updates reach it, trying until it succeeds: an unreachable
 * Telegram delays this channel and nothing else. False when `signal` aborted before.
 */
export async function connectBot(
  bot: Bot,
  settings: TelegramConnection,
  log: Log,
  signal: AbortSignal,
): Promise<boolean> {
  for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      bot.botInfo = await bot.api.getMe(toApiSignal(signal));
      await directUpdates(bot, settings, signal);
      return true;
    } catch (error) {
      if (isAborted(signal)) break;
      log.warn({ channel: 'telegram', ...describeFailure(error) }, 'cannot reach Telegram; trying again');
      await pause(readRetryAfter(error) ?? pauseMs, signal);
    }
  }
  return false;
}

/** The menu is a courtesy: one try, and the log says when it failed. */
export async function publishCommands(bot: Bot, log: Log, signal: AbortSignal): Promise<void> {
  try {
    await bot.api.setMyCommands(COMMANDS, {}, toApiSignal(signal));
    await bot.api.setMyCommands(COMMANDS, { language_code: 'zh' }, toApiSignal(signal));
  } catch (error) {
    if (!signal.aborted) log.warn({ channel: 'telegram', ...describeFailure(error) }, 'menu not published');
  }
}

async function directUpdates(bot: Bot, settings: TelegramConnection, signal: AbortSignal): Promise<void> {
  if (settings.mode === 'polling') {
    await bot.api.deleteWebhook({ drop_pending_updates: false }, toApiSignal(signal));
    return;
  }
  if (settings.url === null) return;
  const options = {
    secret_token: settings.secret,
    allowed_updates: ALLOWED_UPDATES,
    drop_pending_updates: false,
  };
  await bot.api.setWebhook(settings.url, options, toApiSignal(signal));
}
