import { describe, expect, it } from 'vitest';
import { conflictsTouching } from '../../src/intents/conflicts.ts';
import { verifyClaims } from '../../src/answer/verify.ts';
import { problemIntent } from '../../src/intents/problem.ts';
import { ask } from './ledger-scene.ts';
import { askOf, loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const { ledger, lookup } = brain;

describe('a problem', () => {
  it('shows its heading and every measure in about 1,000 characters, for all problems', () => {
    for (const { id, text } of lookup.problems) {
      const { claims } = problemIntent.draft(askOf(brain, `问题${id.slice(1)}怎么整改的`));
      const cited = new Set(claims.flatMap(({ citations }) => citations.map(({ unit }) => unit)));
      expect(verifyClaims(claims, brain).dropped, id).toEqual([]);
      expect(claims[0]?.text, id).toContain(text);
      expect([...cited], id).toEqual([id, ...lookup.measuresOf(id).map((unit) => unit.id)]);
      expect(claims.map((one) => one.text).join('').length, id).toBeLessThanOrEqual(1100);
    }
  });

  it('tells how a matter ended', () => {
    expect(ask(brain, '问题九十六的整改情况').text).toContain('决定以现租金标准与承租户重新签订租赁合同');
    expect(ask(brain, '博奥城违建和消防问题是怎么整改的').text).toContain('不建议');
  });
});

describe('an overview', () => {
  it('adds the statuses up to all measures', () => {
    const { text } = ask(brain, '总体整改情况怎么样');
    const terms = /计算:(\d+)\+(\d+)\+(\d+)=(\d+)条/u.exec(text)?.slice(1).map(Number) ?? [];
    const [a = 0, b = 0, c = 0, all = -1] = terms;
    expect(a + b + c).toBe(all);
    expect(all).toBe(lookup.measures.length);
  });

  it('of a body holds all of its measures', () => {
    const body = ledger.organizations.find(({ name }) => name === '区民政局');
    const measures = body?.units.filter((id) => brain.facts.has(id)) ?? [];
    expect(ask(brain, '区民政局的整改情况').list).toEqual(measures);
  });
});

describe('sanctions', () => {
  it.each([
    ['因国企近亲繁殖被组织处理的共几人', ['D2.1', 'D2.2', 'D2.3', 'D2.4'], '2+5+1+1=9人'],
    ['因为赖悦心的案子,受党内警告的有几位', ['D1.1', 'D1.2', 'D1.3', 'D1.4'], '1+1+1+1=4人'],
    ['诫勉谈话处理了多少人', ['D3.0'], '27人'],
    ['降职降薪和调岗降薪一共几人', ['D2.1', 'D2.2'], '2+5=7人'],
    ['学校总务主任被诫勉的合计几个', ['D3.5', 'D3.9'], '1+4=5人'],
    ['亲戚扎堆国企,被降了工资的总共几个人', ['D2.1', 'D2.2'], '2+5=7人'],
    ['诫勉名单里哪几条是因为拉渣土自己定标准', ['D3.2', 'D3.3'], '1+1=2人'],
    ['新港街道有谁上了党纪政务处分名单', ['D1.7', 'D1.11'], '1+1=2人'],
  ])('%s', (message, units, expected) => {
    const answer = ask(brain, message);
    expect(answer.intent).toBe('sanctions');
    expect(answer.units).toEqual(units);
    expect(answer.text).toContain(expected);
  });

  it('agree with the head-counts of their headings', () => {
    const { text } = ask(brain, '诫勉谈话一共处理了多少人,各项加起来对得上吗');
    expect(text).toContain('诫勉谈话处理情况(27人)');
    expect(text).toContain('=27人');
  });

  it('leaves persons counted for a ground that is only meant to the measure that tells it', () => {
    expect(ask(brain, '设计合同违规指定的项目,几个人被诫勉谈话').intent).not.toBe('sanctions');
  });

  it('quotes every unit that names a person', () => {
    const answer = ask(brain, '陈国兰的原职务和处分事由,两处写得一样吗');
    expect(answer.intent).toBe('person');
    expect(answer.units).toEqual(['M163', 'D1.6']);
    expect(ask(brain, '卓毅被处理过几次').units).toEqual(['D1.5', 'D2.1']);
  });

  it('are not what a list of measures means', () => {
    expect(ask(brain, '哪些措施提到诫勉谈话').intent).toBe('list');
  });
});

describe('a computation in everyday words', () => {
  it.each([
    ['乱发的补贴,金科局追回来的加上洋中街道退掉的,总共多少钱', '2653938元+132639.6元=2786577.6元'],
    ['街坊们提的864条意见,还剩几条没给解决', '864条−840个=24条'],
    ['列入市级攻坚的前期节点,还差几个没完成', '56个−36个=20个'],
    ['闲置房产盘活的比例是百分之几', '6.37万平方米÷11.03万平方米≈57.75%'],
    ['被人占着的公家房子,收回来的和还没收回的拢共多少处', '53处+8处=61处'],
  ])('%s', (message, expected) => {
    const answer = ask(brain, message);
    expect(answer.intent).toBe('compute');
    expect(answer.text).toContain(expected);
  });
});

describe('contradictions', () => {
  it('are listed with both sides, none chosen', () => {
    const answer = ask(brain, '有没有前后矛盾的数据');
    const contradictions = ledger.conflicts.filter(({ kind }) => kind === 'contradiction');
    expect(answer.claims).toHaveLength(contradictions.length);
    expect(answer.text).toContain('188.2%');
    expect(answer.text).toContain('488.2%');
  });

  it('are found by topic', () => {
    expect(ask(brain, '“护河爱水”专项行动的轮次,两处数字怎么不一样').units).toEqual(['M20', 'M279']);
    expect(ask(brain, '136处欠租房产涉及的钱,通报里前后写法一样吗').units).toEqual(['M114', 'M262']);
  });

  it('touch an answer that quotes one side', () => {
    for (const conflict of ledger.conflicts) {
      for (const { citation } of conflict.sides) {
        expect(conflictsTouching(ledger, [citation.unit], [citation])).toContain(conflict);
        expect(conflictsTouching(ledger, [citation.unit], [])).toContain(conflict);
      }
    }
    const elsewhere = lookup.get('E0');
    if (elsewhere === undefined) throw new Error('no contact unit');
    expect(conflictsTouching(ledger, ['E0'], [lookup.cite('E0')])).toEqual([]);
  });
});

describe('sums, surpluses and shares of figures told together', () => {
  it.each([
    ['讲座、党课、文艺加宣讲三样合计场次', '389场+237场+23场=649场'],
    ['污水管网比任务多干了多少米', '800米−500米=300米'],
    ['395宗违建拆掉的占多少', '68宗÷395宗≈17.22%'],
    ['居民意见还有多少条没解决', '864条−840个=24条'],
    ['两次扣减土方外运金额合计多少', '373万元+5.3万元=378.3万元'],
  ])('%s', (message, computed) => {
    expect(ask(brain, message).text).toContain(computed);
  });
});
