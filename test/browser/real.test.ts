import type { ChildProcess } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBanner, startChild } from '../server/child.ts';
import { CHROMIUM } from './need-chromium.ts';
import { ask, FLAGS } from './visit.ts';

let server: ChildProcess;
let browser: Browser;
let address = '';

beforeAll(async () => {
  server = startChild();
  address = /地址：(\S+)/u.exec(await readBanner(server))?.[1] ?? '';
  browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
});

afterAll(async () => {
  await browser.close();
  server.kill('SIGKILL');
});

it.each(['闲置房产盘活了多少', '第148条到什么程度了'])(
  'the real assistant answers %s, and its quote stands in the unit it cites',
  async (question) => {
    const page = await browser.newPage();
    await page.goto(address);
    const reply = await ask(page, question);
    expect(await reply.innerText()).toContain('6.37万平方米');
    await reply.getByRole('link', { name: '看原文：148' }).first().click();
    const drawer = page.getByRole('dialog', { name: '第148条' });
    await drawer.locator('mark').first().waitFor();
    const marked = (await drawer.locator('mark').allInnerTexts()).join('');
    expect(marked).toContain('已盘活6.37万平方米');
    expect(await drawer.locator('.verbatim').innerText()).toContain('剩余8处房产暂未收回');
    await page.close();
  },
);
