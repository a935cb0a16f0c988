// environment (and *_FILE) → one schema → Config, or every mistake at once in words for the operator
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import type { MetricsAccess } from './channels/metrics.ts';
import { readHostName } from './channels/guard.ts';
import type { TelegramSettings } from './channels/telegram/settings.ts';
import type { QuestionLimits } from './delivery/limits.ts';
import type { LogLevel } from './log.ts';
import type { TokenPrice } from './metrics.ts';

/** The optional model of issue 5; off without LLM_BASE_URL. */
export type ModelConfig =
  | { readonly mode: 'off' }
  | {
      readonly mode: 'on';
      readonly baseUrl: string;
      readonly model: string;
      readonly apiKey: string | null;
      /** Sent along with every request, as it is. */
      readonly extraBody?: Readonly<Record<string, unknown>>;
      /** Certificates (PEM) trusted besides the system's. */
      readonly ca?: string;
      /** Uses per person and day; absent for the built-in limit. */
      readonly perUserDaily?: number;
      /** Questions nothing was found for are searched again in the model's words. */
      readonly rewrite: boolean;
      /** Of a million tokens, in any currency; absent: costs are not counted. */
      readonly price?: TokenPrice;
    };

/** The optional embeddings endpoint of issue 4; null without EMBEDDINGS_BASE_URL. */
export interface EmbeddingsConfig {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
}

/** How much may be asked (PLATFORMS.md C.2); nobody on this machine is limited. */
export interface LimitConfig {
  /** One conversation of the page or the API, one Telegram user. */
  readonly person: QuestionLimits;
  /** All who reach page and API from one address. */
  readonly address: QuestionLimits;
  /** Reverse proxies on other machines; one on this machine is trusted anyway. */
  readonly proxies: ReadonlySet<string>;
}

export interface Config {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Host names the server may be addressed by besides loopback; lower case, without port. */
  readonly allowedHosts: ReadonlySet<string>;
  /** Path of the database of inbox, outbox, conversations and audit. */
  readonly database: string;
  readonly log: { readonly level: LogLevel };
  readonly limits: LimitConfig;
  readonly metrics: MetricsAccess;
  readonly telegram: TelegramSettings;
  readonly model: ModelConfig;
  readonly embeddings: EmbeddingsConfig | null;
}

/** Mistakes in the environment; each line of the message names a variable and says what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const text = z.string().trim();
const count = text.regex(/^\d{1,6}$/u, '应为不超过六位的整数；0 表示不限').transform(Number);
const webAddress = z.url({ protocol: /^https?$/u, error: '应为 http:// 或 https:// 开头的地址' });

const price = text.regex(/^\d+(?:\.\d+)?$/u, '应为每百万 token 的价格，如 2 或 0.27').transform(Number);
const extraBody = z.record(
  z.string(),
  z.unknown(),
  '应为 JSON 对象，如 {"chat_template_kwargs":{"enable_thinking":false}}',
);

function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Keys are the variables' names, so that every mistake names its variable. Empty means not set. */
const environmentSchema = z.object({
  HOST: text.regex(/^[\w.:-]+$/u, '应为监听地址，如 127.0.0.1 或 0.0.0.0').default('127.0.0.1'),
  PORT: text
    .regex(/^\d{1,5}$/u, '应为 0 至 65535 的整数')
    .transform(Number)
    .refine((port) => port <= 65535, '应为 0 至 65535 的整数')
    .default(8787),
  ALLOWED_HOSTS: text
    .transform(splitList)
    .refine(
      (hosts) => hosts.every((host) => readHostName(host) !== null),
      '应为主机名，用逗号并列，不带 http://',
    )
    .default([]),
  QUESTIONS_PER_MINUTE: count.default(10),
  QUESTIONS_PER_DAY: count.default(200),
  ADDRESS_QUESTIONS_PER_MINUTE: count.default(60),
  ADDRESS_QUESTIONS_PER_DAY: count.default(2000),
  TRUSTED_PROXIES: text
    .transform(splitList)
    .refine((addresses) => addresses.every((one) => isIP(one) > 0), '应为反向代理的 IP 地址，用逗号并列')
    .default([]),
  DATABASE_PATH: text.default('data/assistant.db'),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], '应为 silent、error、warn、info、debug 之一')
    .default('info'),
  METRICS_TOKEN: text.min(16, '太短：至少16个字符，可用 openssl rand -hex 24 生成').optional(),
  TELEGRAM_MODE: z.enum(['off', 'polling', 'webhook'], '应为 off、polling、webhook 之一').optional(),
  TELEGRAM_BOT_TOKEN: text
    .regex(/^\d+:[\w-]{10,}$/u, '不是 BotFather 给出的令牌（形如 数字:字母）')
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: text.regex(/^[\w-]{1,256}$/u, '应为1至256个字母、数字、_ 或 -').optional(),
  TELEGRAM_WEBHOOK_URL: z
    .url({ protocol: /^https$/u, error: '应为 https:// 开头的公网地址，以 /telegram/webhook 结尾' })
    .endsWith('/telegram/webhook', '应以 /telegram/webhook 结尾')
    .optional(),
  TELEGRAM_API_ROOT: webAddress.optional(),
  EMBEDDINGS_BASE_URL: webAddress.optional(),
  EMBEDDINGS_MODEL: text.optional(),
  EMBEDDINGS_API_KEY: text.optional(),
  LLM_BASE_URL: webAddress.optional(),
  LLM_MODEL: text.optional(),
  LLM_API_KEY: text.optional(),
  LLM_EXTRA_BODY: text.transform(readJson).pipe(extraBody).optional(),
  LLM_CA: text.startsWith('-----BEGIN', '应为 PEM 格式的证书').optional(),
  LLM_USES_PER_DAY: text
    .regex(/^\d{1,6}$/u, '应为不小于 0 的整数')
    .transform(Number)
    .optional(),
  LLM_REWRITE: z.enum(['on', 'off'], '应为 on 或 off').default('off'),
  LLM_PRICE_IN: price.optional(),
  LLM_PRICE_OUT: price.optional(),
});
type Environment = z.infer<typeof environmentSchema>;

/** Each may be given as NAME_FILE, a path to a file that holds it (secrets out of the environment). */
const SECRETS = [
  'METRICS_TOKEN',
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'EMBEDDINGS_API_KEY',
  'LLM_API_KEY',
  'LLM_CA',
] as const;

/** @throws ConfigError naming every wrong variable; never with a secret's value */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  readSecret: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): Config {
  const mistakes: string[] = [];
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && value.trim() !== '') given[name] = value;
  }
  for (const name of SECRETS) {
    const path = given[`${name}_FILE`];
    if (path === undefined) continue;
    if (given[name] !== undefined) mistakes.push(`${name} 与 ${name}_FILE：只能设置其中一个`);
    try {
      given[name] = readSecret(path).trim();
    } catch {
      mistakes.push(`${name}_FILE：读不到文件 ${path}，请检查路径和权限`);
    }
  }
  const parsed = environmentSchema.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) mistakes.push(`${issue.path.join('.')}：${issue.message}`);
  if (parsed.success) mistakes.push(...findMissing(parsed.data));
  if (!parsed.success || mistakes.length > 0) {
    throw new ConfigError(
      `配置有误，请改正以下环境变量后重新启动：\n${mistakes.map((line) => `  ${line}`).join('\n')}`,
    );
  }
  return buildConfig(parsed.data);
}

/** What one variable's setting asks of another. */
function findMissing(env: Environment): string[] {
  const mistakes: string[] = [];
  const mode = env.TELEGRAM_MODE ?? 'off';
  if (mode !== 'off' && env.TELEGRAM_BOT_TOKEN === undefined) {
    mistakes.push(`TELEGRAM_BOT_TOKEN：TELEGRAM_MODE=${mode} 时必须设置（或设置 TELEGRAM_BOT_TOKEN_FILE）`);
  }
  if (mode === 'webhook' && env.TELEGRAM_WEBHOOK_SECRET === undefined) {
    mistakes.push(
      'TELEGRAM_WEBHOOK_SECRET：TELEGRAM_MODE=webhook 时必须设置，可用 openssl rand -hex 32 生成',
    );
  }
  for (const kind of ['LLM', 'EMBEDDINGS'] as const) {
    const [address, model] = [env[`${kind}_BASE_URL`], env[`${kind}_MODEL`]];
    if (address !== undefined && model === undefined)
      mistakes.push(`${kind}_MODEL：设置了 ${kind}_BASE_URL 时必须设置模型名`);
    if (address === undefined && model !== undefined)
      mistakes.push(
        `${kind}_BASE_URL：设置了 ${kind}_MODEL 时必须设置服务地址，如 http://127.0.0.1:11434/v1`,
      );
  }
  return mistakes;
}

function buildConfig(env: Environment): Config {
  return {
    host: env.HOST,
    port: env.PORT,
    allowedHosts: listHosts(env),
    database: env.DATABASE_PATH,
    log: { level: env.LOG_LEVEL },
    limits: {
      person: { perMinute: env.QUESTIONS_PER_MINUTE, perDay: env.QUESTIONS_PER_DAY },
      address: { perMinute: env.ADDRESS_QUESTIONS_PER_MINUTE, perDay: env.ADDRESS_QUESTIONS_PER_DAY },
      proxies: new Set(env.TRUSTED_PROXIES.map((address) => address.toLowerCase())),
    },
    metrics:
      env.METRICS_TOKEN === undefined ? { mode: 'loopback' } : { mode: 'token', token: env.METRICS_TOKEN },
    telegram: buildTelegram(env),
    model: buildModel(env),
    embeddings: buildEmbeddings(env),
  };
}

/** Configured names, the listening address itself and the name Telegram calls us by. */
function listHosts(env: Environment): ReadonlySet<string> {
  const listening = env.HOST.includes('::') ? `[${env.HOST}]` : env.HOST;
  const webhook = env.TELEGRAM_WEBHOOK_URL === undefined ? [] : [new URL(env.TELEGRAM_WEBHOOK_URL).host];
  const names = [...env.ALLOWED_HOSTS, listening, ...webhook].map((authority) => readHostName(authority));
  return new Set(names.filter((name) => name !== null).filter((name) => !EVERYWHERE.has(name)));
}

/** Listening everywhere names no host. */
const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '[::]']);

/** A token alone means long polling, which needs no public address. */
function buildTelegram(env: Environment): TelegramSettings {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret } = env;
  if (token === undefined || env.TELEGRAM_MODE === 'off') return { mode: 'off' };
  const access = { token, apiRoot: env.TELEGRAM_API_ROOT ?? null };
  if (env.TELEGRAM_MODE !== 'webhook' || secret === undefined) return { mode: 'polling', ...access };
  return { mode: 'webhook', secret, url: env.TELEGRAM_WEBHOOK_URL ?? null, ...access };
}

function buildEmbeddings(env: Environment): EmbeddingsConfig | null {
  const { EMBEDDINGS_BASE_URL: baseUrl, EMBEDDINGS_MODEL: model } = env;
  if (baseUrl === undefined || model === undefined) return null;
  return { baseUrl, model, apiKey: env.EMBEDDINGS_API_KEY ?? null };
}

function buildModel(env: Environment): ModelConfig {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model } = env;
  if (baseUrl === undefined || model === undefined) return { mode: 'off' };
  const { LLM_EXTRA_BODY: extraBody, LLM_CA: ca, LLM_USES_PER_DAY: perUserDaily } = env;
  const { LLM_PRICE_IN: input, LLM_PRICE_OUT: output } = env;
  return {
    mode: 'on',
    baseUrl,
    model,
    apiKey: env.LLM_API_KEY ?? null,
    rewrite: env.LLM_REWRITE === 'on',
    ...(extraBody === undefined ? {} : { extraBody }),
    ...(ca === undefined ? {} : { ca }),
    ...(perUserDaily === undefined ? {} : { perUserDaily }),
    ...(input === undefined && output === undefined ? {} : { price: { in: input ?? 0, out: output ?? 0 } }),
  };
}

function splitList(list: string): string[] {
  return list.split(/[\s,，]+/u).filter((item) => item !== '');
}
