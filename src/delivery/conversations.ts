import type { Turn } from '../question/turn.ts';

/** A conversation is forgotten this long after its last message (CONTRACT.md: 30 minutes). */
export const CONVERSATION_TTL_MS = 30 * 60_000;

/** What each conversation was about, by a key its channel chooses; `now` is epoch milliseconds. */
export interface Conversations {
  /** The turn last written, or undefined when there is none or it has expired. */
  readonly read: (key: string, now: number) => Turn | undefined;
  readonly write: (key: string, turn: Turn, now: number) => void;
}

/** Conversations of one process, at most `capacity`; the one idle for longest makes room. */
export function createMemoryConversations(capacity = 10_000): Conversations {
  const kept = new Map<string, { readonly turn: Turn; readonly expires: number }>();
  return {
    read(key, now) {
      const entry = kept.get(key);
      if (entry === undefined) return undefined;
      if (entry.expires > now) return entry.turn;
      kept.delete(key);
      return undefined;
    },
    write(key, turn, now) {
      kept.delete(key);
      kept.set(key, { turn, expires: now + CONVERSATION_TTL_MS });
      const oldest = kept.keys().next();
      if (kept.size > capacity && oldest.done !== true) kept.delete(oldest.value);
    },
  };
}
