import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

const TOKEN = '123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr';

function mistakeOf(environment: Record<string, string>): string {
  try {
    readConfig(environment, () => {
      throw new Error('ENOENT');
    });
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('no mistake was found');
}

describe('the configuration', () => {
  it('needs nothing: the web chat and the API run on loopback, everything else is off', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 8787,
      allowedHosts: new Set(['127.0.0.1']),
      database: 'data/assistant.db',
      log: { level: 'info' },
      limits: {
        person: { perMinute: 10, perDay: 200 },
        address: { perMinute: 60, perDay: 2000 },
        proxies: new Set(),
      },
      metrics: { mode: 'loopback' },
      telegram: { mode: 'off' },
      model: { mode: 'off' },
      embeddings: null,
    });
  });

  it('takes an empty variable for one that is not set, and ignores what is not its own', () => {
    expect(readConfig({ PORT: '', HOST: ' ', TELEGRAM_BOT_TOKEN: '', PATH: '/bin' })).toEqual(readConfig({}));
  });

  it.each([
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'http://x'],
    ['ALLOWED_HOSTS', 'https://qa.example.gov.cn'],
    ['LOG_LEVEL', 'loud'],
    ['QUESTIONS_PER_MINUTE', '-1'],
    ['ADDRESS_QUESTIONS_PER_DAY', 'many'],
    ['TRUSTED_PROXIES', 'proxy.example.gov.cn'],
    ['METRICS_TOKEN', 'short'],
    ['TELEGRAM_MODE', 'on'],
    ['TELEGRAM_BOT_TOKEN', 'secret-without-number'],
    ['TELEGRAM_WEBHOOK_SECRET', 'with space'],
    ['TELEGRAM_WEBHOOK_URL', 'http://qa.example.gov.cn/telegram/webhook'],
    ['TELEGRAM_WEBHOOK_URL', 'https://qa.example.gov.cn/'],
    ['TELEGRAM_API_ROOT', 'ftp://x'],
    ['LLM_BASE_URL', 'localhost:11434'],
  ])('names %s when it is %j', (name, value) => {
    expect(mistakeOf({ [name]: value })).toContain(`\n  ${name}：`);
  });

  it('names every mistake at once', () => {
    const message = mistakeOf({ PORT: 'x', LOG_LEVEL: 'y', HOST: 'a/b' });
    expect(message.match(/^ {2}\w+/gmu)).toEqual(['  HOST', '  PORT', '  LOG_LEVEL']);
  });

  it('names the variable that another one asks for', () => {
    expect(mistakeOf({ TELEGRAM_MODE: 'polling' })).toContain('TELEGRAM_BOT_TOKEN');
    expect(mistakeOf({ TELEGRAM_MODE: 'webhook', TELEGRAM_BOT_TOKEN: TOKEN })).toContain(
      'TELEGRAM_WEBHOOK_SECRET',
    );
    expect(mistakeOf({ LLM_BASE_URL: 'http://127.0.0.1:11434/v1' })).toContain('LLM_MODEL');
    expect(mistakeOf({ LLM_MODEL: 'qwen3' })).toContain('LLM_BASE_URL');
  });

  it('runs Telegram by long polling when there is only a token', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: TOKEN }).telegram).toEqual({
      mode: 'polling',
      token: TOKEN,
      apiRoot: null,
    });
    expect(readConfig({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_MODE: 'off' }).telegram).toEqual({ mode: 'off' });
  });

  it('runs Telegram by webhook, and lets it in by the name of its address', () => {
    const config = readConfig({
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_WEBHOOK_SECRET: 'abc_123',
      TELEGRAM_WEBHOOK_URL: 'https://bot.example.gov.cn:8443/telegram/webhook',
    });
    expect(config.telegram).toMatchObject({ mode: 'webhook', secret: 'abc_123' });
    expect(config.allowedHosts).toContain('bot.example.gov.cn');
  });

  it('allows the listening address and the configured hosts, but not "everywhere"', () => {
    const { allowedHosts } = readConfig({
      HOST: '0.0.0.0',
      ALLOWED_HOSTS: 'QA.example.gov.cn, 10.1.2.3:8787',
    });
    expect(allowedHosts).toEqual(new Set(['qa.example.gov.cn', '10.1.2.3']));
    expect(readConfig({ HOST: '10.1.2.3' }).allowedHosts).toEqual(new Set(['10.1.2.3']));
    expect(readConfig({ HOST: '::' }).allowedHosts).toEqual(new Set());
  });

  it('uses a model only where it is told which', () => {
    expect(readConfig({ LLM_BASE_URL: 'http://127.0.0.1:11434/v1', LLM_MODEL: 'qwen3' }).model).toEqual({
      mode: 'on',
      baseUrl: 'http://127.0.0.1:11434/v1',
      model: 'qwen3',
      apiKey: null,
      rewrite: false,
    });
  });
});

describe('the embeddings endpoint', () => {
  it('is used only where address and model are given, with or without a key', () => {
    const on = { EMBEDDINGS_BASE_URL: 'http://127.0.0.1:9997/v1', EMBEDDINGS_MODEL: 'bge-m3' };
    expect(readConfig(on).embeddings).toEqual({
      baseUrl: on.EMBEDDINGS_BASE_URL,
      model: 'bge-m3',
      apiKey: null,
    });
    expect(readConfig({ ...on, EMBEDDINGS_API_KEY_FILE: '/run/key' }, () => 'k\n').embeddings?.apiKey).toBe(
      'k',
    );
    expect(() => readConfig({ EMBEDDINGS_BASE_URL: on.EMBEDDINGS_BASE_URL })).toThrow('EMBEDDINGS_MODEL');
    expect(() => readConfig({ EMBEDDINGS_MODEL: 'bge-m3' })).toThrow('EMBEDDINGS_BASE_URL');
    expect(() => readConfig({ ...on, EMBEDDINGS_BASE_URL: 'bge' })).toThrow('EMBEDDINGS_BASE_URL');
  });
});

describe('the model', () => {
  const on = { LLM_BASE_URL: 'https://llm.example.gov.cn/v1', LLM_MODEL: 'qwen3' };

  it('takes further parameters, a certificate, a limit and prices', () => {
    const more = {
      ...on,
      LLM_EXTRA_BODY: '{"chat_template_kwargs":{"enable_thinking":false}}',
      LLM_CA_FILE: '/etc/ca.pem',
      LLM_USES_PER_DAY: '20',
      LLM_REWRITE: 'on',
      LLM_PRICE_IN: '0.5',
      LLM_PRICE_OUT: '2',
    };
    expect(readConfig(more, () => '-----BEGIN CERTIFICATE-----\nabc\n').model).toMatchObject({
      extraBody: { chat_template_kwargs: { enable_thinking: false } },
      ca: '-----BEGIN CERTIFICATE-----\nabc',
      perUserDaily: 20,
      rewrite: true,
      price: { in: 0.5, out: 2 },
    });
  });

  it.each([
    ['LLM_EXTRA_BODY', '{"a":'],
    ['LLM_EXTRA_BODY', '[1]'],
    ['LLM_USES_PER_DAY', '-1'],
    ['LLM_PRICE_IN', 'free'],
    ['LLM_PRICE_OUT', '1e3'],
    ['LLM_CA', '/etc/ca.pem'],
  ])('names %s when it is %s', (name, value) => {
    expect(mistakeOf({ ...on, [name]: value })).toContain(name);
  });

  it('names a certificate file that cannot be read', () => {
    expect(mistakeOf({ ...on, LLM_CA_FILE: '/nowhere' })).toContain('LLM_CA_FILE：读不到文件 /nowhere');
  });
});

describe('secrets in files', () => {
  it('are read without their line break', () => {
    const config = readConfig({ TELEGRAM_BOT_TOKEN_FILE: '/run/secrets/bot' }, (path) =>
      path === '/run/secrets/bot' ? `${TOKEN}\n` : '',
    );
    expect(config.telegram).toMatchObject({ token: TOKEN });
  });

  it('that cannot be read are named with their path', () => {
    expect(mistakeOf({ METRICS_TOKEN_FILE: '/nowhere' })).toContain(
      'METRICS_TOKEN_FILE：读不到文件 /nowhere',
    );
  });

  it('stand in one place only', () => {
    const both = { LLM_API_KEY: 'a', LLM_API_KEY_FILE: '/x' };
    expect(() => readConfig(both, () => 'b')).toThrow('LLM_API_KEY 与 LLM_API_KEY_FILE');
  });

  it('are never shown in a mistake', () => {
    const secrets = {
      METRICS_TOKEN: 'tell-nobody',
      TELEGRAM_BOT_TOKEN: 'tell-nobody',
      TELEGRAM_WEBHOOK_SECRET: 'tell nobody',
    };
    expect(mistakeOf(secrets)).not.toMatch(/tell.nobody/u);
  });
});
