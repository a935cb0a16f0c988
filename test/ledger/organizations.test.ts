import { describe, expect, it } from 'vitest';
import type { Bulletin } from '../../src/bulletin/bulletin.ts';
import { findOrganizations } from '../../src/ledger/organizations.ts';
import { readRealBulletin, writeBulletin } from './seeds.ts';

const LEXICON = `# 机构简称表
区国有资产投资发展集团 区国投集团 国投集团
区城市管理局 区城管局 城管局
区审计局 审计局 审计
区财政局 财政局 财政
`;

function quotesOf(bulletin: Bulletin, lexicon = LEXICON): string[] {
  return [...findOrganizations(bulletin, lexicon).mentions]
    .filter(([unit]) => unit.startsWith('M'))
    .flatMap(([, mentions]) => mentions.map(({ citation }) => citation.quote));
}

describe('bodies of a county that is not the seed', () => {
  it.each([
    ['县委、县政府召开专题会议,县纪委监委列席。', ['县委', '县政府', '县纪委监委']],
    ['由县住建局会同市自然资源局和省生态环境厅办理。', ['县住建局', '市自然资源局', '省生态环境厅']],
    ['县委巡察工作领导小组制定工作流程。', ['县委巡察工作领导小组']],
    ['成立河湖整治工作领导小组,由县水利局牵头。', ['河湖整治工作领导小组', '县水利局']],
    ['委托清河长林资产评估有限公司进行评估。', ['清河长林资产评估有限公司']],
    ['市政府办公厅召开会议,市场监管规则另行制定。', ['市政府办公厅']],
    ['全县各社区、各街道、各部门和国有企业均已整改。', []],
    ['依据《清河县财政局资金管理办法》执行。', []],
  ])('%s', (text, expected) => {
    expect(quotesOf(writeBulletin([text]))).toEqual(expected);
  });

  it('marks items of a list that lack the level of the first as elliptic', () => {
    const bulletin = writeBulletin(['集体约谈县司法局、审计局、财政局等单位责任领导。']);
    const mentions = findOrganizations(bulletin, LEXICON).mentions.get('M1') ?? [];
    expect(mentions.map(({ citation, elliptic, name }) => [citation.quote, elliptic, name])).toEqual([
      ['县司法局', false, '县司法局'],
      ['审计局', true, '审计局'],
      ['财政局', true, '财政局'],
    ]);
  });

  it('joins an abbreviation to the full name it is made of, but not another body that shares its words', () => {
    const bulletin = writeBulletin([
      '县金科局组织培训。',
      '县金融和科技局制定办法,县金融科技局落实。',
      '县科技局职能已划转。',
    ]);
    const { organizations } = findOrganizations(bulletin, '');
    const joined = organizations.find(({ variants }) => variants.includes('县金科局'));
    expect(joined?.variants).toEqual(['县金科局', '县金融和科技局', '县金融科技局']);
    expect(organizations.find(({ variants }) => variants.includes('县科技局'))?.variants).toEqual([
      '县科技局',
    ]);
  });

  it.each([
    ['由县房管局牵头,对老旧小区分类梳理。', '牵头'],
    ['县房管局组织全县排查。', null],
    ['由县委副书记牵头研究,县房管局列席。', null],
    ['责任单位县房管局每月报告。', '责任单位'],
  ])('reads a role only where the text gives one: %s', (text, role) => {
    const mentions = findOrganizations(writeBulletin([text]), LEXICON).mentions.get('M1') ?? [];
    expect(mentions.find(({ citation }) => citation.quote === '县房管局')?.role).toBe(role);
  });
});

describe('bodies of the real bulletin', () => {
  const bulletin = readRealBulletin();
  const { mentions, organizations } = findOrganizations(bulletin, LEXICON);

  it('quote the source verbatim, inside their unit, in order and without overlaps', () => {
    for (const unit of bulletin.units) {
      let last = unit.span.start;
      for (const { citation } of mentions.get(unit.id) ?? []) {
        expect(citation.quote).toBe(bulletin.source.slice(citation.span.start, citation.span.end));
        expect(citation.span.start).toBeGreaterThanOrEqual(last);
        expect(citation.span.end).toBeLessThanOrEqual(unit.span.end);
        last = citation.span.end;
      }
    }
  });

  it('go by a name that is printed in the bulletin', () => {
    for (const { name, variants } of organizations) {
      expect(bulletin.source).toContain(name);
      expect(variants).toContain(name);
    }
  });

  it('M149 keeps apart the courts and the two science bureaus', () => {
    const quotes = mentions.get('M149')?.map(({ citation }) => citation.quote) ?? [];
    expect(quotes).toEqual(
      expect.arrayContaining(['区科技局', '区金融科技局', '市中院', '高院', '一审法院']),
    );
    const names = new Set(mentions.get('M149')?.map(({ name }) => name));
    expect(names).toContain('区科技局');
    expect(names).toContain('法院');
  });

  it('M144: four bodies lead together', () => {
    const leading = mentions.get('M144')?.filter(({ role }) => role === '牵头') ?? [];
    expect(leading.map(({ citation }) => citation.quote)).toEqual([
      '区财政局',
      '区国资中心',
      '区金融和科技局',
      '区民政局',
    ]);
  });
});
