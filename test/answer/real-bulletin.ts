import { readFileSync } from 'node:fs';
import { createUnitLookup, type UnitLookup } from '../../src/bulletin/lookup.ts';
import { parseBulletin } from '../../src/bulletin/parse.ts';
import { deriveLedger } from '../../src/ledger/derive.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';

/** The real bulletin with its real ledger. */
export function readRealBulletin(): { lookup: UnitLookup; ledger: Ledger } {
  const bulletin = parseBulletin('taijiang-2024', readFileSync('seeds/taijiang-2024.txt', 'utf8'));
  const organizations = readFileSync('seeds/lexicon/organizations.txt', 'utf8');
  return { lookup: createUnitLookup(bulletin), ledger: deriveLedger(bulletin, { organizations }) };
}
