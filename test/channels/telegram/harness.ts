import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channel } from '../../../src/channels/channel.ts';
import { createTelegramChannel } from '../../../src/channels/telegram/telegram.ts';
import type { Ask } from '../../../src/delivery/ask.ts';
import { openDelivery, type Delivery } from '../../../src/delivery/delivery.ts';
import { createRateLimit } from '../../../src/delivery/limits.ts';
import type { LogFields } from '../../../src/delivery/log.ts';
import { NO_LIMITS } from '../host.ts';
import { startFakeBotApi, TOKEN, type FakeBotApi } from './fake-bot-api.ts';
import { library, scriptReply, type Asked } from './scripted.ts';

export const SECRET = 'webhook-secret_of-the-test';

export interface Line {
  readonly fields: LogFields;
  readonly message: string;
}

export interface Rig {
  readonly api: FakeBotApi;
  readonly channel: Channel;
  readonly delivery: Delivery;
  readonly asked: Asked[];
  readonly log: Line[];
  /** What the channel shows on /metrics. */
  readonly figures: ReadonlyMap<string, number>;
  /** Posts to the webhook as Telegram does. */
  readonly post: (body: string, headers?: Record<string, string>) => Promise<Response>;
  readonly deliver: (update: object) => Promise<Response>;
  /** Waits until all that was received has been answered and sent. */
  readonly settle: () => Promise<void>;
  /** Ends without warning: nothing is finished, the database file stays as it is. */
  readonly crash: () => void;
  readonly stop: () => Promise<void>;
}

export interface RigOptions {
  readonly ask?: Ask;
  readonly api?: FakeBotApi;
  readonly path?: string;
  readonly mode?: 'webhook' | 'polling';
  readonly clock?: () => number;
  /** False: updates are received, nobody works on them. */
  readonly working?: boolean;
}

export function newDatabase(): string {
  return join(mkdtempSync(join(tmpdir(), 'telegram-')), 'assistant.db');
}

/** The Telegram channel on a fake Bot API, with a scripted brain over the real bulletin. */
export async function startRig(options: RigOptions = {}): Promise<Rig> {
  const { mode = 'webhook' } = options;
  const ask: Ask = options.ask ?? ((text) => Promise.resolve(scriptReply(text, { cite: ['M148'] })));
  const api = options.api ?? (await startFakeBotApi());
  const delivery = await openDelivery(options.path ?? ':memory:');
  const asked: Asked[] = [];
  const log: Line[] = [];
  const figures = new Map<string, number>();
  const note = (fields: LogFields, message: string): void => {
    log.push({ fields, message });
  };
  const access = { token: TOKEN, apiRoot: api.root };
  const channel = await createTelegramChannel(
    mode === 'webhook'
      ? { mode, secret: SECRET, url: 'https://bot.example/telegram/webhook', ...access }
      : { mode, ...access },
    {
      ask: (text, context) => {
        asked.push({ text, context });
        return ask(text, context);
      },
      library,
      delivery,
      conversations: delivery.conversations,
      limits: { ...NO_LIMITS, person: createRateLimit({ perMinute: 10, perDay: 200 }) },
      log: { info: note, warn: note, error: note },
      gauge: (figure, value) => {
        figures.set(figure, value);
      },
      clock: options.clock ?? Date.now,
    },
  );
  if (options.working !== false) for (const worker of channel.workers) worker.start();
  const stop = async (): Promise<void> => {
    await Promise.all(channel.workers.map((worker) => worker.stop()));
    delivery.close();
    if (options.api === undefined) await api.close();
  };
  const post: Rig['post'] = async (body, headers = {}) => {
    if (channel.routes === null) throw new Error('no webhook in this mode');
    return await channel.routes.request('/telegram/webhook', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET, ...headers },
      body,
    });
  };
  return {
    ...{ api, channel, delivery, asked, log, figures, post, stop },
    deliver: (update) => post(JSON.stringify(update)),
    settle: () =>
      waitFor(
        () => delivery.inbox.depth('telegram') + delivery.outbox.depth('telegram') === 0,
        'an idle channel',
      ),
    crash: () => {
      delivery.close();
      void Promise.all(channel.workers.map((worker) => worker.stop()));
    },
  };
}

export async function waitFor(reached: () => boolean, what: string, withinMs = 20_000): Promise<void> {
  const until = Date.now() + withinMs;
  while (!reached()) {
    if (Date.now() > until) throw new Error(`waited ${withinMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
