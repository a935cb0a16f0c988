import type { Hono } from 'hono';
import type { Ask, Library } from '../delivery/ask.ts';
import type { Conversations } from '../delivery/conversations.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Log } from '../delivery/log.ts';
import type { AskLimits } from './admission.ts';

/** What a channel is given: the brain, the bulletins, durable delivery, limits, a log and the time. */
export interface ChannelHost {
  readonly ask: Ask;
  readonly library: Library;
  /** Inbox, outbox, buttons and audit in one database. */
  readonly delivery: Delivery;
  readonly conversations: Conversations;
  readonly limits: AskLimits;
  readonly log: Log;
  /** Shows a figure of the channel's health on /metrics. */
  readonly gauge: (figure: string, value: number) => void;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Work that goes on beside the routes. `start` neither blocks nor throws; `stop` ends within the 25 s the server waits. */
export interface ChannelWorker {
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

/** What a channel gives back to the server. */
export interface Channel {
  /** `web`, `telegram`, … as it stands in logs and in the database. */
  readonly name: string;
  /** One Chinese line for the start banner; says why where the channel is off. */
  readonly description: string;
  /** Mounted at `/`; null where the channel has no routes (long polling). */
  readonly routes: Hono | null;
  readonly workers: readonly ChannelWorker[];
}
