import type { MiddlewareHandler } from 'hono';
import type { Problem } from './problem.ts';
import { renderProblem } from './problem.ts';

/** Hosts under which the server may be addressed, lower case, without a port (any port fits). */
export type HostNames = ReadonlySet<string>;

/** Host name of a `Host` header or an origin, lower case and without port; null when it is none. */
export function readHostName(authority: string): string | null {
  if (!/^[\w.\-:[\]]+$/u.test(authority)) return null;
  const url = `http://${authority}`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}

/** `localhost`, 127.0.0.0/8 and [::1]: names that only a program on this machine can reach us by. */
export function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(name);
}

/**
 * Refuses a foreign `Host` (DNS rebinding) and, where a browser names one, a foreign `Origin` (another
 * site's page posting to us). An origin is ours when it is the very host addressed or a configured one.
 */
export function guardHosts(allowed: HostNames): MiddlewareHandler {
  return async (c, next) => {
    const problem = findForeigner(c.req.header('host'), c.req.header('origin'), allowed);
    if (problem !== null) return renderProblem(c, problem);
    await next();
    return undefined;
  };
}

function findForeigner(
  host: string | undefined,
  origin: string | undefined,
  allowed: HostNames,
): Problem | null {
  const name = host === undefined ? null : readHostName(host);
  if (name === null) return { status: 400, code: 'bad-host', message: '请求缺少有效的 Host。' };
  if (!isLoopbackName(name) && !allowed.has(name)) {
    return {
      status: 403,
      code: 'host-not-allowed',
      message: '本服务不以此主机名对外。管理员可把它加入 ALLOWED_HOSTS 后重新启动。',
    };
  }
  if (origin === undefined) return null;
  const authority = URL.canParse(origin) ? new URL(origin).host : '';
  const same = authority !== '' && authority === host?.toLowerCase();
  if (same || allowed.has(readHostName(authority) ?? '')) return null;
  return { status: 403, code: 'origin-not-allowed', message: '不接受来自其他网站的请求。' };
}
