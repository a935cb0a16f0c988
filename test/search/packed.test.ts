import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packTable, termsOf, unpackTable } from '../../src/search/index-data.ts';
import { packNumbers, unpackNumbers } from '../../src/search/packed.ts';

describe('packed numbers', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), (numbers) => {
        expect([...unpackNumbers(packNumbers(numbers))]).toEqual(numbers);
      }),
    );
  });

  it('are the same bytes on every machine', () => {
    expect(packNumbers([1, -1, 256])).toBe('AQAAAP////8AAQAA');
  });

  it('keep the columns of a table together', () => {
    const table = unpackTable(
      packTable([
        { unit: 3, span: { start: 10, end: 20 }, sentence: 1, terms: [5, 6] },
        { unit: 4, span: null, sentence: 0, terms: [] },
        { unit: 4, span: { start: 7, end: 9 }, sentence: 2, terms: [9] },
      ]),
    );
    expect([0, 1, 2].map((entry) => [...termsOf(table, entry)])).toEqual([[5, 6], [], [9]]);
    expect([...table.from]).toEqual([10, -1, 7]);
    expect([...table.units]).toEqual([3, 4, 4]);
  });
});
