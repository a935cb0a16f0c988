import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifyClaims } from '../../src/answer/verify.ts';
import { summaryIntent } from '../../src/intents/summary.ts';
import { askOf, loadBrain } from './summary-scene.ts';

interface SummaryQuestion {
  readonly id: string;
  readonly type: string;
  readonly q: string;
  readonly gold: readonly string[];
  readonly accept: readonly string[];
  readonly facts: readonly (readonly string[])[];
}

const brain = loadBrain();

function readQuestions(name: string): SummaryQuestion[] {
  const lines = readFileSync(new URL(`../eval/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as SummaryQuestion).filter(({ type }) => type === 'summary');
}

function measure({ q, gold, accept, facts }: SummaryQuestion): {
  recall: number;
  outside: number;
  told: boolean;
} {
  const scene = askOf(brain, q);
  // A request not recognised as one counts as nothing found.
  if (summaryIntent.score(scene) <= 0.8) return { recall: 0, outside: 0, told: false };
  const { passed, dropped } = verifyClaims(summaryIntent.draft(scene).claims, brain);
  expect(dropped, q).toEqual([]);
  const text = passed.map((one) => one.text).join('\n');
  const cited = new Set(passed.flatMap(({ citations }) => citations.map(({ unit }) => unit)));
  const known = new Set([...gold, ...accept]);
  return {
    recall: gold.filter((id) => cited.has(id)).length / gold.length,
    outside: [...cited].filter((id) => !known.has(id)).length / cited.size,
    told: facts.every((group) => group.some((words) => text.includes(words))),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

// The held set is measured by `npm run eval` against its own floors.
describe.each(['questions.sample', 'own/summary.tune'])('the topics of %s', (name) => {
  const results = readQuestions(name).map(measure);

  it('have at least 85 % of their measures cited, on average', () => {
    expect(mean(results.map(({ recall }) => recall))).toBeGreaterThanOrEqual(0.85);
  });

  it('have at most 35 % of what is cited outside the topic, on average', () => {
    expect(mean(results.map(({ outside }) => outside))).toBeLessThanOrEqual(0.35);
  });

  it('have all their key facts told in at least 80 %', () => {
    expect(mean(results.map(({ told }) => (told ? 1 : 0)))).toBeGreaterThanOrEqual(0.8);
  });
});
