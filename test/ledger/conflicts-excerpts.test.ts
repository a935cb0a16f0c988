import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveLedger } from '../../src/ledger/derive.ts';
import { deriveRealLedger, readRealBulletin, writeBulletin } from './seeds.ts';

const bulletin = readRealBulletin();
const texts = new Map(
  bulletin.units
    .filter(({ kind }) => kind === 'measure')
    .map(({ id, text }) => [id, text.replaceAll('\n', ' ')]),
);
const known = deriveRealLedger(bulletin)
  .conflicts.filter(({ kind }) => kind === 'contradiction')
  .map(({ sides }) => new Set(sides.map(({ citation }) => citation.unit)));

describe('excerpts of the bulletin in another order', () => {
  it('hold no contradiction that the whole does not hold: what is rare there does not make a false alarm', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...texts.keys()], { minLength: 40, maxLength: 90 }), (excerpt) => {
        const shuffled = writeBulletin(excerpt.map((id) => texts.get(id) ?? ''));
        for (const { kind, sides, why } of deriveLedger(shuffled, { organizations: '' }).conflicts) {
          if (kind !== 'contradiction') continue;
          const units = sides.map(({ citation }) => excerpt[Number(citation.unit.slice(1)) - 1] ?? '');
          const told = known.some((whole) => units.every((unit) => whole.has(unit)));
          expect(told, `${[...new Set(units)].join(' ')}: ${why}`).toBe(true);
        }
      }),
      { numRuns: 30, seed: 3 },
    );
  });
});
