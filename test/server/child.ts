import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** `npm start` as a process of its own, on a free port, remembering nothing. */
export function startChild(environment: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx/esm', 'src/serve.ts'], {
    env: { ...process.env, DATABASE_PATH: ':memory:', PORT: '0', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** The start banner, once all of it has been printed; what the process says later is read and dropped. */
export async function readBanner(child: ChildProcess): Promise<string> {
  let banner = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      banner += String(chunk);
      if (banner.includes('按 Ctrl+C 停止')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before its banner: ${banner}`)));
  });
  return banner;
}

export async function readExit(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}
