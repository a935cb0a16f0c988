import { dirname, join, normalize } from 'node:path';
import type { Import } from './imports.ts';

/** The pipeline of DESIGN.md, left to right. */
export const STAGES = [
  'text',
  'bulletin',
  'ledger',
  'search',
  'question',
  'intents',
  'answer',
  'render',
  'delivery',
  'channels',
  'commands',
] as const;

/** Which libraries may be imported where, by path prefix; a library not named here may be imported nowhere. */
export const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  '@node-rs/jieba': ['src/search/', 'src/answer/wording.ts'],
  'opencc-js': ['src/text/normalize.ts'],
  'pinyin-pro': ['src/search/'],
  minisearch: ['src/search/', 'src/commands/bench-answers.ts'],
  zod: ['src/'],
  openai: ['src/answer/client.ts', 'src/answer/embedder.ts', 'src/answer/model.ts'],
  undici: ['src/answer/'],
  libsql: ['src/delivery/'],
  'write-excel-file': ['src/delivery/'],
  grammy: ['src/channels/telegram/'],
  hono: ['src/channels/', 'src/listen.ts', 'src/start-server.ts'],
  '@hono/node-server': ['src/channels/', 'src/listen.ts'],
  pino: ['src/log.ts'],
  'prom-client': ['src/metrics.ts'],
};

/** Node modules the pure stages may use: none that reads a clock, the environment or the disk. */
const PURE = new Set(['text', 'bulletin', 'ledger', 'search', 'question', 'intents', 'render']);
/** `corpus.ts` reads and writes `index/`; `pinyin.ts` loads its heavy library only when an index is built. */
const DISK_READERS = new Set(['src/search/corpus.ts', 'src/search/pinyin.ts']);
const FORBIDDEN_NAMES = /(?:^|\/)(?:index|utils?|helpers?|common|manager|service|types)\.ts$/u;
/** Command entries are named for the command they run. */
const NAMED_BY_CONTRACT = new Set(['src/commands/index.ts']);

export function stageOf(path: string): string | null {
  return /^src\/([^/]+)\//u.exec(path)?.[1] ?? null;
}

export function resolveImport({ from, to }: Import): string | null {
  return to.startsWith('.') ? normalize(join(dirname(from), to)).replaceAll('\\', '/') : null;
}

/** What is wrong with one import; null when nothing is. */
export function judgeImport(one: Import): string | null {
  const target = resolveImport(one);
  return target === null ? judgeLibrary(one) : judgeFile(one.from, target);
}

function judgeFile(from: string, target: string): string | null {
  const [own, other] = [stageOf(from), stageOf(target)];
  if (own === null) return null;
  if (other === null) return own === 'commands' ? null : `${from} imports the root file ${target}`;
  const [i, j] = [STAGES.indexOf(own as never), STAGES.indexOf(other as never)];
  if (i < 0 || j < 0) return `${from} or ${target} stands in no stage of DESIGN.md`;
  if (j > i) return `${from} imports ${target} from a stage to its right`;
  const [channel, sibling] = [from, target].map((path) => /^src\/channels\/([^/]+)\//u.exec(path)?.[1]);
  if (own === 'channels' && channel !== undefined && sibling !== undefined && channel !== sibling) {
    return `channel ${channel} imports channel ${sibling} (${from})`;
  }
  return null;
}

function judgeLibrary({ from, to, typeOnly }: Import): string | null {
  if (to.startsWith('node:')) {
    const stage = stageOf(from);
    const pure = stage !== null && PURE.has(stage) && !DISK_READERS.has(from);
    return pure ? `${from} imports ${to}: its stage is pure` : null;
  }
  const name = to.startsWith('@') ? to.split('/').slice(0, 2).join('/') : (to.split('/')[0] ?? to);
  const places = LIBRARIES[name];
  if (places === undefined) return `${from} imports ${name}, which no rule allows`;
  return typeOnly || places.some((place) => from.startsWith(place)) ? null : `${from} may not import ${name}`;
}

export function judgeName(path: string): string | null {
  return FORBIDDEN_NAMES.test(path) && !NAMED_BY_CONTRACT.has(path)
    ? `${path} is named for nothing in particular`
    : null;
}

/** One cycle of files as a path, or null. Type-only imports count. */
export function findCycle(imports: readonly Import[]): string[] | null {
  const edges = new Map<string, string[]>();
  for (const one of imports) {
    const target = resolveImport(one);
    if (target !== null) edges.set(one.from, [...(edges.get(one.from) ?? []), target]);
  }
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] | null => {
    const at = trail.indexOf(path);
    if (at >= 0) return [...trail.slice(at), path];
    if (done.has(path)) return null;
    for (const next of edges.get(path) ?? []) {
      const cycle = walk(next, [...trail, path]);
      if (cycle !== null) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const path of edges.keys()) {
    const cycle = walk(path, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
