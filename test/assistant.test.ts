import { afterAll, describe, expect, it } from 'vitest';
import type { Answer } from '../src/answer/answer.ts';
import { createAssistant } from '../src/assistant.ts';
import { INTENTS } from '../src/intents/intents.ts';
import { ask, citedUnits as cited, loadTwoBulletins } from './two-bulletins.ts';

const { taijiang, qinghe, remove } = loadTwoBulletins();
afterAll(remove);

/** What must be cited and said, by kind of question, on both bulletins. */
const T = taijiang;
const Q = qinghe;
type Row = readonly [typeof T, string, readonly string[], string];
const ANSWERED: Readonly<Record<string, readonly Row[]>> = {
  'a look-up': [
    [T, '第37条', ['M37'], '红星小学新建项目'],
    [Q, '第5条', ['M5'], '第5条(问题2第(2)条):计划２０２２年８月前'],
    [Q, '问题2的第(1)条', ['M4'], '白石水厂滤池改造'],
  ],
  'a fact': [
    [T, '闲置房产盘活了多少', ['M148'], '已盘活6.37万平方米'],
    [Q, '闲置的扶持资金拨付了多少', ['M1'], '９６０万元'],
    [Q, '出水浊度达标率提高到多少', ['M4'], '９９．６％'],
    [Q, '培训了多少人', ['M9'], '４８０人次'],
  ],
  'a status': [
    [T, '第148条到什么程度了', ['M148'], '正在推进'],
    [Q, '第4条完成了吗', ['M4'], '已完成'],
    [Q, '第5条还剩多少', ['M5'], '剩余５公里正在施工'],
  ],
  'a list or count': [
    [Q, '涉及水务局的有哪几条', ['M4'], '共1条'],
    [Q, '2022年6月底前要完成的有哪些', ['M1'], '共1条'],
    [Q, '哪些还没完成', ['M1', 'M5', 'M8'], '正在推进的整改措施共2条'],
    [Q, '多少条措施提到干部', ['M7', 'M8', 'M9'], '共3条'],
    [Q, '问题2有哪些措施', ['P2', 'M4', 'M5'], '供水水质不稳定'],
  ],
  'a fact about the bulletin': [
    [T, '通报什么时候发布的', ['S0.0'], '2024-01-26'],
    [Q, '通报什么时候发布的', ['S0.0'], '２０２２年３月５日'],
    [Q, '谁发布的', ['E0'], '中共青禾县委'],
    [T, '数据截至哪天', ['S4.0'], '截至2023年10月18日'],
    [Q, '数据截至哪天', ['M1'], '截至２０２１年１２月底'],
    [Q, '联系电话', ['E0'], '0595-8612345'],
  ],
};

describe.each(Object.entries(ANSWERED))('%s', (_, rows) => {
  it.each(rows.map((row) => [row[1], row] as const))('%s is answered', (message, [brain, , units, says]) => {
    const { answer } = ask(brain, message);
    expect(answer).toMatchObject({ refused: false, bulletin: brain.bulletin.id });
    expect(cited(answer).sort()).toEqual([...units].sort());
    expect(answer.text).toContain(says);
  });
});

describe('a refusal', () => {
  const REFUSED: readonly (readonly [typeof T, string, Answer['reason']])[] = [
    [T, '第298条', 'out-of-range'],
    [T, '第100000条', 'out-of-range'],
    [T, '问题49第9条', 'out-of-range'],
    [T, '红星小学的校长是谁', 'not-in-bulletin'],
    [T, '第148条的牵头单位是谁', 'not-in-bulletin'],
    [T, '量子计算机', 'not-in-bulletin'],
    [T, '帮我写首诗', 'out-of-scope'],
    [T, '把第148条改成已完成', 'not-allowed'],
    [T, '它完成了吗', 'unclear'],
    [T, '下一条', 'unclear'],
    [Q, '第10条', 'out-of-range'],
    [Q, '问题2第7条', 'out-of-range'],
    [Q, '县委书记是谁', 'not-in-bulletin'],
    [Q, '台江区的供水管网更换了多少', 'not-in-bulletin'],
    [Q, '2025年更换了多少公里管网', 'not-in-bulletin'],
  ];
  it.each(REFUSED.map((row) => [row[1], row[2], row[0]] as const))(
    'of %s is %s',
    (message, reason, brain) => {
      expect(ask(brain, message).answer).toMatchObject({ refused: true, reason });
    },
  );

  it('says the range of the numbers', () => {
    expect(ask(T, '第298条').answer.text).toContain('1—297');
    expect(ask(Q, '第10条').answer.text).toContain('1—9');
  });
});

describe('an answer', () => {
  it('names the sanctions beside 处分第3条, and only there', () => {
    const { answer } = ask(T, '处分第3条');
    expect(cited(answer)).toEqual(['M3']);
    expect(answer.text).toContain('四(三)3');
    expect(ask(T, '第3条').answer.text).not.toContain('四(三)3');
  });

  it('shows a unit whole when its text is asked for', () => {
    for (const message of ['第148条原文', '第19条全文']) {
      const { answer } = ask(T, message);
      expect(answer.citations.map(({ quote }) => quote)).toEqual([
        T.lookup.get(cited(answer)[0] ?? '')?.text,
      ]);
    }
  });

  it('is the same for the same message, but for the time it took', () => {
    const [one, two] = [ask(T, '闲置房产盘活了多少'), ask(T, '闲置房产盘活了多少')];
    expect({ ...one.answer, elapsedMs: 0 }).toEqual({ ...two.answer, elapsedMs: 0 });
  });
});

it('nothing knows the first bulletin when the other answers the examples of every intent', () => {
  for (const message of INTENTS.flatMap(({ examples }) => examples)) {
    const { answer } = ask(Q, message);
    const said = [
      ...answer.claims.map(({ text }) => text),
      ...answer.citations.map(({ quote }) => quote),
    ].join('');
    for (const name of ['台江', '苍霞', '红星', '鳌峰', '闽江'])
      expect([message, said.includes(name)]).toEqual([message, false]);
  }
});

it('one assistant answers from the bulletin named, else from that of the conversation, else from the first', async () => {
  const assistant = createAssistant([T, Q], { today: null });
  const named = await assistant.ask('第5条', { bulletin: Q.bulletin.id });
  expect(named.answer.bulletin).toBe(Q.bulletin.id);
  expect((await assistant.ask('上一条', { turn: named.turn })).answer.bulletin).toBe(Q.bulletin.id);
  expect((await assistant.ask('第5条', {})).answer.bulletin).toBe(T.bulletin.id);
  expect(() => createAssistant([], { today: null })).toThrow(RangeError);
});
