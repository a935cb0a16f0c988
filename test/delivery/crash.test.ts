import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDelivery, type Delivery } from '../../src/delivery/delivery.ts';
import { CHANNEL, receive, startPost, until, type Post, type Script } from './scripted-courier.ts';

const NEVER = (): Promise<never> => new Promise<never>(() => undefined);

describe('after a crash', () => {
  let path: string;
  beforeEach(() => {
    path = join(mkdtempSync(join(tmpdir(), 'crash-')), 'assistant.db');
  });
  /** A process that works on the file until `reached`, then is gone between two instructions. */
  const live = async (
    script: Script,
    reached: (post: Post, delivery: Delivery) => boolean,
    before?: (delivery: Delivery) => void,
  ): Promise<Post> => {
    const delivery = await openDelivery(path);
    before?.(delivery);
    const post = startPost(delivery, script);
    await until(() => reached(post, delivery), 'the moment of the crash');
    delivery.close();
    return post;
  };
  const recover = (): Promise<Post> => live({}, (post) => post.dispatcher.idle());
  const put = (delivery: Delivery): void => {
    receive(delivery, '甲', 'question', 'update 7');
  };

  test('a message received and not begun is answered', async () => {
    const delivery = await openDelivery(path);
    put(delivery);
    delivery.close();
    expect((await recover()).arrived).toEqual([{ chat: '甲', text: 're: question' }]);
  });

  test('a message being answered is answered', async () => {
    await live({ handle: NEVER }, ({ handling }) => handling.length === 1, put);
    expect((await recover()).arrived).toEqual([{ chat: '甲', text: 're: question' }]);
  });

  test('an answer stored and not sent is sent, without being asked for again', async () => {
    await live(
      { send: () => Promise.resolve({ kind: 'later', afterMs: 30 }) },
      ({ log }) => log.length > 0,
      put,
    );
    const second = await recover();
    expect(second.arrived).toEqual([{ chat: '甲', text: 're: question' }]);
    expect(second.handling).toEqual([]);
  });

  test('an answer whose sending was under way is sent again: twice seen is better than never', async () => {
    let sending = false;
    await live({ send: () => ((sending = true), NEVER()) }, () => sending, put);
    expect((await recover()).arrived).toEqual([{ chat: '甲', text: 're: question' }]);
  });

  test('what was sent is not sent again, and its update is still known', async () => {
    await live({}, ({ dispatcher }) => dispatcher.idle(), put);
    const delivery = await openDelivery(path);
    expect(receive(delivery, '甲', 'question', 'update 7')).toBe('duplicate');
    delivery.close();
    expect((await recover()).arrived).toEqual([]);
  });

  test('a message that kills the process three times is buried with one apology; its neighbours live', async () => {
    const poisoned: Script = { handle: (text) => (text === 'poison' ? NEVER() : Promise.resolve([text])) };
    const all: Post[] = [];
    const begun = ({ handling }: Post, delivery: Delivery): boolean =>
      handling.includes('poison') && delivery.outbox.depth(CHANNEL) === 0;
    all.push(
      await live(
        { handle: NEVER },
        ({ handling }) => handling.length === 3,
        (delivery) => {
          for (const text of ['one', 'poison', 'two']) receive(delivery, text, text);
        },
      ),
    );
    all.push(await live(poisoned, begun));
    all.push(await live(poisoned, begun));
    all.push(await live(poisoned, ({ dispatcher }) => dispatcher.idle()));
    expect(all.map(({ handling }) => handling)).toEqual([
      ['one', 'poison', 'two'],
      ['one', 'poison'],
      ['poison'],
      ['two'],
    ]);
    const arrived = all.flatMap((post) => post.arrived).map(({ text }) => text);
    expect(arrived.toSorted()).toEqual(['one', 'sorry', 'two']);
  });
});
