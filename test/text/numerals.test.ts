import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatChineseNumeral, parseChineseNumeral, parseInteger } from '../../src/text/numerals.ts';

describe('Chinese numerals', () => {
  it.each([
    ['一百四十八', 148],
    ['廿三', 23],
    ['二〇二三', 2023],
    ['一四八', 148],
    ['十', 10],
    ['一百零五', 105],
    ['三千四百一十九', 3419],
    ['两万', 20_000],
    ['一亿二千万', 120_000_000],
    ['一百五', 150],
    ['三千四', 3400],
  ])('reads %s as %i', (text, value) => {
    expect(parseChineseNumeral(text)).toBe(value);
  });

  it.each(['', '万', '十十', '一二十', '条', '十一百'])('does not read %j', (text) => {
    expect(parseChineseNumeral(text)).toBeNull();
  });

  it('reads back every number it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        expect(parseChineseNumeral(formatChineseNumeral(value))).toBe(value);
      }),
    );
  });

  it('reads integers written in either way', () => {
    expect([parseInteger('１４８'), parseInteger('一百四十八'), parseInteger('148条')]).toEqual([
      148,
      148,
      null,
    ]);
  });
});
