import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../src/delivery/courier.ts';
import { openDelivery, type Delivery } from '../../src/delivery/delivery.ts';
import { receive, startPost, until, type Post, type Script } from './scripted-courier.ts';

describe('a dispatcher', () => {
  let delivery: Delivery;
  let post: Post;
  beforeEach(async () => {
    delivery = await openDelivery(':memory:');
  });
  afterEach(async () => {
    await post.dispatcher.stop();
    delivery.close();
  });
  const start = (script: Script = {}): void => {
    post = startPost(delivery, script);
  };
  const give = (chat: string, text: string): void => {
    receive(delivery, chat, text);
    post.dispatcher.wake();
  };
  const done = (): Promise<void> => until(post.dispatcher.idle, 'an idle dispatcher');
  const textsOf = (chat: string): string[] =>
    post.arrived.filter((each) => each.chat === chat).map(({ text }) => text);

  test('keeps the order of each chat while chats go on beside each other', async () => {
    start({
      handle: async (text) => {
        await new Promise((resolve) => setTimeout(resolve, text.endsWith('1') ? 30 : 1));
        return [`${text} (1/2)`, `${text} (2/2)`];
      },
    });
    for (const n of [1, 2, 3]) for (const chat of ['甲', '乙']) give(chat, `${chat}${n}`);
    await done();
    for (const chat of ['甲', '乙']) {
      const expected = [1, 2, 3].flatMap((n) => [`${chat}${n} (1/2)`, `${chat}${n} (2/2)`]);
      expect(textsOf(chat)).toEqual(expected);
    }
  });

  test('waits as long as the platform asks, in that chat only', async () => {
    let asked = 0;
    const at = new Map<string, number>();
    start({
      send: (text) => {
        at.set(text, Date.now());
        const wait: SendOutcome = { kind: 'later', afterMs: 1500 };
        asked += 1;
        return Promise.resolve(asked === 1 ? wait : { kind: 'sent', platformId: text });
      },
    });
    const began = Date.now();
    give('慢', 'a');
    give('慢', 'b');
    await until(() => asked === 1, 'the first try');
    give('快', 'c');
    await until(() => textsOf('快').length === 1, 'the other chat');
    expect(textsOf('慢')).toEqual([]);
    await done();
    expect(textsOf('慢')).toEqual(['re: a', 're: b']);
    expect((at.get('re: a') ?? 0) - began).toBeGreaterThanOrEqual(1500);
  });

  test('sends again what may not have arrived, and gives up what never can', async () => {
    let tries = 0;
    start({
      send: (text) => {
        tries += 1;
        if (text === 're: gone') return Promise.resolve({ kind: 'rejected', code: '403' });
        return Promise.resolve(
          tries < 3 ? { kind: 'unknown', code: '500' } : { kind: 'sent', platformId: null },
        );
      },
    });
    give('甲', 'x');
    await done();
    expect([tries, textsOf('甲')]).toEqual([3, ['re: x']]);
    give('甲', 'gone');
    give('甲', 'y');
    await done();
    expect(textsOf('甲')).toEqual(['re: x', 're: y']);
    expect(post.log.at(-1)?.fields).toMatchObject({ code: '403' });
  });

  test('tries a message three times, then says sorry once; others go on', async () => {
    start({
      handle: (text) => (text === 'poison' ? Promise.reject(new Error('x')) : Promise.resolve([text])),
    });
    give('甲', 'poison');
    give('甲', 'after');
    give('乙', 'beside');
    await done();
    expect(post.handling.filter((text) => text === 'poison')).toHaveLength(3);
    expect(textsOf('甲')).toEqual(['sorry', 'after']);
    expect(textsOf('乙')).toEqual(['beside']);
  });

  test('stops only after the answer under way has been stored', async () => {
    start({ handle: (text) => new Promise((resolve) => setTimeout(resolve, 50, [text])) });
    give('甲', 'slow');
    await until(() => post.handling.length === 1, 'the message to be taken');
    await post.dispatcher.stop();
    expect(delivery.inbox.depth('test')).toBe(0);
    expect(post.arrived.length + delivery.outbox.depth('test')).toBe(1);
  });
});
