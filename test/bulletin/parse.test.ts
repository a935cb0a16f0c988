import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bulletin } from '../../src/bulletin/bulletin.ts';
import { decodeText, UndecodableTextError } from '../../src/bulletin/decode.ts';
import { createUnitLookup } from '../../src/bulletin/lookup.ts';
import { NotABulletinError, parseBulletin } from '../../src/bulletin/parse.ts';
import { qinghe, taijiang } from './bulletins.ts';

const ids = (bulletin: Bulletin, prefix: string): string[] =>
  bulletin.units.map(({ id }) => id).filter((id) => id.startsWith(prefix));
const unit = (bulletin: Bulletin, id: string) => {
  const found = bulletin.units.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no unit ${id}`);
  return found;
};

describe('the first bulletin', () => {
  it('has the 447 units of the contract', () => {
    expect(taijiang.units).toHaveLength(447);
    expect(ids(taijiang, 'P')).toEqual(Array.from({ length: 98 }, (_, i) => `P${i + 1}`));
    expect(ids(taijiang, 'M')).toEqual(Array.from({ length: 297 }, (_, i) => `M${i + 1}`));
    expect(ids(taijiang, 'D1')).toHaveLength(13);
    expect(ids(taijiang, 'D2')).toHaveLength(7);
    expect(ids(taijiang, 'D3')).toHaveLength(14);
    expect(ids(taijiang, 'S')).toEqual([
      'S0.0',
      'S1.0',
      'S1.1',
      'S1.2',
      'S1.3',
      'S1.4',
      'S2.0',
      'S2.1',
      'S2.2',
      'S2.3',
      'S2.4',
      'S3.0',
      'S3.1',
      'S3.2',
      'S3.3',
      'S3.4',
      'S4.0',
    ]);
    expect(taijiang.diagnostics).toEqual([]);
  });

  it('knows the measures of several paragraphs', () => {
    const several = taijiang.units
      .filter(({ kind, text }) => kind === 'measure' && text.includes('\n'))
      .map(({ id }) => id);
    expect(several).toEqual(['M19', 'M35', 'M148', 'M191', 'M217', 'M218', 'M283']);
  });

  it('numbers the admonitions of part four D3.1 … D3.13, never M', () => {
    expect(unit(taijiang, 'D3.3').text).toContain('陈义');
    expect(unit(taijiang, 'M3').text).toContain('第二批主题教育');
    expect(unit(taijiang, 'D3.0').text).toContain('诫勉谈话处理情况(27人)');
  });

  it('reads title, issuer, dates and contact', () => {
    expect(taijiang.meta).toEqual({
      title: '中共福州市台江区委关于巡视整改进展情况的通报',
      issuer: '中共福州市台江区委员会',
      published: '2024-01-26',
      dataAsOf: '2023-10-18',
      inspection: { start: '2023-04-17', end: '2023-05-29' },
      feedback: '2023-07-18',
      contact: { phone: '83281757', address: '福州市台江区台江路88号', email: 'qwb1904@163.com' },
    });
  });

  it('knows the way to each measure', () => {
    expect(unit(taijiang, 'M148').path).toEqual(['S2.0', 'S2.2', 'P49']);
    expect(unit(taijiang, 'P49').extent.end).toBe(unit(taijiang, 'M150').span.end);
  });
});

describe('a bulletin of another numbering', () => {
  const lookup = createUnitLookup(qinghe);

  it('gives running ids where printed numbers restart, and keeps the printed ones', () => {
    expect(ids(qinghe, 'M')).toEqual(['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9']);
    expect(unit(qinghe, 'M4').ordinal).toBe('1');
    expect(lookup.label('M4')).toBe('第4条(问题2第(1)条)');
  });

  it('takes the links of a 一是/二是 chain for measures', () => {
    expect(lookup.measuresOf('P3').map(({ text }) => text.slice(0, 4))).toEqual([
      '修订《青',
      '２０２１',
      '常态化开',
      '举办“清',
    ]);
    expect(unit(qinghe, 'P3').text).toBe('关于干部考核结果运用不够的问题。');
  });

  it('reads its full-width dates', () => {
    expect(qinghe.meta).toMatchObject({
      published: '2022-03-05',
      dataAsOf: '2021-12-31',
      feedback: '2021-09-02',
    });
  });
});

describe.each([
  ['taijiang-2024', taijiang],
  ['qinghe-2021', qinghe],
])('every unit of %s', (_, bulletin) => {
  it('has a span that tiles the text and holds its body, verbatim', () => {
    let end = 0;
    for (const one of bulletin.units) {
      expect(one.span.start).toBe(end);
      end = one.span.end;
      expect(bulletin.source.slice(one.body.start, one.body.end)).toBe(one.text);
      expect(one.body.start).toBeGreaterThanOrEqual(one.span.start);
      expect(one.body.end).toBeLessThanOrEqual(one.span.end);
    }
    expect(end).toBe(bulletin.source.length);
  });

  it('has an extent that nests in those of its ancestors and survives JSON', () => {
    for (const one of bulletin.units) {
      for (const above of one.path) {
        const { extent } = unit(bulletin, above);
        expect(extent.start).toBeLessThanOrEqual(one.extent.start);
        expect(extent.end).toBeGreaterThanOrEqual(one.extent.end);
      }
    }
    expect(JSON.parse(JSON.stringify(bulletin.units))).toEqual(bulletin.units);
  });
});

describe('bad input', () => {
  it('reads UTF-8 with a byte-order mark and GB18030 alike', () => {
    expect(decodeText(Buffer.from('\ufeff一、整改', 'utf8'))).toBe('一、整改');
    expect(decodeText(Uint8Array.from([0xd5, 0xfb, 0xb8, 0xc4]))).toBe('整改');
    expect(() => decodeText(Uint8Array.from([0xff, 0xff, 0x80]))).toThrow(UndecodableTextError);
  });

  it('refuses a file that is no bulletin and names its first line', () => {
    expect(() => parseBulletin('x', '\n  关于召开年会的通知\n内容')).toThrow(NotABulletinError);
    expect(() => parseBulletin('x', '\n  关于召开年会的通知\n内容')).toThrow(/关于召开年会的通知/u);
    expect(() => parseBulletin('x', '')).toThrow(/空文件/u);
  });

  it('tells where the numbering jumps or repeats', () => {
    const source = taijiang.source.replace('(12)结合“七一”', '(13)结合“七一”');
    expect(parseBulletin('x', source).diagnostics.map(({ code }) => code)).toEqual([
      'ordinal-gap',
      'ordinal-repeated',
    ]);
    expect(parseBulletin('x', source).diagnostics[0]?.line).toBe(
      taijiang.source.slice(0, taijiang.source.indexOf('(12)结合')).split('\n').length,
    );
  });

  it('survives any edit of the text: parsed or refused, never crashed', () => {
    const { source } = taijiang;
    fc.assert(
      fc.property(fc.nat(source.length), fc.nat(4000), fc.string({ unit: 'binary' }), (at, length, noise) => {
        const mangled = source.slice(0, at) + noise + source.slice(at + length);
        try {
          const { units } = parseBulletin('x', mangled);
          expect(units.at(-1)?.span.end).toBe(mangled.length);
        } catch (error) {
          expect(error).toBeInstanceOf(NotABulletinError);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes at most 2.5 times as long for twice the text', () => {
    const milliseconds = (text: string): number => {
      const times = Array.from({ length: 5 }, () => {
        const start = performance.now();
        parseBulletin('x', text);
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    const one = taijiang.source.repeat(15);
    // A busy machine may disturb one measurement; a parser that is slower than that fails in every one.
    const grows = (): boolean => milliseconds(one + one) >= 2.5 * milliseconds(one) + 20;
    expect(Array.from({ length: 6 }, () => grows())).toContain(false);
  });
});
