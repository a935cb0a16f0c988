import type { BulletinFormat } from './format.ts';

/**
 * Measures stand on lines of their own with a bracketed number, running on through the bulletin or
 * restarting under each problem: `49.针对…问题。` / `(148)针对11.03万平方米长期闲置房产…`.
 */
export const numberedFormat: BulletinFormat = {
  name: 'numbered',
  score: (_source, outline) => outline.filter((line) => line.opening === 'bracketed').length,
  findMeasures: (_source, lines) =>
    lines
      .filter((line) => line.opening === 'bracketed')
      .map(({ start, bodyStart, ordinal, value, number }) => ({
        start,
        bodyStart,
        ordinal,
        value,
        line: number,
      })),
};
