import { afterAll, describe, expect, it } from 'vitest';
import { answerMessage } from '../src/assistant.ts';
import type { Brain } from '../src/brains.ts';
import type { AskContext } from '../src/delivery/ask.ts';
import { ask, citedUnits as cited, loadTwoBulletins } from './two-bulletins.ts';

const { taijiang, qinghe, remove } = loadTwoBulletins();
afterAll(remove);

/** Messages of one conversation, each with the units its answer must cite; null for a refusal. */
type Conversation = readonly (readonly [string, readonly string[] | null])[];
const CONVERSATIONS: readonly (readonly [string, Brain, Conversation])[] = [
  [
    'asks on about a fact',
    qinghe,
    [
      ['闲置的扶持资金拨付了多少', ['M1']],
      ['还剩多少', ['M1']],
      ['那责任单位是谁', ['M1']],
      ['谢谢', []],
      ['下一条', ['M2']],
      ['上一条', ['M1']],
      ['上一条', null],
      ['原文', ['M1']],
    ],
  ],
  [
    'opens one row of a list after the other',
    qinghe,
    [
      ['哪些还没完成', ['M1', 'M5', 'M8']],
      ['展开第二个', ['M5']],
      ['展开第一个', ['M1']],
      ['展开第七个', null],
    ],
  ],
  [
    'ends at the last measure',
    taijiang,
    [
      ['第297条', ['M297']],
      ['下一条', null],
      ['上一条', ['M296']],
    ],
  ],
  [
    'asks the same of another thing, nearest first',
    taijiang,
    [
      ['四种形态处理了多少人次', ['M108', 'M113', 'M115', 'M260']],
      ['派驻机构呢', ['M126']],
      ['理论宣讲五讲活动,进社区多少场', ['M12']],
      ['学校呢', ['M12']],
      ['哪一类最少', ['M12']],
    ],
  ],
  [
    'refuses what the matter spoken of does not say',
    taijiang,
    [
      ['区委第三轮巡察发现落实巡视巡察整改不到位的有几家', ['M286']],
      ['点一下这6家的名', null],
      ['他们总投资多少', null],
      ['连家船趸船码头平台做了几根桩基', ['M17']],
      ['总投资多少', null],
    ],
  ],
  [
    'opens a problem by the place of its measures',
    taijiang,
    [
      ['博奥城违建和消防问题有哪几条措施', ['P87', 'M263', 'M264', 'M265', 'M266']],
      ['展开第二个', ['M264']],
      ['最后一个呢', ['M266']],
    ],
  ],
  [
    'takes up the same project in another measure',
    taijiang,
    [
      ['闲置房产盘活了多少', ['M148']],
      ['剩下的呢', ['M148']],
      ['红星小学总投资多少', ['M20']],
      ['它什么时候投入使用', ['M37']],
    ],
  ],
  [
    'turns to another body of the same matter, then to those who were dealt with',
    taijiang,
    [
      ['违规发放补贴,区金科局追缴了多少', ['M191', 'M192']],
      ['没退的还有多少', ['M191']],
      ['洋中街道呢', ['M191']],
      ['那拒不退钱的人怎么处理的', ['M192']],
    ],
  ],
  [
    'asks about rows of what was listed, and moves on from them',
    taijiang,
    [
      ['“三转”不到位那个问题怎么改的', ['P46', 'M138', 'M139', 'M140']],
      ['第二条说详细点,长期参与的清掉几个', ['M139']],
      ['第三条呢', ['M140']],
      ['不对,我是说第97个问题,它下面有哪几条措施', ['P97', 'M292', 'M293', 'M294']],
    ],
  ],
  [
    'asks up to when a figure counts, and for sums nobody printed',
    taijiang,
    [
      ['395宗违建里产权冻结多少', ['M271']],
      ['这是截到哪天的数', ['M271']],
      ['社团兼职不规范的,最后有多少干部辞掉了社团职务', ['M283']],
      ['这几位一共领了多少报酬', null],
    ],
  ],
  [
    'asks for others with the same sanction, and for another sanction in the same matter',
    taijiang,
    [
      ['戴天惠受了什么处分', ['D1.10']],
      ['还有谁也是这个等级的', ['D1.8']],
      ['他主要是什么问题', ['D1.8']],
      ['近亲繁殖清退了几个', ['D2.3', 'D2.4']],
      ['降职的呢', ['D2.1']],
      ['诫勉的有谁', ['D3.1']],
    ],
  ],
  [
    'asks how many were dealt with where the matter counts them, then for their names in part four',
    taijiang,
    [
      ['擅设渣土标准排查多少项目', ['M168']],
      ['诫勉了几个', ['M168']],
      ['叫什么', ['D3.2', 'D3.3']],
    ],
  ],
  [
    'asks by a bare participle, and turns to the names of what was counted',
    taijiang,
    [
      ['历史遗留两违总共多少宗', ['M271', 'M272']],
      ['拆了的', ['M271']],
      ['有烟火气的夜市打造了几个', ['M55']],
      ['都叫啥', ['M55']],
    ],
  ],
  [
    'asks who is responsible where the bulletin only says by whom it is done',
    taijiang,
    [
      ['社区书记一线领办的项目生成多少个', ['M28']],
      ['那谁负责', ['M28']],
    ],
  ],
  [
    'turns to the persons behind a measure that was counted, then to another measure of that list',
    taijiang,
    [
      ['18名在重要或敏感岗位任职的近亲属人员里降职降薪几名', ['M218']],
      ['谁被清退了', ['D2.3', 'D2.4']],
      ['那降职降薪的', ['D2.1']],
    ],
  ],
  [
    'turns to another measure of the same list of persons',
    taijiang,
    [
      ['近亲繁殖清退的有谁', ['D2.3', 'D2.4']],
      ['那降职降薪的', ['D2.1']],
    ],
  ],
  [
    'asks for a share of the matter spoken of',
    taijiang,
    [
      ['营商环境创新改革清单137条,做完多少了', ['M59']],
      ['完成率', ['M59']],
      ['在市里排第几', ['M59']],
    ],
  ],
];

describe('a conversation', () => {
  it.each(CONVERSATIONS)('%s', (_, brain, turns) => {
    let context: AskContext = {};
    for (const [message, units] of turns) {
      const { answer, turn } = ask(brain, message, context);
      expect([message, answer.refused ? null : cited(answer)]).toEqual([message, units]);
      context = { turn };
    }
  });

  it('turns a long list over page by page, each row once', () => {
    let { answer, turn, suggestions } = ask(taijiang, '哪些还没完成');
    const all = [...turn.list];
    expect(all.length).toBeGreaterThan(40);
    const seen = all.slice(0, turn.shown);
    for (let pages = 0; suggestions.includes('更多') && pages < 10; pages += 1) {
      ({ answer, turn, suggestions } = ask(taijiang, '更多', { turn }));
      seen.push(...cited(answer));
    }
    expect(seen).toEqual(all);
  });

  it('binds a reply to the units of the message replied to', () => {
    expect(cited(ask(taijiang, '原文', { quotedUnits: ['M37'] }).answer)).toEqual(['M37']);
    expect(cited(ask(taijiang, '下一条', { quotedUnits: ['M37'] }).answer)).toEqual(['M38']);
  });

  it('does not carry the units of one bulletin into another', () => {
    const { turn } = ask(taijiang, '第148条');
    expect(ask(qinghe, '下一条', { turn }).answer).toMatchObject({ refused: true, reason: 'unclear' });
  });

  it('survives units that the bulletin no longer has', () => {
    const { turn } = ask(qinghe, '第5条');
    const gone = { ...turn, units: ['M148'], list: ['M148', 'P49'], near: ['X'], shown: 1 };
    for (const message of ['原文', '下一条', '更多', '展开第二个', '它完成了吗', '还剩多少'])
      expect(answerMessage(qinghe, message, { turn: gone, quotedUnits: ['Z9'] }, null).answer.text).not.toBe(
        '',
      );
  });
});
