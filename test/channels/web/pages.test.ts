import { readFileSync, readdirSync } from 'node:fs';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createWebChannel } from '../../../src/channels/web/channel.ts';
import { createTestHost } from '../host.ts';
import { createScriptedAsk } from '../scripted.ts';
import { openSite, world } from './site.ts';

const FOLDER = 'src/channels/web/page';

describe('the chat page', () => {
  it('shows the bulletin, its two dates and example questions without a script', async () => {
    const text = await (await openSite().app.request('/')).text();
    expect(text).toContain('中共福州市台江区委关于巡视整改进展情况的通报');
    expect(text).toMatch(
      /2024年1月26日发布<\/span>.*数据截至2023年10月<\/span>.*98个问题<\/span>.*297条举措<\/span>/su,
    );
    expect(text).toContain('data-ask="哪些还没完成？"');
  });

  it('allows nothing from elsewhere and nothing inline', async () => {
    const response = await openSite().app.request('/');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toMatch(/unsafe|\*|https?:/u);
    const text = await response.text();
    expect(text).not.toMatch(/<style|style=|<script(?! type="module" src="\/assets\/)| on\w+=|https?:\/\//u);
  });

  it('names only files that are there', async () => {
    const { app } = openSite();
    const text = await (await app.request('/')).text();
    const names = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/gu)].map(([, path]) => path ?? '');
    expect(names.length).toBeGreaterThan(5);
    for (const path of names) expect((await app.request(path)).status, path).toBe(200);
  });

  it('offers a choice where there are several bulletins', async () => {
    const host = createTestHost(world, createScriptedAsk(world, []));
    const [one] = world.library.bulletins();
    if (one === undefined) throw new Error('no bulletin');
    const bulletins = () => [one, { ...one, id: 'other', title: '另一份<b>通报</b>' }];
    const channel = createWebChannel({ ...host, library: { ...world.library, bulletins } }, new Map());
    const text = await (await (channel.routes ?? new Hono()).request('/')).text();
    expect(text.match(/type="radio"/gu)).toHaveLength(2);
    expect(text).toContain('另一份&lt;b&gt;通报&lt;/b&gt;');
  });
});

describe("a unit's own page", () => {
  it('shows the words verbatim, the status with what decides it, and the way up', async () => {
    const text = await (await openSite().app.request('/b/taijiang-2024/M148')).text();
    expect(text).toContain('11.03万平方米长期闲置房产已盘活6.37万平方米');
    expect(text).toMatch(/class="status in_progress">正在推进</u);
    expect(text).toContain('href="/b/taijiang-2024/P49"');
    expect(text).toContain('rel="next" href="/b/taijiang-2024/M149"');
    expect(text).not.toContain('<script');
  });

  it.each(['/b/taijiang-2024/M298', '/b/elsewhere/M1', '/b/%3Cscript%3E/%3Cscript%3E'])(
    'is a plain 404 page for %s',
    async (path) => {
      const response = await openSite().app.request(path);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        404,
        'text/html; charset=UTF-8',
      ]);
      expect(await response.text()).not.toContain('<script');
    },
  );
});

describe("the page's files", () => {
  it('are not sent again while they are the same', async () => {
    const { app } = openSite();
    const first = await app.request('/assets/main.js');
    const tag = first.headers.get('etag') ?? '';
    expect(first.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await app.request('/assets/main.js', { headers: { 'if-none-match': tag } })).status).toBe(304);
    expect((await app.request('/assets/main.js', { headers: { 'if-none-match': '"other"' } })).status).toBe(
      200,
    );
  });

  it.each(['/assets/tsconfig.json', '/assets/..%2fchannel.ts', '/assets/nothing.js'])(
    'are not %s',
    async (path) => {
      expect((await openSite().app.request(path)).status).toBe(404);
    },
  );

  it('put text into the page as text only', () => {
    const scripts = readdirSync(FOLDER).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(8);
    for (const name of scripts) {
      const source = readFileSync(`${FOLDER}/${name}`, 'utf8');
      expect(source, name).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser|setHTML|https?:\/\//u,
      );
    }
  });

  it('ask for nothing outside', () => {
    for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.css'))) {
      const addresses = readFileSync(`${FOLDER}/${name}`, 'utf8').match(/url\([^)]{0,12}/gu) ?? [];
      for (const address of addresses) expect(address, name).toMatch(/^url\(["']data:/u);
    }
  });
});
