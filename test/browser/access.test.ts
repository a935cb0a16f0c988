import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Visit } from './visit.ts';
import { ask, openBrowser } from './visit.ts';

const visitSite = openBrowser();
let visit: Visit;

afterEach(async () => {
  await visit.leave();
});

describe('by keyboard alone', () => {
  it('Enter sends, Shift+Enter begins a new line, nothing is sent when there is nothing', async () => {
    visit = await visitSite();
    const { page, asked } = visit;
    const field = page.getByLabel('就通报提问');
    await field.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('第一行');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('第二行');
    expect(await field.inputValue()).toBe('第一行\n第二行');
    await page.keyboard.press('Enter');
    await page.locator('.reply:not(.draft)').waitFor();
    expect(asked).toEqual(['第一行\n第二行']);
    expect(await field.inputValue()).toBe('');
  });

  it('Enter that picks a word of an input method does not send', async () => {
    visit = await visitSite();
    const { page, asked } = visit;
    await page.getByLabel('就通报提问').fill('闲置');
    await page.getByLabel('就通报提问').dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await page.getByLabel('就通报提问').dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
    expect([asked, await page.getByLabel('就通报提问').inputValue()]).toEqual([[], '闲置']);
  });

  it('the drawer keeps the focus, Esc closes it and the focus returns to the mark', async () => {
    visit = await visitSite();
    const { page } = visit;
    await (await ask(page, '闲置房产盘活了多少')).locator('.mark').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '第148条' }).waitFor();
    expect(await focused(page)).toBe('drawer-title');
    const seen = new Set<string>();
    for (let presses = 0; presses < 24; presses += 1) {
      await page.keyboard.press('Tab');
      seen.add(
        await page.evaluate(`document.activeElement.closest('dialog, main, form, header')?.id ?? 'none'`),
      );
    }
    expect([...seen].filter((id) => id === 'composer' || id === 'log')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(() => page.evaluate('document.activeElement.className')).toContain('mark');
  });

  it('the first stop leads straight to the question field', async () => {
    visit = await visitSite();
    const { page } = visit;
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到提问框');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('question');
  });
});

describe('for a screen reader', () => {
  it('every control has a name, answers are announced politely, the page has one title', async () => {
    visit = await visitSite();
    const { page } = visit;
    await (await ask(page, '闲置房产盘活了多少')).locator('.mark').first().click();
    await page.getByRole('heading', { name: '第148条' }).waitFor();
    const nameless = await page.evaluate(
      `[...document.querySelectorAll('button, a, textarea')].filter((one) => !one.labels?.length &&
        !(one.getAttribute('aria-label') ?? one.textContent).trim()).map((one) => one.outerHTML)`,
    );
    expect(nameless).toEqual([]);
    expect(await page.locator('[role=log]').getAttribute('aria-live')).toBe('polite');
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it('text stands out from what is behind it by 4.5 to 1', async () => {
    visit = await visitSite({ colorScheme });
    const { page } = visit;
    await ask(page, '红星小学的校长是谁');
    await ask(page, '闲置房产盘活了多少');
    const weak: string[] = [];
    for (const selector of CHECKED) {
      const ratio = await readContrast(page, selector);
      if (ratio < 4.5) weak.push(`${selector} ${ratio.toFixed(2)}`);
    }
    await page.locator('.claim .mark').last().click();
    await page.locator('.verbatim mark').first().waitFor();
    for (const selector of ['.drawer .status', '.verbatim mark', '.path-label', '.path-step']) {
      const ratio = await readContrast(page, selector);
      if (ratio < 4.5) weak.push(`${selector} ${ratio.toFixed(2)}`);
    }
    expect(weak).toEqual([]);
  });
});

describe.each([320, 390, 768])('on a screen %d pixels wide', (width) => {
  it('nothing has to be scrolled sideways', async () => {
    visit = await visitSite({ viewport: { width, height: 700 }, isMobile: width < 500, hasTouch: true });
    const { page } = visit;
    const overflow = () => page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(await overflow()).toBeLessThanOrEqual(0);
    await ask(page, 'https://example.cn/' + 'a'.repeat(300));
    await ask(page, '哪些还没完成');
    await (await ask(page, '闲置房产盘活了多少')).locator('.mark').first().click();
    await page.locator('.verbatim').waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(
      await page.evaluate(`(() => { const one = document.querySelector('.drawer-body');
      return one.scrollWidth - one.clientWidth; })()`),
    ).toBe(0);
  });
});

it('nothing moves for who wants less motion', async () => {
  visit = await visitSite({ reducedMotion: 'reduce' });
  await ask(visit.page, '闲置房产盘活了多少');
  const seconds = `parseFloat(getComputedStyle(document.querySelector('.reply')).animationDuration)`;
  expect(Number(await visit.page.evaluate(seconds))).toBeLessThan(0.001);
});

const CHECKED = [
  '.reply .claim',
  '.reply .mark',
  '.as-of',
  '.verdict',
  '.quotes summary',
  '.question p',
  '.composer-note',
  '#reset',
  '.copy',
];

async function focused(page: Page): Promise<string> {
  return String(await page.evaluate('document.activeElement.id'));
}

/** Contrast of an element's text with the nearest opaque background above it, after WCAG 2. */
async function readContrast(page: Page, selector: string): Promise<number> {
  return Number(await page.evaluate(`(${MEASURE})(${JSON.stringify(selector)})`));
}

/** Runs in the page; text and backgrounds are painted on a canvas, so that any colour syntax is understood. */
const MEASURE = `(selector) => {
  const one = [...document.querySelectorAll(selector)].at(-1);
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const paint = (...layers) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const layer of layers) {
      canvas.fillStyle = layer;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const linear = (part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  const behind = [];
  for (let at = one; at !== null; at = at.parentElement) behind.unshift(getComputedStyle(at).backgroundColor);
  const ground = light(paint(...behind));
  const text = light(paint(...behind, getComputedStyle(one).color));
  return (Math.max(ground, text) + 0.05) / (Math.min(ground, text) + 0.05);
}`;
