import { describe, expect, it } from 'vitest';
import { buildUnitIndex, createUnitScorer } from '../../src/search/unit-index.ts';
import { DEFAULT_WEIGHTS } from '../../src/search/weights.ts';
import { readQinghe } from '../qinghe.ts';

const bulletin = readQinghe();
/** Pairs of characters: enough for an index, and the same for text and question. */
const cut = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
const scoreUnits = createUnitScorer(buildUnitIndex(bulletin, cut), bulletin.units.length, DEFAULT_WEIGHTS);
const holds = (term: string): number[] =>
  bulletin.units.filter(({ text }) => cut(text).includes(term)).map(({ position }) => position);

describe('the units of a bulletin', () => {
  const own = [...new Set(bulletin.units.flatMap(({ text }) => cut(text)))];
  const rare = own.find((term) => holds(term).length === 1) ?? '';

  it('are all found by what they print, the one that alone prints a term first', () => {
    const { scores, order } = scoreUnits(new Map([[rare, 1]]));
    expect(order[0]).toBe(holds(rare)[0]);
    for (const term of own.slice(0, 50))
      expect(scoreUnits(new Map([[term, 1]])).order).toEqual(expect.arrayContaining(holds(term)));
    expect(order.map((at) => scores[at])).toEqual([...scores].filter((one) => one > 0).sort((a, b) => b - a));
  });

  it('count a term as much as the question lets it count', () => {
    const at = holds(rare)[0] ?? 0;
    const [full, light] = [1, 0.3].map((boost) => scoreUnits(new Map([[rare, boost]])).scores[at] ?? 0);
    expect(light).toBeCloseTo((full ?? 0) * 0.3, 9);
  });

  it('of a term nobody prints none is found', () => {
    expect(scoreUnits(new Map([['龘龘', 1]])).order).toEqual([]);
  });
});
