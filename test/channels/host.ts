import type { Ask } from '../../src/delivery/ask.ts';
import { createMemoryConversations } from '../../src/delivery/conversations.ts';
import type { Log, LogFields } from '../../src/delivery/log.ts';
import type { AskLimits } from '../../src/channels/admission.ts';
import { createRateLimit } from '../../src/delivery/limits.ts';
import type { TestLibrary } from './library.ts';

const NONE = { perMinute: 0, perDay: 0 };
export const NO_LIMITS: AskLimits = {
  person: createRateLimit(NONE),
  address: createRateLimit(NONE),
  proxies: new Set(),
};

/** What a channel under test is given, with a clock that the test sets and a log that it can read. */
export function createTestHost({ library }: TestLibrary, ask: Ask) {
  const lines: { readonly fields: LogFields; readonly message: string }[] = [];
  const write = (fields: LogFields, message: string) => {
    lines.push({ fields, message });
  };
  const log: Log = { info: write, warn: write, error: write };
  const time = { now: Date.parse('2024-02-01T08:00:00Z') };
  return {
    ask,
    library,
    conversations: createMemoryConversations(),
    limits: NO_LIMITS,
    log,
    clock: () => time.now,
    time,
    lines,
  };
}
