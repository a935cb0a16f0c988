// what narrows the items of part four: kinds and measures together, what is left out, how many persons an item counts
import { describe, expect, it } from 'vitest';
import { ask as askBrain, type Asked } from './ledger-scene.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const ask = (message: string): Asked => askBrain(brain, message);

describe('items of part four', () => {
  it.each([
    ['两种处理加在一起', '赖悦心那个案子,受党内警告的加上被诫勉的,总共多少人?', '8人', 5],
    ['排除在外的事由', '组织处理里头跟近亲繁殖没关系的有几人', '3人', 2],
    ['排除在外的处分', '党内警告(不算严重的)合起来给了几个人?', '10人', 9],
    ['没有受的处分', '没被免职只是被降薪的有几个', '7人', 2],
    ['只处理一个人的', '十三项诫勉当中只处理一个人的有多少项', '9项', 9],
    ['人数最多的一项', '诫勉谈话里头涉及人数最多的是哪一项,几个人', '6人', 1],
    ['口语里叫法不同的案子', '挪用公款那出纳的案子,第四部分点名处理的领导和责任人加起来多少人', '8人', 5],
  ])('%s', (_, question, heads, items) => {
    const answer = ask(question);
    expect(answer.intent).toBe('sanctions');
    expect(answer.text).toContain(heads);
    expect(answer.units).toHaveLength(items);
  });

  it('tells persons by name where names are asked for', () => {
    const { text } = ask('因为赖悦心那件事,背党内警告的都有谁,被诫勉谈话的又有谁');
    for (const name of ['杜成发', '林烽', '张伯舜', '甘萍']) expect(text).toContain(name);
  });

  it('leaves a figure of the measures to the measures', () => {
    expect(ask('渣土清运那273个项目,诫勉了几个人').intent).not.toBe('sanctions');
  });
});
