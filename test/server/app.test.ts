import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { MetricsAccess } from '../../src/channels/metrics.ts';
import type { RequestRecord } from '../../src/channels/server.ts';
import { createServerApp } from '../../src/channels/server.ts';
import type { LogFields } from '../../src/delivery/log.ts';

function openApp(access: MetricsAccess = { mode: 'loopback' }) {
  const routes = new Hono();
  routes.get('/units/:unit', (c) => c.text(c.req.param('unit')));
  routes.get('/broken', () => {
    throw new Error('第148条 is broken');
  });
  const records: RequestRecord[] = [];
  const logged: LogFields[] = [];
  const write = (fields: LogFields) => {
    logged.push(fields);
  };
  const state = { unready: null as string | null };
  const app = createServerApp({
    channels: [
      { name: 'test', description: '', routes, workers: [] },
      { name: 'off', description: '', routes: null, workers: [] },
    ],
    hosts: new Set(['qa.example.gov.cn']),
    log: { info: write, warn: write, error: write },
    unready: () => state.unready,
    onRequest: (record) => records.push(record),
    metrics: { access, page: { type: 'text/plain', render: () => Promise.resolve('answers_total 1') } },
  });
  const visit = (path: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
    app.request(
      path,
      { headers: { host: 'localhost:8787', ...headers } },
      { incoming: { socket: { remoteAddress } } },
    );
  return { visit, records, logged, state };
}

describe('the server', () => {
  it('counts and logs a request by its route, never by what was asked', async () => {
    const { visit, records } = openApp();
    await visit('/units/M148?q=secret');
    await visit('/nowhere/secret');
    await visit('/readyz');
    expect(records.map(({ route, status }) => [route, status])).toEqual([
      ['/units/:unit', 200],
      ['/*', 404],
      ['/readyz', 200],
    ]);
  });

  it('protects every response, also errors', async () => {
    const { visit } = openApp();
    for (const path of ['/units/M1', '/nowhere', '/broken', '/healthz']) {
      const { headers } = await visit(path);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('content-security-policy'), path).toContain(`default-src 'none'`);
      expect(headers.get('referrer-policy'), path).toBe('same-origin');
      expect(headers.get('cache-control'), path).toBe('no-store');
    }
  });

  it('tells neither the visitor nor the log what broke, only that it did', async () => {
    const { visit, logged } = openApp();
    const response = await visit('/broken');
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      error: { code: 'internal', message: '服务暂时出错，请稍后再试。' },
    });
    expect(logged).toEqual([{ error: 'Error', method: 'GET' }]);
  });

  it('keeps foreign hosts out, but not the probes of a cluster', async () => {
    const { visit } = openApp();
    expect((await visit('/units/M1', { host: 'evil.example' })).status).toBe(403);
    expect((await visit('/units/M1', { host: 'qa.example.gov.cn' })).status).toBe(200);
    expect((await visit('/healthz', { host: '10.2.3.4:8787' })).status).toBe(200);
    expect((await visit('/readyz', { host: '10.2.3.4:8787' })).status).toBe(200);
  });

  it('is alive but not ready while it stops', async () => {
    const { visit, state } = openApp();
    state.unready = 'stopping';
    expect((await visit('/healthz')).status).toBe(200);
    const response = await visit('/readyz');
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'unready', reason: 'stopping' },
    ]);
  });
});

describe('/metrics', () => {
  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('is open to %s', async (address) => {
    const response = await openApp().visit('/metrics', {}, address);
    expect([response.status, await response.text()]).toEqual([200, 'answers_total 1']);
  });

  it('is closed to other machines, and to whoever a proxy on this machine speaks for', async () => {
    const { visit } = openApp();
    expect((await visit('/metrics', {}, '10.0.0.7')).status).toBe(403);
    expect((await visit('/metrics', { 'x-forwarded-for': '1.2.3.4' })).status).toBe(403);
    expect((await visit('/metrics', { host: 'qa.example.gov.cn' })).status).toBe(403);
  });

  it('opens to the token alone once there is one', async () => {
    const { visit } = openApp({ mode: 'token', token: 'a-long-enough-token' });
    expect((await visit('/metrics')).status).toBe(401);
    expect((await visit('/metrics', { authorization: 'Bearer a-long-enough-tokem' })).status).toBe(401);
    const bearer = { authorization: 'Bearer a-long-enough-token' };
    expect((await visit('/metrics', bearer, '10.0.0.7')).status).toBe(200);
  });
});
