import { expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import type { Turn } from '../../src/question/turn.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const ask = (message: string): ReturnType<typeof answerMessage>['answer'] =>
  answerMessage(brain, message, {}, null).answer;

it.each([
  ['第33条最后一句', 'M33', '检查餐饮店1900多家次'],
  ['第45条倒数第二句', 'M45', '通报16次'],
  ['措施67末句', 'M67', '无进京集体访'],
  ['第35条第二段第一句', 'M35', '8场会议'],
  ['191条后半段', 'M191', '132639.6元'],
  ['第283条后一段讲什么', 'M283', '企业违规兼职取酬'],
  ['第三部分(三)末句', 'S3.3', '整改成果长效化'],
  ['第三部分最后一段', 'S3.4', '深化全面从严治党'],
])('shows the place asked for: %s', (message, unit, words) => {
  const { intent, text, citations } = ask(message);
  expect(intent).toBe('lookup');
  expect(citations.map((one) => one.unit)).toEqual([unit]);
  expect(text).toContain(words);
});

it('shows no more than the place', () => {
  expect(ask('第264条最后一句').citations[0]?.quote).toBe('截至2023年10月10日,已产权冻结30户。');
});

it('says where there is no such place', () => {
  expect(ask('第122条第三段').text).toContain('共1段');
  expect(ask('第50条第九句').text).toContain('共2句');
});

it('goes on with the unit last shown', () => {
  let turn: Turn | undefined;
  const texts = ['第148条', '最后一句呢'].map((message) => {
    const reply = answerMessage(brain, message, turn === undefined ? {} : { turn }, null);
    turn = reply.turn;
    return reply.answer.text;
  });
  expect(texts[1]).toContain('租赁纠纷案');
});

it.each([
  ['第一部分一共几点,都叫什么', ['S1.1', 'S1.2', 'S1.3', 'S1.4'], '共4点'],
  ['第三部分哪几个小标题', ['S3.1', 'S3.2', 'S3.3', 'S3.4'], '共4点'],
  ['第二部分讲什么', ['S2.1', 'S2.2', 'S2.3', 'S2.4'], '共4点'],
  ['第218条有几段', ['M218'], '共2段'],
])('tells what a part or a unit is made of: %s', (message, units, count) => {
  const { intent, text, citations } = ask(message);
  expect(intent).toBe('outline');
  expect([...new Set(citations.map((one) => one.unit))]).toEqual(units);
  expect(text).toContain(count);
});

it.each([
  ['措施66归在哪个问题下', 'P22'],
  ['第135条对应的问题是', 'P45'],
  ['第57条所属问题', 'P19'],
  ['201条是解决哪个问题的', 'P66'],
  ['第229条挂在哪个问题名下', 'P76'],
])('names the problem above: %s', (message, problem) => {
  const { intent, citations } = ask(message);
  expect(intent).toBe('belongs');
  expect(citations.map((one) => one.unit)).toEqual([problem]);
});

it('compares where two stand', () => {
  expect(ask('第59条和第61条是同一个问题下的吗').text).toMatch(/^是同一个问题/u);
  expect(ask('第61条跟第62条是不是一个问题的').text).toMatch(/^不是同一个问题/u);
  expect(ask('问题70在哪个方面').text).toContain('组织路线');
});
