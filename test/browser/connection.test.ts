import { afterEach, describe, expect, it } from 'vitest';
import type { Visit } from './visit.ts';
import { ask, lastReply, openBrowser } from './visit.ts';

const QUESTION = '闲置房产盘活了多少';
const visitSite = openBrowser();
let visit: Visit;

afterEach(async () => {
  await visit.leave();
});

describe('when the connection is bad', () => {
  it('a message whose answer was lost on the way is sent again and answered once', async () => {
    visit = await visitSite();
    const { page, asked } = visit;
    let lost = 0;
    await page.route('**/chat/ask', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort('connectionreset');
    });
    const reply = await ask(page, QUESTION);
    expect(await reply.innerText()).toContain('6.37万平方米');
    expect([lost, asked.length]).toEqual([1, 1]);
  });

  it('a stream that ends too early is read again', async () => {
    visit = await visitSite();
    const { page } = visit;
    let cut = 0;
    await page.route('**/chat/ask', (route) => {
      if (cut > 0) return route.continue();
      cut += 1;
      const body = 'event: claim\ndata: {"text":"被切断的一句","units":["M148"]}\n\n';
      return route.fulfill({ contentType: 'text/event-stream', body });
    });
    const reply = await ask(page, QUESTION);
    expect(await reply.innerText()).toContain('6.37万平方米');
    expect(await reply.innerText()).not.toContain('被切断的一句');
  });

  it('a failure is shown once all tries are used up, and can be tried again by hand', async () => {
    visit = await visitSite();
    const { page, asked } = visit;
    await page.clock.install();
    let tries = 0;
    let down = true;
    await page.route('**/chat/ask', (route) => {
      tries += 1;
      return down ? route.abort('connectionrefused') : route.continue();
    });
    await page.getByLabel('就通报提问').fill(QUESTION);
    await page.keyboard.press('Enter');
    await page.getByText('正在第2次尝试').waitFor();
    for (const next of ['正在第3次尝试', '正在第4次尝试', '没有得到回答']) {
      await page.clock.runFor(6000);
      await page.getByText(next).waitFor();
    }
    expect([tries, asked.length]).toEqual([4, 0]);
    expect(await page.getByRole('alert').innerText()).toContain('连接中断');
    down = false;
    await page.getByRole('button', { name: '重新发送' }).click();
    expect(await (await lastReply(page)).innerText()).toContain('6.37万平方米');
  });

  it('a refused message says why and is not sent again', async () => {
    visit = await visitSite();
    const { page } = visit;
    let tries = 0;
    await page.route('**/chat/ask', (route) => {
      tries += 1;
      return route.fulfill({
        status: 400,
        json: { error: { code: 'bad-request', message: '问题最多2000字。' } },
      });
    });
    const reply = await ask(page, QUESTION);
    expect(await reply.innerText()).toBe('没有得到回答：问题最多2000字。');
    expect(await page.getByRole('button', { name: '重新发送' }).count()).toBe(0);
    expect(tries).toBe(1);
  });

  it('a reader who asks too fast is told how long to wait, and sends again by hand', async () => {
    visit = await visitSite();
    const { page } = visit;
    let tries = 0;
    await page.route('**/chat/ask', (route) => {
      tries += 1;
      if (tries > 1) return route.continue();
      const error = { code: 'too-many-questions', message: '问得太快了，请12秒后再问。' };
      return route.fulfill({ status: 429, headers: { 'retry-after': '12' }, json: { error } });
    });
    const reply = await ask(page, QUESTION);
    expect(await reply.innerText()).toContain('没有得到回答：问得太快了，请12秒后再问。');
    expect(tries).toBe(1);
    await page.getByRole('button', { name: '重新发送' }).click();
    expect(await (await lastReply(page)).innerText()).toContain('6.37万平方米');
  });

  it('a reload keeps the conversation, and an unanswered message is answered after it', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    visit = await visitSite({}, (next) => async (text, context) => {
      if (text === '总结') await gate;
      return next(text, context);
    });
    const { page, asked } = visit;
    await ask(page, QUESTION);
    await page.getByLabel('就通报提问').fill('总结');
    await page.keyboard.press('Enter');
    await page.getByText('正在查阅通报').waitFor();
    await page.reload();
    expect(await page.locator('.entry').count()).toBe(2);
    expect(await page.locator('.entry').first().innerText()).toContain('6.37万平方米');
    release();
    expect(await (await lastReply(page)).innerText()).toContain('AI生成');
    expect(asked).toEqual([QUESTION, '总结']);
  });

  it('verified sentences are shown before the whole answer is there', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    visit = await visitSite({}, (next) => async (text, context) => {
      const reply = await next(text, context);
      await gate;
      return reply;
    });
    const { page } = visit;
    await page.getByLabel('就通报提问').fill('总结');
    await page.keyboard.press('Enter');
    await page.getByText('台账显示，长期闲置房产已盘活过半。').waitFor();
    expect(await page.locator('.slot').last().getAttribute('aria-busy')).toBe('true');
    release();
    expect(await (await lastReply(page)).locator('.claim').count()).toBe(2);
  });

  it('a unit that could not be fetched can be fetched again', async () => {
    visit = await visitSite();
    const { page } = visit;
    let failures = 1;
    await page.route('**/chat/units/**', (route) => {
      failures -= 1;
      return failures < 0 ? route.continue() : route.abort('connectionreset');
    });
    await (await ask(page, QUESTION)).locator('.mark').first().click();
    await page.getByText('没有取到原文').waitFor();
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByRole('heading', { name: '第148条' }).waitFor();
  });
});
