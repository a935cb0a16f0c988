// measures under problems that are counted and told in words, differences between sections, posts named side by side
import { expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const ask = (message: string): ReturnType<typeof answerMessage>['answer'] =>
  answerMessage(brain, message, {}, null).answer;

it.each([
  ['渣土的两个问题下面合起来几条举措', '3+3=6条'],
  ['违规兼职一共给了几条整改措施,两个问题都算上', '3+2=5条'],
  ['违建那两个问题一共几条措施', '4+3=7条'],
  ['问题25和26底下的六条,有几条还没弄完', '2+2=4条'],
  ['组织路线方面跟成果运用方面,举措数差多少', '55条−41条=14条'],
  ['四个方面里最多的跟最少的差几个问题', '37个−14个=23个'],
  ['98个问题297条措施里还有几条没完成', '223+47+27=297条'],
  ['全面从严治党方面37个问题多少条措施', '共113条'],
  ['被处理的校长园长,加起来几位', '1+1+1=3人'],
  ['组织处理的12个人里几个被清退', '清退共2项'],
  ['诫勉的27人里几个是社区的', '1+1=2人'],
  ['13个受处分的人里有几个警告', '警告共12项'],
])('%s', (message, computed) => {
  const { refused, text } = ask(message);
  expect(refused).toBe(false);
  expect(text).toContain(computed);
});

it('does not count under one problem when the asker speaks of three', () => {
  expect(ask('老旧小区改造摊了三个问题,合计几条举措').text).not.toMatch(/共\d+条/u);
});

it.each([
  ['跟宗教有关的问题巡视列了几个', ['P28', 'P29']],
  ['除开鳌峰街道那四个,还有谁背了党内警告', ['D1.11', 'D1.12', 'D1.5', 'D1.6', 'D1.9']],
  ['诫勉名单里一次牵涉人数最多的是哪档子事', ['D3.5']],
  ['跟台风有关的', ['M106', 'M123', 'M149', 'M196', 'M21', 'M231', 'M244', 'M245', 'M251']],
  ['搞直播的 有啥', ['M47', 'M48', 'M53']],
])('%s', (message, units) => {
  expect([...new Set(ask(message).citations.map(({ unit }) => unit))].sort()).toEqual(units);
});
