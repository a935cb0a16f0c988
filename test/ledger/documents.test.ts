import { describe, expect, it } from 'vitest';
import { findDocuments } from '../../src/ledger/documents.ts';
import { compareTitles } from '../../src/ledger/titles.ts';
import { isRecord, readLabels } from './labels.ts';
import { readRealBulletin, writeBulletin } from './seeds.ts';

interface Label {
  readonly n: number;
  readonly documents: readonly string[];
}

function isLabel(value: unknown): value is Label {
  return isRecord(value) && typeof value['n'] === 'number' && Array.isArray(value['documents']);
}

const bulletin = readRealBulletin();
const { mentions, documents } = findDocuments(bulletin);

describe('documents of the real bulletin', () => {
  it('are exactly those of the 96 measures read by hand, and no other measure has one', () => {
    const labels = readLabels('documents.labels.jsonl', isLabel);
    const wrong = labels.filter(({ n, documents: titles }) => {
      const found = new Set((mentions.get(`M${n}`) ?? []).map(({ title }) => title));
      return found.size !== new Set(titles).size || titles.some((title) => !found.has(title));
    });
    expect(wrong).toEqual([]);
    const labelled = new Set(labels.map(({ n }) => `M${n}`));
    const measures = [...mentions.keys()].filter((unit) => unit.startsWith('M'));
    expect(measures.filter((unit) => !labelled.has(unit))).toEqual([]);
  });

  it('carry the number printed behind them', () => {
    const numbers = [...mentions.values()].flat().flatMap(({ number }) => (number === null ? [] : [number]));
    expect(numbers).toEqual([
      '闽发改法规〔2022〕667号',
      '台政办发〔2023〕3号',
      '台效组〔2017〕10号',
      '台经信〔2017〕187号',
    ]);
  });

  it('one document under two titles keeps both: 通知 in M151, 告知 in M285', () => {
    const joined = documents.find(({ units }) => units.includes('M151') && units.includes('M285'));
    expect(joined?.titles.map((title) => title.slice(-2))).toEqual(['通知', '告知']);
  });

  it('quote the title with its marks', () => {
    for (const { citation, title } of [...mentions.values()].flat()) {
      expect(citation.quote).toBe(`《${title}》`);
      expect(bulletin.source.slice(citation.span.start, citation.span.end)).toBe(citation.quote);
    }
  });
});

describe('what 《》 holds besides documents', () => {
  it.each([
    '做法获得《山城日报》报道。',
    '创作漫画《廉洁的味道》在网站发布。',
    '举办《江河》大型情景歌舞剧。',
    '开展《城市更新政策》专题讲座。',
    '被《人民日报》《光明日报》客户端刊载。',
  ])('%s names no document', (text) => {
    expect(findDocuments(writeBulletin([text])).documents).toEqual([]);
  });
});

describe('titles', () => {
  it.each([
    ['清河县集体资产管理办法', '清河县集体资产管理办法(试行)', 'same'],
    [
      '福州市台江区金融和科技局直属集体企业资产租赁管理办法',
      '台江区金融和科技局直属企业资产租赁管理办法',
      'variant',
    ],
    ['台江区(股份)经济合作社集体资产管理办法', '台江区(股份)经济合作社集体资产租赁管理办法', 'other'],
    ['关于巡察整改的操作规程', '关于巡察发现问题线索分类处置的操作规程', 'other'],
    ['关于召开全面从严治党专题会议的通知', '关于落实全面从严治党有关工作的通知', 'other'],
  ] as const)('%s / %s: %s', (a, b, relation) => {
    expect(compareTitles(a, b)).toBe(relation);
    expect(compareTitles(b, a)).toBe(relation);
  });
});
