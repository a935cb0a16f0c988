import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { answerSchema } from '../../../src/answer/answer.ts';
import { createHttpChannel } from '../../../src/channels/http/channel.ts';
import { createRateLimit } from '../../../src/delivery/limits.ts';
import { createTestHost, NO_LIMITS } from '../host.ts';
import { readTestLibrary } from '../library.ts';
import { createScriptedAsk } from '../scripted.ts';

const world = readTestLibrary();

function openApi(limits = NO_LIMITS) {
  const seen: (string | undefined)[] = [];
  const users: (string | undefined)[] = [];
  const scripted = createScriptedAsk(world, [
    {
      when: /闲置房产/u,
      lines: [{ text: '已盘活6.37万平方米', quotes: { M148: '已盘活6.37万平方米' } }],
    },
  ]);
  const host = createTestHost(world, (text, context) => {
    seen.push(context.turn?.question);
    users.push(context.user);
    return scripted(text, context);
  });
  const channel = createHttpChannel(
    { ...host, limits },
    {
      ledger: (id) => (id === world.bulletin.id ? world.ledger : null),
    },
  );
  const app = channel.routes ?? new Hono();
  const post = (body: unknown, remoteAddress = '127.0.0.1') =>
    app.request(
      '/api/ask',
      { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) },
      { incoming: { socket: { remoteAddress } } },
    );
  return { app, post, host, seen, users };
}

async function readBody(response: Response): Promise<Record<string, unknown>> {
  return (await response.json()) as Record<string, unknown>;
}

describe('POST /api/ask', () => {
  it('gives the answer object of the contract and nothing else', async () => {
    const response = await openApi().post({ question: '闲置房产盘活了多少' });
    expect(response.status).toBe(200);
    const body = await readBody(response);
    expect(answerSchema.strict().parse(body).citations[0]).toMatchObject({
      unit: 'M148',
      quote: '已盘活6.37万平方米',
    });
  });

  it('answers a refusal with 200, since a refusal is an answer', async () => {
    const response = await openApi().post({ question: '校长是谁' });
    expect(response.status).toBe(200);
    expect(await readBody(response)).toMatchObject({ refused: true, reason: 'not-in-bulletin' });
  });

  it('carries a conversation on, keeps others apart and forgets it after 30 minutes', async () => {
    const { post, host, seen } = openApi();
    await post({ question: '闲置房产盘活了多少', conversation: 'a' });
    await post({ question: '它呢', conversation: 'a' });
    await post({ question: '它呢', conversation: 'b' });
    await post({ question: '它呢' });
    host.time.now += 30 * 60_000 + 1;
    await post({ question: '还有呢', conversation: 'a' });
    expect(seen).toEqual([undefined, '闲置房产盘活了多少', undefined, undefined, undefined]);
  });

  it('counts the daily uses of a model by conversation, else by address', async () => {
    const { post, users } = openApi();
    await post({ question: '闲置房产盘活了多少', conversation: 'a' });
    await post({ question: '闲置房产盘活了多少' });
    await post({ question: '闲置房产盘活了多少' }, '10.1.2.3');
    expect(users).toEqual(['http:a', 'http:local', 'http:10.1.2.3']);
  });

  it('answers two questions of one conversation in the order they came', async () => {
    const { post, seen } = openApi();
    await Promise.all([
      post({ question: '第一问', conversation: 'a' }),
      post({ question: '第二问', conversation: 'a' }),
      post({ question: '第三问', conversation: 'a' }),
    ]);
    expect(seen).toEqual([undefined, '第一问', '第二问']);
  });

  it.each([
    ['no JSON', '{"question":', 'bad-json'],
    ['no object', '[]', 'bad-request'],
    ['no question', {}, 'bad-request'],
    ['a question that is a number', { question: 1 }, 'bad-request'],
    ['a blank question', { question: ' 　\n' }, 'bad-request'],
    ['a question of 2,001 characters', { question: '问'.repeat(2001) }, 'bad-request'],
    ['a conversation with spaces', { question: '问', conversation: 'a b' }, 'bad-request'],
    ['an endless conversation id', { question: '问', conversation: 'a'.repeat(129) }, 'bad-request'],
    ['20,000 open brackets', '['.repeat(20_000), 'bad-json'],
    ['nothing', '', 'bad-json'],
  ])('refuses %s with 400', async (_, body, code) => {
    const response = await openApi().post(body);
    expect(response.status).toBe(400);
    expect(await readBody(response)).toMatchObject({ error: { code } });
  });

  it('takes a question of 2,000 characters even when each is written as an escape', async () => {
    const escaped = `{"question":"${'\\u95ee'.repeat(2000)}"}`;
    expect((await openApi().post(escaped)).status).toBe(200);
  });

  it('refuses a body over 32 KB with 413', async () => {
    const response = await openApi().post({ question: '问', padding: 'x'.repeat(33_000) });
    expect(response.status).toBe(413);
    expect(await readBody(response)).toMatchObject({ error: { code: 'too-large' } });
  });

  it('asks to wait who asks too much, by conversation', async () => {
    const { host, post } = openApi({ ...NO_LIMITS, person: createRateLimit({ perMinute: 1, perDay: 0 }) });
    const ask = (conversation: string) => post({ question: '问', conversation }, '10.0.0.7');
    expect((await ask('a')).status).toBe(200);
    const refused = await ask('a');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await readBody(refused)).toMatchObject({ error: { code: 'too-many-questions' } });
    expect((await ask('b')).status).toBe(200);
    host.time.now += 60_000;
    expect((await ask('a')).status).toBe(200);
  });

  it('names the right method for a wrong one', async () => {
    const response = await openApi().app.request('/api/ask');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('GET /api/bulletins', () => {
  it('lists the bulletins with their dates and counts', async () => {
    const response = await openApi().app.request('/api/bulletins');
    expect(await readBody(response)).toEqual({
      bulletins: [
        {
          id: 'taijiang-2024',
          title: '中共福州市台江区委关于巡视整改进展情况的通报',
          published: '2024-01-26',
          data: '2023-10-18',
          units: 447,
          problems: 98,
          measures: 297,
          statuses: { completed: 223, in_progress: 47, long_term: 27 },
          examples: [],
        },
      ],
    });
  });

  it('gives a unit verbatim with its offsets and neighbours', async () => {
    const response = await openApi().app.request('/api/bulletins/taijiang-2024/units/M148');
    const view = await readBody(response);
    expect(view).toMatchObject({ unit: 'M148', previous: 'M147', next: 'M149' });
    expect(view['text']).toBe(world.bulletin.source.slice(Number(view['start']), Number(view['end'])));
  });

  it.each([
    ['/api/bulletins/taijiang-2024/units/M298', 'unknown-unit'],
    ['/api/bulletins/elsewhere/units/M1', 'unknown-bulletin'],
    ['/api/bulletins/..%2f..%2fetc/units/passwd', 'unknown-bulletin'],
    ['/api/bulletins/elsewhere/ledger', 'unknown-bulletin'],
  ])('answers 404 for %s', async (path, code) => {
    const response = await openApi().app.request(path);
    expect(response.status).toBe(404);
    expect(await readBody(response)).toMatchObject({ error: { code } });
  });
});
