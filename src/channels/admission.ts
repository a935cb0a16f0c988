// question over HTTP → whose (person, address) → allowed, or 429 with Retry-After
import type { Context } from 'hono';
import type { RateLimit } from '../delivery/limits.ts';
import { readClientAddress } from './address.ts';
import { renderProblem } from './problem.ts';

/** How much may be asked: by one person, and by all who share an address. */
export interface AskLimits {
  readonly person: RateLimit;
  readonly address: RateLimit;
  /** Addresses whose word on whom they speak for is taken. */
  readonly proxies: ReadonlySet<string>;
}

/** Null when the question may be asked, and then it counts; else the answer to give. */
export type Admit = (c: Context, person: string | null) => Response | null;

/** Programs and people on this machine ask as much as they like. */
export function createAdmission({ person, address, proxies }: AskLimits, clock: () => number): Admit {
  return (c, name) => {
    const from = readClientAddress(c, proxies);
    if (from === null) return null;
    const now = clock();
    const waitMs = Math.max(address.waitOf(from, now), name === null ? 0 : person.waitOf(name, now));
    if (waitMs > 0) return refuse(c, waitMs);
    address.take(from, now);
    if (name !== null) person.take(name, now);
    return null;
  };
}

function refuse(c: Context, waitMs: number): Response {
  c.header('Retry-After', String(Math.ceil(waitMs / 1000)));
  return renderProblem(c, { status: 429, code: 'too-many-questions', message: askToWait(waitMs) });
}

const MINUTE_MS = 60_000;

/** 「问得太快了，请12秒后再问。」; a wait beyond a minute means that the day's questions are used up. */
export function askToWait(waitMs: number): string {
  if (waitMs <= MINUTE_MS) return `问得太快了，请${Math.ceil(waitMs / 1000)}秒后再问。`;
  const minutes = Math.ceil(waitMs / MINUTE_MS);
  const time = minutes < 100 ? `${minutes}分钟` : `约${Math.ceil(minutes / 60)}小时`;
  return `一天内的提问次数已用完，请${time}后再问。`;
}
