import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUnitLookup } from '../../src/bulletin/lookup.ts';
import { readReferences } from '../../src/question/references.ts';
import { formatChineseNumeral } from '../../src/text/numerals.ts';
import { normalizeText } from '../../src/text/normalize.ts';
import { qinghe, taijiang } from '../bulletin/bulletins.ts';

const lookup = createUnitLookup(taijiang);
const read = (message: string, of = lookup) => readReferences(normalizeText(message).text, of);
/** The units a message names, in its order. */
const named = (message: string, of = lookup): string[] => read(message, of).flatMap(({ units }) => units);

describe('a measure', () => {
  it.each([
    '第148条',
    '第 148 条',
    '第１４８条',
    '第148條',
    '第148号',
    '第148项',
    '第148项措施',
    '第148条措施讲什么',
    '第一百四十八条',
    '第一四八条',
    '一百四十八',
    '一百四十八条',
    '一百四十八条完成了吗',
    '一百四十八到什么程度了',
    '措施148',
    '措施第148条',
    '整改措施148的内容',
    '举措一百四十八',
    '(148)',
    '（148）',
    '148',
    '148号',
    '148条',
    '148号措施',
    '148到什么程度了',
    '那148呢',
    'M148',
    'm148',
    '编号148',
    '序号148',
    'No.148',
    '#148',
    '〔148〕',
    '【148】',
    '看一下第148条',
    '“第148条”',
    '第148条。',
  ])('is meant by %s', (message) => {
    expect(read(message)).toMatchObject([{ kind: 'measure', number: 148, units: ['M148'] }]);
  });

  it('is meant by every number there is, in digits and in Chinese numerals', () => {
    for (let n = 1; n <= lookup.measures.length; n += 1) {
      for (const message of [`第${n}条`, `第${formatChineseNumeral(n)}条`, `措施${n}`, `(${n})`, `M${n}`])
        expect([message, named(message)]).toEqual([message, [`M${n}`]]);
    }
  });

  it.each(['第298条', '第0条', '第三百条', 'M298', '第100000条', '(999)', '措施500'])(
    'is asked for outside the range by %s',
    (message) => {
      expect(read(message)).toMatchObject([{ kind: 'measure', units: [] }]);
    },
  );

  it.each([
    ['第148条第二段', 'paragraph', 2],
    ['第148条第2自然段', 'paragraph', 2],
    ['第148条最后一段', 'paragraph', -1],
    ['148条末尾那段', 'paragraph', -1],
    ['措施148中间那段', 'paragraph', 0],
    ['第148条倒数第二句', 'sentence', -2],
    ['第148条头一句话是什么', 'sentence', 1],
    ['一百四十八条末句', 'sentence', -1],
    ['第148条结尾怎么写的', 'sentence', -1],
    ['第148条最后两句', 'sentence', -1],
    ['一百四十八条后半段讲什么', 'half', -1],
    ['第148条前半部分', 'half', 1],
    ['第148条最后半句', 'clauses', -1],
  ])('may be asked for by a place in it: %s', (message, grain, from) => {
    expect(read(message)).toMatchObject([{ units: ['M148'], places: [{ grain, from }] }]);
  });

  it.each(['第148条', '第148条上半年完成了吗', '第148条前一段时间的情况'])(
    'may be asked for whole: %s',
    (message) => {
      expect(read(message)).toMatchObject([{ units: ['M148'], places: [] }]);
    },
  );

  it.each([
    ['全面从严治党方面第一条措施', ['M89']],
    ['组织路线方面的最后一条措施', ['M256']],
    ['第四方面第二个问题', ['P86']],
    ['二(三)最后一个问题', ['P84']],
    ['第二部分(二)第三条', ['M91']],
    ['问题21 措施2', ['M63']],
    ['问题21最后一条措施', ['M64']],
    ['最后一个问题的第一条措施', ['M295']],
    ['首条措施', ['M1']],
    ['最后一条举措,第297条', ['M297']],
  ])('or a problem may be named by its place: %s', (message, units) => {
    expect(named(message)).toEqual(units);
  });
});

describe('several measures', () => {
  it.each([
    '第12至15条',
    '第12—15条',
    '第12-15条',
    '第12～15条',
    '12到15条讲什么',
    '第12条到第15条',
    '第十二至十五条',
    '第十二至第十五条',
    '十二至十五条',
    '措施12至15',
  ])('are meant by the range %s', (message) => {
    expect(named(message)).toEqual(['M12', 'M13', 'M14', 'M15']);
  });

  it.each([
    '148、150和152条',
    '148,150,152条',
    '第148、150和152条',
    '第148条、第150条和第152条',
    '第148条和150、152条',
    '148 150 152条',
    'M148、M150、M152',
    '〔148、150、152〕',
    '措施148、150、152',
  ])('are meant by the list %s', (message) => {
    expect(named(message)).toEqual(['M148', 'M150', 'M152']);
  });

  it('may be partly outside the range', () => {
    expect(read('第148条和第298条').map(({ units }) => units)).toEqual([['M148'], []]);
  });

  it('of the whole bulletin are all meant', () => {
    expect(named('第1至297条')).toHaveLength(297);
  });
});

describe('a problem', () => {
  it.each([
    '问题49',
    '第49个问题',
    '第四十九个问题有哪些措施',
    '问题四十九怎么整改的',
    '49号问题',
    'P49',
    '第49项问题',
  ])('is meant by %s', (message) => {
    expect(read(message)).toMatchObject([{ kind: 'problem', number: 49, units: ['P49'] }]);
  });

  it.each(['问题99', '第99个问题', '第一百个问题'])('is asked for outside the range by %s', (message) => {
    expect(read(message)).toMatchObject([{ kind: 'problem', units: [] }]);
  });

  it('may be one of several', () => {
    expect(named('问题1和问题2')).toEqual(['P1', 'P2']);
    expect(named('问题12至14')).toEqual(['P12', 'P13', 'P14']);
  });

  it.each([
    ['问题49第2条', ['M148']],
    ['问题49的第(2)条', ['M148']],
    ['第49个问题第二条措施', ['M148']],
    ['问题49的第148条', ['M148']],
    ['问题49的第3至4条', ['M149', 'M150']],
  ])('has its measures counted in it: %s', (message, units) => {
    expect(named(message)).toEqual(units);
    expect(read(message)[0]?.under).toBe('P49');
  });

  it('has no more measures than it has', () => {
    expect(read('问题49第9条')).toMatchObject([{ kind: 'measure', number: 9, units: [], under: 'P49' }]);
    expect(read('问题100第1条')).toMatchObject([{ kind: 'problem', number: 100, units: [] }]);
  });
});

describe('sections and sanctions', () => {
  it.each([
    ['第三部分(二)', 'S3.2'],
    ['第三部分第二节', 'S3.2'],
    ['第三部分', 'S3.0'],
    ['S3.2', 'S3.2'],
    ['第四部分党纪处分第5项', 'D1.5'],
    ['党纪政务处分第5条', 'D1.5'],
    ['四(一)5', 'D1.5'],
    ['四（一）5', 'D1.5'],
    ['D1.5', 'D1.5'],
    ['组织处理第2项', 'D2.2'],
    ['诫勉谈话第3项', 'D3.3'],
    ['诫勉里面第三条', 'D3.3'],
    ['d3.13', 'D3.13'],
  ])('are meant by %s', (message, unit) => {
    expect(named(message)).toEqual([unit]);
  });

  it.each(['党纪处分第13项', 'D1.13', '第五部分', '组织处理第7项'])(
    'are asked for outside the range by %s',
    (message) => {
      expect(read(message)).toMatchObject([{ units: [] }]);
    },
  );

  it('leave 第3条 to the measures, also where sanctions are spoken of without their section', () => {
    expect(named('处分第3条')).toEqual(['M3']);
  });
});

describe('no unit', () => {
  it.each([
    '2023年10月18日开会',
    '137条改革事项完成多少',
    '12345热线',
    '51个老旧小区',
    '98个问题都整改了吗',
    '297条举措完成了多少条',
    '第一批主题教育',
    '第二种形态',
    '第一责任人',
    '13人',
    '第148.5条',
    '第l48条',
    '哪一条',
    '有几条',
    '两条线索',
    '94.16%',
    '1/2',
    '青政办〔2021〕18号',
    '问题线索8件',
    '一百四十八万元',
    '三公经费',
    '',
    '整改措施一并汇总',
    '噪音问题三百字以内概括',
    '消防问题两句话说说',
  ])('is named by %s', (message) => {
    expect(named(message)).toEqual([]);
  });
});

describe('a bulletin whose numbers restart', () => {
  const other = createUnitLookup(qinghe);

  it('is addressed by position, and within a problem by the printed number', () => {
    expect(named('第5条', other)).toEqual(['M5']);
    expect(named('问题2的第(1)条', other)).toEqual(['M4']);
    expect(named('问题3第(四)条', other)).toEqual(['M9']);
    expect(named('问题3', other)).toEqual(['P3']);
  });

  it('has a range of its own, and no sanctions', () => {
    expect(read('第10条', other)).toMatchObject([{ units: [] }]);
    expect(read('问题4', other)).toMatchObject([{ units: [] }]);
    expect(read('党纪处分第5项', other).flatMap(({ kind }) => kind)).not.toContain('sanction');
  });
});

it('any message names only units that exist', () => {
  const piece = fc.constantFrom(
    '第',
    '148',
    '一百',
    '条',
    '问题',
    '至',
    '、',
    '(',
    ')',
    '措施',
    'M',
    '四(一)',
    '处分',
    ' ',
    '号',
    '个',
    '297',
    '零',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      for (const { units, text } of read(pieces.join(''))) {
        expect(text).not.toBe('');
        for (const unit of units) expect(lookup.get(unit)).toBeDefined();
      }
    }),
    { numRuns: 500 },
  );
});
