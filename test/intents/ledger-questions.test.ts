// questions a supervision office asks of its ledger: deadlines not given, bodies leading or mentioned most, sections by name
import { expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const ask = (message: string): ReturnType<typeof answerMessage>['answer'] =>
  answerMessage(brain, message, {}, null).answer;
const measuresOf = (message: string): Set<string> =>
  new Set(
    ask(message)
      .citations.map(({ unit }) => unit)
      .filter((unit) => unit.startsWith('M')),
  );

it.each(['哪些措施没有明确时限', '哪些措施没写期限', '哪些事还没有时间表'])(
  '%s: unfinished measures without a deadline',
  (message) => {
    const open = brain.ledger.measures.filter(
      ({ status, deadlines }) => status.value === 'in_progress' && deadlines.length === 0,
    );
    expect(measuresOf(message)).toEqual(new Set(open.map(({ unit }) => unit)));
  },
);

it('lists what has a deadline when that is asked', () => {
  const dated = brain.ledger.measures.filter(({ deadlines }) => deadlines.length > 0);
  expect(measuresOf('哪些有明确时限')).toEqual(new Set(dated.map(({ unit }) => unit)));
});

it('names the body that leads nothing, and the measures that mention it', () => {
  const { refused, text } = ask('区教育局牵头的有哪些');
  expect(refused).toBe(false);
  expect(text).toContain('通报没有载明由区教育局牵头的措施');
  expect(text).toContain('提到区教育局的整改措施共3条');
});

it('finds the measures led by whatever body', () => {
  const led = brain.ledger.measures.filter(({ organizations }) =>
    organizations.some(({ role }) => role === '牵头'),
  );
  expect(measuresOf('哪些条写了牵头单位')).toEqual(new Set(led.map(({ unit }) => unit)));
});

it.each([
  ['哪个街道被提到最多', '提到洋中街道的整改措施共7条'],
  ['提到次数最多的单位是哪个', '提到区委的整改措施共'],
])('%s', (message, first) => {
  const { intent, text } = ask(message);
  expect(intent).toBe('most-mentioned');
  expect(text.split('\n').find((line) => line.startsWith('·'))).toContain(first);
});

it.each([
  ['涉及住建局的有几条', '提到区建设局的整改措施共9条'],
  ['发改委出现几条', '提到区发改局的整改措施共3条'],
  ['第四方面(成果运用)里提到区城管局的是哪些条', '提到区城管局的整改措施共6条'],
  ['25、26两个问题里已经收尾的是哪几条', '已完成的整改措施共2条'],
  ['全面从严治党里还没做完的列一下', '二(二)正在推进的整改措施共12条'],
  ['已经过期还没完成的有吗', '已过完成时限、正在推进的整改措施共15条'],
  ['帮我数一数提到“常态化”的有几条', '提到“常态化”的整改措施共'],
  ['哪些问题措施少一些', '问题93、问题95、问题96最少'],
  ['哪个方面完成得最好', '比较:二(二)完成率最高'],
  ['四个方面里哪个完成率垫底', '计算:已完成54条÷88条≈61.36%'],
  ['还没完成的里面跟医院有关的', '提到“医院”、正在推进的整改措施共3条'],
  ['148和149有什么区别', '第149条'],
  ['省委第几巡视组来的', '省委巡视四组'],
  ['哪些问题底下的举措还没做完', '还有正在推进的措施的问题共30个'],
])('%s', (message, told) => {
  expect(ask(message).text).toContain(told);
});
