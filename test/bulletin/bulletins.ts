import { readFileSync } from 'node:fs';
import type { Bulletin } from '../../src/bulletin/bulletin.ts';
import { decodeText } from '../../src/bulletin/decode.ts';
import { parseBulletin } from '../../src/bulletin/parse.ts';

function read(path: string): string {
  return decodeText(readFileSync(new URL(`../../${path}`, import.meta.url)));
}

/** The first bulletin served. */
export const taijiang: Bulletin = parseBulletin('taijiang-2024', read('seeds/taijiang-2024.txt'));
/** Synthetic: full-width numbers restarting under each problem, 「关于…问题」 headings, a 一是/二是 chain. */
export const qinghe: Bulletin = parseBulletin('qinghe-2021', read('test/fixtures/qinghe-2021.txt'));
