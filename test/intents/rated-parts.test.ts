// parts a rate tells, the rest of a share, rates of two counts, shares of a status in a section, gaps between sections
import { afterAll, describe, expect, it } from 'vitest';
import { loadTwoBulletins } from '../two-bulletins.ts';
import { ask } from './ledger-scene.ts';

const { taijiang, remove } = loadTwoBulletins();
afterAll(remove);

describe('reckoned from a rate, or as one', () => {
  it.each([
    ['新招的社区工作人员里35周岁以下的有几名', 'M27', '76名×84.2%≈64名'],
    ['新招社区工作人员中本科以上学历的大约有多少人', 'M27', '76名×75%=57名'],
    ['新招社区工作人员本科以下的占比多少', 'M27', '100%−75%=25%'],
    ['一般公共预算支出里,不是民生支出的占多少', 'M35', '100%−80.49%=19.51%'],
    ['居民意见里没解决的占百分之几', 'M28', '24条÷864条≈2.78%'],
    ['社区生成的一线领办项目,完成率', 'M28', '162项÷175个≈92.57%'],
    ['派驻组检控类初信初访的办结率是多少', 'M126', '8件÷13件≈61.54%'],
    ['四微项目的立项占收集到的问题的比例', 'M236', '538个÷1012个≈53.16%'],
    ['辞去社团职务的21名干部里没超70周岁的有几名', 'M283', '21名−5名=16名'],
    ['提质增产争效贷一笔平均多少钱', 'M256', '4.8亿元÷300余笔≈每笔160万元'],
    ['已办结和正在办理的共多少件，处理干部平均每件几个人', 'S4.0', '270人÷87件≈每件3.1人'],
    ['闲置房产里没盘活的占几成', 'M148', '4.66万平方米÷11.03万平方米≈42.25%'],
    ['信访举报里不是检控类的占百分之几', 'M115', '41件÷134件≈30.6%'],
    ['39名近亲属里2012年以后进来的占百分之几', 'M218', '17名÷39名≈43.59%'],
    ['67个没改造的小区里排进2024年的占几成', 'M74', '25个÷67个≈37.31%'],
    ['水污染投诉是大气污染投诉的几成', 'M31', '197件÷2152件≈9.15%'],
    ['巡视反馈到通报公布一共多少天', 'S0.0', '相隔192天'],
    ['巡视结束到通报发布隔了多久', 'S0.0', '相隔242天'],
    ['通报公开比反馈晚多少天', 'S0.0', '相隔192天'],
  ])('%s', (message, unit, expected) => {
    const { intent, units, text } = ask(taijiang, message);
    expect(intent).toBe('compute');
    expect(new Set(units)).toEqual(new Set([unit]));
    expect(text).toContain(expected);
  });

  it.each([
    ['the bound is another', '新招社区工作人员中30周岁以下的有几名', '×84.2%'],
    ['the bound is another', '辞去社团职务的21名干部里没超60周岁的有几名', '21名−5名'],
    ['others are meant', '新招的教师里本科以上学历的有几人', '×75%'],
    ['the rate tells an opinion', '群众满意率98.69%,不满意的占多少', '100%−'],
    ['the rate is printed', '居民意见建议的办结率多少', '÷'],
    ['the figure is larger than its whole', '组织处理12人占党纪政务处分13人的几成', '1120%'],
    ['what is done is no whole of the rest', '盘活房产还剩多少没盘活,占比多少', '8处÷53处'],
    ['the day is that of another event', '巡视反馈到通报发布一共多少天', '4月17日到'],
    ['the part is asked as a share', '新招社区工作人员中本科及以上的占多少', '计算'],
    ['other things are counted in the next sentence', '四个地块没搬完的占多少', '4个−3个'],
    ['the numbers stand in a name', '98个问题的整改平均每个街道几条', '两个'],
  ])('not where %s: %s', (_, message, wrong) => {
    expect(ask(taijiang, message).text).not.toContain(wrong);
  });
});

describe('counted by the program', () => {
  it.each([
    ['第二个方面里没完成的占几成', '计算:12条÷113条≈10.62%'],
    ['第四方面（巡视整改和成果运用那块）的问题占全部的百分之几', '计算:14个÷98个≈14.29%'],
    ['长期坚持的措施有几条，占比多少', '计算:27条÷297条≈9.09%'],
    ['第四方面14个问题平均几条措施', '计算:41条÷14个问题≈每个问题2.93条'],
    ['第二方面比第一方面的措施多几条', '计算:113条−88条=25条'],
    ['第三方面和第四方面相差几条', '计算:55条−41条=14条'],
    ['已完成的比正在推进的多几条措施', '计算:223条−47条=176条'],
    ['第二方面的完成率是多少', '99条÷113条≈87.61%'],
    ['第一方面没完成的占全部没完成的百分之几', '计算:28条÷47条≈59.57%'],
    ['四个方面平均每个方面几条措施', '计算:297条÷4个方面≈每个方面74.25条'],
  ])('%s', (message, expected) => {
    expect(ask(taijiang, message).text).toContain(expected);
  });

  it.each(['39名近亲属里女的占几成', '立案查处的614起里大气污染的占百分之几'])(
    'is not reckoned where the part is not told, or is none of the whole: %s',
    (message) => {
      expect(ask(taijiang, message).text).not.toContain('计算');
    },
  );

  it.each([
    ['the whole named is another', '第一方面的措施占全部300条的百分之几'],
    ['two statuses are no matters', '完成的和未完成的差多少个亿'],
    ['so many problems are neither all nor a part', '18个问题平均几条措施'],
  ])('not where %s', (_, message) => {
    expect(ask(taijiang, message).text).not.toContain('计算');
  });
});
