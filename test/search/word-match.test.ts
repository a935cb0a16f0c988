import { describe, expect, it } from 'vitest';
import { readSeedBulletins, readSeedLexicon } from '../../src/build.ts';
import { DEFAULT_PLACES } from '../../src/index-files.ts';
import { buildSearchData } from '../../src/search/build-search.ts';
import { createSearchEngine } from '../../src/search/engine.ts';
import { packAsks } from '../../src/search/asks.ts';
import { createPassageStore } from '../../src/search/passages.ts';
import { packTable } from '../../src/search/index-data.ts';
import { readLexicon } from '../../src/search/lexicon.ts';
import { createWordMatcher, type MatchWords } from '../../src/search/word-match.ts';
import { tokenizerOf } from './cutting.ts';

const [bulletin] = readSeedBulletins(DEFAULT_PLACES.seeds);
if (bulletin === undefined) throw new Error('no bulletin in seeds/');
const tokenize = tokenizerOf(readSeedLexicon(DEFAULT_PLACES.seeds));
const engine = createSearchEngine(bulletin, buildSearchData(bulletin, [], tokenize, []), tokenize);
const firstFive = (question: string): string[] => engine.rank(question, { limit: 5 }).map(({ unit }) => unit);

/** Shares of the words of a question met by two short units, with nothing but the given thesaurus. */
function matchTwo(thesaurus: string, texts: readonly [string, string]): MatchWords {
  const cut = tokenizerOf(readLexicon({ dictionary: '', thesaurus, stopwords: '', organizations: '' }));
  const terms = [...new Set(texts.flatMap((text) => cut(text, { unigrams: true })))];
  const termsOf = texts.map((text) =>
    [...new Set(cut(text, { unigrams: true }))].map((term) => terms.indexOf(term)),
  );
  const data = {
    terms,
    unitCounts: Int32Array.from(terms, (_, number) => termsOf.filter((own) => own.includes(number)).length),
    clauses: packTable(
      termsOf.map((own, unit) => ({ unit, span: { start: 0, end: 1 }, sentence: 0, terms: own })),
    ),
    lines: packTable([]),
    printed: '',
    asks: packAsks([]),
    units: '',
    learned: [],
  };
  return createWordMatcher(createPassageStore(data, 2), cut);
}

describe('a bulletin without everyday wordings', () => {
  it.each([
    ['空着的房子用起来多少了', 'M148'],
    ['老人吃饭的地方', 'M44'],
    ['国企里亲戚太多', 'M217'],
  ])('is found by the thesaurus, among the first five: %s is in %s', (question, unit) => {
    expect(firstFive(question)).toContain(unit);
  });
});

describe('the share of the words a unit meets', () => {
  it('is all of them for its own words, less for a group of the thesaurus, least for single characters', () => {
    const share = matchTwo('房租 租金', ['租金上涨', '道路拓宽']);
    const [own = 0] = share('租金');
    const [everyday = 0] = share('房租');
    const [part = 0, other] = share('金属');
    expect(own).toBe(1);
    expect(everyday).toBeLessThan(own);
    expect(part).toBeLessThan(everyday);
    expect(part).toBeGreaterThan(0);
    expect(other).toBe(0);
  });

  it('counts a word once, however many groups it stands in', () => {
    const texts = ['租金上涨', '道路拓宽'] as const;
    const [once] = matchTwo('房租 租金', texts)('房租 马路');
    const [twice] = matchTwo('房租 租金\n房租 租金 上涨', texts)('房租 马路');
    expect(twice).toBe(once);
  });

  it('is nothing for a question without words', () => {
    expect([...matchTwo('房租 租金', ['租金上涨', '道路拓宽'])('??')]).toEqual([0, 0]);
  });
});
