import { expect, it } from 'vitest';
import { joinSeparable } from '../../src/question/separable.ts';

it.each([
  ['哪天开的业', '哪天开业'],
  ['新楼几时封的顶?', '新楼几时封顶?'],
  ['他哪年判的刑', '他哪年判刑'],
  ['公司交了多少税', '公司交税多少'],
  ['一共办了几起案', '一共办案几起'],
])('%s → %s', (spoken, joined) => {
  expect(joinSeparable(spoken)).toBe(joined);
});

it.each(['开的药', '办了几个证', '交了多少作业', '谁判的人', '开的业务'])('%s stays', (text) => {
  expect(joinSeparable(text)).toBe(text);
});
