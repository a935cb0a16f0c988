import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bulletin } from '../src/bulletin/bulletin.ts';
import { parseBulletin } from '../src/bulletin/parse.ts';
import type { Places } from '../src/index-files.ts';

export const QINGHE = 'qinghe-2021';

/** The synthetic bulletin. */
export function readQinghe(): Bulletin {
  return parseBulletin(QINGHE, readFileSync(`test/fixtures/${QINGHE}.txt`, 'utf8'));
}

/** Seeds and index of their own in a temporary folder, holding the synthetic bulletin; the caller removes them. */
export function openQinghe({ lexicon }: { readonly lexicon: boolean }): Places & { remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'qinghe-'));
  const places = { seeds: join(root, 'seeds'), index: join(root, 'index') };
  mkdirSync(places.seeds);
  copyFileSync(`test/fixtures/${QINGHE}.txt`, join(places.seeds, `${QINGHE}.txt`));
  if (lexicon) cpSync('seeds/lexicon', join(places.seeds, 'lexicon'), { recursive: true });
  return { ...places, remove: () => rmSync(root, { recursive: true, force: true }) };
}
