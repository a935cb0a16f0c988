import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createScene, draft, FAITHFUL } from './scene.ts';
import { startScriptedServer, writeClaims, type Behaviour, type ScriptedServer } from './scripted-server.ts';

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer(writeClaims(FAITHFUL));
});
afterAll(() => server.close());
beforeEach(() => {
  server.requests.length = 0;
});

const broken: Behaviour = (_, response) => void response.writeHead(500).end('{}');

function createClock(): { now: () => number; pass: (ms: number) => void } {
  let time = 1_000;
  return {
    now: () => time,
    pass: (ms) => {
      time += ms;
    },
  };
}

describe('a failing endpoint is left alone', () => {
  it('after five failures for 30 seconds; then one trial decides', async () => {
    const clock = createClock();
    const scene = createScene(server, {}, clock.now);
    server.behave = broken;
    for (let i = 0; i < 5; i += 1) await scene.write();
    expect(scene.writer.breaker.state()).toBe('open');
    expect((await scene.write()).fellBack).toBe('breaker open');
    expect(server.requests).toHaveLength(5);

    clock.pass(30_000);
    await scene.write();
    expect(server.requests).toHaveLength(6);
    expect((await scene.write()).fellBack).toBe('breaker open');

    clock.pass(30_000);
    server.behave = writeClaims(FAITHFUL);
    const [trial, meanwhile] = await Promise.all([scene.write(), scene.write()]);
    expect(trial.writer).toMatch(/^llm:/);
    expect(meanwhile.fellBack).toBe('breaker open');
    expect(scene.writer.breaker.state()).toBe('closed');
  });

  it('and an open breaker costs next to nothing', async () => {
    const scene = createScene(server, {}, createClock().now);
    server.behave = broken;
    for (let i = 0; i < 5; i += 1) await scene.write();
    server.behave = () => undefined;
    const begun = server.requests.length;
    const used = process.cpuUsage();
    for (let i = 0; i < 100; i += 1) expect((await scene.write()).draft).toBe(draft);
    expect(server.requests.length).toBe(begun);
    expect(process.cpuUsage(used).user / 1000).toBeLessThan(200);
  });

  it('for as long as its retry-after says', async () => {
    const clock = createClock();
    const scene = createScene(server, {}, clock.now);
    server.behave = (_, response) => void response.writeHead(429, { 'retry-after': '90' }).end('{}');
    await scene.write();
    clock.pass(80_000);
    expect((await scene.write()).fellBack).toBe('breaker open');
    clock.pass(10_000);
    server.behave = writeClaims(FAITHFUL);
    expect((await scene.write()).writer).toMatch(/^llm:/);
  });

  it('text that falls at the gate is no failure of the endpoint', async () => {
    const scene = createScene(server);
    server.behave = writeClaims([{ text: '红星小学可新增2800个学位。', units: ['M37'] }]);
    for (let i = 0; i < 6; i += 1) await scene.write();
    expect(scene.writer.breaker.state()).toBe('closed');
  });
});

describe('the model is shared', () => {
  it('so many questions at once, one per person; the others are not kept waiting', async () => {
    const scene = createScene(server, { concurrency: 2 });
    server.behave = writeClaims(FAITHFUL);
    const results = await Promise.all([
      scene.write({ user: 'a' }),
      scene.write({ user: 'a' }),
      scene.write({ user: 'b' }),
      scene.write({ user: 'c' }),
    ]);
    expect(results.map(({ fellBack }) => fellBack)).toEqual([null, 'busy', null, 'busy']);
    expect((await scene.write({ user: 'a' })).fellBack).toBeNull();
  });

  it('so many a day per person', async () => {
    const clock = createClock();
    const scene = createScene(server, { perUserDaily: 2 }, clock.now);
    server.behave = writeClaims(FAITHFUL);
    const ask = async (): Promise<string | null> => (await scene.write({ user: 'a' })).fellBack;
    expect([await ask(), await ask(), await ask()]).toEqual([null, null, 'budget']);
    expect((await scene.write({ user: 'b' })).fellBack).toBeNull();
    clock.pass(86_400_000);
    expect(await ask()).toBeNull();
  });

  it('never for a refusal: there is nothing to reword', async () => {
    const scene = createScene(server);
    const refused = { ...draft, refusal: 'not-in-bulletin' as const };
    expect((await scene.write({ draft: refused })).draft).toBe(refused);
    expect(server.requests).toHaveLength(0);
  });
});
