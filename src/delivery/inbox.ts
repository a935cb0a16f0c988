// receive (commit) → claim → finish | retry | bury; after a crash: recover
import { z } from 'zod';
import type { InboxMessage } from './courier.ts';
import type { Store } from './store.ts';

/** A message that ended three tries in a crash or an error is given up. */
export const MAX_ATTEMPTS = 3;

export interface Inbox {
  /** Commits the message to disk. `duplicate`: this key was received within the retention time. */
  readonly receive: (
    message: {
      readonly channel: string;
      readonly dedupeKey: string;
      readonly chat: string;
      readonly payload: string;
    },
    now: number,
  ) => 'new' | 'duplicate';
  /** The oldest message whose chat is free, suspects of a crash before others; null when none may start now. */
  readonly claim: (channel: string, now: number) => InboxMessage | null;
  /** When the next postponed message is due; null when none is. */
  readonly nextDue: (channel: string, now: number) => number | null;
  readonly finish: (id: number, state: 'done' | 'dead', now: number) => void;
  readonly retry: (id: number, notBefore: number) => void;
  /**
   * Called before the first claim: what a dead process was working on is free again, and returned when it
   * has used up its tries.
   */
  readonly recover: (channel: string) => readonly InboxMessage[];
  /** Messages not yet finished. */
  readonly depth: (channel: string) => number;
  readonly purge: (before: number) => number;
}

const messageRow = z
  .object({
    id: z.number(),
    chat: z.string(),
    payload: z.string(),
    received_at: z.number(),
    attempts: z.number(),
    suspect: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    chat: row.chat,
    payload: row.payload,
    receivedAt: row.received_at,
    attempts: row.attempts,
    suspect: row.suspect === 1,
  }));
const COLUMNS = 'id, chat, payload, received_at, attempts, suspect';
const countRow = z.object({ n: z.number().nullable() });

export function createInbox(store: Store): Inbox {
  return {
    receive({ channel, dedupeKey, chat, payload }, now) {
      const added = store.run(
        `INSERT INTO inbox (channel, dedupe_key, chat, payload, received_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (channel, dedupe_key) DO NOTHING`,
        ...[channel, dedupeKey, chat, payload, now],
      );
      return added === 1 ? 'new' : 'duplicate';
    },
    claim: (channel, now) =>
      store.transact(() => {
        const next = store.one(
          messageRow,
          `SELECT ${COLUMNS} FROM inbox AS i INDEXED BY inbox_queue
           WHERE channel = ? AND state IN ('received', 'working') AND state = 'received' AND not_before <= ?
             AND NOT EXISTS (SELECT 1 FROM inbox AS o INDEXED BY inbox_chats WHERE o.channel = i.channel
               AND o.chat = i.chat AND o.id < i.id AND o.state IN ('received', 'working'))
           ORDER BY suspect DESC, id LIMIT 1`,
          channel,
          now,
        );
        if (next === undefined || !mayStart(store, channel, next.suspect)) return null;
        store.run(`UPDATE inbox SET state = 'working', attempts = attempts + 1 WHERE id = ?`, next.id);
        return { ...next, attempts: next.attempts + 1 };
      }),
    nextDue: (channel, now) =>
      store.one(
        countRow,
        `SELECT min(not_before) AS n FROM inbox INDEXED BY inbox_postponed
         WHERE channel = ? AND state = 'received' AND not_before > 0 AND not_before > ?`,
        channel,
        now,
      )?.n ?? null,
    finish: (id, state, now) => {
      store.run(`UPDATE inbox SET state = ?, finished_at = ? WHERE id = ?`, state, now, id);
    },
    retry: (id, notBefore) => {
      store.run(`UPDATE inbox SET state = 'received', not_before = ? WHERE id = ?`, notBefore, id);
    },
    recover: (channel) =>
      store.transact(() => {
        store.run(
          `UPDATE inbox SET state = 'received', suspect = 1 WHERE channel = ? AND state = 'working'`,
          channel,
        );
        return store.all(
          messageRow,
          `SELECT ${COLUMNS} FROM inbox WHERE channel = ? AND state = 'received' AND attempts >= ? ORDER BY id`,
          channel,
          MAX_ATTEMPTS,
        );
      }),
    depth: (channel) =>
      store.one(
        countRow,
        `SELECT count(*) AS n FROM inbox WHERE channel = ? AND state IN ('received', 'working')`,
        channel,
      )?.n ?? 0,
    purge: (before) =>
      store.run(`DELETE FROM inbox WHERE state IN ('done', 'dead') AND finished_at < ?`, before),
  };
}

/**
 * Of the messages a dead process was working on, one may have killed it: such a suspect runs alone, so
 * that the next crash is charged to it and not to its neighbours.
 */
function mayStart(store: Store, channel: string, suspect: boolean): boolean {
  const working = store.all(
    z.object({ suspect: z.number() }),
    `SELECT suspect FROM inbox INDEXED BY inbox_working WHERE channel = ? AND state = 'working'`,
    channel,
  );
  return suspect ? working.length === 0 : working.every((row) => row.suspect === 0);
}
