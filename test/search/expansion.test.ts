import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readExpansions } from '../../src/search/expansion.ts';
import { qinghe, taijiang } from '../bulletin/bulletins.ts';

const line = (value: unknown): string => JSON.stringify(value);
const GOOD = line({ unit: 'M4', quote: '白石水厂滤池改造', queries: ['水厂改好了吗', '自来水变清了没'] });

/** The questions of one line of a set: one, or those of a dialogue's turns. */
function readQuestions(text: string): string[] {
  const { q, turns = [] } = JSON.parse(text) as { q?: string; turns?: { q: string }[] };
  return [...(q === undefined ? [] : [q]), ...turns.map((turn) => turn.q)];
}

describe('a file of everyday wordings', () => {
  it('points each wording at the words it asks about', () => {
    const { expansions, diagnostics } = readExpansions(qinghe, GOOD);
    expect(diagnostics).toEqual([]);
    expect(expansions.map(({ unit, query }) => [unit, query])).toEqual([
      ['M4', '水厂改好了吗'],
      ['M4', '自来水变清了没'],
    ]);
    for (const { anchor } of expansions)
      expect(qinghe.source.slice(anchor?.start, anchor?.end)).toBe('白石水厂滤池改造');
  });

  it('may speak of a unit as a whole', () => {
    const { expansions } = readExpansions(qinghe, line({ unit: 'P2', queries: ['水不好喝'] }));
    expect(expansions).toEqual([{ unit: 'P2', query: '水不好喝', anchor: null }]);
  });

  it.each([
    ['no JSON', '{"unit":"M4"', '不是 {"unit","quote"?,"queries":[…]} 形式的一行 JSON'],
    ['JSON of another shape', '["M4"]', '不是 {"unit","quote"?,"queries":[…]} 形式的一行 JSON'],
    ['an unknown key', line({ unit: 'M4', querys: ['水'], queries: ['水'] }), '不是 {"unit"'],
    ['no wording', line({ unit: 'M4', queries: [] }), '不是 {"unit"'],
    ['an empty wording', line({ unit: 'M4', queries: ['水', ''] }), '不是 {"unit"'],
    ['a wording of 121 characters', line({ unit: 'M4', queries: ['水'.repeat(121)] }), '不是 {"unit"'],
    ['a unit that does not exist', line({ unit: 'M99', queries: ['水'] }), '通报中没有单元 M99'],
  ])('loses only the line with %s, and says which', (_, bad, message) => {
    const { expansions, diagnostics } = readExpansions(qinghe, [GOOD, '', bad, GOOD].join('\n'));
    expect(diagnostics).toEqual([{ line: 3, message: expect.stringContaining(message) as string }]);
    expect(expansions).toHaveLength(4);
  });

  it('keeps wordings whose quote is not in the unit for the unit as a whole, and says so', () => {
    const { expansions, diagnostics } = readExpansions(
      qinghe,
      line({ unit: 'M4', quote: '黑石水厂', queries: ['水厂'] }),
    );
    expect(expansions).toEqual([{ unit: 'M4', query: '水厂', anchor: null }]);
    expect(diagnostics).toEqual([{ line: 1, message: '单元 M4 中没有“黑石水厂”' }]);
  });

  it('may be empty', () => {
    expect(readExpansions(qinghe, '\n\n')).toEqual({ expansions: [], diagnostics: [] });
  });
});

describe('the wordings of the first bulletin', () => {
  const { expansions, diagnostics } = readExpansions(
    taijiang,
    readFileSync('seeds/taijiang-2024.queries.jsonl', 'utf8'),
  );

  it('all fit it', () => {
    expect(diagnostics).toEqual([]);
  });

  it('cover every unit', () => {
    const covered = new Set(expansions.map(({ unit }) => unit));
    expect(taijiang.units.filter(({ id }) => !covered.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('repeat no question of an evaluation set', () => {
    const fold = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
    const known = new Set(expansions.map(({ query }) => fold(query)));
    const sets = readdirSync('test/eval/own').filter((name) => name.endsWith('.jsonl'));
    const asked = ['questions.sample.jsonl', ...sets.map((name) => `own/${name}`)].flatMap((set) =>
      readFileSync(`test/eval/${set}`, 'utf8').trim().split('\n').flatMap(readQuestions),
    );
    expect(asked.length).toBeGreaterThan(500);
    expect(asked.filter((question) => known.has(fold(question)))).toEqual([]);
  });
});
