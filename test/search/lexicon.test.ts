import { describe, expect, it } from 'vitest';
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

  it('leaves out a group of one word, which says nothing', () => {
    expect(readLexicon({ ...EMPTY, thesaurus: '孤词\n重复 重复\n欠租 拖欠租金' }).groups).toEqual([
      ['欠租', '拖欠租金'],
    ]);
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
