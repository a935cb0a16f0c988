import { afterAll, beforeAll } from 'vitest';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { Ask } from '../../src/delivery/ask.ts';
import type { RunningServer } from '../../src/start-server.ts';
import type { TestLibrary } from '../channels/library.ts';
import { readTestLibrary } from '../channels/library.ts';
import { CHROMIUM } from './need-chromium.ts';
import { startSite } from './site.ts';

/** For a browser in a closed network, run as root. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser at the site; `complaints` are the console's errors and warnings, refused contents among them. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly server: RunningServer;
  readonly complaints: readonly string[];
  /** Questions that reached the assistant, in order. */
  readonly asked: readonly string[];
  readonly leave: () => Promise<void>;
}

export type VisitSite = (options?: BrowserContextOptions, adapt?: (ask: Ask) => Ask) => Promise<Visit>;

/** One browser for all tests of a file; every visit has a server and a fresh profile of its own. */
export function openBrowser(): VisitSite {
  let browser: Browser;
  let world: TestLibrary;
  beforeAll(async () => {
    world = readTestLibrary();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  afterAll(() => browser.close());
  return (options, adapt) => visitSite(browser, world, options ?? {}, adapt);
}

async function visitSite(
  browser: Browser,
  world: TestLibrary,
  options: BrowserContextOptions,
  adapt: ((ask: Ask) => Ask) | undefined,
): Promise<Visit> {
  const asked: string[] = [];
  const server = await startSite(world, (ask) => {
    const counted: Ask = (text, context) => {
      asked.push(text);
      return ask(text, context);
    };
    return adapt === undefined ? counted : adapt(counted);
  });
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 860 },
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(server.address);
  const leave = async () => {
    await context.close();
    await server.stop();
  };
  return { page, context, server, complaints, asked, leave };
}

/** Types a question, sends it with Enter and waits for what becomes of it. */
export async function ask(page: Page, question: string): Promise<Locator> {
  await page.getByLabel('就通报提问').fill(question);
  await page.keyboard.press('Enter');
  return lastReply(page);
}

export async function lastReply(page: Page): Promise<Locator> {
  const slot = page.locator('.slot').last();
  await slot.locator('.reply:not(.draft)').waitFor();
  return slot.locator('.reply');
}
