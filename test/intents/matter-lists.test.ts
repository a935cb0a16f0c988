import { expect, it } from 'vitest';
import { ask } from './ledger-scene.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();

it.each([
  ['老百姓进京上访的有哪些措施', ['M67', 'M71', 'M72']],
  ['请评估公司来估租金的是哪几条', ['M200', 'M290']],
  ['要等到2025年才能用上的项目在哪几条', ['M37', 'M41']],
])('%s: the measures of a matter the bulletin says in other words', (message, units) => {
  const answer = ask(brain, message);
  expect(answer.intent).toBe('list');
  expect(answer.refusal).toBeNull();
  expect([...answer.units].sort()).toEqual([...units].sort());
  expect(answer.notes.join('')).toContain('按意思相近找出');
});

it('counts the measures of a matter', () => {
  expect(ask(brain, '多少条措施提到老百姓进京上访').text).toContain('共3条');
});

it.each(['哪些措施提到殡葬改革', '湿地公园写在哪几条', '跟最低工资有关的条目有哪些'])(
  '%s: a piece of the words is no mention of the whole',
  (message) => {
    const answer = ask(brain, message);
    expect(answer.units.length === 0 || answer.notes.join('').includes('意思相近')).toBe(true);
    expect(answer.text).not.toMatch(/提到“(?:改革|公园|工资)”/u);
  },
);

it('a body named in full is meant whatever else is said', () => {
  expect(ask(brain, '在外面开会,急用:市城管委,都涉及哪些措施').units).toEqual(
    ask(brain, '哪些措施提到市城管委').units,
  );
});

it('a part that says more of what another names says nothing new', () => {
  expect(ask(brain, '微党课搞得挺热闹的,哪些条写了微党课').units).toEqual(
    ask(brain, '哪些条写了微党课').units,
  );
});
