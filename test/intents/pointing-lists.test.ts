// lists narrowed by words that point: to a name of the same message, to a part by its name, to a problem by its measures
import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { resolvePointing } from '../../src/intents/pointing.ts';
import { withoutRemarks, withoutWishes } from '../../src/intents/remarks.ts';
import { askOf, loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const answerTo = (message: string): { intent: string; refused: boolean; units: string[] } => {
  const { intent, refused, citations } = answerMessage(brain, message, {}, null).answer;
  return { intent, refused, units: [...new Set(citations.map(({ unit }) => unit))].sort() };
};
const measuresOf = (message: string): string[] =>
  answerTo(message).units.filter((unit) => unit.startsWith('M'));
const printing = (pattern: RegExp): string[] =>
  brain.lookup.measures
    .filter(({ text }) => pattern.test(text))
    .map(({ id }) => id)
    .sort();

it.each([
  ['我家住在上海街道,说到我们街道的有哪几条', /上海街道/u],
  ['茶亭街道的老乡托我看看,哪几条写着他们街道', /茶亭街道/u],
  ['海荣那栋大厦、那个园区,哪几条里有', /海荣/u],
  ['登革热的话题散在好几条里,麻烦找全', /登革热/u],
  ['写份登革热的材料,通报里哪几条有登革热', /登革热/u],
  ['帮着找找“回头看”写在哪几条,列出来就好', /回头看/u],
  ['涉及登革热(蚊子、街道、社区)的有哪几条', /登革热/u],
  ['提到中秋、国庆的措施有哪些', /中秋、?国庆/u],
  ['送菜上门那家朴朴,哪几条提到', /朴朴/u],
  ['国企员额和用工那个管理办法,哪几条引了', /员额和用工管理办法/u],
])('%s', (message, pattern) => {
  expect(measuresOf(message)).toEqual(printing(pattern));
});

it.each([
  ['第25、26两个问题底下没完成的是哪几条', ['M75', 'M76', 'M78', 'M79']],
  ['小区那块,问题26名下还在推进的有哪几条', ['M78', 'M79']],
  ['福利中心那个问题里,还没完成的是哪几条', ['M182', 'M183']],
])('%s', (message, units) => {
  expect(measuresOf(message)).toEqual(units);
});

describe('parts of the bulletin by their names', () => {
  const whole = measuresOf('组织路线方面还没完成的有哪些');
  it.each(['“组织路线”那一大块还没完成的有哪些', '组织路线那一大块里头还没完成的是哪几条'])(
    '%s',
    (message) => {
      expect(whole.length).toBeGreaterThan(0);
      expect(measuresOf(message)).toEqual(whole);
    },
  );
  it('lists the problems of a part told by number and name', () => {
    const { intent, units } = answerTo('第三方面(组织路线)都挂了哪些问题,编号要全');
    expect(intent).toBe('problems');
    expect(units.filter((unit) => unit.startsWith('P'))).toEqual(
      brain.lookup.problems.filter(({ path }) => path.includes('S2.3')).map(({ id }) => id),
    );
  });
});

it('lists problems that any of several names is said of', () => {
  expect(answerTo('反馈问题里写到上海街道、洋中街道的是哪几个').units).toEqual(['P61', 'P63']);
});

it.each([
  ['消防这块讲“回头看”的有哪几条', /消防/u, /回头看/u],
  ['积案里明说“全部办结”的,是哪几条', /积案/u, /全部办结/u],
])('%s: what is quoted, where it is said to stand', (message, scope, quoted) => {
  const both = printing(scope).filter((unit) => printing(quoted).includes(unit));
  expect(measuresOf(message)).toEqual(both);
});

it.each(['他们公司在哪几条里', '这家企业哪几条提到了', '他们单位被哪几条写到'])(
  '%s: nothing says which, so nothing is listed',
  (message) => {
    expect(measuresOf(message)).toEqual([]);
  },
);

describe('what points back', () => {
  it.each([
    ['柳桥街道的同事托我问,提到他们街道的是哪几条', '提到柳桥街道的是哪几条'],
    ['我们区哪几条提到登革热', '我们区哪几条提到登革热'],
    ['上海街道有几条,我们街道还有什么', '上海街道有几条,我们街道还有什么'],
  ])('%s → %s', (message, resolved) => {
    expect(resolvePointing(askOf(brain, message))).toBe(resolved);
  });
  it('takes no end of a name for the name', () => {
    expect(measuresOf('西柳洲街道的人问,哪几条写着他们街道')).toEqual([]);
  });
});

describe('remarks', () => {
  it.each([
    ['只看措施,不看名单,提到诫勉的有哪几条', '提到诫勉的有哪几条'],
    ['光看整改措施、别管处分名单,提到诫勉的有哪几条', '提到诫勉的有哪几条'],
  ])('%s', (message, meant) => {
    expect(withoutRemarks(message)).toBe(meant);
  });
  it.each([
    ['想写个防汛的稿子,哪几条能用', '防汛,哪几条能用'],
    ['提到防汛的有哪几条,列出来就行', '提到防汛的有哪几条'],
    ['哪几条写了汇报的材料', '哪几条写了汇报的材料'],
  ])('%s', (message, meant) => {
    expect(withoutWishes(message)).toBe(meant);
  });
});

it.each([
  ['10月底前要交卷的有哪些(2023年的)', '2023年10月底前要完成的有哪些'],
  ['2023年10月底前要印发、办结的是哪几条', '2023年10月底前要完成的是哪几条'],
])('%s means %s', (message, plain) => {
  expect(measuresOf(plain).length).toBeGreaterThan(0);
  expect(measuresOf(message)).toEqual(measuresOf(plain));
});

it.each([
  ['除了问题五十,还有哪几个问题讲招投标', ['P51', 'P52', 'P98']],
  ['讲渣土清运标准的问题是第几个', ['P55', 'P56']],
  ['津补贴的问题有几个,列一下问题编号', ['P62', 'P63']],
  ['哪些问题涉及违建', ['P87', 'P89']],
  ['哪几条提到区委常委班子巡视整改专题民主生活会', ['M98', 'M211', 'M213', 'M229']],
])('other words for the same: %s', (message, units) => {
  expect(new Set(answerTo(message).units)).toEqual(new Set(units));
});
