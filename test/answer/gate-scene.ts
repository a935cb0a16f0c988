import { createWordTagger } from '../../src/answer/wording.ts';
import { readRealBulletin } from './real-bulletin.ts';

export const { lookup, ledger } = readRealBulletin();

/** The gate's view of the real bulletin, every unit of it in the evidence. */
export const context = {
  lookup,
  ledger,
  tag: createWordTagger(),
  allowed: new Set(lookup.bulletin.units.map(({ id }) => id)),
};
