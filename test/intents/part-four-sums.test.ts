// head-counts of part four reckoned with, names that repeat, bodies of a kind, persons by post and body
import { describe, expect, it } from 'vitest';
import { ask as askBrain, type Asked } from './ledger-scene.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const ask = (message: string): Asked => askBrain(brain, message);

describe('head-counts of part four', () => {
  it.each([
    ['党纪政务处分、组织处理、诫勉谈话加一块多少人次', '13人+12人+27人=52人'],
    ['三份名单上总共多少人次', '13人+12人+27人=52人'],
    ['“其他处理”里扣掉诫勉的还有多少人', '260人−27人=233人'],
    ['“其他处理”那260人,刨掉诫勉谈话的还剩几个', '260人−27人=233人'],
    ['诫勉比组织处理多几个人', '27人−12人=15人'],
    ['责任人285名,诫勉占多少', '27人÷285人≈9.47%'],
    ['285人里处分的和组织处理的一共几人', '13人+12人=25人'],
    ['诫勉的人当中因违规指定企业承接的占多少比例', '6人÷27人≈22.22%'],
    ['处分加组织处理占285人的几成', '13人+12人=25人;25人÷285人≈8.77%'],
    ['受处分的人里党内警告占多大比重', '10人÷13人≈76.92%'],
  ])('%s', (question, said) => {
    const answer = ask(question);
    expect(answer.intent).toBe('sanction-sums');
    expect(answer.text).toContain(said);
  });

  it('says that 诫勉 is listed under 其他情况, which the sum does not hold', () => {
    expect(ask('诫勉和组织处理合起来多少人').text).toContain('列在“其他情况(260人)”之下');
  });

  it('counts 诫勉 once where 其他处理 holds it', () => {
    expect(ask('处分、组织处理、其他处理、诫勉加起来多少人').text).toContain('13人+12人+260人=285人');
  });

  it.each(['因为公家房子租金、被占这类事挨诫勉的有哪些人', '诫勉谈话和组织处理各多少人'])(
    'adds nothing up for %s',
    (question) => {
      expect(ask(question).intent).not.toBe('sanction-sums');
    },
  );
});

describe('names and bodies in part four', () => {
  it('names that stand in several items', () => {
    const answer = ask('第四部分名单里有几个名字出现了两回');
    expect(answer.text).toContain('共3个:卓毅、林涛、卓文达');
    expect(answer.units).toEqual(['D1.5', 'D2.1', 'D1.9', 'D3.1', 'D3.5']);
  });

  it('names that stand in both lists named', () => {
    expect(ask('既受处分又被诫勉的是谁').units).toEqual(['D1.9', 'D3.1']);
  });

  it('does not take two lists asked for side by side for names in both', () => {
    const question = '因为赖悦心那件事,背党内警告的都有谁,被诫勉谈话的又有谁';
    expect(ask(question).intent).not.toBe('sanction-repeats');
    expect(ask('哪几个人挨了处分又挨诫勉').units).toEqual(['D1.9', 'D3.1']);
  });

  it('does not take several persons of one item for a name that repeats', () => {
    expect(ask('诫勉里头一项就点了好几个人的是哪几项').intent).not.toBe('sanction-repeats');
  });

  it.each([
    ['哪几处诫勉到了学校总务主任', ['D3.5', 'D3.9']],
    ['江滨公司的部门正副经理,诫勉名单上有谁', ['D3.3', 'D3.10']],
    ['第四部分点名处理的校长、园长(含原任)共有几位', ['D1.11', 'D2.6', 'D3.8']],
    ['处分名单里有几位街道党工委书记副书记', ['D1.1', 'D1.2', 'D1.3', 'D1.4']],
    ['因为招标、招投标出毛病上第四部分名单的,列一列', ['D1.11', 'D3.2', 'D3.4', 'D3.8']],
  ])('%s', (question, units) => {
    expect([...ask(question).units].sort()).toEqual([...units].sort());
  });

  it('中小学、幼儿园的人 are counted one by one', () => {
    expect(ask('中小学、幼儿园的人上了第四部分名单的,共几个').text).toContain('=8人');
  });
});

describe('bodies of a kind', () => {
  it.each([
    ['通报从头到尾点到名字的街道有几个', '街道共10个'],
    ['处分、组织处理、诫勉三份名单里写到了几个街道', '街道共4个'],
    ['整改措施里点了几个街道的名', '街道共8个'],
    ['问题标题里点名了几个街道', '街道共2个'],
    ['名单上出现了几个社区', '社区共3个'],
  ])('%s', (question, said) => {
    const answer = ask(question);
    expect(answer.intent).toBe('named-bodies');
    expect(answer.text).toContain(said);
  });

  it('those the measures do not name', () => {
    expect(ask('哪些街道一条措施都没提到').text).toContain('共2个:后洲街道、苍霞街道');
  });

  it('two bodies by name', () => {
    expect(ask('区国投集团和区城投集团谁被提到的措施多').notes.join('')).toContain('并列最多');
  });

  it('which of them most and fewest measures name', () => {
    expect(ask('十个街道里被整改措施点名次数最多的是哪个街道,几条').text).toMatch(
      /^提到洋中街道的整改措施共7条/u,
    );
    expect(ask('街道里头谁被点得最少').notes.join('')).toContain('新港街道、茶亭街道并列最少');
  });

  it('leaves other questions about streets alone', () => {
    expect(ask('哪些街道的长者食堂换了服务商').intent).not.toBe('named-bodies');
  });
});
