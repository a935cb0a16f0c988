// request → headers → host and origin → channel routes → problem bodies; health and metrics beside them
import type { MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import { routePath } from 'hono/route';
import type { Log } from '../delivery/log.ts';
import { nameError } from '../delivery/pump.ts';
import type { Channel } from './channel.ts';
import type { HostNames } from './guard.ts';
import { guardHosts } from './guard.ts';
import type { MetricsAccess, MetricsPage } from './metrics.ts';
import { createMetricsRoute } from './metrics.ts';
import { refuseOtherMethods, renderProblem } from './problem.ts';

/** One finished request; `route` is the pattern, so that ids and questions never become labels. */
export interface RequestRecord {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

export interface ServerOptions {
  readonly channels: readonly Channel[];
  readonly hosts: HostNames;
  readonly log: Log;
  /** Whether new questions can be answered now; null when they can, else why not. */
  readonly unready: () => string | null;
  readonly onRequest: (record: RequestRecord) => void;
  readonly metrics: { readonly access: MetricsAccess; readonly page: MetricsPage };
}

/** Everything the process answers over HTTP. */
export function createServerApp(options: ServerOptions): Hono {
  const { channels, hosts, log, unready, onRequest, metrics } = options;
  const app = new Hono();
  app.use(recordRequests(onRequest), setHeaders());

  // Probes come under whatever name the cluster uses and learn nothing that matters: before the guard.
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', (c) => {
    const reason = unready();
    return reason === null ? c.json({ status: 'ready' }) : c.json({ status: 'unready', reason }, 503);
  });
  app.all('/healthz', refuseOtherMethods('GET'));
  app.all('/readyz', refuseOtherMethods('GET'));

  app.use(guardHosts(hosts));
  app.get('/metrics', createMetricsRoute(metrics.access, metrics.page));
  app.all('/metrics', refuseOtherMethods('GET'));
  for (const { routes } of channels) if (routes !== null) app.route('/', routes);

  app.notFound((c) => renderProblem(c, { status: 404, code: 'not-found', message: '没有这个地址。' }));
  app.onError((error, c) => {
    log.error({ error: nameError(error), method: c.req.method }, 'request failed');
    return renderProblem(c, { status: 500, code: 'internal', message: '服务暂时出错，请稍后再试。' });
  });
  return app;
}

/** Defaults for every response; pages set a content policy of their own. */
function setHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    if (!headers.has('Content-Security-Policy')) {
      headers.set('Content-Security-Policy', `default-src 'none'; frame-ancestors 'none'`);
    }
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  };
}

function recordRequests(onRequest: ServerOptions['onRequest']): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const ms = Math.round((performance.now() - started) * 100) / 100;
    onRequest({ method: c.req.method, route: routePath(c), status: c.res.status, ms });
  };
}
