import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadBrains } from '../src/brains.ts';
import { ROOT } from '../src/index-files.ts';
import { join } from 'node:path';
import { ask } from './two-bulletins.ts';

/** `> **question**`, a line `>`, then the answer, quoted. */
function readExamples(markdown: string): [question: string, answer: string][] {
  return Array.from(
    markdown.matchAll(/^> \*\*(?<question>[^*\n]+)\*\*\n>\n(?<answer>(?:> .*\n)+)/gmu),
    ({ groups }) => [
      groups?.['question'] ?? '',
      (groups?.['answer'] ?? '')
        .replace(/^> |\s+$/gmu, '')
        .replace(/\n+/gu, '\n')
        .trim(),
    ],
  );
}

describe('the ten examples of the README', () => {
  const [brain] = loadBrains();
  const examples = readExamples(readFileSync(join(ROOT, 'README.md'), 'utf8'));

  it('are ten', () => {
    expect(examples).toHaveLength(10);
  });

  it.each(examples)('%s', (question, printed) => {
    if (brain === undefined) throw new Error('seeds/ holds no bulletin');
    const lines = ask(brain, question)
      .answer.text.split('\n')
      .map((line) => line.trim());
    expect(lines.filter((line) => line !== '').join('\n')).toBe(printed);
  });
});
