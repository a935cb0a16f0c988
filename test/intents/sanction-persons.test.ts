// items of part four by the persons: of a body, with a post at one, one or several in an item
import { describe, expect, it } from 'vitest';
import { readHeads } from '../../src/intents/sanction-heads.ts';
import { bodyOfPersons } from '../../src/intents/sanction-persons.ts';
import { answerMessage } from '../../src/assistant.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const itemsOf = (message: string): string[] => {
  const { refused, citations } = answerMessage(brain, message, {}, null).answer;
  const units = new Set(citations.map(({ unit }) => unit));
  return refused ? [] : [...units].filter((unit) => /^D\d\.[1-9]/u.test(unit)).sort();
};

it.each([
  ['社区的工作人员受处理的是哪几项', ['D1.7', 'D3.11', 'D3.7']],
  ['幼儿园、学校的人被处理的是哪几项', ['D1.11', 'D2.6', 'D3.5', 'D3.8', 'D3.9']],
  ['学校的干部挨诫勉的是哪几项', ['D3.5', 'D3.8', 'D3.9']],
  ['街道的主任、书记受处分的是哪几项', ['D1.1', 'D1.2', 'D1.3', 'D1.4']],
  ['诫勉名单里哪几项一次点了好几个人', ['D3.1', 'D3.5', 'D3.6', 'D3.9']],
  ['处分里不止一个人的是哪几项', ['D1.9']],
  ['名单里头搞弄虚作假受处理的是哪几项', ['D1.10', 'D1.6']],
  ['诫勉里因为欠租、国有房产被占的是哪几项', ['D3.10', 'D3.11', 'D3.12']],
])('%s', (message, units) => {
  expect(itemsOf(message)).toEqual(units);
});

it.each(['诫勉里因为喝酒的是哪几项', '因赌博被处分的有哪几项', '诫勉里头搞弄虚作假的是哪几项'])(
  '%s: a ground no item has is not left out',
  (message) => {
    expect(itemsOf(message)).toEqual([]);
  },
);

describe('readHeads', () => {
  it.each([
    ['只处理一个人的有多少项', 1, 1],
    ['仅涉及2人的有几项', 2, 2],
    ['一项点了好几个人的是哪几项', 2, Number.POSITIVE_INFINITY],
  ])('%s', (message, least, most) => {
    expect(readHeads(message)).toMatchObject({ least, most });
  });
  it.each(['诫勉的有几个人', '处理了几个人', '好几个人的名字'])('%s asks, and narrows nothing', (message) => {
    expect(readHeads(message)).toBeNull();
  });
});

it.each([
  ['社区里的干部、工作人员', '社区'],
  ['柳桥中学的人', '柳桥中学'],
  ['处级干部', null],
  ['党员干部', null],
  ['街道领导', null],
])('persons of a body: %s → %s', (words, body) => {
  expect(bodyOfPersons(words)).toBe(body);
});
