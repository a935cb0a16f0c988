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

describe('what a free rewording may not turn round', () => {
  it.each<[string, string, string, RegExp]>([
    ['a share that falls', '2023年以来,台江区到京访与上年同期相比增加四成', 'M71', /other way/],
    ['tenths for per cent', '到京访2023年以来同比少了五成', 'M71', /figure/],
    ['tenths of a whole', '“闽江之心”核心区的招商完成八成', 'M49', /figure/],
    ['a lead over the schedule', '73个省市重点项目投资低于序时进度13.42个百分点', 'M226', /other way/],
    ['a lighter sanction', '已退休的林杭被给予党内严重警告', 'D1.12', /sanction/],
    ['another sanction', '刘秋实被降职降薪', 'D2.4', /sanction/],
    ['the quarter', '2023年第四季度,纪检监察组和街道纪工委监察组都做到了自办案件立案', 'M116', /date/],
    ['one year of two', '2019、2021年开展的32个老旧小区改造项目,其施工单位被集体约谈', 'M167', /date/],
    ['a problem into praise', '巡视整改清单中有一条说的是:社区治理走在全市前列', 'P9', /what is wrong/],
    ['a problem into plenty', '巡视指出,台江区教育资源充足', 'P13', /what is wrong/],
    ['what was not managed before', '216处国有(集体)房产还没有纳入管理', 'M147', /denies/],
    ['a hearing that was held', '2023年10月11日市中院尚未开庭审理', 'M149', /denies/],
    ['a cleared backlog', '超期的问题线索尚未清零', 'M117', /denies/],
    ['cases handled', '截至2023年10月18日,尚未办结65件244人', 'S4.0', /denies/],
    ['a recruitment only begun', '目前已经招录30名编内卫生专技人员', 'M42', /finished/],
    ['all for some', '还没整治的67个老旧小区全都已进场施工', 'M29', /all/],
    ['works still going on', '八一七路台江段市政提升已经完工', 'M19', /finished/],
    ['the place of its problem', '茶亭小区6座楼顶的消防通道现已打通', 'M263', /name/],
    ['twice denied', '主体责任没有未落实到位,存在缺位', 'P30', /twice/],
  ])('%s', (_, text, unit, reason) => {
    expect(why(text, unit)).toMatch(reason);
  });

  it('the first nine months are January to September, no other span', () => {
    expect(why('2023年前9个月,全区纪检监察机关立案57件64人', 'M115')).toBeNull();
    expect(why('2023年前8个月,全区纪检监察机关立案57件64人', 'M115')).toMatch(/date/);
  });

  it('a heading is at home beside its own measures only', () => {
    const text = '祥坂经合社2023年10月13日决定按现租金与承租户重新签约';
    expect(check(text, ['P96', 'M290']).kind).toBe('passed');
    expect(check(text, ['P3', 'M290'])).toMatchObject({ why: /P3/ });
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
