import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { isLocalRequest } from './address.ts';
import { isLoopbackName, readHostName } from './guard.ts';
import { renderProblem } from './problem.ts';

/** Who may read `/metrics`: programs on this machine, or whoever carries the token. */
export type MetricsAccess =
  { readonly mode: 'loopback' } | { readonly mode: 'token'; readonly token: string };

/** The page's text in the Prometheus format, and its media type. */
export interface MetricsPage {
  readonly type: string;
  readonly render: () => Promise<string>;
}

/** `GET /metrics`, closed to the outside: figures about use are nobody else's business (ASVS 13.4.5). */
export function createMetricsRoute(
  access: MetricsAccess,
  page: MetricsPage,
): (c: Context) => Promise<Response> {
  return async (c) => {
    const allowed = access.mode === 'token' ? carriesToken(c, access.token) : isLocalReader(c);
    if (!allowed) {
      const message =
        access.mode === 'token' ? '需要令牌（METRICS_TOKEN）。' : '只向本机开放，或设置 METRICS_TOKEN。';
      return renderProblem(c, {
        status: access.mode === 'token' ? 401 : 403,
        code: 'metrics-closed',
        message,
      });
    }
    return c.body(await page.render(), 200, { 'Content-Type': page.type });
  };
}

/** From this machine and not on somebody's behalf: a reverse proxy here must not open the door. */
function isLocalReader(c: Context): boolean {
  return isLocalRequest(c) && isLoopbackName(readHostName(c.req.header('host') ?? '') ?? '');
}

/** Digests have equal lengths, so the time taken tells nothing about the token. */
function carriesToken(c: Context, token: string): boolean {
  const given = /^Bearer (.+)$/iu.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
