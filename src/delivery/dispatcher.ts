// inbox row → handle → one commit (answer, turn, outbox rows, row done) → send each in its chat's order
import type { Conversations } from './conversations.ts';
import type { Courier, Handled, InboxMessage, SendOutcome } from './courier.ts';
import type { Delivery } from './delivery.ts';
import { MAX_ATTEMPTS } from './inbox.ts';
import type { Log } from './log.ts';
import type { OutboxMessage } from './outbox.ts';
import { createPump, nameError } from './pump.ts';

export interface DispatcherOptions {
  readonly delivery: Pick<Delivery, 'inbox' | 'outbox' | 'audit' | 'transact' | 'commit'>;
  readonly conversations: Conversations;
  readonly log: Log;
  readonly clock: () => number;
  /** Messages answered and messages sent at the same time, so many of each; default 8. */
  readonly concurrency?: number;
  /** A message whose answer takes longer counts as failed; default 60 s. */
  readonly handleTimeoutMs?: number;
  /** First pause after a failure, doubled each time up to a minute; default 1 s. */
  readonly backoffMs?: number;
}

export interface Dispatcher {
  /** Frees what a dead process left half-done, then works. */
  readonly start: () => void;
  /** Call after `inbox.receive`. */
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
  /** True when nothing is waiting or under way (for tests). */
  readonly idle: () => boolean;
}

const LONGEST_BACKOFF_MS = 60_000;
/** An answer that could not be delivered for this long is stale. */
const GIVE_UP_AFTER_MS = 24 * 3_600_000;
const STOP_GRACE_MS = 10_000;

export function createDispatcher(courier: Courier, options: DispatcherOptions): Dispatcher {
  const { delivery, conversations, log, clock } = options;
  const { concurrency = 8, handleTimeoutMs = 60_000, backoffMs = 1000 } = options;
  const { channel } = courier;
  const { inbox, outbox } = delivery;
  let stopped = false;

  const answering = createPump({
    name: `${channel} inbox`,
    claim: (free, now) => claimUpTo(free, () => inbox.claim(channel, now)),
    run: answer,
    nextDue: (now) => inbox.nextDue(channel, now),
    ...{ concurrency, clock, log },
  });
  const sending = createPump({
    name: `${channel} outbox`,
    claim: (free, now) => claimUpTo(free, () => outbox.claim(channel, now)),
    run: send,
    nextDue: (now) => outbox.nextDue(channel, now),
    ...{ concurrency, clock, log },
  });

  function claimUpTo<T>(free: number, claim: () => T | null): T[] {
    return delivery.transact(() => {
      const claimed: T[] = [];
      for (let job = claim(); job !== null; job = claimed.length < free ? claim() : null) claimed.push(job);
      return claimed;
    });
  }

  async function answer(message: InboxMessage): Promise<void> {
    const handled = await handle(message);
    await insist(() => {
      if (handled !== null) commit(message, handled);
      else if (message.attempts >= MAX_ATTEMPTS) bury(message);
      else inbox.retry(message.id, clock() + backoff(message.attempts));
    });
    sending.wake();
  }

  async function handle(message: InboxMessage): Promise<Handled | null> {
    const deadline = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        deadline.abort();
        reject(new Error('the answer took too long'));
      }, handleTimeoutMs);
    });
    try {
      return await Promise.race([courier.handle(message, deadline.signal), late]);
    } catch (error) {
      const { id, attempts } = message;
      log.error({ channel, inbox: id, attempts, error: nameError(error) }, 'message could not be answered');
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  function commit(message: InboxMessage, { outgoing, turn, answer: given, dropped = [] }: Handled): void {
    const now = clock();
    delivery.transact(() => {
      outbox.add(channel, message.id, outgoing, now);
      if (turn !== null) conversations.write(turn.conversation, turn.turn, now);
      if (given !== null) delivery.audit.record({ channel, at: now, answer: given, dropped });
      inbox.finish(message.id, 'done', now);
    });
  }

  function bury(message: InboxMessage): void {
    const now = clock();
    delivery.transact(() => {
      outbox.add(channel, message.id, courier.apologize(message), now);
      inbox.finish(message.id, 'dead', now);
    });
    log.error({ channel, inbox: message.id, attempts: message.attempts }, 'message given up (dead letter)');
  }

  async function send(message: OutboxMessage): Promise<void> {
    const outcome = await courier.send(message);
    await insist(() => {
      settle(message, outcome);
    });
  }

  function settle(message: OutboxMessage, outcome: SendOutcome): void {
    const { id, attempts } = message;
    const now = clock();
    if (outcome.kind === 'sent') {
      outbox.sent(id, outcome.platformId, now);
      return;
    }
    const code = outcome.kind === 'later' ? 'later' : outcome.code;
    if (outcome.kind === 'rejected' || now - message.createdAt > GIVE_UP_AFTER_MS) {
      outbox.fail(id, code, now);
      log.error({ channel, outbox: id, attempts, code }, 'message could not be delivered');
      return;
    }
    const afterMs = outcome.kind === 'later' ? outcome.afterMs : backoff(attempts);
    outbox.postpone(id, now + afterMs);
    log.warn({ channel, outbox: id, attempts, code, afterMs }, 'message will be sent again');
  }

  const backoff = (attempts: number): number =>
    Math.min(LONGEST_BACKOFF_MS, backoffMs * 2 ** Math.min(attempts - 1, 16));

  /** What has happened must be written down: a full disk delays it. Ends undone only when the dispatcher has stopped. */
  async function insist(write: () => void): Promise<void> {
    for (let tries = 1; !stopped; tries += 1) {
      try {
        await delivery.commit(write);
        return;
      } catch (error) {
        log.error({ channel, tries, error: nameError(error) }, 'cannot write the outcome; trying again');
        await new Promise((resolve) => setTimeout(resolve, Math.min(backoff(tries), 5000)));
      }
    }
  }

  return {
    start() {
      for (const message of inbox.recover(channel)) bury(message);
      const resent = outbox.recover(channel);
      if (resent > 0) log.warn({ channel, resent }, 'outcome unknown after a crash; sending again');
      answering.start();
      sending.start();
    },
    wake: answering.wake,
    async stop() {
      await answering.stop(STOP_GRACE_MS);
      await sending.stop(STOP_GRACE_MS);
      stopped = true;
    },
    idle: () => answering.running() + sending.running() + inbox.depth(channel) + outbox.depth(channel) === 0,
  };
}
