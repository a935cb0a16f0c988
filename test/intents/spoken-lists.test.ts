// lists asked for in everyday words: what narrows them is found whatever stands around it
import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { findCore } from '../../src/intents/core-words.ts';
import { namesNothing } from '../../src/intents/pieces.ts';
import { askOf, loadBrain } from './summary-scene.ts';

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
  ['帮我翻翻,国有资产这几个字在哪些措施里露过脸', /国有资产/u],
  ['闽江之心项目在整改措施中被提到几条', /闽江之心/u],
  ['上海街道在整改措施里出现过几条', /上海街道/u],
  ['跟老旧小区沾边(字面出现)的措施有多少条', /老旧小区/u],
  ['登革热那阵子的事,写进了哪几条措施?', /登革热/u],
  ['有几条措施讲到监督执纪“四种形态”,麻烦数一下', /四种形态/u],
  ['麻烦查下:“易说事”小程序哪些条目写到了', /易说事/u],
  ['直播带货之类的,哪些条讲到直播', /直播/u],
  ['八项规定 几条措施', /八项规定/u],
  ['消防这个词,几条措施里有?', /消防/u],
  ['哪些举措搞了“回头看”,督查室要清单', /回头看/u],
  ['洋中街道被点了名的措施有哪些,编号就行', /洋中街道/u],
  ['义洲这个地名都出现在哪几条举措里,夜市、医院、城管中队也算上', /义洲/u],
  ['苏宁、万达、宝龙这几家商场,哪条提到过', /苏宁|万达|宝龙/u],
  ['刮台风、防汛抢险的事儿,通报在哪些措施里说到过', /台风|防汛|防台|抗台/u],
  ['给党员拍的微党课,都有哪些条目写了', /微党课/u],
  ['灯泡厂宿舍旁边修路那个小工程,几处提到?列条号', /灯泡厂宿舍/u],
  ['纪委画漫画搞宣传,是哪几条写的', /漫画/u],
  ['涉及数智港的措施列一列', /数智港/u],
  ['登革热防控在哪些措施里带到了一笔', /登革热/u],
])('%s', (message, pattern) => {
  expect(measuresOf(message)).toEqual(printing(pattern));
});

it.each([
  ['去年8月25日办的那场招投标培训,是哪几条', ['M153', 'M163', 'M261', 'M295']],
  ['9.20全区组织人事培训会 涉及措施', ['M212', 'M215', 'M280', 'M284']],
  ['问题17项下共有几条措施', ['M50', 'M51', 'M52']],
  ['博奥城 措施', ['M263', 'M264', 'M265', 'M266']],
  ['预防登革热写进了哪几条', ['M106', 'M123', 'M21', 'M244']],
  ['喝酒开车的事哪几条有', ['M193', 'M195']],
  ['屋顶乱搭 哪些措施', ['M260', 'M263', 'M264', 'M265', 'M270']],
  ['请法律顾问把关,哪几条提了', ['M159', 'M169']],
  ['问题24到问题26还在推进的举措有哪些', ['M73', 'M75', 'M76', 'M78', 'M79']],
  ['小额工程和招标那几个问题(50到54)里头,还有哪些举措没收尾', ['M161', 'M162', 'M164']],
])('%s names its measures', (message, units) => {
  expect(measuresOf(message)).toEqual(units);
});

it.each([
  '哪些措施提到量子计算',
  '哪几条措施里带了一笔乡村民宿',
  '苍霞镇在哪几条里出现过',
  '哪些条讲到修地铁',
  '哪些措施涉及高考改革',
  '提到建机场的有几条',
  '台风停课的措施是哪几条',
  '干部炒股写在哪几条里',
  '养猫养狗、乘地铁的条目列一列',
])('%s: no measure does', (message) => {
  expect(answerMessage(brain, message, {}, null).answer.refused).toBe(true);
});

describe('the core of words no measure prints in one piece', () => {
  const core = (part: string): readonly string[] | undefined => findCore(askOf(brain, part), part)?.phrases;
  it('is the longest piece that names something', () => {
    expect(core('找找说到洋中街道')).toEqual(['洋中街道']);
  });
  it('is all pieces, where one measure has them close together', () => {
    expect(core('招投标培训')).toEqual(['招投标', '培训']);
  });
  it('is nothing where something named is printed nowhere', () => {
    expect(core('元宇宙监管')).toBeUndefined();
  });
  it('says when nothing is named', () => {
    expect(namesNothing(askOf(brain, '带到了一笔'), '带到了一笔')).toBe(true);
    expect(namesNothing(askOf(brain, '洋中街道'), '洋中街道')).toBe(false);
  });
});
