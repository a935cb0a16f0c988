// items of part four counted by measure, by ground and by the names in them
import { describe, expect, it } from 'vitest';
import { ask as askBrain, type Asked } from './ledger-scene.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const ask = (message: string): Asked => askBrain(brain, message);

describe('groups of persons in part four', () => {
  it.each([
    [
      '按处分档次',
      '13个受党纪政务处分的人，按处分档次各几人？',
      ['党内警告', '10人', '党内严重警告', '2人'],
      12,
    ],
    ['按处理方式', '组织处理12人都是哪几类，每类几人', ['降职降薪', '调岗降薪', '清退', '免职', '=2人'], 6],
    ['点名的几档', '党纪处分里严重警告和政务警告各多少人', ['党内严重警告共2项', '政务警告共1项'], 3],
    ['按名称', '近亲繁殖被组织处理的干部职工，城投系统几个、国投系统几个', ['=5人', '=4人'], 4],
    ['人数最多的事由', '诫勉谈话的27人里哪一类事由人数最多，几人？', ['会议纪要', '6人'], 1],
    ['人数最少的档次', '党纪处分里哪种处分的人最少', ['人数最少的是:政务警告'], 12],
    ['相同的事由归在一起', '受党纪处分的人里,哪种事由的人最多', ['赖悦心', '4人'], 4],
    ['各列了几项', '处分、组织处理、诫勉三类各列了几项', ['12项', '6项', '13项'], 31],
  ])('%s', (_, question, said, items) => {
    const answer = ask(question);
    expect(answer.intent).toBe('sanction-groups');
    for (const words of said) expect(answer.text).toContain(words);
    expect(answer.units).toHaveLength(items);
  });

  it.each([
    ['names no item has', '被诫勉的人里,卫健系统几个、教育系统几个'],
    ['persons of one kind', '诫勉谈话处理了多少人'],
    ['a body with more persons than names', '被免职的人里,华丽宫管理所几个、国投集团几个'],
  ])('groups nothing by %s', (_, question) => {
    expect(ask(question).intent).not.toBe('sanction-groups');
  });
});
