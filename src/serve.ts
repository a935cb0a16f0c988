// npm start: environment → bulletins → assistant → server → banner; signals → stop
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createAssistant, type AssistantOptions } from './assistant.ts';
import { NoBulletinError, openBrains, type Brain } from './brain.ts';
import type { Config } from './config.ts';
import { ConfigError, readConfig } from './config.ts';
import { nameError } from './delivery/pump.ts';
import { StoreError } from './delivery/store.ts';
import { readFreshIndex, type Places } from './index-files.ts';
import { ListenError } from './listen.ts';
import type { Locate } from './locate.ts';
import { createLog } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { readPlaces } from './places.ts';
import { readPrompts } from './prompts.ts';
import { createRequery } from './requery.ts';
import { createReword } from './rewording.ts';
import type { IndexFiles } from './search/corpus.ts';
import type { RunningServer } from './start-server.ts';
import { startServer } from './start-server.ts';

/** Errors that are no accident: their message tells the operator what to do, a stack would only hide it. */
const ADVICE = [ConfigError, NoBulletinError, ListenError, StoreError];

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.log.level);
  const places = readPlaces(process.env);
  const brains = openBrains(readFreshIndex(places) ?? (await buildIndex(places)), places.seeds);
  const metrics = createMetrics(config.model.mode === 'on' ? (config.model.price ?? null) : null);
  const embeddings = await openEmbeddings(config, brains, places.index);
  const assistant = createAssistant(brains, {
    today: null,
    ...(await openModel(config, metrics)),
    ...(embeddings === null ? {} : { locate: embeddings.locate }),
  });
  const server = await startServer(config, assistant, log, metrics);
  log.info({ address: server.address, bulletins: brains.length }, 'listening');
  process.stderr.write(describeStart(server, brains, config, embeddings?.count ?? null));
  setTimeout(releaseGarbage, 1_000).unref();
  const stop = (signal: string) => {
    log.info({ signal }, 'stopping');
    for (const again of ['SIGTERM', 'SIGINT'] as const) {
      process.removeAllListeners(again).on(again, () => process.exit(1));
    }
    void server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error: nameError(error) }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  if (process.env['npm_lifecycle_event'] !== undefined)
    whenOrphaned(() => {
      stop('parent gone');
    });
}

const ORPHAN_CHECK_MS = 1_000;

/** npm started this and does not hand SIGTERM on to what its shell runs: the server ends with its parent instead. */
function whenOrphaned(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, ORPHAN_CHECK_MS).unref();
}

/** What loading left behind, a hundred megabytes, is given back soon: V8 alone waits until there is more work. */
function releaseGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
}

/** What builds an index is loaded only where one must be built: it was just found missing or stale. */
async function buildIndex(places: Places): Promise<IndexFiles> {
  const { ensureIndex } = await import('./build.ts');
  return ensureIndex(places, { force: true }).files;
}

/** What the optional model does, probed in the background; nothing when none is configured. */
async function openModel(
  { model }: Config,
  metrics: Metrics,
): Promise<Pick<AssistantOptions, 'reword' | 'requery'>> {
  if (model.mode === 'off') return {};
  const { createModelWriter } = await import('./answer/model-writer.ts');
  const writer = createModelWriter(model, {
    observe: metrics.countModelUse,
    ...(model.perUserDaily === undefined ? {} : { limits: { perUserDaily: model.perUserDaily } }),
  });
  // A failing probe costs the format, not the answer: the writer falls back to tagged lines.
  writer.prepare(AbortSignal.timeout(PROBE_MS)).catch(() => undefined);
  const prompts = await readPrompts();
  return {
    reword: createReword(writer.summarizeWithModel, prompts),
    ...(model.rewrite ? { requery: createRequery(writer.createRewrite(prompts.rewrite)) } : {}),
  };
}

const PROBE_MS = 15_000;

/** Retrieval by meaning beside words; `count`: bulletins that have their vectors. Null when no endpoint is configured. */
async function openEmbeddings(
  { embeddings }: Config,
  brains: readonly Brain[],
  index: string,
): Promise<{ readonly locate: Locate; readonly count: number } | null> {
  if (embeddings === null) return null;
  const { createEmbedder } = await import('./answer/embedder.ts');
  const { createLocate } = await import('./locate.ts');
  const { readVectors } = await import('./vectors.ts');
  const vectors = new Map(
    brains.flatMap(({ bulletin }) => {
      const read = readVectors({ index, bulletin, model: embeddings.model });
      return read === null ? [] : [[bulletin.id, read] as const];
    }),
  );
  return { locate: createLocate(createEmbedder(embeddings), vectors), count: vectors.size };
}

/** What a person sees after `npm start`. */
function describeStart(
  server: RunningServer,
  brains: readonly Brain[],
  config: Config,
  embedded: number | null,
): string {
  const everywhere = config.host === '0.0.0.0' || config.host === '::';
  const lines = [
    '整改通报问答已启动',
    `  地址：${server.address}`,
    ...brains.map(
      ({ bulletin, lookup }) => `  通报：${bulletin.meta.title}（${lookup.measures.length}条举措）`,
    ),
    ...server.channels.map(({ description }) => `  ${description}`),
    config.model.mode === 'off'
      ? '  模型改写：未启用（答案全部摘自原文）'
      : `  模型改写：${config.model.model}（只用于概括类问题，逐句核验）`,
    ...(embedded === null
      ? []
      : [
          embedded === brains.length
            ? `  语义检索：${config.embeddings?.model ?? ''}`
            : '  语义检索：向量不全，先按词检索；运行 npm run index 补全',
        ]),
    ...(everywhere && config.allowedHosts.size === 0
      ? ['  注意：已在所有网卡上监听，但只接受以本机名访问；对外的主机名请写入 ALLOWED_HOSTS']
      : []),
    '按 Ctrl+C 停止。',
  ];
  return `\n${lines.join('\n')}\n\n`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    const advice = ADVICE.some((kind) => error instanceof kind);
    const text =
      error instanceof Error ? (advice ? error.message : (error.stack ?? error.message)) : String(error);
    process.stderr.write(`无法启动：${text}\n`);
    process.exitCode = 1;
  });
}
