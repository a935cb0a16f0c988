import { expect, test } from 'vitest';
import { openDelivery } from '../../src/delivery/delivery.ts';
import { createGroupCommit } from '../../src/delivery/group-commit.ts';
import { StoreError } from '../../src/delivery/store.ts';

test('what arrives together is committed together, each with its own result', async () => {
  let transactions = 0;
  const commit = createGroupCommit({
    transact: (work) => {
      transactions += 1;
      return work();
    },
  });
  expect(await Promise.all([1, 2, 3].map((n) => commit(() => n * 2)))).toEqual([2, 4, 6]);
  expect(await commit(() => '后来')).toBe('后来');
  expect(transactions).toBe(2);
});

test('one piece of work that fails takes nothing of the others back, and leaves nothing itself', async () => {
  const delivery = await openDelivery(':memory:');
  const put = (dedupeKey: string, fails = false): Promise<string> =>
    delivery.commit(() => {
      const row = { channel: 'test', dedupeKey, chat: '甲', payload: '{}' };
      const received = delivery.inbox.receive(row, 1);
      if (fails) throw new Error('half-way');
      return received;
    });
  const results = await Promise.allSettled([put('a'), put('b', true), put('c'), put('a')]);
  expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'refused'))).toEqual([
    'new',
    'refused',
    'new',
    'duplicate',
  ]);
  expect(delivery.inbox.depth('test')).toBe(2);
  delivery.close();
  await expect(put('d')).rejects.toThrow(StoreError);
});
