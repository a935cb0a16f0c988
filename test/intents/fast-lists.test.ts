// lists asked for in the fast language of offices: no question word, a figure as what is looked for, deadlines in speech
import { expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { compileExact, compileShared } from '../../src/intents/phrase.ts';
import type { Unit } from '../../src/bulletin/bulletin.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const measuresOf = (message: string): string[] => {
  const { citations } = answerMessage(brain, message, {}, null).answer;
  return [...new Set(citations.map(({ unit }) => unit))].filter((unit) => unit.startsWith('M')).sort();
};
const printing = (pattern: RegExp): string[] =>
  brain.lookup.measures
    .filter(({ text }) => pattern.test(text))
    .map(({ id }) => id)
    .sort();

it.each([
  ['夜市的几条都在哪,书记要', /夜市/u],
  ['“易说事”那几条发我下', /易说事/u],
  ['提了“第一种形态”的条号来一份', /第一种形态/u],
  ['海荣产业园,几条都在哪,发我', /海荣[^,。]{0,10}产业园/u],
  ['朴朴是咱们区的吧,哪几条写到它', /朴朴/u],
  ['登革热好像写重复了,哪几条写过它', /登革热/u],
  ['“四种形态”399人次写在哪几条', /399人次/u],
  ['涉及瀛东社区的有哪几条', /瀛东/u],
])('%s', (message, pattern) => {
  expect(measuresOf(message)).toEqual(printing(pattern));
});

it.each([
  ['到2024年才弄得完的给我列列', '等到2024年才能完成的有哪些'],
  ['年底前得办完的都给我', '年底前要完成的措施有哪些'],
  ['没写时限又没完成的,挑出来', '没写时限又没完成的措施有哪些'],
  ['时间节点卡在2023年10月的有哪些', '截止时间定在2023年10月的有哪些'],
  ['2024年以后的条号给我', '2024年以后要完成的措施有哪些'],
])('%s is the list of %s', (spoken, plain) => {
  expect(measuresOf(plain)).not.toEqual([]);
  expect(measuresOf(spoken)).toEqual(measuresOf(plain));
});

it.each([
  ['1234', '拨打12345热线', false],
  ['1234', '“1234”工作机制', true],
  ['15人', '共115人', false],
  ['15人', '运用第一种形态15人', true],
])('%s in %s: %s', (phrase, text, printed) => {
  expect(compileExact(phrase)({ text } as Unit) !== null).toBe(printed);
});

it.each([
  ['柳桥社区', '对柳桥、河西等2个社区提标', true],
  ['柳桥社区', '在河西、柳桥等3个社区试点', true],
  ['柳桥社区', '走访柳桥、河西社区', true],
  ['柳桥社区', '柳桥整治完成。各社区自查', false],
  ['柳桥社区', '柳桥街道、河西社区', false],
  ['柳桥社区', '柳桥、河西街道、东山社区', false],
])('%s in %s: %s', (phrase, text, printed) => {
  expect(compileShared(phrase)?.({ text } as Unit) != null).toBe(printed);
});

it.each([
  ['老旧小区里没提消防的哪几条', /老旧小区/u, /消防/u],
  ['提到违建但没写城管的有哪几条', /违建/u, /城管/u],
])('%s', (message, held, lacked) => {
  const units = measuresOf(message);
  expect(units).not.toEqual([]);
  for (const id of units) expect(brain.lookup.get(id)?.text).not.toMatch(lacked);
  expect(units).toEqual(
    expect.arrayContaining(printing(held).filter((id) => !printing(lacked).includes(id))),
  );
});

it.each([
  ['十月底前要弄完的有哪些', '2023年10月底前要完成的有哪些'],
  ['哪些措施没写期限', '没写时限又没完成的措施有哪些'],
])('%s is the list of %s', (spoken, plain) => {
  expect(measuresOf(plain)).not.toEqual([]);
  expect(measuresOf(spoken)).toEqual(measuresOf(plain));
});
