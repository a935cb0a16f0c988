import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSeedLexicon } from '../../src/build.ts';
import { DEFAULT_PLACES } from '../../src/index-files.ts';
import { loadBrains } from '../../src/brains.ts';
import { buildSearchData } from '../../src/search/build-search.ts';
import { createSearchEngine } from '../../src/search/engine.ts';
import { tokenizerOf } from './cutting.ts';
import { qinghe } from '../bulletin/bulletins.ts';

const [brain] = loadBrains();
if (brain === undefined) throw new Error('no bulletin in seeds/');
const { engine, bulletin } = brain;
const best = (text: string): string | undefined => engine.rank(text, { limit: 1 })[0]?.unit;

describe('the units ranked for a question', () => {
  it.each([
    ['闲置房产盘活了多少', 'M148'],
    ['红星小学有多少学位', 'M37'],
    ['13件信访积案', 'M69'],
    ['137条创新改革事项完成率', 'M59'],
    ['国企近亲繁殖清理', 'M217'],
    ['五十一个老旧小区改造', 'M75'],
  ])('in the words of the bulletin: %s is in %s', (question, unit) => {
    expect(best(question)).toBe(unit);
  });

  it.each([
    ['空着的房子用起来多少了', 'M148'],
    ['新学校能多收几个娃', 'M37'],
    ['老人吃饭的地方', 'M44'],
    ['国企里亲戚太多', 'M217'],
  ])('in the words of the street: %s is in %s', (question, unit) => {
    expect(best(question)).toBe(unit);
  });

  it('are the same for Chinese numerals as for digits', () => {
    expect(best('十三件信访积案')).toBe(best('13件信访积案'));
  });

  it('are found with the text in traditional script and with blanks', () => {
    expect(best('閒置 房產 盤活了多少')).toBe('M148');
  });

  it.each(['', '吗', '的', '请问一下', '量子纠缠', '。。。'])('are none for %j', (text) => {
    expect(engine.rank(text)).toEqual([]);
  });

  it('do not stand higher for a misspelt word: there is no fuzzy search per term', () => {
    expect(engine.knows('盘活')).toBe(true);
    expect(engine.knows('盘话')).toBe(false);
    expect(engine.rank('盘话', { limit: 1 })[0]?.coverage ?? 0).toBeLessThan(0.5);
  });
});

describe('a ranked unit', () => {
  const [top] = engine.rank('闲置房产盘活了多少', { limit: 1 });

  it('shows which of its clauses hold the words of the question', () => {
    const share = (words: string): number | undefined =>
      top?.clauses.find(({ span }) => bulletin.source.slice(span.start, span.end).includes(words))?.share;
    expect(share('闲置房产已盘活6.37万平方米')).toBeGreaterThan(0.6);
    expect(share('剩余8处房产暂未收回')).toBeLessThan(0.3);
  });

  it('covers a question in its own words whole', () => {
    expect(top?.coverage).toBeCloseTo(1);
  });

  it('shows the everyday wordings most like the question first, 1 for its very words', () => {
    const [line] = engine.rank('空置的房子盘活了多少', { limit: 1 })[0]?.lines ?? [];
    expect(line?.similarity).toBeGreaterThan(0.3);
    for (const { lines } of engine.rank('老人吃饭的地方')) {
      const order = lines.map(({ similarity }) => similarity);
      expect(order).toEqual([...order].sort((a, b) => b - a));
      expect(Math.max(0, ...order)).toBeLessThanOrEqual(1 + 1e-9);
    }
  });
});

describe('ranking', () => {
  it('stays within the units it is bound to', () => {
    const within = new Set(['M147', 'M149']);
    expect(engine.rank('闲置房产盘活', { within }).map(({ unit }) => within.has(unit))).not.toContain(false);
  });

  it('leans on the previous question where this one says little', () => {
    expect(engine.rank('剩余多少没有完成', { limit: 1, leaning: '老旧小区改造' })[0]?.unit).toBe('M75');
    expect(best('剩余多少没有完成')).not.toBe('M75');
  });

  it('prefers the units of the conversation', () => {
    const [, second] = engine.rank('长者食堂', { limit: 2 });
    const bonus = new Map([[second?.unit ?? '', 1]]);
    expect(engine.rank('长者食堂', { limit: 1, bonus })[0]?.unit).toBe(second?.unit);
  });

  it('gives as many units as asked for, best first, ties in document order', () => {
    const ranked = engine.rank('党建', { limit: 10 });
    expect(ranked).toHaveLength(10);
    const place = new Map(bulletin.units.map(({ id, position }) => [id, position]));
    ranked.slice(1).forEach((unit, i) => {
      const before = ranked[i];
      expect(unit.score).toBeLessThanOrEqual(before?.score ?? 0);
      if (unit.score === before?.score)
        expect(place.get(unit.unit)).toBeGreaterThan(place.get(before.unit) ?? 0);
    });
  });

  it('is the same each time', () => {
    expect(engine.rank('鳌峰街道的出纳')).toEqual(engine.rank('鳌峰街道的出纳'));
  });

  it('survives any text, and its shares stay shares', () => {
    const piece = fc.oneof(
      fc.constantFrom('闲置', '盘活', '第148条', '13件', '\u0001', '{}', ' '),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        for (const { unit, score, coverage, known } of engine.rank(pieces.join(''))) {
          expect(brain.lookup.get(unit)).toBeDefined();
          expect(Number.isFinite(score)).toBe(true);
          expect(coverage).toBeGreaterThanOrEqual(0);
          expect(coverage).toBeLessThanOrEqual(1 + 1e-9);
          expect(known).toBeGreaterThanOrEqual(coverage - 1e-9);
          expect(known).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a bulletin without wordings', () => {
  const tokenize = tokenizerOf(readSeedLexicon(DEFAULT_PLACES.seeds));
  const elsewhere = createSearchEngine(qinghe, buildSearchData(qinghe, [], tokenize, []), tokenize);

  it.each([
    ['供水管网更换了多少公里', 'M5'],
    ['扶持资金拨付了多少', 'M1'],
    ['清禾讲堂办了几期', 'M9'],
    ['水厂滤池', 'M4'],
  ])('is searched in its own words: %s is in %s', (question, unit) => {
    expect(elsewhere.rank(question, { limit: 1 })[0]?.unit).toBe(unit);
  });

  it('knows no word of the first one', () => {
    expect(elsewhere.knows('盘活')).toBe(false);
    expect(elsewhere.rank('苍霞人家')).toEqual([]);
  });

  it('gives the same data when built again', () => {
    expect(JSON.stringify(buildSearchData(qinghe, [], tokenize, []))).toBe(
      JSON.stringify(buildSearchData(qinghe, [], tokenize, [])),
    );
  });
});
