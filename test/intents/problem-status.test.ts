import { expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const ask = (message: string): ReturnType<typeof answerMessage>['answer'] =>
  answerMessage(brain, message, {}, null).answer;

/** Problems with a measure under way, counted from the ledger without the intent. */
function problemsUnderWay(within = ''): string[] {
  return brain.lookup.problems
    .filter(({ path }) => within === '' || path.includes(within))
    .filter(({ id }) =>
      brain.lookup.measuresOf(id).some((unit) => brain.facts.get(unit.id)?.status.value === 'in_progress'),
    )
    .map(({ id }) => id);
}

const citedProblems = (message: string): string[] =>
  [...new Set(ask(message).citations.map(({ unit }) => unit))].filter((unit) => unit.startsWith('P'));

it.each(['哪些问题还没整改完', '还没完成的问题有几个', '98个问题里还剩几个没改完'])('%s', (message) => {
  const expected = problemsUnderWay();
  expect(citedProblems(message)).toEqual(expected);
  expect(ask(message).text).toContain(`共${expected.length}个`);
});

it('counts finished problems as those without a measure under way', () => {
  const under = new Set(problemsUnderWay());
  const others = brain.lookup.problems.map(({ id }) => id).filter((id) => !under.has(id));
  expect(citedProblems('已经整改完的问题有多少个')).toEqual(others);
});

it('keeps to the section named', () => {
  expect(citedProblems('组织路线方面还有哪些问题没完成')).toEqual(problemsUnderWay('S2.3'));
});

it('leaves a question about one problem to others', () => {
  expect(ask('老旧小区改造问题还有哪些没完成').intent).not.toBe('problem-status');
});

it.each([
  ['博奥城现在怎么样', ['P87', 'M263', 'M264', 'M265', 'M266']],
  ['点题整治是什么', ['M132', 'M133', 'M134']],
])('%s: a heading alone is no answer, what was done about it is', (message, units) => {
  expect([...new Set(ask(message).citations.map(({ unit }) => unit))].sort()).toEqual([...units].sort());
});

it('tells 怎么处理 of complaints from where to complain', () => {
  expect(ask('噪音投诉怎么处理').intent).not.toBe('about');
  expect(ask('投诉件复制粘贴怎么改的').intent).not.toBe('about');
  for (const message of ['投诉打什么电话', '有意见怎么反映', '怎么举报'])
    expect(ask(message).intent).toBe('about');
});
