import { createAudit, type Audit } from './audit.ts';
import { createButtons, type Buttons } from './buttons.ts';
import type { Conversations } from './conversations.ts';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { openStore } from './store.ts';
import { createStoredConversations } from './stored-conversations.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * How long finished rows are kept. Inbox: Telegram keeps an update for 24 h, so a key must be known for
 * longer (48 h at least). Outbox: a reply or a pressed button finds the turn of a message this old. Audit, and what
 * buttons do from their last use on: 网络安全法 wants logs for six months at least.
 */
export const RETENTION_MS = { inbox: 3 * DAY_MS, outbox: 30 * DAY_MS, audit: 200 * DAY_MS } as const;

/** Everything durable, in one database. */
export interface Delivery {
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly buttons: Buttons;
  readonly audit: Audit;
  readonly conversations: Conversations;
  /** All of `work` or nothing of it; inside another transaction, a part of that. */
  readonly transact: <T>(work: () => T) => T;
  /** The same, sharing its sync to disk with others of this moment; rejects with StoreError. */
  readonly commit: GroupCommit;
  /** For /readyz: true when the database takes a write now. */
  readonly writable: () => boolean;
  /** Deletes what is older than RETENTION_MS; how many rows that were. */
  readonly purge: (now: number) => number;
  readonly close: () => void;
}

/** Opens the database at `path`; `:memory:` keeps nothing. Throws StoreError with advice for the operator. */
export async function openDelivery(path: string): Promise<Delivery> {
  const store = await openStore(path);
  const inbox = createInbox(store);
  const outbox = createOutbox(store);
  const buttons = createButtons(store);
  const audit = createAudit(store);
  const conversations = createStoredConversations(store);
  return {
    inbox,
    outbox,
    buttons,
    audit,
    conversations,
    transact: store.transact,
    commit: createGroupCommit(store),
    writable() {
      try {
        store.run(`DELETE FROM conversations WHERE key = ''`);
        return true;
      } catch {
        return false;
      }
    },
    purge: (now) =>
      inbox.purge(now - RETENTION_MS.inbox) +
      outbox.purge(now - RETENTION_MS.outbox) +
      buttons.purge(now - RETENTION_MS.audit) +
      audit.purge(now - RETENTION_MS.audit) +
      conversations.purge(now),
    close: store.close,
  };
}
