import { expect, it } from 'vitest';
import { dropUrging } from '../../src/question/urging.ts';

it.each([
  ['科长问:防汛在哪几条里', '防汛在哪几条里'],
  ['县长刚问起,防汛写了多少条', '防汛写了多少条'],
  ['领导问哪几条写了防汛', '哪几条写了防汛'],
  ['上面催着要:防汛一共几条', '防汛一共几条'],
  ['处长要县水利局的,是哪几条', '县水利局的,是哪几条'],
  ['防汛在多少条措施里,给个数', '防汛在多少条措施里'],
  ['我要数字,防汛写进几条措施了', '防汛写进几条措施了'],
  ['提到防汛的措施,报个数就行', '提到防汛的措施有多少条'],
  ['防汛在哪几条,政府办那边等着要', '防汛在哪几条'],
  ['防汛的措施几条?急', '防汛的措施几条?'],
  ['急用,防汛在哪几条,谢谢', '防汛在哪几条'],
])('%s: who asks, how fast, and that a number is wanted is no part of the question', (message, asked) => {
  expect(dropUrging(message)).toBe(asked);
});

it.each([
  '急',
  '给个数',
  '那给个数吧',
  '书记问了几家企业',
  '县委书记问责了几个人',
  '局长问询过哪些事',
  '主任要求的事有哪些',
  '局长牵头的措施有哪些',
  '等着要房的还有几户,谁在催',
  '催收租金,一共追回多少',
  '数字经济,一共几条',
])('%s: nothing is taken off', (message) => {
  expect(dropUrging(message)).toBe(message);
});

it('reads a long row of 刚 in no time', () => {
  const message = `主任${'刚'.repeat(200)}看`;
  const start = performance.now();
  expect(dropUrging(message)).toBe(message);
  expect(performance.now() - start).toBeLessThan(200);
});
