// A Bot API server over real HTTP: methods with Telegram's limits, updates by long poll or webhook, faults.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { readTelegramHtml } from '../../render/telegram-html.ts';

export const TOKEN = '123456789:AAFakeTokenOfTheTestServer_abcdefgh';
export const BOT = {
  id: 123456789,
  is_bot: true,
  first_name: '整改',
  username: 'zhenggai_test_bot',
} as const;

/** What the server saw of one call, with the time it came (epoch milliseconds). */
export interface Call {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: number;
}

/** A message as its readers see it now. */
export interface Shown {
  readonly chat: number;
  readonly id: number;
  text: string;
  quotes: readonly string[];
  keyboard: readonly { readonly text: string; readonly callback_data?: string; readonly url?: string }[];
}

/** What happens to the next call of `method` (in `chat`, when given) instead of, or before, its effect. */
export type Fault = { readonly method: string; readonly chat?: number } & (
  | { readonly kind: 'retry-after'; readonly seconds: number }
  | {
      readonly kind: 'error';
      readonly code: number;
      readonly description: string;
      readonly parameters?: { readonly migrate_to_chat_id: number };
    }
  | { readonly kind: 'delay'; readonly ms: number }
  /** The connection is cut; `after` says whether the call took effect first. */
  | { readonly kind: 'cut'; readonly after: boolean }
);

export interface FakeBotApi {
  readonly root: string;
  readonly calls: Call[];
  readonly shown: Shown[];
  readonly faults: Fault[];
  readonly webhook: { url: string; secret: string };
  /** What getWebhookInfo tells of failed deliveries. */
  readonly trouble: {
    pending_update_count?: number;
    last_error_date?: number;
    last_error_message?: string;
  };
  /** For long polling: queued until an offset beyond it is asked for. */
  readonly pending: { readonly update_id: number }[];
  readonly texts: (chat?: number) => string[];
  readonly callsOf: (method: string) => Call[];
  readonly close: () => Promise<void>;
}

class BadRequest extends Error {}
type Payload = Record<string, unknown>;

export async function startFakeBotApi(): Promise<FakeBotApi> {
  const api = {
    calls: [] as Call[],
    shown: [] as Shown[],
    faults: [] as Fault[],
    webhook: { url: '', secret: '' },
    trouble: {},
    pending: [] as { readonly update_id: number }[],
  };
  const app = new Hono();
  app.post('/:bot/:method', async (c) => {
    const { bot, method } = c.req.param();
    if (bot !== `bot${TOKEN}`) return c.json(failure(401, 'Unauthorized'), 401);
    const payload = (await c.req.json().catch(() => ({}))) as Payload;
    api.calls.push({ method, payload, at: Date.now() });
    const fault = takeFault(api.faults, method, payload);
    if (fault?.kind === 'delay') await sleep(fault.ms);
    if (fault?.kind === 'retry-after') {
      const parameters = { retry_after: fault.seconds };
      return c.json({ ...failure(429, `Too Many Requests: retry after ${fault.seconds}`), parameters }, 429);
    }
    if (fault?.kind === 'error') {
      return c.json({ ...failure(fault.code, fault.description), parameters: fault.parameters });
    }
    if (fault?.kind === 'cut' && !fault.after) return cut(c.env);
    try {
      const result = await perform(api, method, payload);
      return fault?.kind === 'cut' ? cut(c.env) : c.json({ ok: true, result });
    } catch (error) {
      if (error instanceof BadRequest) return c.json(failure(400, `Bad Request: ${error.message}`), 400);
      throw error;
    }
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    ...api,
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    texts: (chat) =>
      api.shown.filter((shown) => chat === undefined || shown.chat === chat).map(({ text }) => text),
    callsOf: (method) => api.calls.filter((call) => call.method === method),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

type State = Omit<FakeBotApi, 'root' | 'texts' | 'callsOf' | 'close'>;

async function perform(api: State, method: string, payload: Payload): Promise<unknown> {
  switch (method) {
    case 'getMe':
      return BOT;
    case 'setWebhook':
      Object.assign(api.webhook, { url: payload['url'], secret: payload['secret_token'] });
      return true;
    case 'getWebhookInfo':
      return { url: api.webhook.url, has_custom_certificate: false, pending_update_count: 0, ...api.trouble };
    case 'deleteWebhook':
      api.webhook.url = '';
      return true;
    case 'getUpdates':
      return pollPending(api, payload);
    case 'sendMessage':
      return showMessage(api, payload);
    case 'editMessageText':
      return editMessage(api, payload);
    case 'answerCallbackQuery':
    case 'sendChatAction':
    case 'setMyCommands':
      return true;
    default:
      throw new BadRequest(`method ${method} is not part of this server`);
  }
}

async function pollPending(api: State, payload: Payload): Promise<unknown> {
  if (api.webhook.url !== '') throw new BadRequest('webhook is active');
  const offset = Number(payload['offset'] ?? 0);
  const kept = offset === 0 ? [...api.pending] : api.pending.filter(({ update_id }) => update_id >= offset);
  api.pending.splice(0, api.pending.length, ...kept);
  const until = Date.now() + Math.min(Number(payload['timeout'] ?? 0) * 1000, 500);
  while (api.pending.length === 0 && Date.now() < until) await sleep(10);
  return api.pending.slice(0, 100);
}

function showMessage(api: State, payload: Payload): unknown {
  const content = readContent(payload);
  const chat = Number(payload['chat_id']);
  const shown: Shown = { chat, id: 1000 + api.shown.length, ...content };
  api.shown.push(shown);
  const type = chat < 0 ? 'supergroup' : 'private';
  return { message_id: shown.id, date: 1, chat: { id: chat, type }, from: BOT, text: shown.text };
}

function editMessage(api: State, payload: Payload): unknown {
  const content = readContent(payload);
  const shown = api.shown.find(({ chat, id }) => chat === payload['chat_id'] && id === payload['message_id']);
  if (shown === undefined) throw new BadRequest('message to edit not found');
  if (JSON.stringify(content) === JSON.stringify({ ...shown, chat: undefined, id: undefined })) {
    throw new BadRequest('message is not modified: specified new message content is the same');
  }
  Object.assign(shown, content);
  return true;
}

/** Applies Telegram's limits: 4096 characters after the markup, 64 bytes of callback data. */
function readContent(payload: Payload): Pick<Shown, 'text' | 'quotes' | 'keyboard'> {
  const raw = String(payload['text']);
  const parsed = payload['parse_mode'] === 'HTML' ? readTelegramHtml(raw) : { text: raw, quotes: [] };
  if (typeof parsed === 'string') throw new BadRequest(`can't parse entities: ${parsed}`);
  if (parsed.text.trim() === '') throw new BadRequest('message text is empty');
  if (parsed.text.length > 4096) throw new BadRequest('message is too long');
  const markup = payload['reply_markup'] as { inline_keyboard: Shown['keyboard'][] } | undefined;
  const keyboard = (markup?.inline_keyboard ?? []).flat();
  for (const { callback_data = '', url = '' } of keyboard) {
    if (Buffer.byteLength(callback_data) > 64) throw new BadRequest('BUTTON_DATA_INVALID');
    if (callback_data === '' && !/^https:\/\/t\.me\/\w+\?start=[\w-]{1,64}$/.test(url)) {
      throw new BadRequest('BUTTON_URL_INVALID');
    }
  }
  return { text: parsed.text, quotes: parsed.quotes, keyboard };
}

function takeFault(faults: Fault[], method: string, payload: Payload): Fault | undefined {
  const at = faults.findIndex(
    (fault) => fault.method === method && (fault.chat === undefined || fault.chat === payload['chat_id']),
  );
  return at < 0 ? undefined : faults.splice(at, 1)[0];
}

function failure(code: number, description: string): Payload {
  return { ok: false, error_code: code, description };
}

function cut(env: unknown): Response {
  (env as { incoming: { socket: { destroy: () => void } } }).incoming.socket.destroy();
  return new Response(null);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
