import { chainedFormat } from './chained.ts';
import type { BulletinFormat } from './format.ts';

/**
 * Measures stand on lines of their own with a bracketed number, running on through the bulletin or
 * restarting under each problem: `49.针对…问题。` / `(148)针对11.03万平方米长期闲置房产…`.
 */
export const numberedFormat: BulletinFormat = {
  name: 'numbered',
  score: (_source, outline) => outline.filter((line) => line.opening === 'bracketed').length,
  findMeasures: (source, lines) => {
    const bracketed = lines.filter((line) => line.opening === 'bracketed');
    // A problem of such a bulletin may still be written as a chain or as plain paragraphs.
    if (bracketed.length === 0) return chainedFormat.findMeasures(source, lines);
    return bracketed.map(({ start, bodyStart, ordinal, value, number }) => ({
      start,
      bodyStart,
      ordinal,
      value,
      line: number,
    }));
  },
};
