import { describe, expect, it } from 'vitest';
import { findDeadlines } from '../../src/ledger/deadlines.ts';
import { deriveRealLedger, firstMeasure, readRealBulletin, writeBulletin } from './seeds.ts';

/** The synthetic bulletin's data are of 2024-11-20, it was published on 2025-03-10. */
function read(text: string) {
  const bulletin = writeBulletin([text]);
  return findDeadlines(firstMeasure(bulletin), bulletin.source, bulletin.meta).map((deadline) => ({
    text: deadline.citation.quote,
    start: deadline.start,
    date: deadline.date,
    task: deadline.task.quote,
    passed: deadline.passed,
  }));
}

describe('an announced date is a deadline with its interval and its task', () => {
  it.each([
    ['力争年内投用。', '年内', '2024-01-01', '2024-12-31', '力争年内投用'],
    ['红星小学已完成前期手续,将于年内动建。', '年内', '2024-01-01', '2024-12-31', '将于年内动建'],
    ['大厦预计2025年年底整体竣工。', '2025年年底', '2025-12-01', '2025-12-31', '大厦预计2025年年底整体竣工'],
    [
      '剩余69条隐患2024年12月底前整改到位。',
      '2024年12月底前',
      '2024-12-21',
      '2024-12-31',
      '剩余69条隐患2024年12月底前整改到位',
    ],
    ['计划2024年11月16日开标。', '2024年11月16日', '2024-11-16', '2024-11-16', '计划2024年11月16日开标'],
    [
      '计划2024年12月上旬开展面试工作。',
      '2024年12月上旬',
      '2024-12-01',
      '2024-12-10',
      '计划2024年12月上旬开展面试工作',
    ],
    ['预计2026年秋季投入使用。', '2026年秋季', '2026-09-01', '2026-11-30', '预计2026年秋季投入使用'],
    ['自2024年11月1日起,力争3个月内完成改造。', '3个月内', '2024-11-01', '2025-02-01', '力争3个月内完成改造'],
    ['力争三个月内完成改造。', '三个月内', null, null, '力争三个月内完成改造'],
    ['其余12户力争月底前签约。', '月底前', '2024-11-21', '2024-11-30', '其余12户力争月底前签约'],
    ['到2025年年底,另退休消化3人。', '2025年年底', '2025-12-01', '2025-12-31', '到2025年年底'],
  ])('%s', (text, phrase, start, date, task) => {
    expect(read(text)).toMatchObject([{ text: phrase, start, date, task }]);
  });

  it('a schedule carries on through its clauses', () => {
    const text =
      '2024年12月20日开标确定总承包单位,2025年1月底前项目进场施工,预计2026年秋季投入使用,可新增2700个学位。';
    expect(read(text).map(({ date }) => date)).toEqual(['2024-12-20', '2025-01-31', '2026-11-30']);
  });

  it('knows what had passed when the bulletin was published, and does not guess without a date', () => {
    expect(read('剩余13个项目均可在2024年12月底前完成。')[0]?.passed).toBe(true);
    expect(read('预计2025年5月完工。')[0]?.passed).toBe(false);
    expect(read('力争三个月内完成改造。')[0]?.passed).toBeNull();
  });
});

describe('dates that announce nothing are no deadlines', () => {
  it.each([
    ['reported', '已于2024年7月开工,提前完成2024年省级为民办实事任务。'],
    ['as of', '截至2024年11月底,共催缴房产136处。'],
    ['a year’s list', '对符合改造条件的25个小区列入2025年老旧小区改造项目。'],
    ['a plan’s title', '制定出台《2024年区委理论学习中心组学习计划》。'],
    ['a forecast', '2025年数字经济规模有望超450亿元,预计比增10%。'],
    ['before a year', '查处2025年以前违规发放奖金津补贴问题2个。'],
    ['an object marker', '并于2024年3月15日将其涉嫌犯罪移送检察机关审查起诉。'],
  ])('%s: %s', (_name, text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('in the real bulletin', () => {
  const { measures } = deriveRealLedger(readRealBulletin());

  it('only unfinished measures have deadlines, each quoted inside its task', () => {
    for (const { status, deadlines } of measures) {
      if (status.value !== 'in_progress') expect(deadlines).toEqual([]);
      for (const { task, citation } of deadlines) expect(task.quote).toContain(citation.quote);
    }
  });

  it('names the last date of 区级医院 as its deadline', () => {
    const dates = measures.find(({ unit }) => unit === 'M41')?.deadlines.map(({ date }) => date);
    expect(dates).toEqual(['2023-10-31', '2024-05-31', '2025-12-31']);
  });
});
