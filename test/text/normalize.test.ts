import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeText, sourceSpan, toSimplified } from '../../src/text/normalize.ts';
import { foldWidth } from '../../src/text/width.ts';

describe('normalised text', () => {
  it('folds width, script and spaces inside Chinese text', () => {
    expect(normalizeText('請問 第１４８條 到 什么程度').text).toBe('请问第148条到什么程度');
    expect(normalizeText('social  media 平台').text).toBe('social media平台');
  });

  it('drops zero-width and control characters', () => {
    expect(normalizeText('闲\u200b置\u0000房产\ufeff').text).toBe('闲置房产');
  });

  it('leads back to the words of the source', () => {
    const source = '已盤活　６.３７ 万平方米';
    const normalized = normalizeText(source);
    const start = normalized.text.indexOf('6.37万平方米');
    const span = sourceSpan(normalized, { start, end: start + '6.37万平方米'.length });
    expect(source.slice(span.start, span.end)).toBe('６.３７ 万平方米');
  });

  it('maps every character of any text to a place inside it, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (source) => {
        const { text, origin } = normalizeText(source);
        expect(origin.length).toBe(text.length + 1);
        for (let i = 1; i < origin.length; i += 1)
          expect(origin[i]).toBeGreaterThanOrEqual(origin[i - 1] ?? 0);
        expect(origin.at(-1)).toBe(source.length);
      }),
    );
  });

  it('is the same when done twice', () => {
    fc.assert(
      fc.property(fc.string(), (source) => {
        const once = normalizeText(source).text;
        expect(normalizeText(once).text).toBe(once);
      }),
    );
  });

  it('keeps the length of any text when script or width alone is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        expect(toSimplified(source).length).toBe(source.length);
        expect(foldWidth(source).length).toBe(source.length);
      }),
    );
  });
});
