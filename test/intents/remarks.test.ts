import { expect, it } from 'vitest';
import { withoutRemarks, withoutWishes } from '../../src/intents/remarks.ts';

it.each([
  ['哪些措施提到登革热,领导要看', '哪些措施提到登革热'],
  ['写汇报用,哪些条讲到登革热', ',哪些条讲到登革热'],
  ['讲到登革热的有哪几条,给编号', '讲到登革热的有哪几条'],
  ['登革热在哪几条,一条都别漏', '登革热在哪几条'],
  ['编号给我', '编号给我'],
])('%s: who wants it and in what form is left out, but not the whole message', (message, left) => {
  expect(withoutWishes(message)).toBe(left);
});

it.each([
  ['义洲在哪几条,夜市、医院也算上', '义洲在哪几条'],
  ['2024年以后(含2024)的措施', '2024年以后的措施'],
])('%s: how to count is left out', (message, left) => {
  expect(withoutRemarks(message)).toBe(left);
});
