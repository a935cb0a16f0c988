import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from './bulletin/decode.ts';

/** Lines of `seeds/<id>.examples`: questions for a newcomer, written by the staff; none where there is no file. */
export function readExamples(seeds: string, id: string): string[] {
  const path = join(seeds, `${id}.examples`);
  if (!existsSync(path)) return [];
  const lines = decodeText(readFileSync(path)).split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
