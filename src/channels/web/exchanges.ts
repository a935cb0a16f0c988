import type { AnswerClaim } from '../../answer/answer.ts';
import { CONVERSATION_TTL_MS } from '../../delivery/conversations.ts';

/** One question under way or answered: what has been said so far, and the reply. */
export interface Exchange<T> {
  readonly claims: readonly AnswerClaim[];
  /** Hears every later claim; returns how to stop listening. */
  readonly listen: (hear: (claim: AnswerClaim) => void) => () => void;
  readonly reply: Promise<T>;
}

/** Keeps a conversation's last replies by the client's key, so that a repeated message is answered once. */
export interface Exchanges<T> {
  /** Whether the key stands for a message already: sent again, it is no new question. */
  readonly knows: (message: { readonly conversation: string; readonly key: string }) => boolean;
  /**
   * The exchange of `key`, begun by `begin` when the key is new. Null when the key already stands for
   * another question.
   */
  readonly open: (
    message: { readonly conversation: string; readonly key: string; readonly question: string },
    begin: (say: (claim: AnswerClaim) => void) => Promise<T>,
  ) => Exchange<T> | null;
}

export interface ExchangeLimits {
  readonly conversations: number;
  readonly repliesPerConversation: number;
}

const LIMITS: ExchangeLimits = { conversations: 1000, repliesPerConversation: 8 };

interface Kept<T> {
  readonly replies: Map<string, { readonly question: string; readonly exchange: Exchange<T> }>;
  expires: number;
}

export function createExchanges<T>(clock: () => number, limits = LIMITS): Exchanges<T> {
  const kept = new Map<string, Kept<T>>();

  function touch(conversation: string): Kept<T> {
    const now = clock();
    const known = kept.get(conversation);
    kept.delete(conversation);
    for (const [id, { expires }] of kept) {
      if (expires > now && kept.size < limits.conversations) break;
      kept.delete(id);
    }
    const entry = known !== undefined && known.expires > now ? known : { replies: new Map(), expires: 0 };
    entry.expires = now + CONVERSATION_TTL_MS;
    kept.set(conversation, entry);
    return entry;
  }

  return {
    knows: ({ conversation, key }) => kept.get(conversation)?.replies.has(key) === true,
    open({ conversation, key, question }, begin) {
      const { replies } = touch(conversation);
      const known = replies.get(key);
      if (known !== undefined) return known.question === question ? known.exchange : null;
      const exchange = startExchange(begin);
      replies.set(key, { question, exchange });
      const [oldest] = replies.keys();
      if (replies.size > limits.repliesPerConversation && oldest !== undefined) replies.delete(oldest);
      // A failed attempt is forgotten: the same key may be tried again.
      exchange.reply.catch(() => replies.delete(key));
      return exchange;
    },
  };
}

function startExchange<T>(begin: (say: (claim: AnswerClaim) => void) => Promise<T>): Exchange<T> {
  const claims: AnswerClaim[] = [];
  const listeners = new Set<(claim: AnswerClaim) => void>();
  const reply = begin((claim) => {
    claims.push(claim);
    for (const hear of listeners) hear(claim);
  });
  return {
    claims,
    reply,
    listen(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}
