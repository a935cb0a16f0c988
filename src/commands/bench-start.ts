// spawn the server as `npm start` does → first ready answer → resident memory when idle → stop
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../index-files.ts';
import { quantile } from './eval-table.ts';

export interface StartTimes {
  /** Milliseconds from spawning node to the first 200 of `/readyz`, index built; median of the runs. */
  readonly ready: number;
  /** Milliseconds of `node --import tsx/esm` with an empty program: what the same machine needs for nothing. */
  readonly bare: number;
  readonly ratio: number;
  /** MB resident once idle; null where the system does not tell. */
  readonly residentMb: number | null;
}

const LONGEST_START_MS = 60_000;
/** Node gives memory back some ten seconds after the work of starting is done. */
const IDLE_AFTER_MS = 25_000;

/**
 * One more start goes before and is not counted: it finds neither the sources translated nor this program's `fetch` loaded.
 * @throws Error when the server does not become ready
 */
export async function measureStart(runs: number): Promise<StartTimes> {
  const ready: number[] = [];
  const bare: number[] = [];
  let residentMb: number | null = null;
  await startOnce(false);
  for (let run = 0; run < runs; run += 1) {
    bare.push(await timeEmptyProgram());
    const server = await startOnce(run === runs - 1);
    ready.push(server.ms);
    residentMb = server.residentMb ?? residentMb;
  }
  const [readyMs, bareMs] = [quantile(ready, 0.5), quantile(bare, 0.5)];
  return { ready: readyMs, bare: bareMs, ratio: readyMs / bareMs, residentMb };
}

async function timeEmptyProgram(): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx/esm', '--eval', '0'], {
    cwd: ROOT,
    stdio: 'ignore',
  });
  await once(child, 'exit');
  return performance.now() - began;
}

async function startOnce(weigh: boolean): Promise<{ ms: number; residentMb: number | null }> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx/esm', 'src/serve.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', DATABASE_PATH: ':memory:', LOG_LEVEL: 'silent', TELEGRAM_MODE: 'off' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  try {
    let banner = '';
    const address = await new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => {
        reject(new Error(`the server did not start in ${LONGEST_START_MS} ms:\n${banner}`));
      }, LONGEST_START_MS);
      child.once('exit', () => {
        clearTimeout(late);
        reject(new Error(`the server did not start:\n${banner}`));
      });
      child.stderr.on('data', (chunk: Buffer) => {
        banner += chunk.toString();
        const [address] = /http:\/\/127\.0\.0\.1:\d+/u.exec(banner) ?? [];
        if (address === undefined) return;
        clearTimeout(late);
        resolve(address);
      });
    });
    const response = await fetch(`${address}/readyz`);
    if (!response.ok) throw new Error(`/readyz answered ${response.status}`);
    const ms = performance.now() - began;
    if (!weigh) return { ms, residentMb: null };
    await pause(IDLE_AFTER_MS);
    return { ms, residentMb: child.pid === undefined ? null : readResidentMb(child.pid) };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

function readResidentMb(pid: number): number | null {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status)
    ? /VmRSS:\s*(\d+)/u.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}
