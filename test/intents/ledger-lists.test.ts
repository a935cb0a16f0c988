import { describe, expect, it } from 'vitest';
import { ask, countsOf } from './ledger-scene.ts';
import { askOf, loadBrain, turnAfter } from './summary-scene.ts';
import { pagingIntent } from '../../src/intents/paging.ts';

const brain = loadBrain();
const measuresHolding = (words: string): string[] =>
  brain.lookup.measures.filter(({ text }) => text.includes(words)).map(({ id }) => id);

describe('a list of measures by what they mention', () => {
  it.each(['登革热', '连家船', '竞争性磋商', '灯泡厂宿舍地块', '闽江之心', '福农优品'])(
    'is exactly the measures that print 「%s」',
    (words) => {
      for (const message of [
        `哪几条提到“${words}”`,
        `“${words}”在哪些措施里出现过`,
        `提到“${words}”的措施有几条`,
      ]) {
        const answer = ask(brain, message);
        expect(new Set(answer.units), message).toEqual(new Set(measuresHolding(words)));
      }
    },
  );

  it('holds close forms too, told apart from the words themselves', () => {
    const answer = ask(brain, '讲到党建巡诊的措施有哪几条');
    expect(answer.list).toEqual(['M90', 'M104', 'M112', 'M207', 'M209', 'M267']);
    expect(answer.text).toMatch(/原文即此写法的共4条/u);
    expect(answer.text).toMatch(/写法相近的共2条/u);
  });

  it.each([
    ['连家船那个项目,前前后后有哪几条措施讲到', ['M11', 'M16', 'M17', 'M18', 'M26']],
    ['灯泡厂宿舍旁边那条路,哪几条里写了', ['M160', 'M161', 'M163', 'M165']],
    ['我要找《工程招投标领域专项治理工作方案》的出处,列出来', ['M261', 'M295']],
    ['《党政领导干部选拔任用工作条例》,哪几条措施安排学过', ['M202', 'M214']],
    ['上过《人民日报》《福建日报》或者新华社的,是哪几条', ['M20', 'M179', 'M226', 'M237']],
  ])('reads everyday wordings: %s', (message, units) => {
    expect(ask(brain, message).list).toEqual(units);
  });

  it('takes words in quotation marks literally', () => {
    expect(ask(brain, '“党建巡诊”在哪几条').list).toEqual(['M90', 'M104', 'M207', 'M209']);
  });

  it('finds a figure whichever way it is put', () => {
    expect(ask(brain, '136处欠租房产出现在哪两条').list).toEqual(['M114', 'M262']);
    expect(ask(brain, '10月初人事调整提拔35名干部,重复写在哪几条').list).toEqual(['M216', 'M245', 'M251']);
  });

  it('wants both of two names where the asker says so', () => {
    const answer = ask(brain, '同时提到区发改局和财政局的是哪几条');
    expect(answer.list).toEqual(['M261', 'M295']);
  });

  it('says so when no measure mentions the words, and where else they stand', () => {
    const absent = ask(brain, '哪几条提到火星基地');
    expect(absent.refusal).toBe('not-in-bulletin');
    expect(absent.claims).toEqual([]);
    expect(ask(brain, '哪几条提到省委巡视四组').units).toEqual(['S0.0']);
  });
});

describe('a list of problems', () => {
  it.each([
    ['拉渣土这事被当成毛病单独列的,是哪两个问题', ['P55', 'P56']],
    ['经合社被点名的问题是第几个和第几个', ['P95', 'P96']],
    ['下面挂了四条措施的问题一共几个', ['P13', 'P40', 'P49', 'P84', 'P87', 'P91']],
  ])('%s', (message, units) => {
    const answer = ask(brain, message);
    expect(answer.intent).toBe('problems');
    expect(answer.list).toEqual(units);
  });

  it('named in everyday words narrows a list of measures', () => {
    expect(ask(brain, '小区消防设施改造那个问题下,还留尾巴的是哪几条').list).toEqual(['M78', 'M79']);
    expect(ask(brain, '国有房产乱象那个问题里,哪几条写明事情还没了结').list).toEqual(['M148', 'M149']);
  });
});

describe('a list of measures by ledger facts', () => {
  it('reads several years, and the present one', () => {
    expect(ask(brain, '哪些措施的投用时间排到了2024、2025年').list).toEqual(['M35', 'M37', 'M41']);
    const { published } = brain.bulletin.meta;
    const year = published?.slice(0, 4) ?? '';
    expect(ask(brain, '今年要完成的有哪些').list).toEqual(ask(brain, `${year}年要完成的有哪些`).list);
  });

  it('joins the variants of a body and marks elliptic mentions', () => {
    const answer = ask(brain, '涉及区城管局的有哪几条');
    expect(answer.list).toContain('M32'); // 「区建设局、城管局」
    expect(answer.text).toMatch(/省写的共\d+条/u);
  });

  it('tells the body the bulletin says is in charge from those it names', () => {
    const { claims } = ask(brain, '区民政局牵头几条');
    expect(claims[0]?.text).toMatch(/^通报载明由区民政局牵头的整改措施共\d+条$/u);
    expect(claims.some(({ text }) => text.startsWith('提到区民政局的整改措施共'))).toBe(true);
  });

  it('finds a document by its title', () => {
    const title = '台江区区属国有企业资产租赁管理办法';
    expect(ask(brain, `《${title}》在哪几条里`).list).toEqual(measuresHolding(title));
  });

  it('means in_progress by 没完成, and adds how many are standing practice', () => {
    const answer = ask(brain, '哪些还没完成');
    const open = brain.ledger.measures.filter(({ status }) => status.value === 'in_progress');
    expect(answer.list).toEqual(open.map(({ unit }) => unit));
    const standing = brain.ledger.measures.filter(({ status }) => status.value === 'long_term').length;
    expect(answer.text).toContain(`另有长期坚持的共${standing}条`);
    expect(answer.notes.join('')).toContain('通报没有给出官方状态');
  });

  it('reads 10月底前 in the bulletin’s year', () => {
    const due = brain.ledger.measures.filter(({ deadlines }) =>
      deadlines.some(({ date }) => date !== null && date <= '2023-10-31'),
    );
    expect(ask(brain, '10月底前要完成的有哪些').list).toEqual(due.map(({ unit }) => unit));
    expect(ask(brain, '预计2025年完成的措施有哪些').list).toEqual(['M37', 'M41']);
  });

  it('joins a problem named by its words with a status', () => {
    expect(ask(brain, '国有房产闲置侵占问题下面哪些还没了结').list).toEqual(['M148', 'M149']);
  });

  it('shows ten rows and pages the rest', () => {
    const first = ask(brain, '提到老旧小区的措施有哪些');
    expect(first.shown).toBe(10);
    expect(first.list.length).toBeGreaterThan(10);
    const turn = {
      ...turnAfter(brain, '提到老旧小区的措施有哪些', 'list'),
      list: [...first.list],
      shown: 10,
    };
    const more = pagingIntent.draft(askOf(brain, '更多', turn));
    expect(more.claims.map(({ citations }) => citations[0].unit)).toEqual(first.list.slice(10, 20));
  });
});

describe('a count', () => {
  it('equals the units its claim cites, for every question about counts', () => {
    for (const message of [
      '全文有多少条措施提到警示教育',
      '全面从严治党方面共有多少条措施',
      '多少条措施还没完成',
      '四个方面各有多少个问题',
      '第一方面和第二方面一共多少条措施',
      '涉及违建的问题有几个',
      '诫勉谈话列了多少项',
    ]) {
      const counts = countsOf(ask(brain, message));
      expect(counts.length, message).toBeGreaterThan(0);
      for (const { text, counted, cited } of counts) expect(cited, `${message}: ${text}`).toBe(counted);
    }
  });

  it('quotes the bulletin’s own totals', () => {
    expect(ask(brain, '一共多少个问题多少条举措').text).toBe('围绕4个方面98个问题,研究提出297条整改举措');
    expect(ask(brain, '平均每个问题有几条整改措施').text).toContain('计算:297条÷98个问题≈每个问题3.03条');
  });

  it('counts by status where all are asked about', () => {
    for (const message of ['297条举措完成了多少条', '全面从严治党方面完成了多少条,还剩几条']) {
      const answer = ask(brain, message);
      expect(answer.intent, message).toBe('count');
      expect(answer.text, message).toMatch(/计算:\d+\+\d+\+\d+=\d+条/u);
    }
    expect(ask(brain, '前两个方面加在一块儿是多少个问题').text).toContain('29+37=66个');
    expect(ask(brain, '成果运用那块平均一个问题摊到几条措施').text).toContain('41条÷14个问题≈每个问题2.93条');
  });

  it('does not take a fact for a count', () => {
    for (const message of [
      '闲置房产盘活了多少',
      '长者食堂有多少个',
      '支持民营经济那份实施意见有几个方面多少条举措',
    ]) {
      expect(['list', 'count', 'groups', 'sanctions'], message).not.toContain(ask(brain, message).intent);
    }
  });
});
