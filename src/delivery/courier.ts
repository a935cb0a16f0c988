import type { DroppedClaim } from './audit.ts';
import type { Answer } from '../answer/answer.ts';
import type { UnitId } from '../bulletin/bulletin.ts';
import type { Turn } from '../question/turn.ts';

/** A message as the inbox holds it: `payload` is whatever JSON the channel stored. */
export interface InboxMessage {
  readonly id: number;
  readonly chat: string;
  readonly payload: string;
  readonly receivedAt: number;
  /** 1 on the first try. */
  readonly attempts: number;
}

/** What a sent message was about: binds replies and button presses to its units and its turn. */
export interface MessageContext {
  readonly bulletin: string;
  readonly units: readonly UnitId[];
  readonly turn: Turn | null;
}

/** One message to a platform; `request` is JSON that only the channel understands. */
export interface Outgoing {
  readonly chat: string;
  readonly request: string;
  readonly context: MessageContext | null;
}

/** All a message led to; committed in one transaction together with the end of the inbox row. */
export interface Handled {
  readonly outgoing: readonly Outgoing[];
  readonly turn: { readonly conversation: string; readonly turn: Turn } | null;
  /** For the audit; null where no question was asked. */
  readonly answer: Answer | null;
  /** What the gate did not let through; for the audit alone. */
  readonly dropped?: readonly DroppedClaim[];
}

export type SendOutcome =
  | { readonly kind: 'sent'; readonly platformId: string | null }
  /** Not now (the platform asked to wait, or refused the token); nothing more goes to this chat before. */
  | { readonly kind: 'later'; readonly afterMs: number }
  /** It can never be delivered (chat gone, bot blocked). */
  | { readonly kind: 'rejected'; readonly code: string }
  /** It may or may not have arrived (cut connection, 5xx): sent again for a day, so it may be seen more than once. */
  | { readonly kind: 'unknown'; readonly code: string };

/** A channel's side of the pipeline; the dispatcher does the rest. */
export interface Courier {
  readonly channel: string;
  /** Answers one message. Nothing it does may be visible on the platform except hints (typing). */
  readonly handle: (message: InboxMessage, signal: AbortSignal) => Promise<Handled>;
  /** What the asker is told when a message was given up. */
  readonly apologize: (message: InboxMessage) => readonly Outgoing[];
  /** Never rejects. */
  readonly send: (outgoing: Outgoing) => Promise<SendOutcome>;
}
