import { describe, expect, it } from 'vitest';
import { digestUnit, digestUnits } from '../../src/intents/digest.ts';
import { containsSpan } from '../../src/text/span.ts';
import { askOf, loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const scene = askOf(brain, '汇总整改情况');
const { source } = brain.bulletin;

const wordsOf = (id: string, budget: number): string =>
  digestUnit(scene, id, budget)
    .map(({ quote }) => quote)
    .join('。');

describe('the digest of a measure', () => {
  it('quotes verbatim, in order, without overlap, inside the unit', () => {
    for (const unit of brain.bulletin.units) {
      let end = -1;
      for (const { span, quote } of digestUnit(scene, unit.id, 160)) {
        expect(quote).toBe(source.slice(span.start, span.end));
        expect(containsSpan(unit.body, span)).toBe(true);
        expect(span.start).toBeGreaterThanOrEqual(end);
        end = span.end;
      }
    }
  });

  it('opens a section with the sentence that is its title', () => {
    expect(wordsOf('S3.1', 80)).toMatch(/^加强党的政治建设/u);
    expect(wordsOf('S3.4', 80)).toMatch(/^深化全面从严治党/u);
  });

  it.each(['M157', 'M158', 'M160', 'M165', 'M199', 'M223'])(
    'never quotes what is forbidden without what forbids it: %s',
    (id) => {
      for (const budget of [30, 50, 80, 120, 200, 400])
        for (const { span } of digestUnit(scene, id, budget)) {
          const before = source.slice(Math.max(0, span.start - 14), span.start);
          expect(before).not.toMatch(/(?:杜绝|严禁|禁止|不得)[^。；;]*[,，]$/u);
        }
    },
  );

  it('says something of every unit, and no more than the budget but for one run of clauses', () => {
    for (const unit of brain.bulletin.units) {
      for (const budget of [40, 120, 400]) {
        const parts = digestUnit(scene, unit.id, budget);
        expect(parts.length, unit.id).toBeGreaterThan(0);
        const length = parts.reduce((sum, { quote }) => sum + quote.length, 0);
        if (parts.length > 1) expect(length, unit.id).toBeLessThanOrEqual(budget);
      }
    }
  });

  it.each([
    ['M148', 300, '11.03万平方米长期闲置房产已盘活6.37万平方米'],
    ['M148', 300, '累计收回被侵占房产53处、面积2.08万平方米'],
    ['M44', 90, '14个闲置长者食堂已全部正常营业'],
    ['M66', 120, '第三批治重化积33件,均已全部办结'],
    ['M75', 90, '剩余37个老旧小区正陆续加快开展'],
    ['M265', 200, '因此不建议对该处顶楼违建部分开展拆除工作'],
    ['M191', 500, '已追缴款项金额2653938元'],
  ])('of %s in %i characters holds 「%s」', (id, budget, words) => {
    expect(wordsOf(id, budget)).toContain(words);
  });

  it('never stops where the sentence has not yet said what was done', () => {
    for (const unit of brain.lookup.measures) {
      for (const { quote } of digestUnit(scene, unit.id, 120)) {
        expect(quote, unit.id).not.toMatch(/(?:截至目前|目前|同时|其中|以来|期间)$|[:：,，]$/u);
      }
    }
  });

  it('tells how far an unfinished measure has come when only that is asked', () => {
    const [part] = digestUnits(scene, ['M43'], { budget: 60, statusOnly: true }).get('M43') ?? [];
    expect(part?.citation.quote).toContain('计划2023年10月底印发实施');
  });

  it('does not stop before what is left', () => {
    expect(wordsOf('M76', 60)).toMatch(/已完成33个小区提升工作,剩余27个/u);
  });

  it('tells two runs of one measure before an empty run of another', () => {
    const parts = digestUnits(scene, ['M44', 'M34'], { budget: 75, aside: new Set(['M34']) });
    expect(
      parts
        .get('M44')
        ?.map(({ citation }) => citation.quote)
        .join(),
    ).toContain('14个闲置长者食堂');
    expect(
      parts
        .get('M34')
        ?.map(({ citation }) => citation.quote)
        .join(),
    ).not.toContain('人民立场');
  });

  it('tells what measures repeat once, and cites both', () => {
    const digest = digestUnits(scene, ['M239', 'M241'], { budget: 60 });
    const parts = [...digest.values()].flat();
    const repeated = parts.find(({ also }) => also.length > 0);
    expect(new Set([repeated?.citation.unit, repeated?.also[0]?.unit])).toEqual(new Set(['M239', 'M241']));
  });

  it('keeps to one measure a problem where the subject is too wide', () => {
    const ids = brain.lookup.measures.map(({ id }) => id);
    const digest = digestUnits(scene, ids, { budget: 1500, spread: true });
    const parents = [...digest]
      .filter(([, parts]) => parts.length > 0)
      .map(([id]) => brain.lookup.get(id)?.parent);
    expect(parents.length).toBeGreaterThan(10);
    expect(new Set(parents).size).toBe(parents.length);
  });

  it('tells a clause too long for a run when it carries the figure', () => {
    expect(wordsOf('M137', 240)).toContain('等制度21项');
  });

  it('tells pieces of one sentence as the sentence prints them', () => {
    expect(wordsOf('M218', 420)).toContain('2名予以降职降薪,2名予以调岗降薪;其余21名');
    expect(wordsOf('M67', 120)).toContain('未发生大规模集体访,无进京集体访');
  });

  it('never stops at where, how or by what something was done, nor at the parts of a whole', () => {
    for (const unit of brain.lookup.measures) {
      for (const budget of [120, 300]) {
        for (const { quote } of digestUnit(scene, unit.id, budget)) {
          expect(quote, unit.id).not.toMatch(/(?:自身实际|实际情况|等方式|通报会上|任组长|\d日)$/u);
          expect(quote, unit.id).not.toMatch(/^(?:剩余|其余)\d+[^,。]{0,20}(?:人员|人|个|件)?中?$/u);
          expect(quote, unit.id).not.toMatch(/^随军家属安置/u);
        }
      }
    }
  });
});
