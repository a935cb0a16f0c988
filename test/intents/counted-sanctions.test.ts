// items of part four by how many persons each counts, without what is left out, by the field of their bodies; counts in other words
import { describe, expect, it } from 'vitest';
import { ask as askBrain, type Asked } from './ledger-scene.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const ask = (message: string): Asked => askBrain(brain, message);
const admonitions = brain.ledger.sanctions.filter(({ kind }) => kind === 'admonition');

describe('persons of an item', () => {
  it.each([
    ['诫勉谈话里面,每项涉及4人的有几项', 4, 4],
    ['诫勉里不止一个人的有几项', 2, Infinity],
    ['诫勉谈话13项中一项点了两人以上的有几项', 2, Infinity],
    ['诫勉里面超过4人的有几项', 5, Infinity],
    ['诫勉谈话只点了1个人的有几条', 1, 1],
  ])('%s', (message, least, most) => {
    const fitting = admonitions.filter(({ persons }) => persons >= least && persons <= most);
    const answer = ask(message);
    expect(answer.intent).toBe('sanctions');
    expect(new Set(answer.units)).toEqual(new Set(fitting.map(({ unit }) => unit)));
  });

  it('第1项 and 第5条 are items, 一条 is none', () => {
    expect(ask('诫勉第5条讲什么').units).toEqual(['D3.5']);
    expect(ask('诫勉谈话里,一条涉及六个人的有几条').units).toEqual(['D3.5']);
  });
});

describe('what is left out is said', () => {
  it.each([
    ['组织处理中不是清退的有几个人', '除“清退”外,组织处理共4项'],
    ['党内警告一共给了几个人(严重警告不在内)', '除“严重警告”外,党内警告共9项'],
    ['党纪政务处分中政务警告以外的有几人', '除“政务警告”外,党纪政务处分共11项'],
  ])('%s', (message, said) => {
    expect(ask(message).text).toContain(said);
  });

  it('persons beside a printed part are its whole less the part', () => {
    expect(ask('其他处理的260人里,诫勉以外的是多少人').text).toContain('260人−27人=233人');
  });
});

describe('persons of a kind of body: by its name or by posts only it has', () => {
  it.each([
    ['园林口的干部被处分的有几个', ['D1.6', 'D1.10'], '2人'],
    ['教育系统的干部被诫勉的有几个', ['D3.5', 'D3.8', 'D3.9'], '1+1+4=6人'],
    ['第四部分受处理的学校、幼儿园人员一共几人', ['D1.11', 'D2.6', 'D3.5', 'D3.8', 'D3.9'], '=8人'],
    ['街道干部受处分的有几位', ['D1.1', 'D1.2', 'D1.3', 'D1.4'], '=4人'],
  ])('%s', (message, units, said) => {
    const answer = ask(message);
    expect(new Set(answer.units)).toEqual(new Set(units));
    expect(answer.text).toContain(said);
  });
});

describe('measures counted in other words', () => {
  it.each([
    ['讲到登革热的措施,合起来是几条', '提到“登革热”的整改措施共4条'],
    ['措施里写到“回头看”的数量是多少条', '提到“回头看”的整改措施共'],
    ['登革热的事,几条措施里提到了', '提到“登革热”的整改措施共4条'],
    ['写到“函询”的整改措施有几条呀(第四部分不算)', '提到“函询”的整改措施共'],
    ['巡视整改和成果运用方面,也就是最后一个方面,安排了几条措施', '整改措施共41条'],
    ['第三方面问题和措施分别有几', '问题共18个'],
    ['“回头看”提到几次啊,只算措施', '写作“回头看”的共'],
  ])('%s', (message, said) => {
    const answer = ask(message);
    expect(answer.intent).toBe('count');
    expect(answer.text).toContain(said);
  });

  it.each(['专班的数量是多少', '提到河长制的措施加起来花了多少钱', '污水的事办了几件'])(
    '%s counts no measures',
    (message) => {
      expect(ask(message).intent).not.toBe('count');
    },
  );

  it('a body printed without its level is printed shortened', () => {
    const whole = brain.lookup.measures.filter(({ text }) => text.includes('区委组织部')).length;
    expect(ask('区委组织部在几条措施里写到').text).toContain(`原文即此写法的共${String(whole)}条`);
  });
});
