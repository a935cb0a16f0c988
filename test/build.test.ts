import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ensureIndex } from '../src/build.ts';
import { loadBrains, NoBulletinError } from '../src/brains.ts';
import { openQinghe, QINGHE } from './qinghe.ts';

const places = openQinghe({ lexicon: false });
const SEED = join(places.seeds, `${QINGHE}.txt`);
const text = readFileSync(SEED, 'utf8');
const readAll = (): (readonly [string, string])[] =>
  readdirSync(places.index)
    .sort()
    .map((name) => [name, readFileSync(join(places.index, name), 'utf8')] as const);

afterAll(() => places.remove());

describe('the index of a folder of seeds', () => {
  it('is built where there is none, and then served as it stands', () => {
    expect(ensureIndex(places).rebuilt).toBe(true);
    expect(ensureIndex(places).rebuilt).toBe(false);
    expect(readAll().map(([name]) => name)).toEqual([
      'lexicon.json',
      'manifest.json',
      ...['bulletin.json', 'columns.bin', 'ledger.json', 'ledger.jsonl', 'search.json', 'spelling.json'].map(
        (end) => `${QINGHE}.${end}`,
      ),
      'words.txt',
    ]);
  });

  it('is the same byte for byte when built again', () => {
    const before = readAll();
    expect(ensureIndex(places, { force: true }).rebuilt).toBe(true);
    expect(readAll()).toEqual(before);
  });

  it('is built anew when one bit of it has changed', () => {
    const before = readAll();
    const path = join(places.index, `${QINGHE}.search.json`);
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(999) ^ 1, 999);
    writeFileSync(path, bytes);
    expect(ensureIndex(places).rebuilt).toBe(true);
    expect(readAll()).toEqual(before);
  });

  it('is built anew when the bulletin or its wordings change, with warnings for bad lines', () => {
    writeFileSync(SEED, text.replace('１２８０万元', '１３８０万元'));
    // As saved by a Windows editor: with a byte-order mark.
    const lines = [
      '{"unit":"M4","queries":["水龙头里流出来的还是黄的吗"]}',
      '{"unit":"M77","queries":["水"]}',
    ];
    writeFileSync(join(places.seeds, `${QINGHE}.queries.jsonl`), `\ufeff${lines.join('\r\n')}\r\n`);
    const { rebuilt, warnings } = ensureIndex(places);
    expect(rebuilt).toBe(true);
    expect(warnings).toEqual([`seeds/${QINGHE}.queries.jsonl 第2行:通报中没有单元 M77`]);
    const [brain] = loadBrains(places);
    expect(brain?.lookup.get('M1')?.text).toContain('１３８０万元');
    expect(brain?.engine.rank('水龙头流黄水')[0]?.unit).toBe('M4');
  });
});

describe('seeds that cannot be used', () => {
  it('name the file that is no bulletin and its first line', () => {
    writeFileSync(SEED, '今天天气不错\n适合散步\n');
    expect(() => ensureIndex(places)).toThrow(`seeds/${QINGHE}.txt:`);
    expect(() => ensureIndex(places)).toThrow('今天天气不错');
  });

  it('say where to put a bulletin when there is none', () => {
    rmSync(SEED);
    expect(() => loadBrains(places)).toThrow(NoBulletinError);
    expect(() => loadBrains(places)).toThrow(places.seeds);
  });
});
