import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/ledger/figures.ts';
import { firstMeasure, readRealBulletin, writeBulletin } from './seeds.ts';

function readFigures(text: string): (readonly [string, number, string, string, string | null])[] {
  const bulletin = writeBulletin([text]);
  return findFigures(firstMeasure(bulletin), bulletin.source).map(
    ({ citation, value, unit, of, period }) => [citation.quote, value, unit, of, period] as const,
  );
}

describe('figures say what they count', () => {
  it.each([
    ['完成全区3500多名干部集中轮训。', ['3500多名', 3500, '名', '干部', null]],
    ['长期闲置房产已盘活6.37万平方米。', ['6.37万平方米', 63700, '平方米', '长期闲置房产已盘活', null]],
    ['发出纪检监察建议书3份。', ['3份', 3, '份', '发出纪检监察建议书', null]],
    ['2023年7月18日以来召开9次区委常委会会议。', ['9次', 9, '次', '区委常委会会议', '2023年7月18日以来']],
    ['截至目前,办结率达97.22%。', ['97.22%', 97.22, '%', '办结率', null]],
    ['涉及金额近1800万元。', ['1800万元', 18_000_000, '元', '涉及金额', null]],
  ])('%s', (text, expected) => {
    const [figure] = readFigures(text);
    expect(figure?.slice(0, 3)).toEqual(expected.slice(0, 3));
    expect(figure?.[3]).toContain(String(expected[3]).replace('涉及', ''));
    expect(figure?.[4]).toBe(expected[4]);
  });

  it('a change belongs to the subject before it and keeps the period of its sentence', () => {
    const text = '2023年1—9月全区立案57件64人,同比上升54.1%。其中自办案件49件,同比上升188.2%。';
    expect(readFigures(text).map(([quote, , , of, period]) => [quote, of, period])).toEqual([
      ['57件', '全区立案', '2023年1—9月'],
      ['64人', '全区立案', '2023年1—9月'],
      ['54.1%', '全区立案同比上升', '2023年1—9月'],
      ['49件', '自办案件', '2023年1—9月'],
      ['188.2%', '自办案件同比上升', '2023年1—9月'],
    ]);
  });

  it.each([
    '举办第5期“三实三效”培训班。',
    '深化“1234”工作机制。',
    '印发《2023年工作计划》(台政办发〔2023〕3号)。',
    '落实中央八项规定精神。',
    '于2023年9月28日开业。',
  ])('%s holds no figure', (text) => {
    expect(readFigures(text)).toEqual([]);
  });

  it('quote the source verbatim inside their unit', () => {
    const bulletin = readRealBulletin();
    for (const unit of bulletin.units) {
      for (const { citation, value } of findFigures(unit, bulletin.source)) {
        expect(citation.quote).toBe(bulletin.source.slice(citation.span.start, citation.span.end));
        expect(citation.span.start).toBeGreaterThanOrEqual(unit.body.start);
        expect(citation.span.end).toBeLessThanOrEqual(unit.body.end);
        expect(Number.isFinite(value)).toBe(true);
      }
    }
  });
});
