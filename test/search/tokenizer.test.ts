import { describe, expect, it } from 'vitest';
import { readSeedLexicon } from '../../src/build.ts';
import { DEFAULT_PLACES } from '../../src/index-files.ts';
import { readLexicon } from '../../src/search/lexicon.ts';
import { cutterOf, tokenizerOf } from './cutting.ts';

const lexicon = readSeedLexicon(DEFAULT_PLACES.seeds);
const tokenize = tokenizerOf(lexicon, ['苍霞人家']);
const EMPTY = { dictionary: '', thesaurus: '', stopwords: '', organizations: '' };
const plain = tokenizerOf(readLexicon(EMPTY));

/** Terms two texts have in common. */
function shared(a: string, b: string): string[] {
  const known = new Set(tokenize(b, { dropStopwords: true }));
  return [...new Set(tokenize(a, { dropStopwords: true }))].filter((term) => known.has(term));
}

describe('figures', () => {
  it.each([
    ['盘活6.37万平方米', '=63700平方米'],
    ['完成率94.16%', '=94.16%'],
    ['2700个学位', '=2700个'],
    ['总投资10亿元', '=1000000000元'],
    ['管网14公里', '=14公里'],
  ])('are kept whole with their units: %s holds %s', (text, term) => {
    expect(tokenize(text)).toContain(term);
  });

  it.each([
    ['信访积案十三件', '13件'],
    ['两千七百个学位', '2700个'],
    ['廿三家企业', '23家'],
    ['1.6亿元', '16000万元'],
    ['6.37万平方米', '63700平方米'],
    ['１３件', '13件'],
  ])('mean the same however they are written: %s meets %s', (written, other) => {
    expect(shared(written, other).filter((term) => term.startsWith('='))).not.toEqual([]);
  });

  it('make the same terms in Chinese numerals as in digits, and none of their characters', () => {
    expect(tokenize('十三件信访积案')).toEqual(tokenize('13件信访积案'));
    expect(tokenize('二十三家企业')).not.toContain('十三');
    expect(tokenize('违反中央八项规定精神')).toContain('八项');
  });

  it.each([
    ['13件', '130件'],
    ['6.37万平方米', '37平方米'],
    ['2023年', '2022年'],
  ])('meet no other figure: %s is not %s', (a, b) => {
    expect(shared(a, b).filter((term) => term.startsWith('='))).toEqual([]);
  });
});

describe('words', () => {
  it('of the thesaurus meet their everyday names', () => {
    expect(shared('长者食堂', '老人吃饭的地方')).toContainEqual(expect.stringMatching(/^#\d+$/u));
    expect(shared('纪委监委', '城管局')).toEqual([]);
  });

  it('of the thesaurus count inside longer ones too', () => {
    const tokenizeGroups = tokenizerOf(
      readLexicon({ ...EMPTY, thesaurus: '长者食堂 老人吃饭的地方\n老年人 老人' }),
    );
    expect(tokenizeGroups('老人吃饭的地方').filter((term) => term.startsWith('#'))).toEqual(['#0', '#1']);
  });

  it('of one character name a group only where they stand alone', () => {
    const concepts = (text: string): string[] =>
      tokenizerOf(readLexicon({ ...EMPTY, thesaurus: '罚 处罚 罚款' }))(text).filter((term) =>
        term.startsWith('#'),
      );
    expect(concepts('一共罚了多少')).toEqual(['#0']);
    expect(concepts('处罚了多少')).toEqual(['#0']);
    expect(concepts('罚球进了')).toEqual([]);
  });

  it('meet their parts, because every run is cut into bigrams too', () => {
    expect(shared('红星小学新建项目', '红星的小学')).toEqual(expect.arrayContaining(['红星', '小学']));
  });

  it('of slogans stay whole', () => {
    const cut = cutterOf(lexicon, ['三争三领三比']);
    expect(cut('推动“第一议题”制度')).toContain('第一议题');
    expect(cut('深入实施“三争三领三比”行动')).toContain('三争三领三比');
  });

  it('of the bulletin itself stay whole', () => {
    expect(tokenize('参观苍霞人家')).toContain('苍霞人家');
    expect(plain('参观苍霞人家')).not.toContain('苍霞人家');
  });

  it('of a staff dictionary without frequency or tag stay whole', () => {
    const entry = (line: string): string[] =>
      cutterOf(readLexicon({ ...EMPTY, dictionary: line }))('这里有闲租费吗');
    expect(cutterOf(lexicon)('这里有闲租费吗')).not.toContain('闲租费');
    for (const line of ['闲租费', '闲租费 n', '闲租费 2000', '闲租费 2000 n'])
      expect(entry(line)).toContain('闲租费');
  });

  it('in traditional script and with blanks are the same words', () => {
    expect(tokenize('閒置 房產')).toEqual(tokenize('闲置房产'));
  });

  it('in Latin letters are kept in lower case', () => {
    expect(tokenize('APP和KPI')).toEqual(expect.arrayContaining(['app', 'kpi']));
  });
});

describe('stopwords', () => {
  it('of a question leave its content alone', () => {
    const terms = tokenize('请问一下闲置房产盘活了多少啊', { dropStopwords: true });
    expect(terms).toEqual(expect.arrayContaining(['闲置房产', '盘活']));
    for (const word of ['请问', '多少', '下闲', '活了', '了多']) expect(terms).not.toContain(word);
  });

  it('stay in documents, where a phrase may hold them', () => {
    expect(tokenize('多少')).toContain('多少');
  });
});

it('the wordsOnly view has neither bigrams nor concepts nor figures', () => {
  expect(tokenize('长者食堂有13家', { wordsOnly: true })).toEqual(['长者食堂', '13']);
  expect(tokenize('欠租 罚', { wordsOnly: true, unigrams: true })).toEqual(['欠租', '罚']);
});

it('the unigram view adds every character of content words', () => {
  expect(tokenize('欠租', { unigrams: true })).toEqual(expect.arrayContaining(['欠', '租', '欠租']));
});

it.each(['', '。。。', '\ud800', '\u0000', '  ', '😀'])('nothing is found in nothing: %j', (text) => {
  expect(tokenize(text)).toEqual([]);
});

it('the naming view leaves out verbs, adverbs and numerals', () => {
  expect(tokenize('前前后后讲到长者食堂', { wordsOnly: true, naming: true })).toEqual(['长者食堂']);
});
