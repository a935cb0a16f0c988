// seeds/ + sources + pinned libraries → hashes; index/ → its files while every hash still fits
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  hashContent,
  listFiles,
  readIndexFiles,
  readManifest,
  sameInputs,
  type IndexFiles,
} from './search/corpus.ts';

export interface Places {
  readonly seeds: string;
  readonly index: string;
}

/** The lexicon, normalised. */
export const LEXICON_FILE = 'lexicon.json';
/** The common words of the language, for cutting texts. */
export const WORDS_FILE = 'words.txt';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const DEFAULT_PLACES: Places = { seeds: join(ROOT, 'seeds'), index: join(ROOT, 'index') };

/** Stages whose sources shape the index; a change in any of them makes it stale. */
const SHAPING_STAGES = ['text', 'bulletin', 'ledger', 'search'];
const SHAPING_LIBRARIES = ['@node-rs/jieba', 'minisearch', 'opencc-js', 'pinyin-pro'];

/** The index as it stands on disk; null when it is missing, damaged or older than what it is built from. */
export function readFreshIndex({ seeds, index }: Places): IndexFiles | null {
  const manifest = readManifest(index);
  if (manifest === null || !sameInputs(manifest.inputs, hashInputs(seeds))) return null;
  return readIndexFiles(index, manifest);
}

/** sha256 of all that shapes the index. */
export function hashInputs(seeds: string): Record<string, string> {
  const inputs: Record<string, string> = {};
  for (const name of listFiles(seeds, (file) => /\.(?:txt|jsonl)$/u.test(file))) {
    inputs[`seeds/${name}`] = hashContent(readFileSync(join(seeds, name)));
  }
  for (const stage of SHAPING_STAGES) {
    const directory = join(ROOT, 'src', stage);
    const sources = listFiles(directory, (file) => file.endsWith('.ts'));
    inputs[`src/${stage}`] = hashContent(
      sources.map((name) => hashContent(readFileSync(join(directory, name)))).join(),
    );
  }
  const pins = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const library of SHAPING_LIBRARIES) inputs[library] = pins.dependencies[library] ?? '';
  return inputs;
}
