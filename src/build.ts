// seeds/ → parsed bulletins → ledgers → search data → index/; nothing is built when every hash still fits
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bulletin } from './bulletin/bulletin.ts';
import { decodeText } from './bulletin/decode.ts';
import { parseBulletin } from './bulletin/parse.ts';
import { deriveLedger } from './ledger/derive.ts';
import { formatLedgerLines } from './ledger/jsonl.ts';
import { buildSearchData } from './search/build-search.ts';
import {
  hashContent,
  listFiles,
  readIndexFiles,
  readManifest,
  sameInputs,
  writeIndexFiles,
  type IndexFiles,
} from './search/corpus.ts';
import { readExpansions } from './search/expansion.ts';
import { formatTermLexicon, readLexicon, type Lexicon } from './search/lexicon.ts';
import { readSpellingLexicon } from './search/spelling-lexicon.ts';
import { buildSpelling } from './search/spelling.ts';
import { createSegmenter, createTokenizer } from './search/tokenizer.ts';

export interface Places {
  readonly seeds: string;
  readonly index: string;
}

/** The lexicon, normalised. */
export const LEXICON_FILE = 'lexicon.json';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const DEFAULT_PLACES: Places = { seeds: join(ROOT, 'seeds'), index: join(ROOT, 'index') };

/** Stages whose sources shape the index; a change in any of them makes it stale. */
const SHAPING_STAGES = ['text', 'bulletin', 'ledger', 'search'];
const SHAPING_LIBRARIES = ['@node-rs/jieba', 'minisearch', 'opencc-js', 'pinyin-pro'];

export interface BuildReport {
  readonly files: IndexFiles;
  readonly rebuilt: boolean;
  /** What staff should look at: lines of seed files that could not be used. */
  readonly warnings: readonly string[];
}

/** The index, from disk where it is whole and fresh, else built from the seeds and written. */
export function ensureIndex(
  places: Places = DEFAULT_PLACES,
  options: { readonly force?: boolean } = {},
): BuildReport {
  const inputs = hashInputs(places.seeds);
  const manifest = options.force === true ? null : readManifest(places.index);
  if (manifest !== null && sameInputs(manifest.inputs, inputs)) {
    const files = readIndexFiles(places.index, manifest);
    if (files !== null) return { files, rebuilt: false, warnings: [] };
  }
  const warnings: string[] = [];
  const files = buildFiles(places.seeds, warnings);
  writeIndexFiles(places.index, inputs, files);
  return { files, rebuilt: true, warnings };
}

export function readSeedLexicon(seeds: string): Lexicon {
  return readLexicon({
    dictionary: readLexiconFile(seeds, 'dictionary.txt'),
    thesaurus: readLexiconFile(seeds, 'thesaurus.txt'),
    stopwords: readLexiconFile(seeds, 'stopwords.txt'),
    organizations: readLexiconFile(seeds, 'organizations.txt'),
  });
}

function readLexiconFile(seeds: string, name: string): string {
  const path = join(seeds, 'lexicon', name);
  return existsSync(path) ? decodeText(readFileSync(path)) : '';
}

/** Every `*.txt` directly under `seeds/`, parsed; a file that is no bulletin is an error that names it. */
export function readSeedBulletins(seeds: string): Bulletin[] {
  return bulletinFiles(seeds).map((name) => {
    try {
      return parseBulletin(basename(name, '.txt'), decodeText(readFileSync(join(seeds, name))));
    } catch (error) {
      throw new Error(`seeds/${name}:${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  });
}

function bulletinFiles(seeds: string): string[] {
  return readdirSync(seeds)
    .filter((name) => name.endsWith('.txt'))
    .sort();
}

function hashInputs(seeds: string): Record<string, string> {
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

function buildFiles(seeds: string, warnings: string[]): Map<string, string> {
  const lexicon = readSeedLexicon(seeds);
  warnings.push(...lexicon.diagnostics.map((message) => `seeds/lexicon/${message}`));
  const spelling = readSpellingLexicon({
    english: readLexiconFile(seeds, 'english.txt'),
    shapes: readLexiconFile(seeds, 'shapes.txt'),
  });
  const files = new Map([[LEXICON_FILE, formatTermLexicon(lexicon)]]);
  for (const bulletin of readSeedBulletins(seeds)) {
    for (const { line, message } of bulletin.diagnostics)
      warnings.push(`seeds/${bulletin.id}.txt 第${line}行:${message}`);
    const ledger = deriveLedger(bulletin, { organizations: lexicon.organizationsText });
    const path = join(seeds, `${bulletin.id}.queries.jsonl`);
    const { expansions, diagnostics } = readExpansions(
      bulletin,
      existsSync(path) ? decodeText(readFileSync(path)) : '',
    );
    for (const { line, message } of diagnostics)
      warnings.push(`seeds/${bulletin.id}.queries.jsonl 第${line}行:${message}`);
    const learned = [...ledger.names, ...ledger.organizations].map(({ name }) => name);
    const search = buildSearchData(bulletin, expansions, createTokenizer(lexicon, learned), learned);
    const segment = createSegmenter(lexicon, learned);
    const table = buildSpelling({ bulletin, expansions, lexicon, spelling, learned, segment });
    files.set(`${bulletin.id}.bulletin.json`, JSON.stringify(bulletin) + '\n');
    files.set(`${bulletin.id}.ledger.json`, JSON.stringify(ledger) + '\n');
    files.set(`${bulletin.id}.ledger.jsonl`, formatLedgerLines(ledger));
    files.set(`${bulletin.id}.search.json`, JSON.stringify(search) + '\n');
    files.set(`${bulletin.id}.spelling.json`, JSON.stringify(table) + '\n');
  }
  return files;
}
