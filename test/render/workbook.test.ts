import { describe, expect, it } from 'vitest';
import { createUnitLookup } from '../../src/bulletin/lookup.ts';
import { fitWidth, measureWidth } from '../../src/render/display-width.ts';
import { renderConflictList, renderLedgerTable } from '../../src/render/ledger-table.ts';
import { renderWorkbook } from '../../src/render/workbook.ts';
import { deriveRealLedger, readRealBulletin } from '../ledger/seeds.ts';

const bulletin = readRealBulletin();
const lookup = createUnitLookup(bulletin);
const ledger = deriveRealLedger(bulletin);

describe('the 整改台账 as sheets', () => {
  const sheets = renderWorkbook(lookup, ledger);

  it('has the columns a supervision office keeps, one row a measure', () => {
    const [measures] = sheets;
    expect(measures?.name).toBe('整改台账');
    expect(measures?.columns.map(({ title }) => title)).toEqual([
      '序号',
      '反馈问题',
      '整改举措',
      '涉及单位',
      '进展摘要',
      '状态',
      '判定依据',
      '完成时限',
      '文件',
    ]);
    expect(measures?.rows.map(([number]) => number)).toEqual(Array.from({ length: 297 }, (_, i) => i + 1));
  });

  it('shows what is finished, what remains and by when', () => {
    const row = sheets[0]?.rows[27];
    expect(row?.[5]).toBe('正在推进');
    expect(row?.[6]).toContain('已完成:已完成项目162项');
    expect(row?.[6]).toContain('剩余13个项目均可在2023年10月底前完成');
    expect(row?.[7]).toContain('2023年10月底前(2023-10-31,发布时已过)');
  });

  it('gives every row as many cells as there are columns, on every sheet', () => {
    expect(sheets.map(({ name }) => name)).toEqual(['整改台账', '反馈问题', '处理情况', '数据差异']);
    for (const { columns, rows } of sheets) {
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  it('counts of the problems by status add up to all measures', () => {
    const problems = sheets[1];
    const sum = (column: number): number =>
      (problems?.rows ?? []).reduce((total, row) => total + Number(row[column]), 0);
    expect(problems?.rows).toHaveLength(98);
    expect(sum(3)).toBe(297);
    expect(sum(4) + sum(5) + sum(6)).toBe(297);
  });

  it('counts the heads sanctioned: 13 + 12 + 27', () => {
    const heads = (sheets[2]?.rows ?? []).reduce((total, row) => total + Number(row[3]), 0);
    expect(heads).toBe(52);
  });
});

describe('the ledger in a terminal', () => {
  it('keeps every row inside the width and ends with the sum by status', () => {
    const lines = renderLedgerTable(lookup, ledger.measures, 80).trimEnd().split('\n');
    for (const line of lines) expect(measureWidth(line)).toBeLessThanOrEqual(80);
    expect(lines).toHaveLength(297 + 3);
    const sums = [...(lines.at(-1) ?? '').matchAll(/\d+/gu)].map(([digits]) => Number(digits));
    expect(sums[0]).toBe(297);
    expect((sums[1] ?? 0) + (sums[2] ?? 0) + (sums[3] ?? 0)).toBe(297);
  });

  it('lists conflicts with both quotes, or says that there are none', () => {
    const [first] = ledger.conflicts;
    const text = renderConflictList(lookup, ledger);
    for (const { citation } of first?.sides ?? []) expect(text).toContain(`「${citation.quote}」`);
    expect(renderConflictList(lookup, { ...ledger, conflicts: [] })).toContain('没有发现');
  });

  it.each([
    ['状态', 8, '状态    '],
    ['已完成14个老旧小区改造', 12, '已完成14个… '],
    ['abc', 4, 'abc '],
    ['两\n行', 8, '两 行   '],
  ])('fits %s into %i columns', (text, width, expected) => {
    expect(fitWidth(text, width)).toBe(expected);
    expect(measureWidth(expected)).toBe(width);
  });
});
