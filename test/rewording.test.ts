import { afterAll, describe, expect, it } from 'vitest';
import { createModelWriter } from '../src/answer/model-writer.ts';
import { createAssistant } from '../src/assistant.ts';
import { loadBrains } from '../src/brains.ts';
import type { Reply } from '../src/delivery/ask.ts';
import { readPrompts } from '../src/prompts.ts';
import { createReword } from '../src/rewording.ts';
import { startScriptedServer, writeClaims, type Behaviour } from './model/scripted-server.ts';

const brains = loadBrains();
const server = await startScriptedServer(writeClaims([]));
afterAll(() => server.close());

/** A fresh assistant whose model behaves as told; `claims` are what a channel saw streaming in. */
async function askWith(
  behave: Behaviour,
  question: string,
  firstClaimMs = 10_000,
): Promise<{ reply: Reply; streamed: string[]; ms: number }> {
  server.behave = behave;
  const writer = createModelWriter(
    { baseUrl: server.baseUrl, model: 'scripted', apiKey: null },
    { limits: { firstClaimMs, totalMs: 20_000 } },
  );
  const assistant = createAssistant(brains, {
    today: null,
    reword: createReword(writer.summarizeWithModel, await readPrompts()),
  });
  const streamed: string[] = [];
  const started = performance.now();
  const reply = await assistant.ask(question, { onClaim: ({ text }) => streamed.push(text) });
  return { reply, streamed, ms: performance.now() - started };
}

const TRUE = { text: '截至2023年10月上旬,14个闲置长者食堂已全部正常营业。', units: ['M44'] };
const FALSE = { text: '截至2023年10月上旬,15个闲置长者食堂已全部正常营业。', units: ['M44'] };
const ALSO_TRUE = { text: '2023年以来针对检查发现的问题通报16次。', units: ['M45'] };
const QUESTION = '写一段养老服务的简报';

describe('an answer with a model behind it', () => {
  it('shows what the model wrote once the gate has passed it, and says who wrote it', async () => {
    const { reply, streamed } = await askWith(writeClaims([TRUE, ALSO_TRUE]), QUESTION);
    expect(reply.answer.writer).toMatch(/^llm:scripted@[0-9a-f]{8}$/u);
    expect(reply.answer.claims.map(({ text }) => text)).toContain(TRUE.text);
    expect(streamed).toContain(TRUE.text);
  });

  it('never shows a figure the cited measure does not state, and records what was dropped', async () => {
    const { reply, streamed } = await askWith(writeClaims([TRUE, FALSE, ALSO_TRUE]), QUESTION);
    expect(`${reply.answer.text}${streamed.join('')}`).not.toContain('15个闲置');
    expect(reply.dropped.map(({ text }) => text)).toContain(FALSE.text);
  });

  it('gives the extractive answer when the model hangs', async () => {
    const { reply, ms } = await askWith(() => new Promise(() => undefined), QUESTION, 500);
    expect(reply.answer.writer).toBe('extractive');
    expect(reply.answer.refused).toBe(false);
    expect(ms).toBeLessThan(15_000);
  });

  it('leaves a single fact to the words of the bulletin, without asking the model', async () => {
    const before = server.requests.length;
    const { reply } = await askWith(writeClaims([FALSE]), '红星小学能新增多少个学位');
    expect(reply.answer.writer).toBe('extractive');
    expect(server.requests.length).toBe(before);
  });
});
