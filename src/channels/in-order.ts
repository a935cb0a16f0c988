/** Runs `work` after all earlier work of the same key: a conversation's questions are answered in order. */
export type InOrder = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Keys without work under way cost nothing; a failure stops nobody who waits behind it. */
export function createInOrder(): InOrder {
  const tails = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = tails.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => undefined);
    tails.set(key, settled);
    try {
      return await mine;
    } finally {
      if (tails.get(key) === settled) tails.delete(key);
    }
  };
}
