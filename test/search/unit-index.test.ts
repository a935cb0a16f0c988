import MiniSearch from 'minisearch';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildUnitTable, createUnitScorer } from '../../src/search/unit-index.ts';
import { DEFAULT_WEIGHTS, UNIT_FIELDS } from '../../src/search/weights.ts';
import { readQinghe } from '../qinghe.ts';

const bulletin = readQinghe();
/** Pairs of characters: enough for an index, and the same for both. */
const cut = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
const numbers = new Map<string, number>();
const numberOf = (term: string): number => {
  const known = numbers.get(term) ?? numbers.size;
  numbers.set(term, known);
  return known;
};
const scoreUnits = createUnitScorer(
  buildUnitTable(bulletin, cut, numberOf),
  bulletin.units.length,
  DEFAULT_WEIGHTS,
);

const SEPARATOR = '\u0001';
const oracle = new MiniSearch<{ id: number } & Record<(typeof UNIT_FIELDS)[number], string>>({
  fields: [...UNIT_FIELDS],
  tokenize: (text) => text.split(SEPARATOR),
  processTerm: (term) => term,
});
for (const unit of bulletin.units) {
  const above = bulletin.units.find(({ id }) => id === unit.parent);
  const sections = unit.path
    .map((id) => bulletin.units.find((one) => one.id === id))
    .filter((one) => one?.kind === 'section');
  const join = (text: string): string => cut(text).join(SEPARATOR);
  oracle.add({
    id: unit.position,
    own: join(unit.text),
    heading: above?.kind === 'problem' ? join(above.text) : '',
    section: join(sections.map((one) => one?.text.split('\n')[0] ?? '').join('\n')),
  });
}

describe('the units of a bulletin', () => {
  it('are scored as MiniSearch scores them', () => {
    const boosted = fc.tuple(fc.constantFrom(...numbers.keys(), '没有'), fc.constantFrom(0.18, 0.6, 1, 1.3));
    fc.assert(
      fc.property(fc.uniqueArray(boosted, { selector: ([term]) => term, maxLength: 12 }), (terms) => {
        const boosts = new Map(terms);
        const found = oracle.search([...boosts.keys()].join(SEPARATOR), {
          boost: DEFAULT_WEIGHTS.fields,
          bm25: DEFAULT_WEIGHTS.bm25,
          boostTerm: (term) => boosts.get(term) ?? 1,
        });
        const { scores, order } = scoreUnits(
          new Map(
            terms.flatMap(([term, boost]) => (numbers.has(term) ? [[numbers.get(term) ?? 0, boost]] : [])),
          ),
        );
        expect(new Set(order)).toEqual(new Set(found.map(({ id }) => id as number)));
        for (const { id, score } of found) expect(scores[id as number]).toBeCloseTo(score, 9);
        expect(order.map((at) => scores[at])).toEqual(
          [...scores].filter((one) => one > 0).sort((a, b) => b - a),
        );
      }),
      { numRuns: 200 },
    );
  });
});
