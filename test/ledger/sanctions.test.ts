import { describe, expect, it } from 'vitest';
import { checkHeadcounts, findSanctions } from '../../src/ledger/sanctions.ts';
import { readRealBulletin, writeBulletin } from './seeds.ts';

const TAIL = `二、巡视反馈问题线索的处理情况
截至2024年11月20日,均已办结。
(一)党纪政务处分情况(3人)
1.县园林局监察室主任赵明德工作中存在弄虚作假情况,被予以党内警告处分。
2.县房产公司党支部书记钱少华、征收处主任孙立,在工作中监督把关不严,均被予以党内严重警告处分。
(二)诫勉谈话情况(5人)
1.因对挪用公款问题负有责任,对时任县审计局局长李伯年等4人予以诫勉谈话。
欢迎广大干部群众进行监督。联系电话:1234567。
`;

describe('sanctions of the real bulletin', () => {
  const bulletin = readRealBulletin();
  const sanctions = findSanctions(bulletin);
  const heads = (kind: string): number =>
    sanctions.filter((entry) => entry.kind === kind).reduce((sum, entry) => sum + entry.persons, 0);

  it('count the heads the headings print: 13人, 12人, 27人', () => {
    expect([heads('disciplinary'), heads('organizational'), heads('admonition')]).toEqual([13, 12, 27]);
    expect(checkHeadcounts(bulletin, sanctions)).toEqual([]);
  });

  it.each([
    ['D1.9', '党内警告', 2, '在工作中监督把关不严'],
    ['D1.12', '党内警告', 1, '长期拒缴公房租金'],
    ['D2.2', '调岗降薪', 5, '因属国企“近亲繁殖”人员且综合表现一般、绩效排名靠后'],
    ['D2.5', '免职', 2, '因拒绝退还2017—2021年间违规发放奖金'],
    ['D3.1', '诫勉处理', 4, '因国企“近亲繁殖”问题负有领导责任'],
    ['D3.13', '诫勉谈话', 1, '因违规接受管理服务对象安排的娱乐活动'],
  ])('%s: %s, %i人, %s', (unit, measure, persons, ground) => {
    const found = sanctions.find((entry) => entry.unit === unit);
    expect(found?.measure.value).toBe(measure);
    expect(found?.persons).toBe(persons);
    expect(found?.ground.quote).toBe(ground);
  });

  it('quote the source verbatim and name no person in the measure taken', () => {
    for (const { measure, ground } of sanctions) {
      for (const { quote, span } of [measure.citation, ground]) {
        expect(bulletin.source.slice(span.start, span.end)).toBe(quote);
      }
      expect(measure.value.length).toBeLessThan(10);
    }
  });
});

describe('sanctions of another bulletin', () => {
  const bulletin = writeBulletin(['召开会议2次。'], TAIL);
  const sanctions = findSanctions(bulletin);

  it('are read by the same shapes', () => {
    expect(sanctions.map(({ kind, measure, persons }) => [kind, measure.value, persons])).toEqual([
      ['disciplinary', '党内警告', 1],
      ['disciplinary', '党内严重警告', 2],
      ['admonition', '诫勉谈话', 4],
    ]);
  });

  it('report a heading whose number is not the sum of its items', () => {
    const [conflict, ...others] = checkHeadcounts(bulletin, sanctions);
    expect(others).toEqual([]);
    expect(conflict?.why).toBe('标题载明5人,逐条相加为4人。');
    expect(conflict?.sides.map(({ citation }) => citation.quote)).toEqual(['(5人)', '诫勉谈话']);
  });
});
