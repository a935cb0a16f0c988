import { z } from 'zod';
import { turnSchema } from '../question/turn.ts';
import { CONVERSATION_TTL_MS, type Conversations } from './conversations.ts';
import type { Store } from './store.ts';

export interface StoredConversations extends Conversations {
  readonly purge: (now: number) => number;
}

/** Conversations that survive a restart. A turn an older version wrote in another shape counts as none. */
export function createStoredConversations(store: Store): StoredConversations {
  return {
    read(key, now) {
      const found = store.one(
        z.object({ turn: z.string() }),
        `SELECT turn FROM conversations WHERE key = ? AND expires_at > ?`,
        key,
        now,
      );
      return found === undefined ? undefined : turnSchema.safeParse(JSON.parse(found.turn)).data;
    },
    write(key, turn, now) {
      store.run(
        `INSERT INTO conversations (key, turn, expires_at) VALUES (?, ?, ?)
         ON CONFLICT (key) DO UPDATE SET turn = excluded.turn, expires_at = excluded.expires_at`,
        key,
        JSON.stringify(turn),
        now + CONVERSATION_TTL_MS,
      );
    },
    purge: (now) => store.run(`DELETE FROM conversations WHERE expires_at <= ?`, now),
  };
}
