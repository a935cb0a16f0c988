// numbers of measures and problems by status and section, however they are asked for, against the ledger counted without the intent
import { expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { contentSections } from '../../src/bulletin/sections.ts';
import type { Status } from '../../src/ledger/ledger.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const { lookup, facts } = brain;
const SECTIONS = contentSections(lookup);
const ask = (message: string): ReturnType<typeof answerMessage>['answer'] =>
  answerMessage(brain, message, {}, null).answer;

/** Measures of the n-th section (all: null) with the status (any: null). */
function measures(section: number | null = null, status: Status | null = null): number {
  return lookup.measures.filter(
    ({ id, path }) =>
      (section === null || path.includes(SECTIONS[section] ?? '')) &&
      (status === null || facts.get(id)?.status.value === status),
  ).length;
}

function problems(fits: (statuses: readonly (Status | undefined)[]) => boolean): number {
  return lookup.problems.filter(({ id }) =>
    fits(lookup.measuresOf(id).map((unit) => facts.get(unit.id)?.status.value)),
  ).length;
}

const percent = (part: number, all: number): string => `${String(Math.round((part / all) * 10000) / 100)}%`;

it.each([
  ['要长期坚持的举措总共多少', `${measures(null, 'long_term')}条`],
  ['还在推进的措施数目', `${measures(null, 'in_progress')}条`],
  ['第三方面在办的有几条', `${measures(2, 'in_progress')}条`],
  ['没做完的里面第一方面占多少条', `${measures(0, 'in_progress')}条`],
  ['第四方面比第三方面少完成几条', `${measures(2, 'completed') - measures(3, 'completed')}条`],
  ['除了组织路线方面,其他方面一共多少条措施', `${measures() - measures(2)}条`],
])('counts: %s', (message, count) => {
  expect(ask(message).text).toContain(count);
});

it.each([
  ['推进中的举措占总数的百分之几', percent(measures(null, 'in_progress'), measures())],
  ['举措办结率是多少', percent(measures(null, 'completed'), measures())],
  ['第二方面的措施在全部措施里占几成', percent(measures(1), measures())],
  ['第二方面还有百分之几的措施没做完', percent(measures(1, 'in_progress'), measures(1))],
  ['推进中的措施里从严治党的占几成', percent(measures(1, 'in_progress'), measures(null, 'in_progress'))],
  [
    '没完成的和长期坚持的合起来占多大比例',
    percent(measures(null, 'in_progress') + measures(null, 'long_term'), measures()),
  ],
])('shares: %s', (message, share) => {
  expect(ask(message).text).toContain(share);
});

it.each([
  ['措施都做完了的问题有多少个', problems((all) => all.every((status) => status === 'completed'))],
  ['没办完的措施涉及几个问题', problems((all) => all.includes('in_progress'))],
  ['一条措施都没完成的问题有几个', problems((all) => !all.includes('completed'))],
])('problems: %s', (message, count) => {
  expect(ask(message).text).toContain(`共${String(count)}个`);
});

it('says how far the measures of a problem are where none is finished', () => {
  const problem = lookup.problems.find(({ id }) =>
    lookup.measuresOf(id).every((unit) => facts.get(unit.id)?.status.value === 'in_progress'),
  );
  const { text, refused } = ask(`问题${String(problem?.ordinal)}的措施完成了几条`);
  expect(refused).toBe(false);
  expect(text).toContain('没有已完成的');
});

it.each(['137条改革事项完成了多少', '城管的措施完成了几条', '隐患整改率是多少'])(
  'leaves other numbers to others: %s',
  (message) => {
    expect(ask(message).text).not.toContain(`${measures(null, 'completed')}条`);
  },
);
