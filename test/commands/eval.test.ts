import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('a question set that is not there is named, and nothing is asked', () => {
  const args = ['--import', 'tsx/esm', 'src/commands/eval.ts', 'test/eval/nirgends.jsonl'];
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('没有题集 test/eval/nirgends.jsonl');
});
