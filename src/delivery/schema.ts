/** Raised with every change of the tables; an older program refuses a newer file. */
export const SCHEMA_VERSION = 2;

/**
 * inbox   received → working → done | dead     one row per message a platform sent, unique by its key
 * outbox  pending → sending → sent | failed    one row per message to a platform, in order per chat
 * Times are epoch milliseconds; payload, request, context, turn, answer, dropped and action are JSON.
 */
export const SCHEMA = `
BEGIN;
CREATE TABLE IF NOT EXISTS inbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL,
  dedupe_key TEXT NOT NULL,
  chat TEXT NOT NULL,
  payload TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'received',
  attempts INTEGER NOT NULL DEFAULT 0,
  suspect INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER NOT NULL DEFAULT 0,
  finished_at INTEGER,
  UNIQUE (channel, dedupe_key)
) STRICT;
CREATE INDEX IF NOT EXISTS inbox_queue ON inbox (channel, suspect DESC, id)
  WHERE state IN ('received', 'working');
CREATE INDEX IF NOT EXISTS inbox_chats ON inbox (channel, chat, id)
  WHERE state IN ('received', 'working');
CREATE INDEX IF NOT EXISTS inbox_working ON inbox (channel, suspect) WHERE state = 'working';
CREATE INDEX IF NOT EXISTS inbox_postponed ON inbox (channel, not_before)
  WHERE state = 'received' AND not_before > 0;
CREATE TABLE IF NOT EXISTS outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL,
  chat TEXT NOT NULL,
  inbox_id INTEGER NOT NULL,
  request TEXT NOT NULL,
  context TEXT,
  created_at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending',
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER NOT NULL DEFAULT 0,
  platform_id TEXT,
  finished_at INTEGER,
  reason TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS outbox_queue ON outbox (channel, id) WHERE state IN ('pending', 'sending');
CREATE INDEX IF NOT EXISTS outbox_chats ON outbox (channel, chat, id)
  WHERE state IN ('pending', 'sending');
CREATE INDEX IF NOT EXISTS outbox_postponed ON outbox (channel, not_before)
  WHERE state = 'pending' AND not_before > 0;
CREATE INDEX IF NOT EXISTS outbox_sent ON outbox (channel, chat, platform_id)
  WHERE platform_id IS NOT NULL;
CREATE TABLE IF NOT EXISTS conversations (
  key TEXT PRIMARY KEY,
  turn TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS buttons (
  token TEXT PRIMARY KEY,
  action TEXT NOT NULL,
  touched_at INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  answer_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  at INTEGER NOT NULL,
  answer TEXT NOT NULL,
  dropped TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS audit_answer ON audit (answer_id);
PRAGMA user_version = ${String(SCHEMA_VERSION)};
COMMIT;
`;
