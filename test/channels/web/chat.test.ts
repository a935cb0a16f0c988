import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../../src/delivery/limits.ts';
import { NO_LIMITS } from '../host.ts';
import { openSite, readStream } from './site.ts';

const MESSAGE = { question: '闲置房产盘活了多少', conversation: 'c1', key: 'k1' };

async function readBody(response: Response): Promise<Record<string, unknown>> {
  return (await response.json()) as Record<string, unknown>;
}

describe('POST /chat/ask', () => {
  it('gives the answer, its blocks, what to ask next and the dates', async () => {
    const body = await readBody(await openSite().post(MESSAGE));
    expect(body).toMatchObject({
      answer: { refused: false, citations: [{ unit: 'M148' }] },
      document: { blocks: [{ kind: 'claim', marks: [{ unit: 'M148', label: '148' }] }] },
      suggestions: ['第148条原文'],
      sources: [['M148']],
      briefs: [{ unit: 'M148', label: '第148条', status: { value: 'in_progress' } }],
      asOf: '据2024年1月26日发布的通报，数据截至2023年10月。',
      writerLabel: null,
    });
  });

  it('names all units of a sentence whose marks leave some out', async () => {
    const body = await readBody(await openSite().post({ ...MESSAGE, question: '前两条' }));
    expect(body).toMatchObject({ document: { blocks: [{ more: 1 }] }, sources: [['M1', 'M148']] });
  });

  it('labels what a model wrote', async () => {
    const body = await readBody(await openSite().post({ ...MESSAGE, question: '总结' }));
    expect(body['writerLabel']).toBe('AI生成');
  });

  it('carries the conversation on, and the units a message is about', async () => {
    const contexts: unknown[] = [];
    const { post } = openSite((ask) => (text, context) => {
      contexts.push([context.turn?.question, context.quotedUnits, context.bulletin]);
      return ask(text, context);
    });
    await post(MESSAGE);
    await post({ ...MESSAGE, key: 'k2', question: '它呢', units: ['M148'], bulletin: 'taijiang-2024' });
    expect(contexts).toEqual([
      [undefined, undefined, undefined],
      ['闲置房产盘活了多少', ['M148'], 'taijiang-2024'],
    ]);
  });

  it.each([
    ['no key', { question: '问', conversation: 'c' }],
    ['no conversation', { question: '问', key: 'k' }],
    ['a blank question', { ...MESSAGE, question: '  ' }],
    ['a bulletin that is not there', { ...MESSAGE, bulletin: 'elsewhere' }],
    ['a unit that is not there', { ...MESSAGE, units: ['M298'] }],
    ['units that are no list', { ...MESSAGE, units: 'M1' }],
  ])('refuses %s with 400', async (_, message) => {
    const response = await openSite().post(message);
    expect(response.status).toBe(400);
    expect(await readBody(response)).toHaveProperty('error.code');
  });
});

describe('a message sent twice', () => {
  it('is answered once, also when both are under way', async () => {
    const { post, asked } = openSite();
    const [first, second] = await Promise.all([post(MESSAGE), post(MESSAGE)]);
    const third = await post(MESSAGE);
    const bodies = await Promise.all([first, second, third].map(readBody));
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
    expect(asked).toHaveLength(1);
  });

  it('is a new one in another conversation, or with another key', async () => {
    const { post, asked } = openSite();
    await post(MESSAGE);
    await post({ ...MESSAGE, conversation: 'c2' });
    await post({ ...MESSAGE, key: 'k2' });
    expect(asked).toHaveLength(3);
  });

  it('may not change its question', async () => {
    const { post } = openSite();
    await post(MESSAGE);
    const response = await post({ ...MESSAGE, question: '别的' });
    expect(response.status).toBe(409);
  });

  it('is answered anew after 30 minutes', async () => {
    const { post, asked, host } = openSite();
    await post(MESSAGE);
    host.time.now += 30 * 60_000 + 1;
    await post(MESSAGE);
    expect(asked).toHaveLength(2);
  });

  it('is tried again when the first try failed', async () => {
    let broken = true;
    const { post } = openSite((ask) => (text, context) => {
      if (broken) return Promise.reject(new Error('broken'));
      return ask(text, context);
    });
    expect((await post(MESSAGE)).status).toBe(500);
    broken = false;
    expect((await post(MESSAGE)).status).toBe(200);
  });
});

describe('a visitor who asks too much', () => {
  it('is asked to wait, also where a stream is expected; a message sent again counts once', async () => {
    const person = createRateLimit({ perMinute: 2, perDay: 0 });
    const { post, asked } = openSite(undefined, { ...NO_LIMITS, person });
    const statuses: number[] = [];
    for (const key of ['k', 'k', 'k', 'k2', 'k3', 'k'])
      statuses.push((await post({ ...MESSAGE, key }, 'text/event-stream')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429, 200]);
    expect(asked).toHaveLength(2);
    expect((await post({ ...MESSAGE, conversation: 'c2', key: 'k3' })).status).toBe(200);
  });
});

describe('the streamed answer', () => {
  const SUMMARY = { ...MESSAGE, question: '总结' };

  it('sends each verified claim as it comes, then the reply that JSON would give', async () => {
    const { post } = openSite();
    const events = await readStream(await post(SUMMARY, 'text/event-stream'));
    expect(events.map(({ event }) => event)).toEqual(['claim', 'claim', 'reply']);
    expect(events[0]?.data).toEqual({ text: '已盘活过半', units: ['M148'] });
    expect(events[2]?.data).toEqual(await readBody(await post(SUMMARY)));
  });

  it('says everything again to who comes back after a cut', async () => {
    const { post, asked } = openSite();
    const cut = await post(SUMMARY, 'text/event-stream');
    await cut.body?.cancel();
    const events = await readStream(await post(SUMMARY, 'text/event-stream'));
    expect(events.map(({ event }) => event)).toEqual(['claim', 'claim', 'reply']);
    expect(asked).toHaveLength(1);
  });

  it('tells of a failure without saying what failed', async () => {
    const { post, host } = openSite(() => () => Promise.reject(new Error('table 总结 is gone')));
    const events = await readStream(await post(SUMMARY, 'text/event-stream'));
    expect(events).toEqual([
      { event: 'error', data: { error: { code: 'internal', message: '服务暂时出错，请稍后再试。' } } },
    ]);
    expect(JSON.stringify(host.lines)).not.toContain('总结');
  });
});

describe('GET /chat/units', () => {
  it('gives one unit in full', async () => {
    const response = await openSite().app.request('/chat/units/taijiang-2024/M148');
    expect(await readBody(response)).toMatchObject({ unit: 'M148', label: '第148条', next: 'M149' });
  });

  it('lists many by their opening words and status, leaving out what is not there', async () => {
    const response = await openSite().app.request('/chat/units/taijiang-2024?ids=M2,M999,M1,M2');
    const { units } = (await response.json()) as { units: { unit: string; opening: string }[] };
    expect(units.map(({ unit }) => unit)).toEqual(['M2', 'M1']);
    expect(units.every(({ opening }) => opening.length <= 61)).toBe(true);
  });

  it('answers 404 for units of a bulletin that is not there', async () => {
    expect((await openSite().app.request('/chat/units/elsewhere?ids=M1')).status).toBe(404);
  });

  it('answers 404 for a unit that is not there', async () => {
    expect((await openSite().app.request('/chat/units/taijiang-2024/M298')).status).toBe(404);
  });
});
