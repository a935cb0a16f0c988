import { readFileSync } from 'node:fs';
import { createUnitLookup, type UnitLookup } from '../../src/bulletin/lookup.ts';
import { parseBulletin } from '../../src/bulletin/parse.ts';
import { deriveLedger } from '../../src/ledger/derive.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';

/** The real bulletin with its real ledger; `edit` changes the text first. */
export function readRealBulletin(edit: (text: string) => string = (text) => text): {
  lookup: UnitLookup;
  ledger: Ledger;
} {
  const bulletin = parseBulletin('taijiang-2024', edit(readFileSync('seeds/taijiang-2024.txt', 'utf8')));
  const organizations = readFileSync('seeds/lexicon/organizations.txt', 'utf8');
  return { lookup: createUnitLookup(bulletin), ledger: deriveLedger(bulletin, { organizations }) };
}
