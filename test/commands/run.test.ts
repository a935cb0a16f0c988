import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/index-files.ts';

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, ['--import', 'tsx/esm', `src/commands/${command}.ts`, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}

describe('a command used wrongly says what is right, without a stack', () => {
  it.each([
    ['ask', ['--now', 'foo', '哪些还没完成'], {}, '--now 应为'],
    ['ask', ['--nonsense'], {}, '用法'],
    ['ask', ['--bulletin', 'none', '你好'], {}, '没有名为“none”的通报'],
    ['ask', ['你好'], { SEEDS_DIR: '/nowhere/at/all' }, 'SEEDS_DIR'],
    ['ledger', ['--where', 'status=xx'], {}, '只能是'],
    ['ledger', ['--where', 'dueBefore=10月底'], {}, 'YYYY-MM-DD'],
    ['ledger', ['--xlsx', '/nowhere/at/all.xlsx'], {}, '没有这个文件或文件夹'],
  ] as const)('%s %j', (command, args, env, words) => {
    const { status, stderr } = run(command, args, env);
    expect(status).not.toBe(0);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
  });

  it('shows its use on --help', () => {
    const { status, stdout } = run('ask', ['--help']);
    expect([status, stdout.includes('用法')]).toEqual([0, true]);
  });
});
