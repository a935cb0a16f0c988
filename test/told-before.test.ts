import { afterAll, describe, expect, it } from 'vitest';
import type { AskContext } from '../src/delivery/ask.ts';
import { ask, citedUnits, loadTwoBulletins } from './two-bulletins.ts';

const { taijiang, remove } = loadTwoBulletins();
afterAll(remove);

/** Messages of one conversation; of the last the units cited (null: it is refused) and the words its answer must hold. */
interface Conversation {
  readonly messages: readonly string[];
  readonly units: readonly string[] | null;
  readonly words?: string;
}

function converse(messages: readonly string[]): ReturnType<typeof ask> {
  let context: AskContext = {};
  let reply: ReturnType<typeof ask> | null = null;
  for (const message of messages) {
    reply = ask(taijiang, message, context);
    context = { turn: reply.turn };
  }
  if (reply === null) throw new RangeError('a conversation needs a message');
  return reply;
}

function expectLast({ messages, units, words = '' }: Conversation): void {
  const { answer } = converse(messages);
  expect(answer.refused ? null : citedUnits(answer)).toEqual(units);
  expect(answer.text).toContain(words);
}

describe('what was told is asked about again', () => {
  it.each<Conversation>([
    { messages: ['污水管网今年完成多少米', '这个数出自哪条'], units: ['M278'], words: '第278条:“' },
    { messages: ['营商环境改革事项清单一共几条', '尚未完成几条'], units: ['M59'], words: '8条' },
    { messages: ['营商环境改革事项清单一共几条', '完成率呢'], units: ['M59'], words: '94.16%' },
    { messages: ['驿站建了几个', '打错了,要第226条'], units: ['M226'] },
    { messages: ['营商环境体验官聘了多少人', '名单给我一份'], units: null },
    { messages: ['问题66是什么', '对应的措施有哪几条'], units: ['M199', 'M200', 'M201'] },
  ])('$messages', expectLast);
});

it.each(['你们到底改完了多少条', '一共完成了多少条'])(
  '%s, after a unit that counts nothing so, is asked of the whole bulletin',
  (message) => {
    const { answer } = converse(['欠租收回多少', message]);
    expect(answer.intent).toBe('count');
    expect(answer.text).toContain('已完成223条');
  },
);

describe('sums and differences over what was told', () => {
  it.each<Conversation>([
    { messages: ['社区办公经费拨了多少', '建设专项的呢', '合起来'], units: ['M27'], words: '694万元' },
    { messages: ['7月以来文旅活动几场', '促消费的呢', '差几场'], units: ['M19'], words: '65场' },
    { messages: ['污水管网今年任务多少', '干了多少', '超了多少'], units: ['M278'], words: '300米' },
    { messages: ['污水管网今年任务多少', '实际做了多少', '超出多少'], units: ['M278'], words: '300米' },
    {
      messages: ['补正环节没交资料的那个项目扣了多少钱', '核查的那9个项目扣了多少', '两笔一共'],
      units: ['M170'],
      words: '378.3万元',
    },
    {
      messages: ['有物业的小区消防改完几个', '没物业的呢', '两头加起来还剩多少没弄'],
      units: ['M78'],
      words: '48个',
    },
    { messages: ['朴朴纳统多少', '极客严选呢', '这俩合起来'], units: ['M55'], words: '51.43亿元' },
    { messages: ['理论宣讲进社区多少场', '学校和网络加一块儿呢'], units: ['M12'], words: '92场' },
    {
      messages: ['第三轮巡察现场哪天结束', '五人小组哪天听的', '中间隔了几天'],
      units: ['M95', 'M96'],
      words: '34天',
    },
    { messages: ['营商环境137条改革事项做了几条', '还差'], units: ['M59'], words: '8条' },
  ])('$messages.0 … $words', expectLast);

  it('never adds what does not go together', () => {
    const { answer } = converse(['闲置房产盘活了多少平方米', '欠租收回多少钱', '这俩合起来']);
    expect(answer.text).not.toContain('计算');
    const other = converse(['消防隐患整改率多少', '赖悦心判了几年', '合起来']).answer;
    expect(other.text).not.toContain('计算');
  });

  it.each([
    { why: 'the first was told in several places', messages: ['立案多少件', '自办案件多少件', '合起来呢'] },
    { why: 'a share was told', messages: ['立案多少件', '占几成', '超了多少'] },
    { why: 'a row of more would be added', messages: ['噪声投诉多少件', '大气污染呢', '这俩加起来'] },
    { why: 'nothing was told', messages: ['合计多少'] },
  ])('reckons nothing where $why', ({ messages }) => {
    expect(converse(messages).answer.text).not.toContain('计算');
  });
});

describe('persons by their place in the last answer', () => {
  it.each<Conversation>([
    { messages: ['调岗降薪的有哪些人', '第三个干啥的'], units: ['D2.2'], words: '企管专员彭博' },
    { messages: ['调岗降薪的有哪些人', '最后一个呢'], units: ['D2.2'], words: '招商专员张晶晶' },
    { messages: ['修缮拆单报销那事诫勉了谁', '第二个哪个学校的'], units: ['D3.9'], words: '台一小总务主任' },
  ])('$messages.1: $words', expectLast);

  it('knows no sixth of five', () => {
    expectLast({ messages: ['调岗降薪的有哪些人', '第六个干啥的'], units: null });
  });
});

describe('where a measure belongs, and which row is meant', () => {
  it.each<Conversation>([
    { messages: ['第162条属于哪个问题'], units: ['P53'] },
    { messages: ['160号措施讲什么', '下一条', '这是针对哪个问题的'], units: ['P53'] },
    { messages: ['第148条归在哪个方面'], units: ['S2.2', 'P49'] },
    { messages: ['问题54哪几条措施', '哪条还没弄完'], units: ['M164'] },
    { messages: ['问题90下面有哪些措施', '最后那条里联合督查搞了几次'], units: ['M275'], words: '2次' },
    { messages: ['第三部分“持续抓好问题整改”那段原文'], units: ['S3.2'] },
  ])('$messages', expectLast);

  it('他主要是什么问题 asks of a person, not of a place', () => {
    const { answer } = converse(['张海鹰受了什么处分', '他主要是什么问题']);
    expect(citedUnits(answer)).toEqual(['D1.8']);
  });
});

it('what was talked about is summed up', () => {
  const { answer } = converse(['油烟检查跑了多少家店', '隔油池查了多少次', '把刚聊的总结两句']);
  expect(answer.intent).toBe('summary');
  expect(new Set(citedUnits(answer))).toEqual(new Set(['M33', 'M278']));
});
