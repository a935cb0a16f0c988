// update (webhook or polling) → inbox on disk → dispatcher → grammY → outbox → Telegram
import { createDispatcher } from '../../delivery/dispatcher.ts';
import { nameError } from '../../delivery/pump.ts';
import type { Channel, ChannelHost, ChannelWorker } from '../channel.ts';
import { createIntake, TELEGRAM } from './intake.ts';
import { pause } from './signal.ts';
import type { TelegramConnection, TelegramSettings } from './settings.ts';
import { createWebhook, WEBHOOK_PATH } from './webhook.ts';

const DISK_PAUSE_MS = 5000;

/** Telegram as a channel; without a token it is off and says so. grammY is loaded only when it is on. */
export async function createTelegramChannel(settings: TelegramSettings, host: ChannelHost): Promise<Channel> {
  if (settings.mode === 'off') {
    const description = 'Telegram：未开启（没有设置 TELEGRAM_BOT_TOKEN，或 TELEGRAM_MODE=off）';
    return { name: TELEGRAM, description, routes: null, workers: [] };
  }
  return createConnectedChannel(settings, host);
}

async function createConnectedChannel(settings: TelegramConnection, host: ChannelHost): Promise<Channel> {
  const { createApiBot } = await import('./bot.ts');
  const { createCourier } = await import('./courier.ts');
  const { connectBot, publishCommands } = await import('./connect.ts');
  const { watchWebhook } = await import('./monitor.ts');
  const { pollUpdates } = await import('./polling.ts');
  const { log } = host;
  const bot = createApiBot(settings);
  const dispatcher = createDispatcher(createCourier(bot, host), host);
  const intake = createIntake(host, dispatcher.wake);

  async function work(signal: AbortSignal): Promise<void> {
    if (!(await connectBot(bot, settings, log, signal))) return;
    while (!signal.aborted && !startDispatcher()) await pause(DISK_PAUSE_MS, signal);
    if (signal.aborted) return;
    log.info({ channel: TELEGRAM, mode: settings.mode }, 'connected');
    const receiving =
      settings.mode === 'polling'
        ? pollUpdates(bot.api, intake, log, signal)
        : watchWebhook(bot.api, host, settings, signal);
    await Promise.all([publishCommands(bot, log, signal), receiving]);
  }
  function startDispatcher(): boolean {
    try {
      dispatcher.start();
      return true;
    } catch (error) {
      log.error({ channel: TELEGRAM, error: nameError(error) }, 'cannot read the inbox; trying again');
      return false;
    }
  }

  const aborter = new AbortController();
  let working = Promise.resolve();
  const worker: ChannelWorker = {
    start() {
      working = work(aborter.signal).catch((error: unknown) => {
        log.error({ channel: TELEGRAM, error: nameError(error) }, 'channel stopped working');
      });
    },
    async stop() {
      aborter.abort();
      await working;
      await dispatcher.stop();
    },
  };
  const webhook = settings.mode === 'webhook';
  return {
    name: TELEGRAM,
    description: webhook ? `Telegram：POST ${WEBHOOK_PATH}` : 'Telegram：长轮询',
    routes: webhook ? createWebhook(settings.secret, intake, log) : null,
    workers: [worker],
  };
}
