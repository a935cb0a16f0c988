import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WRITER_LIMITS } from '../../src/answer/model-writer.ts';
import { createScene, draft, FAITHFUL } from './scene.ts';
import {
  chunk,
  DONE,
  startScriptedServer,
  startStream,
  streamText,
  writeClaims,
  type Behaviour,
  type ScriptedServer,
} from './scripted-server.ts';

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer(writeClaims(FAITHFUL));
});
afterAll(() => server.close());
beforeEach(() => {
  server.requests.length = 0;
});

const GOOD = '[M37] 红星小学可新增2700个学位。\n';
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function untilClosed(closed: Promise<void>, act: () => void): Promise<void> {
  const timer = setInterval(act, 20);
  await closed;
  clearInterval(timer);
}

/** Everything an endpoint can do instead of answering: [name, behaviour]. */
const BROKEN: readonly (readonly [string, Behaviour])[] = [
  ['hangs without a byte', () => undefined],
  [
    'sends headers and then nothing',
    (_, response) => {
      startStream(response);
      response.write(': waiting\n\n');
    },
  ],
  [
    'sends one byte at a time, for ever',
    async ({ closed }, response) => {
      startStream(response);
      await untilClosed(closed, () => response.write('d'));
    },
  ],
  [
    'thinks endlessly',
    async ({ closed }, response) => {
      startStream(response);
      response.write(chunk({ content: '<think>' }));
      await untilClosed(closed, () =>
        response.write(chunk({ content: '[M37] 红星小学新增2700个学位。\n', reasoning: '再想一想' })),
      );
    },
  ],
  [
    'says 429 with retry-after',
    (_, response) => void response.writeHead(429, { 'retry-after': '7' }).end('{}'),
  ],
  ['says 500', (_, response) => void response.writeHead(500).end('{"error":{"message":"boom"}}')],
  ['says 503 with HTML', (_, response) => void response.writeHead(503).end('<html>busy</html>')],
  ['resets the connection', (_, response) => void response.socket?.resetAndDestroy()],
  [
    'answers 200 with HTML',
    (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>'),
  ],
  ['answers 200 with an error object', (_, response) => void response.writeHead(200).end('{"error":"no"}')],
  [
    'redirects elsewhere',
    (_, response) => void response.writeHead(307, { location: 'http://127.0.0.1:9/v1' }).end(),
  ],
  [
    'cuts the stream',
    (_, response) => {
      startStream(response);
      response.write(chunk({ content: GOOD.slice(0, 12) }));
      setTimeout(() => response.socket?.destroy(), 20);
    },
  ],
  [
    'ends the stream without saying so',
    (_, response) => {
      startStream(response);
      response.end(chunk({ content: GOOD }));
    },
  ],
  [
    'stops at the token limit',
    (_, response) => {
      startStream(response);
      response.end(chunk({ content: GOOD }) + chunk({}, 'length') + DONE);
    },
  ],
  [
    'sends chunks that are no JSON',
    (_, response) => {
      startStream(response);
      response.end(`data: {"choices":[{"delta":{"content":"[M3\n\n${DONE}`);
    },
  ],
  [
    'sends chunks of another shape',
    (_, response) => {
      startStream(response);
      response.end(`data: {"choices":null}\n\ndata: {"choices":[null]}\n\ndata: []\n\ndata: 7\n\n${DONE}`);
    },
  ],
  [
    'writes NUL bytes',
    (_, response) => {
      streamText(response, '\0'.repeat(500));
    },
  ],
  [
    'sends 10 MB in one piece',
    (_, response) => {
      startStream(response);
      response.end(chunk({ content: 'x'.repeat(10_000_000) }) + chunk({}, 'stop') + DONE);
    },
  ],
  [
    'sends 10 MB in small pieces',
    (_, response) => {
      startStream(response);
      for (let i = 0; i < 10_000; i += 1) response.write(chunk({ content: '红星小学'.repeat(80) }));
      response.end(DONE);
    },
  ],
  [
    'writes nothing',
    (_, response) => {
      streamText(response, '');
    },
  ],
  [
    'writes prose without units',
    (_, response) => {
      streamText(response, '红星小学可新增2700个学位。');
    },
  ],
];

describe('an endpoint that fails leaves the extractive answer', () => {
  it.each(BROKEN)('when it %s', async (_, behaviour) => {
    const scene = createScene(server, { firstClaimMs: 400, totalMs: 800 });
    server.behave = behaviour;
    const started = performance.now();
    const result = await scene.write();
    expect(result.draft).toBe(draft);
    expect(result).toMatchObject({ writer: 'extractive', fellBack: expect.any(String) as string });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(scene.uses).toHaveLength(1);
  });

  it('and its connection is closed, so that nothing is left working', async () => {
    const scene = createScene(server, { firstClaimMs: 1_000, totalMs: 2_000 });
    server.behave = () => undefined;
    await scene.write();
    await server.requests[0]?.closed;
    expect(server.requests).toHaveLength(1);
  });

  it('after the first claim only the total limit counts', async () => {
    const scene = createScene(server, { firstClaimMs: 1_500, totalMs: 20_000 });
    server.behave = async (_, response) => {
      startStream(response);
      response.write(chunk({ content: GOOD }));
      await pause(2_000);
      response.write(chunk({ content: '[M35] 十四中新改扩建工程已于2023年7月开工。' }));
      response.end(chunk({}, 'stop') + DONE);
    };
    const { writer, draft: written } = await scene.write();
    expect(writer).toMatch(/^llm:/);
    expect(written.claims).toHaveLength(2);
  });

  it('a person waits 6 seconds for a first claim and 60 for all, unless told otherwise', () => {
    expect(WRITER_LIMITS).toMatchObject({ firstClaimMs: 6_000, totalMs: 60_000 });
  });

  it('is never asked twice for one answer', async () => {
    server.behave = (_, response) => void response.writeHead(500).end('{}');
    await createScene(server).write();
    expect(server.requests).toHaveLength(1);
  });

  it('an asker who leaves ends the work', async () => {
    const scene = createScene(server);
    server.behave = () => undefined;
    const gone = new AbortController();
    const writing = scene.write({ signal: gone.signal });
    await pause(100);
    gone.abort();
    expect(await writing).toMatchObject({ writer: 'extractive' });
    expect(scene.writer.breaker.state()).toBe('closed');
  });
});

describe('JSON that is not JSON', () => {
  it.each([
    ['cut', '{"claims":[{"text":"红星小学可新增2700个学位。","units":["M37"'],
    ['of another shape', '{"answer":"红星小学可新增2700个学位。"}'],
    ['with a number for the unit', '{"claims":[{"text":"红星小学可新增2700个学位。","units":[37]}]}'],
    ['with further keys', '{"claims":[{"text":"红星小学可新增2700个学位。","units":["M37"],"html":"<b>"}]}'],
    ['with NUL bytes', '{"claims":[{"text":"红星小学\0可新增2700个学位。","units":["M37"]}]}'],
  ])('%s', async (_, text) => {
    const scene = createScene(server);
    server.behave = writeClaims(FAITHFUL);
    await scene.writer.model.probe(AbortSignal.timeout(20_000)).catch(() => undefined);
    server.behave = (_request, response) => {
      streamText(response, text);
    };
    expect((await scene.write()).writer).toBe('extractive');
    expect(scene.seen).toEqual([]);
  });
});
