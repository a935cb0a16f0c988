import { describe, expect, it } from 'vitest';
import { readSeedLexicon } from '../../src/build.ts';
import { DEFAULT_PLACES } from '../../src/index-files.ts';
import { LexiconError, readLexicon } from '../../src/search/lexicon.ts';

const EMPTY = { dictionary: '', thesaurus: '', stopwords: '', organizations: '' };

describe('a lexicon as staff write it', () => {
  it('may hold comments, blank lines, tabs, wide blanks and Windows line ends', () => {
    const { groups } = readLexicon({
      ...EMPTY,
      thesaurus: '# 养老\r\n\r\n长者食堂\t老人食堂　老人吃饭的地方\r\n',
    });
    expect(groups).toEqual([['长者食堂', '老人食堂', '老人吃饭的地方']]);
  });

  it('is read in normalised script, each word of a group once', () => {
    const { groups, stopwords } = readLexicon({
      ...EMPTY,
      thesaurus: 'ＡＰＰ app 应用程序',
      stopwords: '請問',
    });
    expect(groups).toEqual([['app', '应用程序']]);
    expect(stopwords).toEqual(new Set(['请问']));
  });

  it.each([
    ['孤词', '一组至少要有两个不同的词'],
    ['重复 重复', '一组至少要有两个不同的词'],
    ['拖欠租金 欠租', '与第2行重复'],
    ['老人 、 长者', '“、”不是词'],
  ])('leaves out a group that says nothing and names its line: %s', (line, why) => {
    const { groups, diagnostics } = readLexicon({
      ...EMPTY,
      thesaurus: `# 租金\n欠租 拖欠租金\n${line}\n空房 闲置房产`,
    });
    expect(groups).toEqual([
      ['欠租', '拖欠租金'],
      ['空房', '闲置房产'],
    ]);
    expect(diagnostics).toEqual([expect.stringContaining(`thesaurus.txt 第3行“${line}”:${why}`)]);
  });

  it('of this project has no line that says nothing', () => {
    expect(readSeedLexicon(DEFAULT_PLACES.seeds).diagnostics).toEqual([]);
  });

  it('counts organisations as groups too, full name first', () => {
    const lexicon = readLexicon({ ...EMPTY, organizations: '纪律检查委员会 纪委' });
    expect(lexicon.organizations).toEqual([['纪律检查委员会', '纪委']]);
    expect(lexicon.groups).toEqual([['纪律检查委员会', '纪委']]);
  });

  it('teaches the segmenter every word of its groups', () => {
    expect(readLexicon({ ...EMPTY, thesaurus: '三资 集体三资' }).dictionary.split('\n')).toEqual([
      '三资 2000 n',
      '集体三资 2000 n',
    ]);
  });
});

describe('a bad dictionary line', () => {
  it.each(['坏 词 3 n', '词 -1 n', '词 1.5', '词 N', `词 ${'9'.repeat(20)} n`])(
    'is named with its number: %s',
    (line) => {
      const read = (): unknown => readLexicon({ ...EMPTY, dictionary: `# 说明\n好词 100 n\n${line}\n` });
      expect(read).toThrow(LexiconError);
      expect(read).toThrow(`dictionary.txt 第3行“${line}”`);
    },
  );
});
