import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import type { RunningServer } from '../../src/start-server.ts';
import { startServer } from '../../src/start-server.ts';
import { readTestLibrary } from '../channels/library.ts';
import { createScriptedAsk } from '../channels/scripted.ts';

const QUESTION = '闲置房产盘活了多少';
const world = readTestLibrary();
const output = new PassThrough();
let server: RunningServer;

async function post(path: string, body: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${server.address}${path}`, { method: 'POST', headers, body });
}

beforeAll(async () => {
  const ask = createScriptedAsk(world, [
    { when: /闲置房产/u, lines: [{ text: '已盘活6.37万平方米', quotes: { M148: '已盘活6.37万平方米' } }] },
  ]);
  const ledger = (id: string) => (id === world.bulletin.id ? world.ledger : null);
  const config = { ...readConfig({ PORT: '0' }), database: ':memory:' };
  server = await startServer(config, { ask, library: world.library, ledger }, createLog('info', output));
});

afterAll(() => server.stop());

describe('the running server', () => {
  it('offers the web chat and the API without any credential, and says that Telegram is off', () => {
    expect(server.channels.map(({ name }) => name)).toEqual(['web', 'http', 'telegram']);
    expect(server.channels[2]?.description).toContain('未开启');
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
  });

  it('answers over HTTP and in the web chat, and counts both', async () => {
    expect(await (await post('/api/ask', JSON.stringify({ question: QUESTION }))).json()).toMatchObject({
      refused: false,
    });
    const message = { question: QUESTION, conversation: 'c', key: 'k' };
    expect((await post('/chat/ask', JSON.stringify(message))).status).toBe(200);
    const metrics = await (await fetch(`${server.address}/metrics`)).text();
    expect(metrics).toContain(
      'answers_total{channel="http",intent="scripted",writer="extractive",reason="none"} 1',
    );
    expect(metrics).toContain(
      'answers_total{channel="web",intent="scripted",writer="extractive",reason="none"} 1',
    );
  });

  it('is alive and ready', async () => {
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
  });

  it('refuses bad input with 4xx and an error body, whatever it is', async () => {
    const bodies = [
      '',
      '{',
      'null',
      '[]',
      '{"question":{}}',
      '{"question":"\\u0000"}',
      '{"__proto__":{"question":"x"}}',
    ];
    for (const body of bodies) {
      const response = await post('/api/ask', body);
      expect(response.status, body).toBeLessThan(500);
      if (response.status >= 400) expect(await response.json(), body).toHaveProperty('error.code');
    }
    for (const path of ['/%', '/b/%E0%A4%A/x', '/api/bulletins/%00/units/%00', '//', '/assets/%2e%2e%2f']) {
      expect((await fetch(`${server.address}${path}`)).status, path).toBeLessThan(500);
    }
  });

  it('logs requests as JSON lines without any question', async () => {
    await post('/api/ask', JSON.stringify({ question: QUESTION }));
    const lines = String(output.read()).trim().split('\n');
    const asked = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .find(({ route }) => route === '/api/ask');
    expect(asked).toMatchObject({ level: 'info', method: 'POST', route: '/api/ask', msg: 'request' });
    expect(lines.join('\n')).not.toContain('房产');
  });
});
