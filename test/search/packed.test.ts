import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSearchData } from '../../src/search/build-search.ts';
import { formatSearchData, packTable, parseSearchData, termsOf } from '../../src/search/index-data.ts';
import { packColumns, unpackColumns } from '../../src/search/packed.ts';
import { readQinghe } from '../qinghe.ts';

describe('packed columns', () => {
  it('come back as they were, wherever their bytes lie', () => {
    const column = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
    fc.assert(
      fc.property(fc.array(column), fc.nat(5), (columns, at) => {
        const packed = packColumns(columns.map((numbers) => Int32Array.from(numbers)));
        const moved = Buffer.concat([Buffer.alloc(at), packed]).subarray(at);
        const lengths = columns.map(({ length }) => length);
        expect(unpackColumns(moved, lengths).map((numbers) => [...numbers])).toEqual(columns);
      }),
    );
  });

  it('are the same bytes on every machine', () => {
    expect(packColumns([Int32Array.of(1, -1), Int32Array.of(256)]).toString('base64')).toBe(
      'AQAAAP////8AAQAA',
    );
  });

  it('keep the columns of a table together', () => {
    const table = packTable([
      { unit: 3, span: { start: 10, end: 20 }, sentence: 1, terms: [5, 6] },
      { unit: 4, span: null, sentence: 0, terms: [] },
      { unit: 4, span: { start: 7, end: 9 }, sentence: 2, terms: [9] },
    ]);
    expect([0, 1, 2].map((entry) => [...termsOf(table, entry)])).toEqual([[5, 6], [], [9]]);
    expect([...table.from]).toEqual([10, -1, 7]);
    expect([...table.units]).toEqual([3, 4, 4]);
  });

  it('of a whole bulletin come back as they were written', () => {
    const [first] = readQinghe().units;
    if (first === undefined) throw new Error('the bulletin has no unit');
    const data = buildSearchData(
      readQinghe(),
      [{ unit: first.id, query: '水管换了没有', anchor: null }],
      (text) => Array.from(text.replaceAll('\n', '')),
      ['清禾讲堂'],
    );
    expect(parseSearchData(formatSearchData(data))).toEqual(data);
  });
});
