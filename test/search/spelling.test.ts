import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ensureIndex } from '../../src/build.ts';
import { COST_BASE, spellingTableSchema } from '../../src/search/spelling-data.ts';
import { readSpellingLexicon } from '../../src/search/spelling-lexicon.ts';
import { readSpellingFixture } from './spelling-table.ts';

const { expansions, build } = readSpellingFixture();
const table = build(expansions);
const targets = new Set(table.targets.split(' '));

describe('the spelling table of the bulletin', () => {
  it('is the same when it is built again, and survives JSON', () => {
    const json = JSON.stringify(table);
    expect(JSON.stringify(build(expansions))).toBe(json);
    expect(spellingTableSchema.parse(JSON.parse(json))).toEqual(table);
  });

  it('knows words, names and joined words of the bulletin as targets', () => {
    for (const word of ['近亲繁殖', '赖悦心', '信访积案', '红星小学', '建章立制', '鳌峰街道']) {
      expect(targets).toContain(word);
    }
  });

  it('takes no turn of speech for a target', () => {
    for (const word of ['多少', '请问', '什么时候', '的', '有没有']) expect(targets).not.toContain(word);
  });

  it('keeps costs and kinds in step with the sorted targets', () => {
    const words = table.targets.split(' ');
    expect(table.targetCosts).toHaveLength(words.length);
    expect(table.targetKinds).toHaveLength(words.length);
    expect(words.every((word, i) => i === 0 || (words[i - 1] ?? '') < word)).toBe(true);
    const cost = (word: string): number => table.targetCosts.charCodeAt(words.indexOf(word)) - COST_BASE;
    expect(cost('整改')).toBeLessThan(cost('赖悦心'));
  });

  it('reads characters as they are usually read', () => {
    expect(table.readings['hang']).toContain('行');
    expect(table.readings['xing']).toContain('行');
    expect(table.readings['hong']).toContain('红');
    expect(table.readings['gong']).not.toContain('红');
    expect(table.readings['ao']).toContain('鏊');
    expect(table.readings['lv']).toContain('绿');
  });

  it('keeps initials only where one word fits', () => {
    expect(table.initials['hxxx']).toBe('红星小学');
    expect(table.initials['cgj']).toBe('城管局');
    // 谈心谈话 or 提醒谈话, 联席会议 or 列席会议.
    expect(table.initials).not.toHaveProperty('txth');
    expect(table.initials).not.toHaveProperty('lxhy');
    expect(Object.keys(table.initials).every((key) => key.length >= 3)).toBe(true);
  });

  it('packs known words so that each length divides evenly', () => {
    for (const [length, { words, costs }] of Object.entries(table.known)) {
      expect(words.length).toBe(Number(length) * costs.length);
    }
    expect(table.pairs.length % 2).toBe(0);
  });
});

describe('english.txt and shapes.txt', () => {
  it('translate, protect and drop words', () => {
    const { english } = readSpellingLexicon({ english: 'How many = 多少\napp\nthe =\n# 注', shapes: '' });
    expect([...english]).toEqual([
      ['how many', '多少'],
      ['app', 'app'],
      ['the', ''],
    ]);
  });

  it('name the line that cannot be read', () => {
    expect(() => readSpellingLexicon({ english: '\n投资 = investment', shapes: '' })).toThrow(
      'english.txt 第2行',
    );
    expect(() => readSpellingLexicon({ english: '', shapes: '末 未\n己' })).toThrow('shapes.txt 第2行');
  });
});

describe('starting with a fresh index', () => {
  it('loads no pinyin library', { timeout: 60_000 }, () => {
    ensureIndex();
    const script = `
      import { createRequire } from 'node:module';
      import { loadBrains } from './src/brains.ts';
      const [brain] = loadBrains();
      const loaded = Object.keys(createRequire(import.meta.url).cache).filter((path) => path.includes('pinyin-pro'));
      console.log(JSON.stringify({ loaded, text: brain.correct('近清繁殖').text }));`;
    const args = ['--import', 'tsx', '--input-type=module', '-e', script];
    expect(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))).toEqual({
      loaded: [],
      text: '近亲繁殖',
    });
  });
});
