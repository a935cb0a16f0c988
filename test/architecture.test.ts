import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readImports } from './architecture/imports.ts';
import { findCycle, judgeImport, judgeName, stageOf, STAGES } from './architecture/rules.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|js|css|html)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll('\\', '/'));
}

const sources = sourcesBelow('src');
const modules = sources.filter((path) => path.endsWith('.ts'));
const imports = modules.flatMap((path) => readImports(path, readFileSync(join(ROOT, path), 'utf8')));

describe('the architecture of DESIGN.md', () => {
  it('is judged on every stage and on hundreds of imports, not on an empty folder', () => {
    expect(new Set(modules.map(stageOf).filter((stage) => stage !== null))).toEqual(new Set(STAGES));
    expect(imports.length).toBeGreaterThan(400);
  });

  it('lets a file import only from its own stage or one to its left, and libraries only where they belong', () => {
    expect(imports.map(judgeImport).filter((fault) => fault !== null)).toEqual([]);
  });

  it('has no cycle, types included', () => {
    expect(findCycle(imports)).toBeNull();
  });

  it('names no file for nothing in particular', () => {
    expect(sources.map(judgeName).filter((fault) => fault !== null)).toEqual([]);
  });

  it('keeps every source and test file within 300 lines', () => {
    const long = [...sources, ...sourcesBelow('test')].filter(
      (path) => readFileSync(join(ROOT, path), 'utf8').split('\n').length > 301,
    );
    expect(long).toEqual([]);
  });

  it('names no place or bulletin in code', () => {
    const places = readdirSync(join(ROOT, 'seeds'))
      .filter((name) => name.endsWith('.txt'))
      .flatMap((name) => [/^[a-z]+/u.exec(name)?.[0] ?? name, '台江']);
    const code = (path: string): string =>
      readFileSync(join(ROOT, path), 'utf8')
        .replace(/\/\*[\s\S]*?\*\//gu, '')
        .replace(/(^|\s)\/\/.*$/gmu, '');
    expect(modules.filter((path) => places.some((place) => code(path).includes(place)))).toEqual([]);
  });
});

describe('the rules themselves see a planted fault', () => {
  const plant = (from: string, source: string): (string | null)[] =>
    readImports(from, source).map(judgeImport);

  it.each([
    ['src/text/span.ts', "import type { Unit } from '../bulletin/bulletin.ts';", 'to its right'],
    ['src/channels/web/chat.ts', "import { x } from '../telegram/bot.ts';", 'imports channel telegram'],
    ['src/intents/fact.ts', "import { readFileSync } from 'node:fs';", 'pure'],
    ['src/intents/fact.ts', "const fs = await import('node:fs');", 'pure'],
    ['src/question/read.ts', "import OpenAI from 'openai';", 'may not import openai'],
    ['src/question/read.ts', "import lodash from 'lodash';", 'no rule allows'],
    ['src/delivery/ask.ts', "import { answerMessage } from '../assistant.ts';", 'root file'],
    ['src/text/span.ts', "type T = import('../ledger/ledger.ts').Ledger;", 'to its right'],
  ])('%s: %s', (from, source, fault) => {
    expect(plant(from, source).join()).toContain(fault);
  });

  it('sees a cycle of type imports', () => {
    const cycle = [
      ...readImports('src/text/a.ts', "import type { B } from './b.ts';"),
      ...readImports('src/text/b.ts', "import type { A } from './a.ts';"),
    ];
    expect(findCycle(cycle)).toEqual(['src/text/a.ts', 'src/text/b.ts', 'src/text/a.ts']);
  });

  it('sees a forbidden name', () => {
    expect(judgeName('src/text/helpers.ts')).toContain('nothing in particular');
  });
});
