// figures bounded by the question: measures that print such a figure, each quoting it; none where no figure does
import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { readFigureCondition } from '../../src/intents/figure-condition.ts';
import { isBeyond } from '../../src/intents/figures-beyond.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();

it.each([
  ['完成率超过90%的有哪些', { M20: /99.82%/u, M59: /94.16%/u }],
  ['通报里完成率超过百分之九十的措施有哪些', { M20: /100%/u, M59: /94.16%/u }],
  ['完成率低于80%的有哪些', { M253: /78.87%/u, M254: /64.29%/u }],
  ['处罚超过100万的', { M31: /297.17万元/u }],
  ['罚款在10万元以上的措施有哪些', { M31: /297.17万元/u, M32: /10.075万元/u }],
  ['哪些项目总投资超过5亿', { M19: /10亿元/u, M54: /43.8亿元/u, M226: /5.9亿元/u }],
  ['整改率不到95%的有哪些', { M79: /93%/u }],
  ['办结率高于90%的有几条', { M28: /97.22%/u, M70: /100%/u }],
  ['涉及五千人以上的', { M55: /127万人/u, M193: /5509名/u }],
] as const)('%s', (message, rows: Readonly<Record<string, RegExp>>) => {
  const { citations } = answerMessage(brain, message, {}, null).answer;
  expect([...new Set(citations.map(({ unit }) => unit))].sort()).toEqual(Object.keys(rows).sort());
  for (const [unit, figure] of Object.entries(rows))
    expect(citations.filter((one) => one.unit === unit).some(({ quote }) => figure.test(quote))).toBe(true);
});

it('金额超过1亿的措施: every measure that prints such a sum, and no other', () => {
  const { citations } = answerMessage(brain, '金额超过1亿的措施', {}, null).answer;
  const sums = brain.ledger.measures.filter(({ figures }) =>
    figures.some(({ unit, value }) => unit === '元' && value > 1e8),
  );
  expect(new Set(citations.map(({ unit }) => unit))).toEqual(new Set(sums.map(({ unit }) => unit)));
});

it.each(['完成率超过100%的有哪些', '罚款超过1000万元的措施', '出勤率超过90%的有哪些', '金额超过500亿的措施'])(
  '%s: no figure does',
  (message) => {
    expect(answerMessage(brain, message, {}, null).answer.refused).toBe(true);
  },
);

it.each([
  '设计合同金额100万以上的违规指定项目有哪些', // the bulletin's own class
  '营收超过2000万的企业有几家',
  '完成率达到多少',
  '2023年以后召开的会议有哪些',
  '问题超过三条措施的处理情况',
  '治水这块概述,别超过200字',
])('%s bounds no figure of a list', (message) => {
  expect(answerMessage(brain, message, {}, null).answer.intent).not.toBe('figures-beyond');
});

describe('a condition', () => {
  it('has a metric, a unit, a bound and its side', () => {
    expect(readFigureCondition('处罚不超过100万的有哪些')).toMatchObject({
      metric: '处罚',
      units: ['元'],
      bound: { value: 1e6, over: false, inclusive: true },
    });
    expect(readFigureCondition('100人以上的培训有哪些')).toMatchObject({
      noun: '培训',
      bound: { value: 100, over: true, inclusive: true },
    });
  });
  it('is met by a figure the text itself calls more or less', () => {
    const citation = (quote: string) => ({ unit: 'M1', span: { start: 0, end: quote.length }, quote });
    const over = { value: 14e6, over: true, inclusive: false };
    const about = { value: 14e6, approximate: true };
    expect(isBeyond({ ...about, citation: citation('1400多万元') }, over)).toBe(true);
    expect(isBeyond({ ...about, citation: citation('近1400万元') }, over)).toBe(false);
    expect(isBeyond({ ...about, approximate: false, citation: citation('1400万元') }, over)).toBe(false);
  });
});
