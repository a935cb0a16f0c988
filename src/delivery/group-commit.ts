import type { Store } from './store.ts';

/** Does `work` in a transaction; resolves when it is on the disk. */
export type GroupCommit = <T>(work: () => T) => Promise<T>;

interface Entry {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Whatever is asked for in one turn of the event loop shares one transaction, and so one sync to disk: a
 * sync takes longer than all the rest of receiving a message. When the shared transaction fails, each piece
 * of work is done again in one of its own, so that only the one at fault is refused.
 */
export function createGroupCommit(store: Pick<Store, 'transact'>): GroupCommit {
  let waiting: Entry[] = [];

  const flush = (): void => {
    const group = waiting;
    waiting = [];
    try {
      const results = store.transact(() => group.map(({ work }) => work()));
      group.forEach(({ resolve }, i) => resolve(results[i] as never));
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      else for (const entry of group) commitAlone(entry);
    }
  };
  const commitAlone = ({ work, resolve, reject }: Entry): void => {
    try {
      resolve(store.transact(work) as never);
    } catch (error) {
      reject(error);
    }
  };
  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve, reject });
      if (waiting.length === 1) setImmediate(flush);
    });
}
