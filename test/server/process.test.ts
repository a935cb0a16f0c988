import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';

const started: ChildProcess[] = [];

function start(environment: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/serve.ts'], {
    env: { ...process.env, DATABASE_PATH: ':memory:', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

/** The start banner, once all of it has been printed. */
async function readBanner(child: ChildProcess): Promise<string> {
  let banner = '';
  for await (const chunk of child.stderr ?? []) {
    banner += String(chunk);
    if (banner.includes('按 Ctrl+C 停止')) return banner;
  }
  throw new Error(`no banner: ${banner}`);
}

function readPort(banner: string): number {
  return Number(/http:\/\/127\.0\.0\.1:(\d+)/u.exec(banner)?.[1]);
}

async function readExit(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
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
    visitor.write('POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{');
    await new Promise((resolve) => setTimeout(resolve, 200));
    child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(child.exitCode).toBeNull();
    child.kill('SIGTERM');
    expect(await readExit(child)).toBe(1);
  });
});
