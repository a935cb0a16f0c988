import { expect, it } from 'vitest';
import { loadBrains } from '../src/brains.ts';
import { createLibrary } from '../src/library.ts';
import { ask } from './two-bulletins.ts';

const brains = loadBrains();
const examples = brains.flatMap((brain) => brain.examples.map((question) => [brain, question] as const));

it('there are questions for a newcomer, and their counts are those of the ledger', () => {
  expect(examples.length).toBeGreaterThanOrEqual(4);
  for (const { measures, statuses } of createLibrary(brains).bulletins())
    expect(statuses.completed + statuses.in_progress + statuses.long_term).toBe(measures);
});

it.each(examples.map(([brain, question]) => [question, brain] as const))(
  'the example %s gets an answer with its source',
  (question, brain) => {
    const { answer } = ask(brain, question);
    expect([answer.refused, answer.citations.length > 0]).toEqual([false, true]);
  },
);
