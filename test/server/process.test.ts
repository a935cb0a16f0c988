import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { readBanner, readExit, startChild } from './child.ts';

const started: ChildProcess[] = [];

function start(environment: Record<string, string>): ChildProcess {
  const child = startChild(environment);
  started.push(child);
  return child;
}

function readPort(banner: string): number {
  return Number(/http:\/\/127\.0\.0\.1:(\d+)/u.exec(banner)?.[1]);
}

async function refusesConnections(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`).then(
    () => false,
    () => true,
  );
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

describe('npm start', () => {
  it('prints the address of the page, answers there, and ends well on SIGTERM', async () => {
    const child = start({});
    const banner = await readBanner(child);
    expect(banner).toContain('Telegram：未开启');
    const page = await fetch(`http://127.0.0.1:${readPort(banner)}/`);
    expect(await page.text()).toContain('整改通报问答');
    child.kill('SIGTERM');
    expect(await readExit(child)).toBe(0);
  });

  it('says that its port is busy, and nothing more', async () => {
    const first = start({});
    const port = readPort(await readBanner(first));
    const second = start({ PORT: String(port) });
    const said = await text(second.stderr ?? process.stdin);
    expect(await readExit(second)).toBe(1);
    expect(said).toContain(`端口 ${port} 已被占用`);
    expect(said).not.toMatch(/\n\s+at /u);
  });

  it('names what is wrong in the environment', async () => {
    const child = start({ PORT: 'web', TELEGRAM_MODE: 'webhook' });
    const said = await text(child.stderr ?? process.stdin);
    expect(await readExit(child)).toBe(1);
    expect(said).toContain('PORT：');
  });

  it('waits for a visitor who is still sending, but not after a second signal', async () => {
    const child = start({});
    const port = readPort(await readBanner(child));
    const visitor = connect(port, '127.0.0.1');
    visitor.on('error', () => undefined);
    const head = 'Host: localhost\r\nContent-Length: 9\r\nExpect: 100-continue';
    visitor.write(`POST /api/ask HTTP/1.1\r\n${head}\r\n\r\n{`);
    expect(String((await once(visitor, 'data'))[0])).toContain('100 Continue');
    child.kill('SIGTERM');
    await expect.poll(() => refusesConnections(port), { timeout: 20_000 }).toBe(true);
    expect(child.exitCode).toBeNull();
    child.kill('SIGTERM');
    expect(await readExit(child)).toBe(1);
  });
});
