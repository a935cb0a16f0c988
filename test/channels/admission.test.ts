import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { askToWait, createAdmission } from '../../src/channels/admission.ts';
import { createRateLimit } from '../../src/delivery/limits.ts';

interface From {
  readonly peer?: string;
  readonly headers?: Record<string, string>;
  readonly person?: string;
}

function openDoor() {
  const time = { now: 0 };
  const admit = createAdmission(
    {
      person: createRateLimit({ perMinute: 2, perDay: 0 }),
      address: createRateLimit({ perMinute: 3, perDay: 0 }),
      proxies: new Set(['10.0.0.1']),
    },
    () => time.now,
  );
  const app = new Hono();
  app.get('/:person', (c) => {
    const person = c.req.param('person');
    return admit(c, person === 'nobody' ? null : person) ?? c.text('in');
  });
  const ask = async ({ peer = '10.0.0.9', headers = {}, person = 'nobody' }: From = {}): Promise<Response> =>
    app.request(`/${person}`, { headers }, { incoming: { socket: { remoteAddress: peer } } });
  const askOften = async (times: number, from: From = {}): Promise<number[]> => {
    const statuses: number[] = [];
    for (let i = 0; i < times; i += 1) statuses.push((await ask(from)).status);
    return statuses;
  };
  return { ask, askOften, time };
}

describe('who asks too much', () => {
  it('is told in Chinese and by Retry-After how long to wait, and is let in again after it', async () => {
    const { ask, askOften, time } = openDoor();
    expect(await askOften(2, { person: '甲' })).toEqual([200, 200]);
    time.now = 20_500;
    const refused = await ask({ person: '甲' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40']);
    expect(await refused.json()).toEqual({
      error: { code: 'too-many-questions', message: '问得太快了，请40秒后再问。' },
    });
    expect((await ask({ person: '乙' })).status).toBe(200);
    time.now += 39_500;
    expect((await ask({ person: '甲' })).status).toBe(200);
  });

  it('gains nothing by a new conversation for every question', async () => {
    const { ask } = openDoor();
    const asked = ['a', 'b', 'c', 'd'].map((person) => ask({ person }));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect((await ask({ peer: '10.0.0.8', person: 'e' })).status).toBe(200);
  });

  it('gains nothing by another address of the same IPv6 network, or by claiming another one', async () => {
    const { ask, askOften } = openDoor();
    expect(await askOften(3, { peer: '2001:db8::1' })).toEqual([200, 200, 200]);
    expect((await ask({ peer: '2001:db8:0:0:7::2' })).status).toBe(429);
    expect((await ask({ peer: '2001:db8:0:1::2' })).status).toBe(200);
    await askOften(3);
    for (const name of ['x-forwarded-for', 'x-real-ip'])
      expect((await ask({ headers: { [name]: '127.0.0.1' } })).status).toBe(429);
  });
});

describe('who is counted', () => {
  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('nobody on this machine (%s)', async (peer) => {
    expect(new Set(await openDoor().askOften(20, { peer, person: '甲' }))).toEqual(new Set([200]));
  });

  it.each(['127.0.0.1', '10.0.0.1'])('behind a proxy at %s: whom it speaks for', async (peer) => {
    const { ask, askOften } = openDoor();
    const headers = { 'x-forwarded-for': '1.1.1.1, 10.0.0.7, 10.0.0.1' };
    expect(await askOften(4, { peer, headers })).toEqual([200, 200, 200, 429]);
    // What stands before the proxy's own entry is the visitor's claim.
    expect((await ask({ peer, headers: { 'x-forwarded-for': '2.2.2.2, 10.0.0.7' } })).status).toBe(429);
    expect((await ask({ peer, headers: { 'x-forwarded-for': '10.0.0.6' } })).status).toBe(200);
    expect((await ask({ peer: '10.0.0.7' })).status).toBe(429);
  });
});

it('names a long wait in minutes or hours, since the day is meant', () => {
  expect(askToWait(400)).toBe('问得太快了，请1秒后再问。');
  expect(askToWait(61_000)).toBe('一天内的提问次数已用完，请2分钟后再问。');
  expect(askToWait(7_100_000)).toBe('一天内的提问次数已用完，请约2小时后再问。');
});
