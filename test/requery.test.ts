import { afterAll, describe, expect, it } from 'vitest';
import { createModelWriter } from '../src/answer/model-writer.ts';
import { createAssistant } from '../src/assistant.ts';
import { loadBrains } from '../src/brains.ts';
import type { Reply } from '../src/delivery/ask.ts';
import { readPrompts } from '../src/prompts.ts';
import { createRequery } from '../src/requery.ts';
import { startScriptedServer, streamText, type Behaviour } from './model/scripted-server.ts';

const UNKNOWN = '那帮葫芦娃的紫金葫芦炼得咋样了';
const REWORDED = '闲置房产盘活了多少平方米';

const brains = loadBrains();
const { rewrite: prompt } = await readPrompts();
const server = await startScriptedServer(() => undefined);
afterAll(() => server.close());

function answer(queries: readonly string[]): Behaviour {
  return (_, response) => {
    streamText(response, JSON.stringify({ queries }));
  };
}

async function askWith(
  behave: Behaviour,
  question: string,
  rewriteMs = 20_000,
): Promise<{ reply: Reply; requests: number }> {
  server.behave = behave;
  const before = server.requests.length;
  const writer = createModelWriter(
    { baseUrl: server.baseUrl, model: 'scripted', apiKey: null },
    { limits: { rewriteMs } },
  );
  const assistant = createAssistant(brains, {
    today: null,
    requery: createRequery(writer.createRewrite(prompt)),
  });
  const reply = await assistant.ask(question, {});
  return { reply, requests: server.requests.length - before };
}

describe('a question nothing was found for, with a model that knows other words', () => {
  it('is answered from the bulletin by the first wording that finds something', async () => {
    const { reply } = await askWith(answer(['外星人的飞船', REWORDED]), UNKNOWN);
    expect(reply.answer.refused).toBe(false);
    expect(reply.answer.citations.map(({ unit }) => unit)).toContain('M148');
    expect(reply.answer.question).toBe(UNKNOWN);
    expect(reply.answer.writer).toBe('extractive');
    expect(reply.answer.text).toContain('意思相近');
  });

  it('shows and remembers none of the model’s words', async () => {
    const { reply } = await askWith(answer([REWORDED]), UNKNOWN);
    expect(
      JSON.stringify({ ...reply, answer: { ...reply.answer, citations: [], claims: [] } }),
    ).not.toContain(REWORDED);
  });

  it('stays refused when no wording finds anything, or the model fails', async () => {
    for (const behave of [
      answer(['外星人的飞船']),
      answer([]),
      (_: unknown, response: Parameters<Behaviour>[1]) => void response.writeHead(500).end('{}'),
    ] satisfies Behaviour[]) {
      const { reply } = await askWith(behave, UNKNOWN);
      expect(reply.answer).toMatchObject({ refused: true, reason: 'not-in-bulletin' });
    }
  });

  it('stays refused when the model dawdles', async () => {
    const { reply } = await askWith(() => undefined, UNKNOWN, 300);
    expect(reply.answer).toMatchObject({ refused: true, reason: 'not-in-bulletin' });
  });

  it('asks the model nothing where the bulletin answers, or where refusing is the answer', async () => {
    for (const question of ['闲置房产盘活了多少', '明天天气怎么样', '第999条到什么程度了'])
      expect((await askWith(answer([REWORDED]), question)).requests).toBe(0);
  });
});
