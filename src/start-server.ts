// configuration + assistant → database → channels → one HTTP server → workers; and the way back
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Assistant } from './assistant.ts';
import { readPageAssets } from './assets.ts';
import type { Channel, ChannelHost } from './channels/channel.ts';
import { createChannels } from './channels/channels.ts';
import { createServerApp } from './channels/server.ts';
import type { Config } from './config.ts';
import { createAuditedAsk } from './delivery/audited-ask.ts';
import { createMemoryConversations } from './delivery/conversations.ts';
import type { Delivery } from './delivery/delivery.ts';
import { openDelivery } from './delivery/delivery.ts';
import { createRateLimit } from './delivery/limits.ts';
import type { Log } from './delivery/log.ts';
import { nameError } from './delivery/pump.ts';
import { listen } from './listen.ts';
import { createMetrics, type Metrics } from './metrics.ts';

export interface RunningServer {
  /** Where a person on this machine opens the page: http://127.0.0.1:8787 */
  readonly address: string;
  readonly channels: readonly Channel[];
  /** Refuses new work, finishes what was begun, closes the database. */
  readonly stop: () => Promise<void>;
}

const PAGE_FOLDER = fileURLToPath(new URL('channels/web/page', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Under the 30 s that Kubernetes grants. */
const GRACE_MS = 25_000;
/** Asked for every few seconds by machines; counted, not logged. */
const PROBES = new Set(['/healthz', '/readyz', '/metrics']);
const PURGE_EVERY_MS = 3_600_000;
/** Web and API answer at once, so their conversations need not outlive the process. */
const DIRECT = new Set(['web', 'http']);

/** @throws StoreError, ListenError with advice for the operator */
export async function startServer(
  config: Config,
  assistant: Assistant,
  log: Log,
  metrics: Metrics = createMetrics(),
): Promise<RunningServer> {
  const clock = () => Date.now();
  const { database } = config;
  const delivery = await openDelivery(database === ':memory:' ? database : resolve(ROOT, database));
  const memory = createMemoryConversations();
  const limits = {
    person: createRateLimit(config.limits.person),
    address: createRateLimit(config.limits.address),
    proxies: config.limits.proxies,
  };
  const hostOf = (channel: string): ChannelHost => {
    const ask = metrics.countAnswers(assistant.ask, channel);
    const gauge = (figure: string, value: number) => metrics.setGauge(channel, figure, value);
    const shared = { library: assistant.library, delivery, limits, log, gauge, clock };
    if (!DIRECT.has(channel)) return { ...shared, ask, conversations: delivery.conversations };
    const audited = createAuditedAsk(ask, { audit: delivery.audit, channel, clock, log });
    return { ...shared, ask: audited, conversations: memory };
  };
  const channels = await createChannels(hostOf, {
    assets: readPageAssets(PAGE_FOLDER),
    ledger: assistant.ledger,
    telegram: config.telegram,
  });

  let stopping = false;
  const app = createServerApp({
    channels,
    hosts: config.allowedHosts,
    log,
    unready: () => (stopping ? 'stopping' : delivery.writable() ? null : 'database'),
    onRequest: (record) => {
      metrics.countRequest(record);
      if (!PROBES.has(record.route)) log.info({ ...record }, 'request');
    },
    metrics: { access: config.metrics, page: metrics.page },
  });
  const listener = await listen(app.fetch, config.host, config.port).catch((error: unknown) => {
    delivery.close();
    throw error;
  });
  const workers = channels.flatMap((channel) => channel.workers);
  for (const worker of workers) worker.start();
  const purging = schedulePurge(delivery, clock, log);

  return {
    address: `http://${nameLocally(config.host)}:${listener.port}`,
    channels,
    async stop() {
      stopping = true;
      clearInterval(purging);
      await Promise.all([listener.close(GRACE_MS), ...workers.map((worker) => worker.stop())]);
      delivery.close();
    },
  };
}

function schedulePurge(delivery: Delivery, clock: () => number, log: Log): NodeJS.Timeout {
  const purge = () => {
    try {
      const rows = delivery.purge(clock());
      if (rows > 0) log.info({ rows }, 'purged what is past its time');
    } catch (error) {
      log.error({ error: nameError(error) }, 'purging failed');
    }
  };
  purge();
  return setInterval(purge, PURGE_EVERY_MS).unref();
}

/** A name under which this machine's own browser reaches a listening address. */
function nameLocally(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
