import { isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Headers by which a proxy says that it speaks for somebody else. */
const FORWARDED = ['x-forwarded-for', 'x-real-ip', 'forwarded'] as const;

/** The other end of the connection; empty where there is none (a request made inside the process). */
export function readPeer(c: Context): string {
  const { incoming } = (c.env ?? {}) as { readonly incoming?: unknown };
  return incoming === undefined ? '' : bare(getConnInfo(c).remote.address ?? '');
}

/** Whether a request comes from this machine and on nobody else's behalf. */
export function isLocalRequest(c: Context): boolean {
  return isLoopback(readPeer(c)) && FORWARDED.every((name) => c.req.header(name) === undefined);
}

/**
 * Whose request it is: the peer, or whom a proxy on this machine or a trusted one names (the last address
 * that is not itself such a proxy). Null for this machine. An IPv6 subscriber has a /64 of addresses.
 */
export function readClientAddress(c: Context, proxies: ReadonlySet<string>): string | null {
  const peer = readPeer(c);
  if (peer === '' || isLocalRequest(c)) return null;
  const named = [...(c.req.header('x-forwarded-for') ?? c.req.header('x-real-ip') ?? '').split(','), peer];
  const hops = named.map((hop) => bare(hop.trim())).filter((hop) => hop !== '');
  const client = hops.findLast((hop) => !isLoopback(hop) && !proxies.has(hop)) ?? peer;
  return isIPv6(client) ? `${expand(client).slice(0, 4).join(':')}::/64` : client;
}

/** `::ffff:10.0.0.7` is 10.0.0.7, lower case throughout. */
function bare(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.)/u, '');
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

/** The eight groups of an IPv6 address. */
function expand(address: string): string[] {
  const [head = '', tail = ''] = (address.split('%', 1)[0] ?? '').split('::');
  const [left, right] = [head, tail].map((part) => part.split(':').filter((group) => group !== ''));
  const gap = Array<string>(Math.max(0, 8 - (left?.length ?? 0) - (right?.length ?? 0))).fill('0');
  return [...(left ?? []), ...gap, ...(right ?? [])];
}
