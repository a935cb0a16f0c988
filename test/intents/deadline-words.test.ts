// deadlines asked for in other words; what was finished in a month is no deadline and is not derived
import { expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const ask = (message: string) => answerMessage(brain, message, {}, null).answer;
const cited = (message: string): string[] =>
  [...new Set(ask(message).citations.map(({ unit }) => unit))].sort();
const due = (from: string, to: string): string[] =>
  brain.ledger.measures
    .filter(({ deadlines }) => deadlines.some(({ date }) => date !== null && date >= from && date <= to))
    .map(({ unit }) => unit)
    .sort();

it.each([
  ['哪些项目是年底前要完工的', '', '2023-12-31'],
  ['12月底前必须收尾的活儿有哪些', '', '2023-12-31'],
  ['10月底前要办完的', '', '2023-10-31'],
  ['截止日期在2023年12月的措施', '2023-12-01', '2023-12-31'],
  ['期限定在2023年年底的', '2023-12-01', '2023-12-31'],
  ['明年才能弄完的', '2025-01-01', '2025-12-31'],
  ['哪些是2025年才完得成的', '2025-01-01', '2025-12-31'],
  ['2023年10月底(前)要完成或进场的措施有哪几条', '', '2023-10-31'],
  ['哪些措施里的项目要等到2024年或者更晚才完工、投用?', '2024-01-01', '9999-12-31'],
  ['明年及以后才能投用的有哪些', '2025-01-01', '9999-12-31'],
])('%s', (message, from, to) => {
  expect(due(from, to).length).toBeGreaterThan(0);
  expect(cited(message)).toEqual(due(from, to));
});

it.each(['10月份完成了哪些', '10月份完成的', '2023年完成的', '后年才完工的有哪些'])(
  '%s: refused',
  (message) => {
    expect(ask(message).refused).toBe(true);
  },
);
