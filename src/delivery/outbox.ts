// add (with the answer's commit) → claim SENDING → sent(platform id) | postpone | fail
import { z } from 'zod';
import { turnSchema } from '../question/turn.ts';
import type { MessageContext, Outgoing } from './courier.ts';
import type { Store } from './store.ts';

export interface OutboxMessage extends Outgoing {
  readonly id: number;
  readonly createdAt: number;
  /** 1 on the first try. */
  readonly attempts: number;
}

export interface Outbox {
  readonly add: (channel: string, inboxId: number, outgoing: readonly Outgoing[], now: number) => void;
  /** The oldest message that is its chat's next and due; marked SENDING on disk before it is returned. */
  readonly claim: (channel: string, now: number) => OutboxMessage | null;
  readonly nextDue: (channel: string, now: number) => number | null;
  readonly sent: (id: number, platformId: string | null, now: number) => void;
  readonly postpone: (id: number, notBefore: number) => void;
  readonly fail: (id: number, reason: string, now: number) => void;
  /** Called before the first claim: what a dead process was sending is sent again; how many those are. */
  readonly recover: (channel: string) => number;
  /** What a message shown in a chat was about. */
  readonly context: (channel: string, chat: string, platformId: string) => MessageContext | null;
  readonly depth: (channel: string) => number;
  readonly purge: (before: number) => number;
}

const contextSchema = z.object({
  bulletin: z.string(),
  units: z.array(z.string()),
  turn: turnSchema.nullable(),
});
const contextColumn = z
  .string()
  .nullable()
  .transform((json) => (json === null ? null : contextSchema.parse(JSON.parse(json))));
const messageRow = z
  .object({
    id: z.number(),
    chat: z.string(),
    request: z.string(),
    context: contextColumn,
    created_at: z.number(),
    attempts: z.number(),
  })
  .transform(({ created_at, ...row }) => ({ ...row, createdAt: created_at }));
const countRow = z.object({ n: z.number().nullable() });

export function createOutbox(store: Store): Outbox {
  return {
    add(channel, inboxId, outgoing, now) {
      for (const { chat, request, context } of outgoing) {
        store.run(
          `INSERT INTO outbox (channel, chat, inbox_id, request, context, created_at) VALUES (?, ?, ?, ?, ?, ?)`,
          ...[channel, chat, inboxId, request, context === null ? null : JSON.stringify(context), now],
        );
      }
    },
    claim: (channel, now) =>
      store.transact(() => {
        const next = store.one(
          messageRow,
          `SELECT id, chat, request, context, created_at, attempts FROM outbox AS m INDEXED BY outbox_queue
           WHERE channel = ? AND state IN ('pending', 'sending') AND state = 'pending' AND not_before <= ?
             AND NOT EXISTS (SELECT 1 FROM outbox AS o INDEXED BY outbox_chats WHERE o.channel = m.channel
               AND o.chat = m.chat AND o.id < m.id AND o.state IN ('pending', 'sending'))
           ORDER BY id LIMIT 1`,
          channel,
          now,
        );
        if (next === undefined) return null;
        store.run(`UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE id = ?`, next.id);
        return { ...next, attempts: next.attempts + 1 };
      }),
    nextDue: (channel, now) =>
      store.one(
        countRow,
        `SELECT min(not_before) AS n FROM outbox INDEXED BY outbox_postponed
         WHERE channel = ? AND state = 'pending' AND not_before > 0 AND not_before > ?`,
        channel,
        now,
      )?.n ?? null,
    sent: (id, platformId, now) => {
      store.run(
        `UPDATE outbox SET state = 'sent', platform_id = ?, finished_at = ? WHERE id = ?`,
        platformId,
        now,
        id,
      );
    },
    postpone: (id, notBefore) => {
      store.run(`UPDATE outbox SET state = 'pending', not_before = ? WHERE id = ?`, notBefore, id);
    },
    fail: (id, reason, now) => {
      store.run(
        `UPDATE outbox SET state = 'failed', reason = ?, finished_at = ? WHERE id = ?`,
        reason,
        now,
        id,
      );
    },
    recover: (channel) =>
      store.run(`UPDATE outbox SET state = 'pending' WHERE channel = ? AND state = 'sending'`, channel),
    context: (channel, chat, platformId) =>
      store.one(
        z.object({ context: contextColumn }),
        `SELECT context FROM outbox WHERE channel = ? AND chat = ? AND platform_id = ? ORDER BY id DESC LIMIT 1`,
        ...[channel, chat, platformId],
      )?.context ?? null,
    depth: (channel) =>
      store.one(
        countRow,
        `SELECT count(*) AS n FROM outbox WHERE channel = ? AND state IN ('pending', 'sending')`,
        channel,
      )?.n ?? 0,
    purge: (before) =>
      store.run(`DELETE FROM outbox WHERE state IN ('sent', 'failed') AND finished_at < ?`, before),
  };
}
