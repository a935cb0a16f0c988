import type { Courier, Handled, InboxMessage, Outgoing, SendOutcome } from '../../src/delivery/courier.ts';
import type { Delivery } from '../../src/delivery/delivery.ts';
import { createDispatcher, type Dispatcher } from '../../src/delivery/dispatcher.ts';
import type { LogFields } from '../../src/delivery/log.ts';

export const CHANNEL = 'test';

export interface Script {
  readonly handle?: (payload: string) => Promise<readonly string[]>;
  readonly send?: (text: string) => Promise<SendOutcome>;
}

export interface Post {
  readonly dispatcher: Dispatcher;
  /** What reached the platform, in order. */
  readonly arrived: { readonly chat: string; readonly text: string }[];
  readonly handling: string[];
  readonly log: { readonly fields: LogFields; readonly message: string }[];
}

/** A dispatcher whose platform is an array; answers 「re: …」 unless the script says otherwise. */
export function startPost(delivery: Delivery, script: Script = {}): Post {
  const arrived: Post['arrived'] = [];
  const handling: string[] = [];
  const log: Post['log'] = [];
  const note = (fields: LogFields, message: string): void => {
    log.push({ fields, message });
  };
  const write = ({ chat }: InboxMessage, text: string): Outgoing => ({ chat, request: text, context: null });
  const courier: Courier = {
    channel: CHANNEL,
    async handle(message): Promise<Handled> {
      handling.push(message.payload);
      const texts = (await script.handle?.(message.payload)) ?? [`re: ${message.payload}`];
      return { outgoing: texts.map((text) => write(message, text)), turn: null, answer: null };
    },
    apologize: (message) => [write(message, 'sorry')],
    async send({ chat, request }) {
      const outcome = (await script.send?.(request)) ?? { kind: 'sent', platformId: `p${arrived.length}` };
      if (outcome.kind === 'sent') arrived.push({ chat, text: request });
      return outcome;
    },
  };
  const dispatcher = createDispatcher(courier, {
    delivery,
    conversations: delivery.conversations,
    log: { info: note, warn: note, error: note },
    clock: Date.now,
    backoffMs: 10,
    concurrency: 4,
  });
  dispatcher.start();
  return { dispatcher, arrived, handling, log };
}

let keys = 0;

export function receive(delivery: Delivery, chat: string, payload: string, dedupeKey?: string): string {
  keys += 1;
  const key = dedupeKey ?? `key ${keys}`;
  return delivery.inbox.receive({ channel: CHANNEL, dedupeKey: key, chat, payload }, Date.now());
}

export async function until(reached: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 20_000;
  while (!reached()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
