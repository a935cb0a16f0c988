import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../../src/delivery/ask.ts';
import { startFakeBotApi, type Call, type FakeBotApi } from './fake-bot-api.ts';
import { newDatabase, startRig, waitFor, type Rig, type RigOptions } from './harness.ts';
import { scriptReply, textOf } from './scripted.ts';
import { textUpdate } from './updates.ts';

describe('an acknowledged question', () => {
  let api: FakeBotApi;
  let path: string;
  const running: Rig[] = [];
  beforeEach(async () => {
    api = await startFakeBotApi();
    path = newDatabase();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((rig) => rig.stop()));
    await api.close();
  });
  const start = async (options: RigOptions = {}): Promise<Rig> => {
    const rig = await startRig({ api, path, ...options });
    running.push(rig);
    return rig;
  };
  const crash = (rig: Rig): void => {
    rig.crash();
    running.splice(running.indexOf(rig), 1);
  };
  const sends = (): Call[] => api.callsOf('sendMessage');

  test('is answered once, however often and at whatever time its update comes', async () => {
    const first = await start();
    const update = textUpdate('闲置房产盘活了多少');
    const responses = await Promise.all(Array.from({ length: 10 }, () => first.deliver(update)));
    expect(responses.map(({ status }) => status)).toEqual(Array(10).fill(200));
    await first.settle();
    await first.deliver(update);
    crash(first);
    const second = await start();
    await second.deliver(update);
    await second.settle();
    expect(sends()).toHaveLength(1);
  });

  test('is acknowledged while its answer takes its time', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const rig = await start({ ask: (text) => gate.then(() => scriptReply(text, {})) });
    expect((await rig.deliver(textUpdate('问'))).status).toBe(200);
    await waitFor(() => api.callsOf('sendChatAction').length > 0, 'the sign that it is being worked on');
    expect(api.callsOf('sendChatAction')[0]?.payload).toMatchObject({ chat_id: 42, action: 'typing' });
    expect(api.texts(42)).toEqual([]);
    release();
    await rig.settle();
    expect(api.texts(42)).toHaveLength(1);
  });

  test('survives a crash before, during and after its answer', async () => {
    const received = await start({ working: false });
    await received.deliver(textUpdate('甲', { chat: 1 }));
    crash(received);
    let asked = false;
    const asking = await start({ ask: () => ((asked = true), new Promise<Reply>(() => undefined)) });
    await waitFor(() => asked, 'the question to be asked');
    crash(asking);
    api.faults.push({ method: 'sendMessage', kind: 'cut', after: false });
    const sending = await start();
    await waitFor(() => sends().length === 1, 'the first try to send');
    crash(sending);
    expect(api.shown).toEqual([]);
    await (await start()).settle();
    expect(api.texts(1)).toHaveLength(1);
  });

  test('is seen twice at most when the platform took the answer and said nothing', async () => {
    api.faults.push({ method: 'sendMessage', kind: 'cut', after: true });
    const rig = await start();
    await rig.deliver(textUpdate('甲', { chat: 1 }));
    await waitFor(() => api.shown.length === 1, 'the answer to arrive');
    crash(rig);
    await (await start()).settle();
    expect(api.texts(1)).toHaveLength(2);
  });

  test('waits for retry_after in its chat, and no other chat waits with it', async () => {
    api.faults.push({ method: 'sendMessage', chat: 1, kind: 'retry-after', seconds: 2 });
    const rig = await start();
    await rig.deliver(textUpdate('甲', { chat: 1 }));
    await waitFor(() => sends().length === 1, 'the refusal');
    await rig.deliver(textUpdate('乙', { chat: 1 }));
    await rig.deliver(textUpdate('丙', { chat: 2 }));
    await waitFor(() => api.texts(2).length === 1, 'the other chat');
    expect(api.texts(1)).toEqual([]);
    await rig.settle();
    expect(api.texts(1).map((text) => text.slice(0, 3))).toEqual(['答：甲', '答：乙']);
    const [refused, again] = sends().filter(({ payload }) => payload['chat_id'] === 1);
    expect((again?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(2000);
  });

  test('outlives a server error, a slow server and an answer refused for its markup', async () => {
    api.faults.push(
      { method: 'sendMessage', kind: 'error', code: 500, description: 'Internal Server Error' },
      { method: 'sendMessage', kind: 'delay', ms: 100 },
      {
        method: 'sendMessage',
        kind: 'error',
        code: 400,
        description: "Bad Request: can't parse entities: x",
      },
    );
    const rig = await start();
    await rig.deliver(textUpdate('甲', { chat: 1 }));
    await rig.settle();
    await rig.deliver(textUpdate('乙 < 丙', { chat: 1 }));
    await rig.settle();
    expect(api.texts(1)).toHaveLength(2);
    expect(api.shown[1]?.text).toContain('答：乙 < 丙〔148〕');
    expect(api.shown[1]?.quotes).toEqual([]);
  });

  test('goes to the supergroup its group has become', async () => {
    api.faults.push({
      ...{ method: 'sendMessage', kind: 'error', code: 400 },
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: -100999 },
    });
    const rig = await start();
    await rig.deliver(textUpdate('/about', { chat: -9 }));
    await rig.settle();
    expect(api.texts(-100999)).toHaveLength(1);
  });

  test('too long for one message comes in numbered parts, the sources in the last', async () => {
    const long = `${textOf('M148')}\n`.repeat(12);
    const rig = await start({
      ask: (text) => Promise.resolve(scriptReply(text, { text: long, cite: ['M148', 'M12'] })),
    });
    await rig.deliver(textUpdate('全文'));
    await rig.settle();
    const parts = api.texts(42);
    expect(parts.length).toBeGreaterThan(1);
    parts.forEach((part, i) => expect(part.startsWith(`(${i + 1}/${parts.length})\n`)).toBe(true));
    expect(parts.filter((part) => part.includes('依据：第148条、第12条'))).toEqual([parts.at(-1)]);
    expect(api.shown.map(({ keyboard }) => keyboard.length > 0)).toEqual([
      ...parts.slice(1).map(() => false),
      true,
    ]);
    await rig.deliver(textUpdate('什么时候完成', { replyTo: api.shown[0] ?? 0 }));
    await rig.settle();
    expect(rig.asked[1]?.context.quotedUnits).toEqual(['M148', 'M12']);
  });
});

describe('a Telegram that cannot be reached at start', () => {
  test('delays its own channel only: what came meanwhile is answered later', async () => {
    const api = await startFakeBotApi();
    api.faults.push(
      { method: 'getMe', kind: 'cut', after: false },
      { method: 'setMyCommands', kind: 'error', code: 400, description: 'Bad Request' },
    );
    const rig = await startRig({ api });
    expect((await rig.deliver(textUpdate('闲置房产盘活了多少'))).status).toBe(200);
    expect(api.shown).toEqual([]);
    await rig.settle();
    expect(api.texts(42)).toHaveLength(1);
    await rig.stop();
    await api.close();
  });
});
