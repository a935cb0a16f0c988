// index files → per bulletin: units, ledger, search engine, and what of them intents look at
import type { Bulletin, UnitId } from './bulletin/bulletin.ts';
import { createUnitLookup, type UnitLookup } from './bulletin/lookup.ts';
import { LEXICON_FILE, WORDS_FILE } from './index-files.ts';
import type { Ledger, MeasureFacts } from './ledger/ledger.ts';
import { createCorrector, type Corrected } from './question/typos.ts';
import { createSearchEngine, type SearchEngine } from './search/engine.ts';
import type { IndexFiles } from './search/corpus.ts';
import { parseSearchData } from './search/index-data.ts';
import { parseTermLexicon } from './search/term-lexicon.ts';
import type { SpellingTable } from './search/spelling-data.ts';
import { createTokenizer, loadJieba } from './search/tokenizer.ts';
import { readExamples } from './seed-examples.ts';

/** One bulletin, ready to be asked. */
export interface Brain {
  readonly bulletin: Bulletin;
  readonly lookup: UnitLookup;
  readonly ledger: Ledger;
  readonly facts: ReadonlyMap<UnitId, MeasureFacts>;
  readonly engine: SearchEngine;
  /** Corrects typos of a cleaned question towards words of this bulletin and its dictionary. */
  readonly correct: (text: string) => Corrected;
  /** Questions shown to a newcomer. */
  readonly examples: readonly string[];
}

/** Nothing to answer from; says where to put a bulletin. */
export class NoBulletinError extends Error {
  override readonly name = 'NoBulletinError';
}

/** Every bulletin of the index, the default one first. `seeds`: where a bulletin's example questions stand. */
export function openBrains(files: IndexFiles, seeds: string): Brain[] {
  const ids = [...files.keys()]
    .filter((name) => name.endsWith('.bulletin.json'))
    .map((name) => name.slice(0, -14));
  if (ids.length === 0)
    throw new NoBulletinError(`${seeds} 中没有通报文本:请放入 UTF-8 或 GB18030 编码的 .txt 文件后重新启动`);
  const read = (name: string): string => files.get(name)?.toString('utf8') ?? '';
  const lexicon = parseTermLexicon(read(LEXICON_FILE));
  const words = files.get(WORDS_FILE) ?? Buffer.alloc(0);
  return ids.map((id) => {
    // The files passed their hashes: they are what this program wrote.
    const bulletin = JSON.parse(read(`${id}.bulletin.json`)) as Bulletin;
    const ledger = JSON.parse(read(`${id}.ledger.json`)) as Ledger;
    const columns = files.get(`${id}.columns.bin`) ?? Buffer.alloc(0);
    const search = parseSearchData({ json: read(`${id}.search.json`), columns });
    const jieba = loadJieba(words, lexicon.dictionary, search.learned);
    const engine = createSearchEngine(bulletin, search, createTokenizer(lexicon, jieba));
    const facts = new Map(ledger.measures.map((measure) => [measure.unit, measure]));
    const spelling = JSON.parse(read(`${id}.spelling.json`)) as SpellingTable;
    const correct = createCorrector(spelling);
    const examples = readExamples(seeds, id);
    return { bulletin, lookup: createUnitLookup(bulletin), ledger, facts, engine, correct, examples };
  });
}
