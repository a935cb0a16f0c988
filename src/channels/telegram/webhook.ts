// secret (constant time) → size → JSON → shape → inbox on disk → 200; the answer follows from the inbox
import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Log } from '../../delivery/log.ts';
import { StoreError } from '../../delivery/store.ts';
import { refuseOtherMethods, renderProblem } from '../problem.ts';
import type { Intake, Received } from './intake.ts';

export const WEBHOOK_PATH = '/telegram/webhook';
const SECRET_HEADER = 'X-Telegram-Bot-Api-Secret-Token';
/** PLATFORMS.md C.2: an update is a few kilobytes. */
const BODY_LIMIT_BYTES = 256 * 1024;
/** Telegram's server obeys this and brings the update again. */
const RETRY_AFTER_SECONDS = 5;

/**
 * `POST /telegram/webhook`. Acknowledged means stored: the inbox row is synced to disk before the 200, so
 * an acknowledged question is answered even after a crash, and a slow answer never makes Telegram repeat
 * the update. Bad input is a 4xx, never a 5xx; only a failing database answers 503 with Retry-After.
 */
export function createWebhook(secret: string, intake: Intake, log: Log): Hono {
  const routes = new Hono();
  routes.post(
    WEBHOOK_PATH,
    async (c, next) => {
      if (isSecret(c.req.header(SECRET_HEADER) ?? '', secret)) return next();
      log.warn({ channel: 'telegram' }, 'webhook called with a wrong secret');
      return renderProblem(c, { status: 401, code: 'wrong-secret', message: '密钥不符。' });
    },
    bodyLimit({
      maxSize: BODY_LIMIT_BYTES,
      onError: (c) => renderProblem(c, { status: 413, code: 'too-large', message: '请求体过大。' }),
    }),
    async (c) => {
      const body = parseJson(await c.req.text());
      if (body === undefined) {
        return renderProblem(c, { status: 400, code: 'bad-json', message: '请求体不是合法的 JSON。' });
      }
      const received = await receive(intake, body, log);
      if (received === 'failed') {
        c.header('Retry-After', String(RETRY_AFTER_SECONDS));
        return renderProblem(c, { status: 503, code: 'not-stored', message: '暂时无法保存，请稍后重发。' });
      }
      if (received === 'malformed') {
        return renderProblem(c, { status: 400, code: 'bad-update', message: '不是 Telegram 的 Update。' });
      }
      return c.json({ ok: true });
    },
  );
  routes.all(WEBHOOK_PATH, refuseOtherMethods('POST'));
  return routes;
}

async function receive(intake: Intake, body: unknown, log: Log): Promise<Received | 'failed'> {
  try {
    return await intake(body);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    log.error({ channel: 'telegram', error: error.name }, 'update not stored; Telegram will bring it again');
    return 'failed';
  }
}

/** Digests have equal lengths, so the time taken tells nothing about the secret. */
function isSecret(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
