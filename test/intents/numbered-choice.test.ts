import { expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const ask = (message: string): ReturnType<typeof answerMessage>['answer'] =>
  answerMessage(brain, message, {}, null).answer;
const unitsOf = (message: string): string[] => ask(message).citations.map(({ unit }) => unit);

it.each([
  ['148到152条里哪些没完成', ['M148', 'M149']],
  ['M12、M17、M18里面正在推进的是哪几条', ['M17', 'M18']],
  ['148、149、150这三条哪些完成了', ['M150']],
  ['148到152条已完成的有几条', ['M150', 'M151', 'M152']],
])('chooses among the numbers named: %s', (message, units) => {
  expect([...new Set(unitsOf(message))].sort()).toEqual(units);
});

it('gives the status of each where none of the numbers named has the status asked for', () => {
  const { refused, text, citations } = ask('第12条和第15条哪条还没落实');
  expect(refused).toBe(false);
  expect(text).toContain('其中没有正在推进的');
  expect(new Set(citations.map(({ unit }) => unit))).toEqual(new Set(['M12', 'M15']));
});

it.each(['什么时候巡视的', '哪个组来巡视的', '巡视什么时候结束', '啥时候来的巡视组'])(
  'tells of the inspection itself: %s',
  (message) => {
    const { intent, text } = ask(message);
    expect(intent).toBe('about');
    expect(text).toContain('2023年4月17日至5月29日');
  },
);

it.each(['下次巡视什么时候', '中央巡视组2023年几月进驻的'])(
  'another inspection is not this one: %s',
  (message) => {
    expect(ask(message).refused).toBe(true);
  },
);

it('a number that is not that of the measures counts something else, and names no measure', () => {
  expect(ask('137条里完成了多少条').reason).toBe('unclear');
  expect(ask('297条里完成了多少条').intent).toBe('count');
  expect(unitsOf('148条完成了多少')).toContain('M148');
});

it.each([
  ['137条改革里弄完的有多少', '129条'],
  ['51个老旧小区里改完的有几个', '14个'],
  ['395宗违建里面拆掉的有多少', '68宗'],
])('a part told in the words of the asker is no part nobody counted: %s', (message, figure) => {
  expect(ask(message).text).toContain(figure);
});
