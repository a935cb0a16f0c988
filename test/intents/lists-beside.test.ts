// several bodies, documents or words side by side: the measures of each, told apart
import { expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const ask = (message: string) => answerMessage(brain, message, {}, null).answer;
const naming = (body: string): string => {
  const { length } = brain.ledger.measures.filter(({ organizations }) =>
    organizations.some(({ name }) => name === body),
  );
  return `提到${body}的整改措施共${String(length)}条`;
};

it.each([
  ['区政府督查室、两办督查室都干了啥,分别在哪几条', ['区政府督查室', '两办督查室']],
  ['区民政局和区教育局各在哪几条出现', ['区民政局', '区教育局']],
  ['区司法局、区审计局各被提到几次', ['区司法局', '区审计局']],
  ['区司法局、区审计局、区民政局分别有几条', ['区司法局', '区审计局', '区民政局']],
] as const)('%s', (message, bodies) => {
  const { text } = ask(message);
  for (const body of bodies) expect(text).toContain(naming(body));
});

it('tells the leading role of each, and of which none is told', () => {
  const { text } = ask('区财政局、区审计局各牵头几条');
  expect(text).toContain('通报没有载明由区审计局牵头的措施');
  expect(text).toContain('通报载明由区财政局牵头的整改措施共2条');
});

it('says how many measures name both', () => {
  expect(ask('区司法局、区审计局各被提到几次').text).toContain('其中同时提到它们的共1条〔283〕');
});

it('is refused where none of them leads', () => {
  expect(ask('区教育局、区司法局各牵头几条').refused).toBe(true);
});

it.each([
  '区纪委监委和区委组织部都涉及的措施', // both in one measure
  '区民政局和区教育局分别做了什么', // no measures asked for
  '区民政局、区教育局分别在几条里整治食堂', // narrowed by more
])('%s: not each by itself', (message) => {
  expect(ask(message).intent).not.toBe('beside');
});

it('says of which nothing is told', () => {
  const { text } = ask('区政府督查室、区量子局分别在哪几条');
  expect(text).toContain('没有一条整改措施提到区量子局');
  expect(text).toContain(naming('区政府督查室'));
});

it('tells words and documents apart as it does bodies', () => {
  const { text } = ask('消防和登革热各有几条');
  expect(text).toContain('提到“消防”的整改措施共');
  expect(text).toContain('提到“登革热”的整改措施共');
  expect(ask('《关于纠治基层治理不良现象的通知》和《消防设施情况摸排表》分别在哪几条').intent).toBe('beside');
});
