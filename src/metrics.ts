// requests and answers → counters and histograms → the text of /metrics
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { MetricsPage } from './channels/metrics.ts';
import type { RequestRecord } from './channels/server.ts';
import type { ModelUse } from './answer/guarded.ts';
import type { Ask } from './delivery/ask.ts';

/** What a million tokens cost, in any currency. */
export interface TokenPrice {
  readonly in: number;
  readonly out: number;
}

export interface Metrics {
  readonly page: MetricsPage;
  readonly countRequest: (record: RequestRecord) => void;
  /** `ask` with its answers counted under the channel's name. */
  readonly countAnswers: (ask: Ask, channel: string) => Ask;
  readonly countModelUse: (use: ModelUse) => void;
  /** A figure of a channel's health, e.g. the updates waiting at Telegram. */
  readonly setGauge: (channel: string, figure: string, value: number) => void;
}

const MILLION = 1_000_000;
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 6, 15, 60];

/** Counts only: no question, no unit, no person ever becomes a label. */
export function createMetrics(price: TokenPrice | null = null): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Requests by route pattern, method and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const answers = new Counter({
    name: 'answers_total',
    help: 'Answers by channel, intent, writer (extractive or llm) and reason of refusal (none when answered).',
    labelNames: ['channel', 'intent', 'writer', 'reason'],
    registers,
  });
  const latency = new Histogram({
    name: 'answer_duration_seconds',
    help: 'Time from question to answer, by channel.',
    labelNames: ['channel'],
    buckets: SECONDS,
    registers,
  });
  const uses = new Counter({
    name: 'model_uses_total',
    help: 'Uses of the optional model by prompt and outcome (written, or why the extractive answer stood).',
    labelNames: ['model', 'prompt', 'outcome'],
    registers,
  });
  const health = new Gauge({
    name: 'channel_health',
    help: 'Figures of a channel: pending_update_count, last_error_timestamp_seconds (0: never) of Telegram.',
    labelNames: ['channel', 'figure'],
    registers,
  });
  const tokens = new Counter({
    name: 'model_tokens_total',
    help: 'Tokens as counted by the endpoint.',
    labelNames: ['model', 'direction'],
    registers,
  });
  const cost = new Counter({
    name: 'model_cost_total',
    help: 'Cost of the tokens at LLM_PRICE_IN and LLM_PRICE_OUT per million, in their currency.',
    labelNames: ['model', 'direction'],
    registers,
  });
  return {
    countModelUse: ({ model, prompt, fellBack, usage }) => {
      // Behind the colon stands what the endpoint said, in words without bound.
      uses.inc({ model, prompt, outcome: fellBack?.split(':', 1)[0] ?? 'written' });
      if (usage === null) return;
      tokens.inc({ model, direction: 'in' }, usage.prompt);
      tokens.inc({ model, direction: 'out' }, usage.completion);
      if (price === null) return;
      cost.inc({ model, direction: 'in' }, (usage.prompt / MILLION) * price.in);
      cost.inc({ model, direction: 'out' }, (usage.completion / MILLION) * price.out);
    },
    setGauge: (channel, figure, value) => {
      health.set({ channel, figure }, value);
    },
    page: { type: registry.contentType, render: () => registry.metrics() },
    countRequest: ({ method, route, status, ms }) => {
      requests.observe({ method, route, status }, ms / 1000);
    },
    countAnswers: (ask, channel) => async (text, context) => {
      const stop = latency.startTimer({ channel });
      const reply = await ask(text, context);
      stop();
      const { intent, reason, writer } = reply.answer;
      answers.inc({ channel, intent, writer: writer.split(':', 1)[0] ?? writer, reason: reason ?? 'none' });
      return reply;
    },
  };
}
