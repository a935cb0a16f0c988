import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TOKEN } from './fake-bot-api.ts';
import { newDatabase, startRig, type Rig } from './harness.ts';
import { textUpdate } from './updates.ts';

describe('the webhook', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig({ working: false });
  });
  afterEach(() => rig.stop());

  test('a wrong or missing secret is 401 before anything is read', async () => {
    const wrong = { 'x-telegram-bot-api-secret-token': 'webhook-secret_of-the-tesT' };
    expect((await rig.post('not even JSON', wrong)).status).toBe(401);
    const missing = { 'x-telegram-bot-api-secret-token': '' };
    expect((await rig.post(JSON.stringify(textUpdate('问')), missing)).status).toBe(401);
    expect(rig.delivery.inbox.depth('telegram')).toBe(0);
  });

  test('a body over 256 KiB is 413, with and without a length', async () => {
    const body = JSON.stringify({ update_id: 1, padding: 'x'.repeat(256 * 1024) });
    expect((await rig.post(body)).status).toBe(413);
    expect((await rig.post(body, { 'content-length': String(body.length) })).status).toBe(413);
  });

  test('what is no JSON or no update is 400 and never a 5xx', async () => {
    const bodies = [
      '',
      '{',
      'null',
      '[]',
      '"text"',
      '{}',
      '{"update_id":"7"}',
      '{"update_id":-1}',
      '{"update_id":1e308}',
      '{"update_id":7,"message":"hello"}',
      '{"update_id":7,"message":{"message_id":1}}',
      '{"update_id":7,"callback_query":{"id":""}}',
      `{"update_id":7,"message":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
      `{"update_id":7,"message":${'['.repeat(100_000)}`,
    ];
    for (const body of bodies)
      expect([body.slice(0, 40), (await rig.post(body)).status]).toEqual([body.slice(0, 40), 400]);
    expect(rig.delivery.inbox.depth('telegram')).toBe(0);
  });

  test('whatever the body, the answer is a 4xx or a 200', async () => {
    const value = fc.jsonValue({ maxDepth: 6, noUnicodeString: false });
    const update = fc.record(
      { update_id: fc.oneof(fc.nat(), value), message: value, callback_query: value, __proto__: value },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          value.map((v) => JSON.stringify(v)),
          update.map((v) => JSON.stringify(v)),
        ),
        async (body) => {
          const { status } = await rig.post(body);
          expect(status === 200 || (status >= 400 && status < 500)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('other updates and group talk are acknowledged and forgotten', async () => {
    expect((await rig.deliver({ update_id: 1, poll: { id: '5' } })).status).toBe(200);
    expect((await rig.deliver(textUpdate('大家好', { chat: -5 }))).status).toBe(200);
    expect(
      (
        await rig.deliver({
          update_id: 2,
          message: { ...textUpdate('x').message, from: { id: 1, is_bot: true } },
        })
      ).status,
    ).toBe(200);
    expect(rig.delivery.inbox.depth('telegram')).toBe(0);
  });

  test('a GET is 405', async () => {
    expect((await rig.channel.routes?.request('/telegram/webhook'))?.status).toBe(405);
  });

  test('a database that takes no write answers 503 with Retry-After', async () => {
    rig.delivery.close();
    const response = await rig.deliver(textUpdate('闲置房产盘活了多少'));
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
  });
});

describe('privacy', () => {
  test('neither names nor words reach the log, and the database keeps no name', async () => {
    const path = newDatabase();
    const rig = await startRig({ path });
    rig.api.faults.push(
      {
        method: 'sendMessage',
        kind: 'error',
        code: 403,
        description: 'Forbidden: bot was blocked by the user',
      },
      { method: 'sendMessage', kind: 'cut', after: false },
    );
    await rig.deliver(textUpdate('闲置房产盘活了多少', { chat: 1 }));
    await rig.deliver(textUpdate('闲置房产盘活了多少', { chat: 2 }));
    await rig.settle();
    const lines = JSON.stringify(rig.log);
    for (const secret of ['闲置房产', '欧阳', 'user_1', TOKEN, TOKEN.slice(10)])
      expect(lines).not.toContain(secret);
    expect(lines).toContain('Forbidden: bot was blocked by the user');
    await rig.stop();
    const { readFileSync } = await import('node:fs');
    const stored =
      readFileSync(path).toString('utf8') + readFileSync(`${path}-wal`, { flag: 'a+' }).toString('utf8');
    expect(stored).toContain('闲置房产');
    for (const name of ['欧阳', '小明', 'user_1', TOKEN]) expect(stored).not.toContain(name);
  });
});
