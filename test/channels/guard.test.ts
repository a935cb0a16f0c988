import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { guardHosts, readHostName } from '../../src/channels/guard.ts';

const app = new Hono();
app.use(guardHosts(new Set(['qa.example.gov.cn'])));
app.all('/', (c) => c.text('in'));

async function visit(headers: Record<string, string>): Promise<number> {
  return (await app.request('/', { method: 'POST', headers })).status;
}

describe('the guard at the door', () => {
  it.each([
    'localhost',
    '127.0.0.1:8787',
    '127.1.2.3',
    '[::1]:8787',
    'LOCALHOST:1',
    'qa.example.gov.cn',
    'QA.example.gov.cn:443',
  ])('lets %s in', async (host) => expect(await visit({ host })).toBe(200));

  it.each([
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '10.0.0.1',
    'example.gov.cn',
    '[::2]',
  ])('keeps a page under the name %s out (DNS rebinding)', async (host) =>
    expect(await visit({ host })).toBe(403),
  );

  it.each(['', 'a b', 'localhost/x', 'user@localhost', 'localhost:99999', '[::1'])(
    'calls the host %j no host',
    async (host) => expect(await visit({ host })).toBe(400),
  );

  it('wants a Host at all', async () => expect(await visit({})).toBe(400));

  it.each([
    ['127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['qa.example.gov.cn', 'https://qa.example.gov.cn'],
    ['127.0.0.1:8787', 'https://qa.example.gov.cn'],
  ])('lets a page of our own post: host %s, origin %s', async (host, origin) =>
    expect(await visit({ host, origin })).toBe(200),
  );

  it.each([
    ['127.0.0.1:8787', 'http://evil.example'],
    ['127.0.0.1:8787', 'http://127.0.0.1:3000'],
    ['localhost:8787', 'null'],
    ['localhost:8787', 'http://localhost:8787.evil.example'],
    ['localhost:8787', 'garbage'],
  ])('keeps the page of another origin out: host %s, origin %s', async (host, origin) =>
    expect(await visit({ host, origin })).toBe(403),
  );

  it('reads a host name without its port', () => {
    expect(readHostName('[::1]:80')).toBe('[::1]');
    expect(readHostName('A.example:8080')).toBe('a.example');
  });
});
