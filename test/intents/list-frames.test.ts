// the ways people ask which measures mention a name, and how many: whatever the frame, the same measures
import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const ask = (message: string): { intent: string; measures: string[] } => {
  const { intent, citations } = answerMessage(brain, message, {}, null).answer;
  const units = [...new Set(citations.map(({ unit }) => unit))];
  return { intent, measures: units.filter((unit) => unit.startsWith('M')).sort() };
};

/** A body, a document, a place, a project, a mechanism, a quoted name, one with brackets, one with figures, a day. */
const SUBJECTS = [
  '台江公安分局',
  '《关于纠治基层治理不良现象的通知》',
  '上下杭',
  '南公河口街区',
  '理论学习中心组',
  '“第一议题”',
  '国有(集体)房产',
  '12345热线',
  '2023年8月25日',
];

const LISTS: readonly ((name: string) => string)[] = [
  (name) => `有没有讲${name}的,列一下编号`,
  (name) => `有提到${name}的吗?列一下`,
  (name) => `${name}在几处措施中被提及,分别是哪些`,
  (name) => `帮我找${name},有几处算几处`,
  (name) => `${name}都在哪写的`,
  (name) => `${name}在哪儿提的`,
  (name) => `${name}在哪几条提了一嘴`,
  (name) => `${name}是不是不止一条提到?都哪几条`,
  (name) => `${name}出现了好几回,分别在哪几条`,
  (name) => `麻烦把${name}的条目理一下`,
  (name) => `想看提到${name}的全部措施`,
  (name) => `就${name}而言,哪几条措施涉及`,
  (name) => `请汇总提到${name}的措施编号`,
  (name) => `编号给我就行,哪些措施提到${name}`,
  (name) => `凡涉及${name}的条目请列明`,
  (name) => `哪几条顺带提了${name}`,
  (name) => `查找${name}出现的位置`,
];

const COUNTS: readonly ((name: string) => string)[] = [
  (name) => `${name}在297条里占了多少条`,
  (name) => `整改措施里搞${name}的,或者说提到${name}的,总共几条`,
  (name) => `${name},几条措施里有`,
  (name) => `几条措施里有${name}`,
  (name) => `有几条是讲${name}的`,
  (name) => `297条里多少条带${name}`,
  (name) => `提到${name}的条数`,
  (name) => `措施里写${name}的有多少`,
  (name) => `同一条只算一次,提到${name}的措施有几条`,
  (name) => `不算处分名单,${name}几条措施提到`,
];

describe.each(SUBJECTS)('%s', (name) => {
  const plain = ['提到', '讲到'].map((verb) => ask(`哪些措施${verb}${name}`).measures.join());
  it.each(LISTS.map((frame) => frame(name)))('%s', (message) => {
    const { intent, measures } = ask(message);
    expect(intent).toBe('list');
    expect(plain).toContain(measures.join());
  });
  it.each(COUNTS.map((frame) => frame(name)))('%s', (message) => {
    const { intent, measures } = ask(message);
    expect(intent).toBe('count');
    expect(plain).toContain(measures.join());
  });
});

it.each(['上下杭总共几条', '理论学习中心组,多少条', '台江公安分局有多少条'])(
  '%s: of a name no other things are counted',
  (message) => {
    expect(ask(message).intent).toBe('count');
  },
);

it.each(['营商环境5.0改革清单总共多少条', '节庆廉政短信发了多少条', '问题线索多少条'])(
  '%s: what the bulletin counts so itself',
  (message) => {
    expect(ask(message).intent).not.toBe('count');
  },
);
