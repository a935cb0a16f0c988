import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createEmbedder } from '../src/answer/embedder.ts';
import { createAssistant, type AssistantOptions } from '../src/assistant.ts';
import { loadBrains } from '../src/brains.ts';
import { ensureIndex } from '../src/build.ts';
import type { Reply } from '../src/delivery/ask.ts';
import { createLocate } from '../src/locate.ts';
import { buildVectors, readVectors } from '../src/vectors.ts';
import { startScriptedServer, type ScriptedRequest } from './model/scripted-server.ts';
import { openQinghe, QINGHE } from './qinghe.ts';

/** Means the measure about the waterworks, and shares no word with it. */
const RIDDLE = '老李最头疼的那桩';
const PLAIN = '供水管网更换了多少公里';

const server = await startScriptedServer(() => undefined);
afterAll(() => server.close());

/** Texts about the waterworks point one way, all others another. */
function embedText(text: string): number[] {
  return text === RIDDLE || text.includes('白石水厂') ? [3, 0.1] : [0.1, 3];
}

function answerAll(request: ScriptedRequest, response: ServerResponse): void {
  const { input } = request.body as unknown as { input: string[] };
  const data = input.map((text, index) => ({ object: 'embedding', index, embedding: embedText(text) }));
  response.writeHead(200, { 'content-type': 'application/json', connection: 'close' });
  // In any order: `index` says which is which.
  response.end(JSON.stringify({ object: 'list', model: 'e', data: data.reverse() }));
}

const embed = createEmbedder({ baseUrl: server.baseUrl, model: 'e', apiKey: null });
const never = (): AbortSignal => new AbortController().signal;
const places = openQinghe({ lexicon: false });
const seed = join(places.seeds, `${QINGHE}.txt`);
const vectorFile = join(places.index, `${QINGHE}.vectors.json`);
beforeEach(() => {
  rmSync(vectorFile, { force: true });
  server.behave = answerAll;
  server.requests.length = 0;
});
afterAll(() => {
  places.remove();
});

function open() {
  const brains = loadBrains(places);
  const [brain] = brains;
  if (brain === undefined) throw new Error('no bulletin');
  return { brains, place: { index: places.index, bulletin: brain.bulletin, model: 'e' } };
}

async function ask(question: string, options: Partial<AssistantOptions>): Promise<Reply> {
  return createAssistant(open().brains, { today: null, ...options }).ask(question, {});
}

async function locateWith(waitMs: number): Promise<Required<Pick<AssistantOptions, 'locate'>>> {
  const { place } = open();
  await buildVectors(place, embed, never(), () => undefined);
  const vectors = readVectors(place);
  if (vectors === null) throw new Error('no vectors');
  return { locate: createLocate(embed, new Map([[place.bulletin.id, vectors]]), { waitMs }) };
}

describe('vectors of the units', () => {
  it('are built once, kept through a rebuild of the index and asked for again only where a text changed', async () => {
    const { place } = open();
    const steps: string[] = [];
    await buildVectors(place, embed, never(), (done, total) => steps.push(`${done}/${total}`));
    const total = place.bulletin.units.length;
    expect(steps.at(-1)).toBe(`${total}/${total}`);
    const asked = server.requests.length;
    ensureIndex(places, { force: true });
    await buildVectors(place, embed, never(), () => undefined);
    expect(server.requests).toHaveLength(asked);
    expect(readVectors(place)?.size).toBe(total);
    const text = readFileSync(seed, 'utf8');
    writeFileSync(seed, text.replace('白石水厂', '青石水厂'));
    const { place: changed } = open();
    expect(readVectors(changed)).toBeNull();
    await buildVectors(changed, embed, never(), () => undefined);
    expect(server.requests).toHaveLength(asked + 1);
    writeFileSync(seed, text);
  });

  it('go on where a failing endpoint cut the work short', async () => {
    const { place } = open();
    server.behave = (request, response) => {
      if (server.requests.length === 1) answerAll(request, response);
      else response.writeHead(503).end('{}');
    };
    await expect(buildVectors(place, embed, never(), () => undefined)).rejects.toMatchObject({ status: 503 });
    expect(readVectors(place)).toBeNull();
    server.behave = answerAll;
    const done: number[] = [];
    await buildVectors(place, embed, never(), (so) => done.push(so));
    expect(done[0]).toBeGreaterThan(16);
    expect(readVectors(place)).not.toBeNull();
  });

  it('are none when the file is cut or of another model', async () => {
    const { place } = open();
    await buildVectors(place, embed, never(), () => undefined);
    expect(readVectors({ ...place, model: 'f' })).toBeNull();
    writeFileSync(vectorFile, readFileSync(vectorFile, 'utf8').slice(0, -40));
    expect(readVectors(place)).toBeNull();
  });

  it.each([
    ['fewer than asked for', { data: [{ index: 0, embedding: [1, 0] }] }],
    ['no numbers', { data: [0, 1].map((index) => ({ index, embedding: ['a', null] })) }],
    ['of two sizes', { data: [0, 1].map((index) => ({ index, embedding: index === 0 ? [1] : [1, 2] })) }],
    ['nothing', {}],
  ])('are refused: %s', async (_, body) => {
    server.behave = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    await expect(embed(['甲', '乙'], never())).rejects.toMatchObject({ failure: 'content' });
  });
});

describe('a question with an embeddings endpoint behind it', () => {
  it('finds a unit it shares no word with', async () => {
    const water = open()
      .place.bulletin.units.filter(({ text }) => text.includes('白石水厂'))
      .map(({ id }) => id);
    const without = await ask(RIDDLE, {});
    expect(without.answer.candidates.some((id) => water.includes(id))).toBe(false);
    const { answer } = await ask(RIDDLE, await locateWith(20_000));
    expect(answer.candidates.some((id) => water.includes(id))).toBe(true);
  });

  it('is answered as without, when the endpoint fails, dawdles or has no vectors', async () => {
    const plain = await ask(PLAIN, {});
    const wanted = JSON.stringify({ ...plain.answer, elapsedMs: 0 });
    const { locate } = await locateWith(150);
    for (const behave of [
      (_: ScriptedRequest, response: ServerResponse) => void response.writeHead(500).end('{}'),
      () => undefined,
    ]) {
      server.behave = behave;
      const { answer } = await ask(PLAIN, { locate });
      expect(JSON.stringify({ ...answer, elapsedMs: 0 })).toBe(wanted);
    }
    const { answer } = await ask(PLAIN, { locate: createLocate(embed, new Map()) });
    expect(JSON.stringify({ ...answer, elapsedMs: 0 })).toBe(wanted);
  });

  it('stops asking an endpoint that keeps failing', async () => {
    const options = await locateWith(150);
    server.behave = (_, response) => void response.writeHead(500).end('{}');
    server.requests.length = 0;
    for (let i = 0; i < 8; i += 1) await ask(PLAIN, options);
    expect(server.requests).toHaveLength(5);
  });
});
