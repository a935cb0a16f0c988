import { readFileSync } from 'node:fs';
import { readSeedBulletins, readSeedLexicon } from '../../src/build.ts';
import { DEFAULT_PLACES } from '../../src/index-files.ts';
import type { Bulletin } from '../../src/bulletin/bulletin.ts';
import { parseBulletin } from '../../src/bulletin/parse.ts';
import { deriveLedger } from '../../src/ledger/derive.ts';
import { readExpansions, type Expansion } from '../../src/search/expansion.ts';
import type { SpellingTable } from '../../src/search/spelling-data.ts';
import { readSpellingLexicon } from '../../src/search/spelling-lexicon.ts';
import { buildSpelling } from '../../src/search/spelling.ts';
import { cutterOf } from './cutting.ts';

export interface SpellingFixture {
  readonly bulletin: Bulletin;
  readonly expansions: readonly Expansion[];
  readonly build: (expansions: readonly Expansion[]) => SpellingTable;
}

/** The real bulletin with its real lexicon; `build` takes the wordings the table may know. */
export function readSpellingFixture(): SpellingFixture {
  const [bulletin] = readSeedBulletins(DEFAULT_PLACES.seeds);
  if (bulletin === undefined) throw new Error('seeds/ holds no bulletin');
  return prepareSpelling(bulletin, readFileSync(`seeds/${bulletin.id}.queries.jsonl`, 'utf8'));
}

/** A bulletin of another place with the same lexicon, and no wordings at all. */
export function readOtherSpellingFixture(): SpellingFixture {
  const id = 'qinghe-2021';
  return prepareSpelling(parseBulletin(id, readFileSync(`test/fixtures/${id}.txt`, 'utf8')), '');
}

function prepareSpelling(bulletin: Bulletin, queries: string): SpellingFixture {
  const lexicon = readSeedLexicon(DEFAULT_PLACES.seeds);
  const { expansions } = readExpansions(bulletin, queries);
  const ledger = deriveLedger(bulletin, { organizations: lexicon.organizationsText });
  const learned = [...ledger.names, ...ledger.organizations].map(({ name }) => name);
  const segment = cutterOf(lexicon, learned);
  const spelling = readSpellingLexicon({
    english: readFileSync('seeds/lexicon/english.txt', 'utf8'),
    shapes: readFileSync('seeds/lexicon/shapes.txt', 'utf8'),
  });
  return {
    bulletin,
    expansions,
    build: (known) => buildSpelling({ bulletin, expansions: known, lexicon, spelling, learned, segment }),
  };
}
