// seeds/ → parsed bulletins → ledgers → search data → index/; nothing is built when every hash still fits
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Bulletin } from './bulletin/bulletin.ts';
import { decodeText } from './bulletin/decode.ts';
import { parseBulletin } from './bulletin/parse.ts';
import {
  DEFAULT_PLACES,
  hashInputs,
  LEXICON_FILE,
  readFreshIndex,
  WORDS_FILE,
  type Places,
} from './index-files.ts';
import { deriveLedger } from './ledger/derive.ts';
import { formatLedgerLines } from './ledger/jsonl.ts';
import { buildSearchData } from './search/build-search.ts';
import { readCommonLines } from './search/common-words.ts';
import { writeIndexFiles, type IndexFiles } from './search/corpus.ts';
import { readExpansions } from './search/expansion.ts';
import { formatSearchData } from './search/index-data.ts';
import { readLexicon, type Lexicon } from './search/lexicon.ts';
import { readSpellingLexicon } from './search/spelling-lexicon.ts';
import { buildSpelling } from './search/spelling.ts';
import { formatTermLexicon } from './search/term-lexicon.ts';
import { createTokenizer, loadJieba } from './search/tokenizer.ts';

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
  const fresh = options.force === true ? null : readFreshIndex(places);
  if (fresh !== null) return { files: fresh, rebuilt: false, warnings: [] };
  const warnings: string[] = [];
  const files = buildFiles(places.seeds, warnings);
  writeIndexFiles(places.index, hashInputs(places.seeds), files);
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

function buildFiles(seeds: string, warnings: string[]): Map<string, Buffer> {
  const lexicon = readSeedLexicon(seeds);
  warnings.push(...lexicon.diagnostics.map((message) => `seeds/lexicon/${message}`));
  const spelling = readSpellingLexicon({
    english: readLexiconFile(seeds, 'english.txt'),
    shapes: readLexiconFile(seeds, 'shapes.txt'),
  });
  const words = readCommonLines();
  const files = new Map([
    [LEXICON_FILE, Buffer.from(formatTermLexicon(lexicon))],
    [WORDS_FILE, words],
  ]);
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
    const jieba = loadJieba(words, lexicon.dictionary, learned);
    const search = formatSearchData(
      buildSearchData(bulletin, expansions, createTokenizer(lexicon, jieba), learned),
    );
    const segment = (plain: string): string[] => jieba.cut(plain, true);
    const table = buildSpelling({ bulletin, expansions, lexicon, spelling, learned, segment });
    const texts = {
      'bulletin.json': JSON.stringify(bulletin) + '\n',
      'ledger.json': JSON.stringify(ledger) + '\n',
      'ledger.jsonl': formatLedgerLines(ledger),
      'search.json': search.json,
      'spelling.json': JSON.stringify(table) + '\n',
    };
    for (const [end, text] of Object.entries(texts)) files.set(`${bulletin.id}.${end}`, Buffer.from(text));
    files.set(`${bulletin.id}.columns.bin`, search.columns);
  }
  return files;
}
