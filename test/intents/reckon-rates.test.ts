// wholes and rests that only a printed rate tells, means over months and batches, parts named by what they are not
import { afterAll, describe, expect, it } from 'vitest';
import { loadTwoBulletins } from '../two-bulletins.ts';
import { ask } from './ledger-scene.ts';

const { taijiang, remove } = loadTwoBulletins();
afterAll(remove);

describe('reckoned', () => {
  it.each([
    ['按86.99%的完成率倒推，状元新村还差多少户没搬', 'M20', '856户÷86.99%≈984户,984户−856户≈128户'],
    ['民生支出占80.49%，那一般公共预算支出大概是多少？', 'M35', '133899万元÷80.49%≈166355万元'],
    ['检控类初次举报还有几件没办结', 'M115', '52件−36件≈16件'],
    ['信访举报里不属检控类的有几件', 'M115', '134件−93件=41件'],
    ['23个专班还有几个没向常委会汇报过', 'M24', '23个−13个=10个'],
    ['长期闲置房产的盘活率算出来是多少？', 'M148', '6.37万平方米÷11.03万平方米≈57.75%'],
    ['被侵占房产收回的面积占多大比例', 'M148', '2.08万平方米÷2.18万平方米≈95.41%'],
    ['1到9月民生支出平均每月多少万元', 'M35', '133899万元÷9个月≈每月14877.67万元'],
    ['苍霞人家生活馆今年平均每批接待多少人', 'M11', '8475人次÷331批次≈每批次25.6人次'],
    ['229场促消费活动，平均每场带动消费多少', 'M50', '9.1亿元÷229场≈每场397.38万元'],
  ])('%s', (message, unit, expected) => {
    const { intent, units, text } = ask(taijiang, message);
    expect(intent).toBe('compute');
    expect(units).toEqual([unit]);
    expect(text).toContain(expected);
  });

  it.each([
    ['the whole is printed', '137条创新改革事项,按完成率倒推总共多少条', '÷94.16%'],
    ['the rate tells an opinion', '群众满意率98.69%,还有多少件没解决', '÷98.69%'],
    ['the period is open', '7月以来走访商贸企业平均每个月多少次', '个月≈'],
    ['both figures are done, or both left', '信访件还剩多少没办结', '244人−26人'],
    ['a running total holds the figure before it', '被侵占房产收回面积加起来多少', '0.01万平方米+'],
    ['the rate is not asked of', '百日攻坚那四个地块总共搬了多少户', '÷99.82%'],
  ])('not reckoned where %s', (_, message, wrong) => {
    expect(ask(taijiang, message).text).not.toContain(wrong);
  });
});
