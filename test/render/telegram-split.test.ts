import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitText } from '../../src/render/plain-split.ts';

const SOURCE = readFileSync('seeds/taijiang-2024.txt', 'utf8');
const words = fc.constantFrom(
  '盘活闲置房产6.37万平方米',
  '，',
  '。',
  '；',
  '\n',
  ' ',
  '《办法（试行）》',
  '“',
  '”',
  '😀',
  '𠮷',
  '1.5',
);
const prose = fc.array(words, { maxLength: 200 }).map((parts) => parts.join(''));

describe('splitting text', () => {
  test('the parts joined are the text, none is over the limit, no character is torn', () => {
    fc.assert(
      fc.property(
        fc.oneof(prose, fc.string({ unit: 'binary', maxLength: 500 })),
        fc.integer({ min: 2, max: 80 }),
        fc.nat(80),
        (text, limit, first) => {
          const parts = splitText(text, limit, Math.min(first, limit));
          expect(parts.join('')).toBe(text);
          for (const part of parts) expect(part.length).toBeLessThanOrEqual(limit);
          for (const part of parts) expect(part).not.toMatch(/\p{Surrogate}/u);
        },
      ),
    );
  });

  test('a bulletin is cut between sentences only', () => {
    const parts = splitText(SOURCE, 4000);
    expect(parts.length).toBeGreaterThan(10);
    for (const part of parts.slice(0, -1)) expect(part).toMatch(/(?:[。；;！？!?]|\n)\s*$/);
  });

  test('a sentence too long for a part is cut at its commas', () => {
    const sentence = '区委高度重视，'.repeat(20) + '已完成整改。';
    for (const part of splitText(sentence, 50)) expect(part).toMatch(/[，。]$/);
  });

  test('a first part may be shorter, even empty', () => {
    expect(splitText('第一句。第二句。', 8, 4)).toEqual(['第一句。', '第二句。']);
    expect(splitText('第一句。第二句。', 8, 3)).toEqual(['', '第一句。第二句。']);
  });

  test('a limit that holds no character is an error', () => {
    expect(() => splitText('a', 1)).toThrow(RangeError);
  });
});
