import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAmounts } from '../../src/text/amounts.ts';
import { findDates } from '../../src/text/dates.ts';

const amounts = (text: string): unknown[] =>
  findAmounts(text).map(({ text: written, value, unit }) => [written, value, unit]);
const dates = (text: string, year?: number): unknown[] =>
  findDates(text, year === undefined ? {} : { year }).map(({ text: written, start, end }) => [
    written,
    start,
    end,
  ]);

describe('amounts', () => {
  it.each([
    ['已盘活6.37万平方米', [['6.37万平方米', 63_700, '平方米']]],
    ['涉及金额近1800万元', [['1800万元', 18_000_000, '元']]],
    [
      '宣讲500余场,受众1万多人次',
      [
        ['500余场', 500, '场'],
        ['1万多人次', 10_000, '人次'],
      ],
    ],
    [
      '完成率94.16%,超序时进度13.42个百分点',
      [
        ['94.16%', 94.16, '%'],
        ['13.42个百分点', 13.42, '个百分点'],
      ],
    ],
    ['回复1,436人次', [['1,436人次', 1436, '人次']]],
    ['剩余３２０万元', [['３２０万元', 3_200_000, '元']]],
    ['35周岁以下', [['35周岁', 35, '周岁']]],
    ['十条红色线路', [['十条', 10, '条']]],
    ['一方面', []],
  ])('%s', (text, found) => {
    expect(amounts(text)).toEqual(found);
  });

  it('says which figures the text itself calls inexact', () => {
    expect(findAmounts('近1800万元、1754.83万元').map(({ approximate }) => approximate)).toEqual([
      true,
      false,
    ]);
  });

  it('returns spans that hold what it says, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '1',
            '2',
            '.',
            ',',
            '万',
            '亿',
            '元',
            '人',
            '次',
            '十',
            '余',
            '年',
            '%',
            '近',
            'a',
          ),
        }),
        (text) => {
          for (const { span, text: written } of findAmounts(text))
            expect(text.slice(span.start, span.end)).toBe(written);
        },
      ),
    );
  });
});

describe('dates', () => {
  it.each([
    ['2023年8月25日', [['2023年8月25日', '2023-08-25', '2023-08-25']]],
    ['2023年10月底前完成', [['2023年10月底前', '2023-10-21', '2023-10-31']]],
    ['2023年1—9月', [['2023年1—9月', '2023-01-01', '2023-09-30']]],
    ['2023年10月上旬', [['2023年10月上旬', '2023-10-01', '2023-10-10']]],
    ['2025年秋季投入使用', [['2025年秋季', '2025-09-01', '2025-11-30']]],
    ['２０２２年６月底前', [['２０２２年６月底前', '2022-06-21', '2022-06-30']]],
    ['二〇二三年', [['二〇二三年', '2023-01-01', '2023-12-31']]],
  ])('%s', (text, found) => {
    expect(dates(text)).toEqual(found);
  });

  it('gives a month without a year the year of the date before it', () => {
    expect(dates('2023年4月17日至5月29日')).toEqual([
      ['2023年4月17日', '2023-04-17', '2023-04-17'],
      ['5月29日', '2023-05-29', '2023-05-29'],
    ]);
  });

  it('gives a quarter without a year the year of the date before it', () => {
    expect(dates('2023年7月初开展调研,均在第三季度立案')).toEqual([
      ['2023年7月初', '2023-07-01', '2023-07-10'],
      ['第三季度', '2023-07-01', '2023-09-30'],
    ]);
  });

  it('resolves 年内 only where a year is known', () => {
    expect(dates('力争年内投用')).toEqual([['年内', null, null]]);
    expect(dates('力争年内投用', 2023)).toEqual([['年内', '2023-01-01', '2023-12-31']]);
  });

  it('never makes a day that does not exist', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const [found] = findDates(`${year}年${month}月底`);
        expect(new Date(`${found?.end ?? ''}T00:00:00Z`).getUTCMonth()).toBe(month - 1);
      }),
    );
  });
});
