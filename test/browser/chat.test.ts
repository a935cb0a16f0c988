import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Visit } from './visit.ts';
import { ask, lastReply, openBrowser } from './visit.ts';

const visitSite = openBrowser();
let visit: Visit;
const QUOTE = '11.03万平方米长期闲置房产已盘活6.37万平方米';

afterEach(async () => {
  await visit.leave();
});

describe('a reader', () => {
  it('asks, gets the answer with its dates, opens the citation and sees the quote in the words of the bulletin', async () => {
    visit = await visitSite();
    const { page } = visit;
    const reply = await ask(page, '闲置房产盘活了多少');
    expect(await reply.innerText()).toContain('已盘活6.37万平方米');
    expect(await reply.innerText()).toContain('据2024年1月26日发布的通报，数据截至2023年10月');

    await reply.getByRole('link', { name: '看原文：148' }).first().click();
    const drawer = page.getByRole('dialog', { name: '第148条' });
    await drawer.getByText('正在推进', { exact: true }).waitFor();
    expect(await drawer.locator('mark').allInnerTexts()).toEqual([
      QUOTE,
      '剩余8处房产暂未收回,面积0.1万平方米',
    ]);
    expect(await drawer.locator('.verbatim .evidence').innerText()).toBe(
      await drawer.locator('.evidence-note q').innerText(),
    );
    expect(await drawer.locator('.path').innerText()).toContain('针对大量国有(集体)房产出现闲置');

    await drawer.getByRole('button', { name: '下一条' }).click();
    await page.getByRole('heading', { name: '第149条' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('heading', { name: '第148条' }).waitFor();
    expect(visit.complaints).toEqual([]);
  });

  it('starts with an example, goes on with a suggestion, begins a new conversation', async () => {
    visit = await visitSite();
    const { page, asked } = visit;
    await page.getByRole('button', { name: '哪些还没完成？' }).click();
    await lastReply(page);
    await page.getByRole('button', { name: '按部分统计' }).click();
    await lastReply(page);
    expect(asked).toEqual(['哪些还没完成？', '按部分统计']);
    await page.getByRole('button', { name: '新对话' }).click();
    await page.getByText('可以这样问').waitFor();
    expect(await page.locator('.entry').count()).toBe(0);
  });

  it('sees at once that a question was not answered, and why', async () => {
    visit = await visitSite();
    const reply = await ask(visit.page, '红星小学的校长是谁');
    expect(await reply.getAttribute('class')).toContain('refused');
    expect(await reply.locator('.verdict').innerText()).toBe('通报未载明');
  });

  it('reads a long list by its signs, unfolds it, and lists every measure behind a count', async () => {
    visit = await visitSite();
    const { page } = visit;
    const list = await ask(page, '哪些还没完成');
    expect(await list.locator('.items li:visible').count()).toBe(12);
    await list.getByRole('button', { name: '展开其余18条' }).click();
    await expect.poll(() => list.locator('.items li:visible').count()).toBe(30);
    expect(await list.getByRole('img', { name: '正在推进' }).count()).toBeGreaterThan(5);

    expect(await list.locator('.items').innerText()).not.toMatch(/\[正在推进\]/u);

    const count = await ask(page, '一共多少条举措');
    await count.getByRole('button', { name: '列出全部297条依据' }).click();
    const drawer = page.getByRole('dialog');
    await expect.poll(() => drawer.locator('.rows li').count()).toBe(297);
    await drawer.getByRole('button', { name: /正在推进\s*47/u }).click();
    await expect.poll(() => drawer.locator('.rows li:visible').count()).toBe(47);
    await drawer.getByRole('button', { name: /^全部/u }).click();
    await drawer.getByRole('button', { name: /第2条/u }).first().click();
    await page.getByRole('heading', { name: '第2条' }).waitFor();
    await drawer.getByRole('button', { name: '返回依据的297条' }).click();
    await expect.poll(() => drawer.locator('.rows li').count()).toBe(297);
  });

  it('sees how far things are, and asks for the rows behind a figure', async () => {
    visit = await visitSite();
    const { page, asked } = visit;
    await page.getByRole('button', { name: '正在推进 47' }).click();
    await lastReply(page);
    expect(asked).toEqual(['哪些正在推进？']);
  });

  it('sees all of a list of which the first rows are shown', async () => {
    visit = await visitSite();
    const { page } = visit;
    await (await ask(page, '长期坚持的')).getByRole('button', { name: '列出全部27条', exact: true }).click();
    await expect.poll(() => page.getByRole('dialog').locator('.rows li').count()).toBe(27);
    expect(await page.getByRole('dialog').locator('.filter').count()).toBe(0);
  });

  it('finds the quote in sight when the unit is longer than the screen', async () => {
    visit = await visitSite({ viewport: { width: 390, height: 480 } });
    const { page } = visit;
    const reply = await ask(page, '被侵占的房产');
    await reply.locator('.claim .mark').click();
    const quote = page.locator('.verbatim mark').first();
    await quote.waitFor();
    const top = async (): Promise<number> => (await quote.boundingBox())?.y ?? 0;
    await expect.poll(top).toBeGreaterThan(100);
    await expect.poll(top).toBeLessThan(400);
  });

  it('asks about the unit that is open', async () => {
    let about: readonly string[] | undefined;
    visit = await visitSite({}, (next) => (text, context) => {
      about = context.quotedUnits;
      return next(text, context);
    });
    const { page } = visit;
    const reply = await ask(page, '闲置房产盘活了多少');
    await reply.locator('.mark').first().click();
    await page.getByRole('button', { name: '就这条提问' }).click();
    await page.locator('#about').getByText('第148条').waitFor();
    await ask(page, '什么时候完成');
    expect(about).toEqual(['M148']);
  });

  it('finds a hostile question and a hostile answer shown as the text they are', async () => {
    visit = await visitSite();
    const { page } = visit;
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    const reply = await ask(page, hostile);
    expect(await page.locator('.question p').innerText()).toBe(hostile);
    expect(await reply.innerText()).toContain('<img src=x');
    expect(await page.locator('#log img, #log script').count()).toBe(0);
    expect(await page.title()).toBe('整改通报问答');
  });

  it('sees who wrote an answer, and takes the label along when copying', async () => {
    visit = await visitSite({ permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = visit;
    const reply = await ask(page, '总结一下房产');
    expect(await reply.locator('.writer').innerText()).toBe('AI生成');
    await reply.getByRole('button', { name: '复制' }).click();
    await expect.poll(() => readClipboard(page)).toContain('台账显示，长期闲置房产已盘活过半。');
    const copied = await readClipboard(page);
    expect(copied).toContain('据2024年1月26日发布的通报');
    expect(copied).toContain('AI生成');
    await page.evaluate(`getSelection().selectAllChildren(document.querySelector('.reply .claim'))`);
    await page.keyboard.press('Control+C');
    await expect.poll(() => readClipboard(page)).toMatch(/^台账显示，长期闲置房产已盘活过半。.*（AI生成）$/u);
  });

  it('copies a unit with the place where it stands', async () => {
    visit = await visitSite({ permissions: ['clipboard-read', 'clipboard-write'] });
    const { page, server } = visit;
    await (await ask(page, '闲置房产盘活了多少')).locator('.mark').first().click();
    await page.getByRole('button', { name: '复制原文与出处' }).click();
    await expect.poll(() => readClipboard(page)).toContain(QUOTE);
    expect(await readClipboard(page)).toContain(
      `——《中共福州市台江区委关于巡视整改进展情况的通报》，第148条（${server.address}/b/taijiang-2024/M148）`,
    );
  });

  it('reads a unit on its own page without any script', async () => {
    visit = await visitSite({ javaScriptEnabled: false });
    const { page, server } = visit;
    await page.goto(`${server.address}/b/taijiang-2024/M148`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('第148条');
    await page.getByRole('link', { name: '下一条 第149条' }).click();
    await page.getByRole('heading', { level: 1, name: '第149条' }).waitFor();
    expect(visit.complaints).toEqual([]);
  });
});

async function readClipboard(page: Page): Promise<string> {
  return String(await page.evaluate('navigator.clipboard.readText()'));
}
