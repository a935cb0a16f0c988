import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  readIndexFiles,
  readManifest,
  sameInputs,
  writeIndexFiles,
  type IndexFiles,
} from '../../src/search/corpus.ts';

const root = mkdtempSync(join(tmpdir(), 'corpus-'));
const file = (name: string): string => join(root, name);
const FILES: IndexFiles = new Map([
  ['a-2021.bulletin.json', Buffer.from(JSON.stringify({ text: '闲置房产已盘活6.37万平方米'.repeat(50) }))],
  ['a-2021.search.json', Buffer.from(JSON.stringify({ terms: ['闲置', '盘活'] }))],
]);
const INPUTS = { 'seeds/a-2021.txt': 'f00d', 'opencc-js': '1.4.2' };

/** What a start would serve: the files, or null for 「build anew」. */
function read(): IndexFiles | null {
  const manifest = readManifest(root);
  return manifest === null || !sameInputs(manifest.inputs, INPUTS) ? null : readIndexFiles(root, manifest);
}

beforeEach(() => {
  writeIndexFiles(root, INPUTS, FILES);
});
afterEach(() => {
  for (const name of readdirSync(root)) rmSync(file(name));
});
afterAll(() => rmSync(root, { recursive: true }));

/** What may happen to a file of the index between two starts. */
const DAMAGES: readonly (readonly [string, (path: string) => void])[] = [
  ['truncated', (path) => writeFileSync(path, readFileSync(path).subarray(0, -2))],
  ['emptied', (path) => writeFileSync(path, '')],
  ['deleted', (path) => rmSync(path)],
  ['prolonged', (path) => appendFileSync(path, '\n{}')],
  ['changed in its first bit', (path) => flipBit(path, 0)],
  ['changed in a bit of its middle', (path) => flipBit(path, 0.5)],
];

function flipBit(path: string, where: number): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length * where);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(path, bytes);
}

describe('an index', () => {
  it('is read back as it was written', () => {
    expect(read()).toEqual(FILES);
  });

  describe.each(['a-2021.bulletin.json', 'a-2021.search.json', 'manifest.json'])('whose %s was', (name) => {
    it.each(DAMAGES)('%s is not served', (_, damage) => {
      damage(file(name));
      expect(read()).toBeNull();
    });
  });

  it('changed in any bit of its manifest is not served, or is served whole', () => {
    const path = file('manifest.json');
    const bytes = readFileSync(path);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      writeFileSync(path, changed);
      expect([null, FILES]).toContainEqual(read());
    }
  });

  it('of another schema is not read', () => {
    const manifest = readFileSync(file('manifest.json'), 'utf8');
    writeFileSync(file('manifest.json'), manifest.replace(/"schema": \d+/u, '"schema": 999'));
    expect(read()).toBeNull();
  });

  it.each([
    ['changed', { ...INPUTS, 'seeds/a-2021.txt': 'beef' }],
    ['added', { ...INPUTS, 'seeds/b-2022.txt': 'beef' }],
    ['removed', { 'opencc-js': '1.4.2' }],
  ])('is stale when an input was %s', (_, inputs) => {
    const manifest = readManifest(root);
    expect(manifest !== null && sameInputs(manifest.inputs, inputs)).toBe(false);
  });

  it('loses the files of a bulletin that is gone', () => {
    writeIndexFiles(root, INPUTS, new Map([['b-2022.bulletin.json', Buffer.from('{}')]]));
    expect(readdirSync(root).sort()).toEqual(['b-2022.bulletin.json', 'manifest.json']);
  });

  it('keeps the vectors of its own bulletins, and of no other', () => {
    for (const id of ['a-2021', 'b-2022']) writeFileSync(file(`${id}.vectors.json`), '{}');
    writeIndexFiles(root, INPUTS, FILES);
    expect(readdirSync(root).filter((name) => name.endsWith('.vectors.json'))).toEqual([
      'a-2021.vectors.json',
    ]);
  });
});

describe('drafts', () => {
  const draftOf = (pid: number | undefined): string => file(`manifest.json.${String(pid)}.tmp`);

  it('of a process that died are swept away', () => {
    writeFileSync(draftOf(999_999_999), '{');
    writeIndexFiles(root, INPUTS, FILES);
    expect(existsSync(draftOf(999_999_999))).toBe(false);
  });

  it('of a process at work are left to it', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60000)']);
    const ended = new Promise((done) => child.once('exit', done));
    writeFileSync(draftOf(child.pid), '{');
    writeIndexFiles(root, INPUTS, FILES);
    expect(existsSync(draftOf(child.pid))).toBe(true);
    child.kill();
    await ended;
    writeIndexFiles(root, INPUTS, FILES);
    expect(existsSync(draftOf(child.pid))).toBe(false);
  });
});
