import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadBrains, type Brain } from '../../src/brains.ts';
import { answerBatch } from '../../src/commands/batch.ts';

let brain: Brain;
beforeAll(() => {
  const [first] = loadBrains();
  if (first === undefined) throw new Error('seeds/ holds no bulletin');
  brain = first;
});

async function answerLines(...lines: readonly string[]): Promise<Record<string, unknown>[]> {
  const written: string[] = [];
  await answerBatch(Readable.from([lines.join('\n')]), (line) => written.push(line), brain, null);
  return written.map((line) => JSON.parse(line) as Record<string, unknown>);
}

function citedUnits(answer: Record<string, unknown> | undefined): string[] {
  const { citations } = z.object({ citations: z.array(z.object({ unit: z.string() })) }).parse(answer);
  return [...new Set(citations.map(({ unit }) => unit))];
}

describe('ask --batch', () => {
  it('answers in order, each answer with the id of its line', async () => {
    const answers = await answerLines(
      '{"id":"b","q":"第148条到什么程度了","gold":["M148"]}',
      '{"id":7,"q":"你好"}',
    );
    expect(answers.map(({ id }) => id)).toEqual(['b', '7']);
    expect(answers[0]).toMatchObject({ refused: false });
    expect(citedUnits(answers[0])).toEqual(['M148']);
    expect(answers[1]).toMatchObject({ refused: false, claims: [] });
  });

  it('carries the context of a dialogue on, and into no other line', async () => {
    const answers = await answerLines(
      '{"id":"d","type":"dialogue","turns":[{"q":"第12条原文"},{"q":"下一条"}]}',
      '{"id":"s","q":"下一条"}',
    );
    expect(answers.map(({ id }) => id)).toEqual(['d#1', 'd#2', 's']);
    expect(citedUnits(answers[1])).toEqual(['M13']);
    expect(citedUnits(answers[2])).not.toContain('M13');
  });

  it('reads a file that begins with a byte-order mark', async () => {
    expect(await answerLines('\uFEFF{"id":"a","q":"你好"}')).toMatchObject([{ id: 'a', refused: false }]);
  });

  it('reports a bad line by its number and goes on', async () => {
    const answers = await answerLines('no json', '', '{"id":"x"}', '{"id":"y","q":"谢谢"}');
    expect(answers).toEqual([
      { line: 1, error: { code: 'bad-json', message: expect.any(String) as string } },
      { line: 3, error: { code: 'bad-question', message: expect.any(String) as string } },
      expect.objectContaining({ id: 'y', refused: false }),
    ]);
  });
});
