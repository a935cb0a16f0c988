import { describe, expect, it } from 'vitest';
import { checkModelClaim, type Verdict } from '../../src/answer/model-gate.ts';
import { createWordTagger } from '../../src/answer/wording.ts';
import { readRealBulletin } from './real-bulletin.ts';

const { lookup, ledger } = readRealBulletin();
const tag = createWordTagger();
const every = new Set(lookup.bulletin.units.map(({ id }) => id));

function check(text: string, units: readonly string[], allowed: ReadonlySet<string> = every): Verdict {
  return checkModelClaim({ text, units }, { lookup, ledger, tag, allowed });
}

function why(text: string, unit: string): string | null {
  const verdict = check(text, [unit]);
  return verdict.kind === 'passed' ? null : verdict.why;
}

describe('what a model may do', () => {
  it.each<[string, string]>([
    ['shorten', '红星小学2025年秋季投用,新增2700个学位'],
    ['reorder', '可新增2700个学位的红星小学新建项目,预计2025年秋季投入使用'],
    ['write figures another way', '红星小学预计2025年秋季投用,可新增两千七百个学位'],
  ])('%s', (_, text) => {
    expect(why(text.replace('红星小学2025年', '红星小学预计2025年'), 'M37')).toBeNull();
  });

  it('join sentences of one unit, each of which is then quoted', () => {
    const verdict = check('已完成67个小区的踏勘确认;剩余5个不符合改造标准,暂无法改造', ['M29']);
    expect(verdict.kind).toBe('passed');
    if (verdict.kind !== 'passed') return;
    expect(verdict.claim.citations.length).toBeGreaterThan(1);
    for (const { quote } of verdict.claim.citations) expect(lookup.get('M29')?.text).toContain(quote);
  });

  it('repeat the ids inside the text, where they are cut off', () => {
    const verdict = check('红星小学可新增2700个学位。[M37]', ['M37']);
    expect(verdict).toMatchObject({ kind: 'passed', claim: { text: '红星小学可新增2700个学位。' } });
  });
});

describe('what a model may not do', () => {
  it.each<[string, string, string, RegExp]>([
    ['call finished what is under way', '状元地块已完成封房搬迁', 'M30', /finished/],
    [
      'call finished what is planned',
      '红星小学已于2025年秋季投入使用',
      'M37',
      /finished|under way or planned/,
    ],
    ['call under way what is finished', '14个闲置长者食堂正在恢复营业', 'M44', /under way/],
    ['drop the plan', '人员培养工作2023年10月开展', 'M39', /planned/],
    ['deny what is not denied', '67个未整治老旧小区尚未完成摸排', 'M29', /denies/],
    ['affirm what is denied', '2023年以来发生进京集体访', 'M67', /denies|negation/],
    ['say all where not all are meant', '排查出的1015条消防安全隐患均已整改', 'M79', /all|figure/],
    ['swap two figures', '43个为民办实事项目已完成16个', 'M34', /stands where/],
    ['make a rounded figure exact', '催缴欠租房产涉及金额1800万元', 'M262', /below/],
    ['move a rounded figure to the other side', '催缴欠租房产涉及金额超1800万元', 'M262', /below/],
    ['change one character of a name', '红日小学可新增2700个学位', 'M37', /name/],
    ['change one character of a person', '赖悦欣被判处有期徒刑10年', 'M175', /name|characters/],
    ['take a person from another unit', '黄金根被判处有期徒刑10年', 'M175', /words|name|characters/],
    ['take a project from another unit', '乌山小学可新增2700个学位', 'M37', /name/],
    ['take a body from another unit', '区纪委监委推进红星小学建设', 'M37', /body/],
    ['quote what is not quoted', '红星小学是“民生标杆”工程', 'M37', /name 民生标杆/],
    ['add a word in Latin letters', '红星小学建成后将成为STEAM学校', 'M37', /steam|STEAM|name|word/],
    ['speak of a unit it does not cite', '第38条所述红星小学可新增2700个学位', 'M37', /speaks of M38/],
    ['praise', '整改成效显著,得到社会各界高度认可和群众普遍赞誉', 'M37', /support|name|character/],
    ['be silent in the name of the bulletin', '通报未载明红星小学的学位数', 'M37', /absence/],
    ['write markup', '红星小学[详情](http://x.cn)新增2700个学位', 'M37', /markup/],
  ])('%s', (_, text, unit, reason) => {
    expect(why(text, unit)).toMatch(reason);
  });

  it('cite what it was not given, or a second unit that says nothing of it', () => {
    const text = '红星小学可新增2700个学位';
    expect(check(text, ['M37'], new Set(['M35']))).toMatchObject({
      kind: 'dropped',
      why: /not in the evidence/,
    });
    expect(check(text, ['M37', 'M170'])).toMatchObject({ why: /M170/ });
  });
});

describe('a claim that failed', () => {
  it('is replaced by the sentence it should have restated, word for word', () => {
    const verdict = check('红星小学新建项目预计2026年秋季投入使用,可新增2700个学位', ['M37']);
    expect(verdict.kind).toBe('replaced');
    if (verdict.kind !== 'replaced') return;
    const { text, citations } = verdict.claim;
    expect(citations[0].quote).toBe(text);
    expect(lookup.get('M37')?.text).toContain(text);
  });

  it('or dropped, where no sentence is near', () => {
    expect(check('本区绿化覆盖率居全国前列', ['M37']).kind).toBe('dropped');
  });
});

it('one claim costs a few milliseconds', () => {
  const text = '红星小学新建项目预计2025年秋季投入使用,可新增2700个学位';
  check(text, ['M37']);
  const rounds = Array.from({ length: 20 }, () => {
    const started = performance.now();
    check(text, ['M37']);
    return performance.now() - started;
  });
  expect(Math.min(...rounds)).toBeLessThan(5);
});
