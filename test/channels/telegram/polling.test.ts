import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTelegramChannel } from '../../../src/channels/telegram/telegram.ts';
import { openDelivery } from '../../../src/delivery/delivery.ts';
import { NO_LIMITS } from '../host.ts';
import { startFakeBotApi, type FakeBotApi } from './fake-bot-api.ts';
import { newDatabase, startRig, waitFor } from './harness.ts';
import { library, scriptReply } from './scripted.ts';
import { textUpdate } from './updates.ts';

describe('long polling', () => {
  let api: FakeBotApi;
  beforeEach(async () => {
    api = await startFakeBotApi();
    api.webhook.url = 'https://left.behind/by-an-earlier-run';
  });
  afterEach(() => api.close());

  test('needs no webhook, answers what waits and lets Telegram forget it', async () => {
    const rig = await startRig({ api, mode: 'polling' });
    expect(rig.channel.routes).toBeNull();
    api.pending.push(
      textUpdate('甲', { chat: 1 }),
      { update_id: 800_000_000 },
      textUpdate('乙', { chat: 1 }),
    );
    await waitFor(() => api.texts(1).length === 2, 'both answers');
    await waitFor(() => api.pending.length === 0, 'the confirming offset');
    await rig.stop();
  });

  test('ids that start again lower are answered too', async () => {
    const rig = await startRig({ api, mode: 'polling' });
    api.pending.push(textUpdate('甲', { chat: 1, updateId: 900_000 }));
    await waitFor(() => api.texts(1).length === 1 && api.pending.length === 0, 'the first');
    await waitFor(() => api.callsOf('getUpdates').at(-1)?.payload['offset'] === 0, 'a fresh start');
    api.pending.push(textUpdate('乙', { chat: 1, updateId: 500 }));
    await waitFor(() => api.texts(1).length === 2, 'the second');
    await rig.stop();
  });

  test('an update not on the disk is not confirmed: a later process gets it', async () => {
    const path = newDatabase();
    const first = await startRig({ api, path, mode: 'polling' });
    await waitFor(() => api.callsOf('getUpdates').length > 0, 'polling');
    first.delivery.close();
    api.pending.push(textUpdate('甲', { chat: 1 }));
    await waitFor(() => first.log.some(({ message }) => message === 'polling failed'), 'the failed write');
    const polls = api.callsOf('getUpdates').length;
    await waitFor(() => api.callsOf('getUpdates').length > polls, 'the next poll');
    expect(api.pending).toHaveLength(1);
    first.crash();
    const second = await startRig({ api, path, mode: 'polling' });
    await waitFor(() => api.texts(1).length === 1, 'the answer');
    await second.stop();
  });
});

test('without a token the channel is off and says so', async () => {
  const delivery = await openDelivery(':memory:');
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const channel = await createTelegramChannel(
    { mode: 'off' },
    {
      ask: (text) => Promise.resolve(scriptReply(text, {})),
      ...{ library, delivery, conversations: delivery.conversations, log: silent, clock: Date.now },
      ...{ limits: NO_LIMITS, gauge: () => undefined },
    },
  );
  expect(channel).toEqual({
    name: 'telegram',
    description: 'Telegram：未开启（没有设置 TELEGRAM_BOT_TOKEN，或 TELEGRAM_MODE=off）',
    routes: null,
    workers: [],
  });
  delivery.close();
});
