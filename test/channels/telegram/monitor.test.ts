import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApiBot } from '../../../src/channels/telegram/bot.ts';
import { watchWebhook } from '../../../src/channels/telegram/monitor.ts';
import { startFakeBotApi, TOKEN, type FakeBotApi } from './fake-bot-api.ts';
import { startRig, waitFor, type Line } from './harness.ts';

const URL = 'https://bot.example/telegram/webhook';

describe('the watch over the webhook', () => {
  let api: FakeBotApi;
  beforeEach(async () => {
    api = await startFakeBotApi();
    api.webhook.url = URL;
  });
  afterEach(() => api.close());

  /** What is logged by the time Telegram has been asked `times` times, and the figures shown. */
  const watch = async (times: number, change: (asked: number) => void = () => undefined) => {
    const lines: (Line & { level: 'info' | 'warn' })[] = [];
    const figures = new Map<string, number>();
    const write = (level: 'info' | 'warn') => (fields: Line['fields'], message: string) => {
      lines.push({ level, fields, message });
      change(lines.length);
    };
    const aborter = new AbortController();
    const host = {
      log: { info: write('info'), warn: write('warn'), error: write('warn') },
      gauge: (figure: string, value: number) => figures.set(figure, value),
    };
    const bot = createApiBot({ token: TOKEN, apiRoot: api.root });
    const watching = watchWebhook(bot.api, host, { url: URL, everyMs: 5 }, aborter.signal);
    await waitFor(() => lines.length >= times, 'the checks');
    aborter.abort();
    await watching;
    return {
      lines: lines.slice(0, times).map(({ level, message }) => [level, message]),
      all: lines,
      figures,
    };
  };

  test('shows how many updates wait, and warns once of each failure', async () => {
    Object.assign(api.trouble, { pending_update_count: 3, last_error_date: 1_700_000_000 });
    const { lines, figures } = await watch(3, (asked) => {
      if (asked === 2) api.trouble.last_error_date = 1_700_000_100;
    });
    expect(lines).toEqual([
      ['warn', 'Telegram could not deliver updates'],
      ['info', 'webhook in order'],
      ['warn', 'Telegram could not deliver updates'],
    ]);
    expect(Object.fromEntries(figures)).toEqual({
      pending_update_count: 3,
      last_error_timestamp_seconds: 1_700_000_100,
    });
  });

  test('says why Telegram failed, and never shows an address', async () => {
    Object.assign(api.trouble, { last_error_date: 5, last_error_message: 'Connection timed out' });
    const { all } = await watch(1);
    expect(all[0]?.fields).toMatchObject({ channel: 'telegram', reason: 'Connection timed out' });
    expect(JSON.stringify(all)).not.toContain('bot.example');
  });

  test.each([
    ['', 0, 'no webhook is registered: Telegram brings nothing'],
    ['https://elsewhere.example/', 0, 'the webhook was moved to another address'],
    [URL, 51, 'updates are piling up at Telegram'],
  ])('warns when the address is %j with %d updates waiting', async (url, pending, warning) => {
    api.webhook.url = url;
    api.trouble.pending_update_count = pending;
    expect((await watch(1)).lines).toEqual([['warn', warning]]);
  });

  test('goes on after a failed check', async () => {
    api.faults.push({ method: 'getWebhookInfo', kind: 'cut', after: false });
    expect((await watch(2)).lines).toEqual([
      ['warn', 'webhook could not be checked'],
      ['info', 'webhook in order'],
    ]);
  });
});

test('the channel watches its webhook from the start', async () => {
  const rig = await startRig();
  await waitFor(() => rig.figures.has('pending_update_count'), 'the first check');
  expect(rig.figures.get('last_error_timestamp_seconds')).toBe(0);
  await rig.stop();
});
