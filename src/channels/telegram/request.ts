import type { InlineKeyboardButton } from 'grammy/types';
import type { MessageContext, Outgoing } from '../../delivery/courier.ts';
import type { TelegramPart } from '../../render/telegram.ts';

export type Keyboard = readonly (readonly InlineKeyboardButton[])[];

/** Where an update came from, and so where its reply goes. */
export interface Place {
  readonly chat: number;
  readonly group: boolean;
  readonly user: number;
  /** Topic of a forum group. */
  readonly thread: number | null;
  /** In groups the reply hangs on the message that asked. */
  readonly replyTo: number | null;
}

/** What the outbox stores for Telegram. */
export interface TelegramRequest {
  readonly chat: number;
  /** The message to be changed; null for a new one. */
  readonly edit: number | null;
  readonly part: TelegramPart;
  readonly thread: number | null;
  readonly replyTo: number | null;
  readonly keyboard: Keyboard;
}

/** Parts as messages in order; the buttons stand under the last, the reply mark on the first. */
export function composeMessages(
  place: Place,
  parts: readonly TelegramPart[],
  keyboard: Keyboard,
  context: MessageContext | null,
): Outgoing[] {
  return parts.map((part, i) =>
    writeRequest(
      {
        chat: place.chat,
        edit: null,
        part,
        thread: place.thread,
        replyTo: i === 0 ? place.replyTo : null,
        keyboard: i === parts.length - 1 ? keyboard : [],
      },
      context,
    ),
  );
}

/** A change of a message already shown. */
export function composeEdit(
  place: Place,
  message: number,
  part: TelegramPart,
  keyboard: Keyboard,
  context: MessageContext,
): Outgoing {
  return writeRequest(
    { chat: place.chat, edit: message, part, thread: null, replyTo: null, keyboard },
    context,
  );
}

/** The reverse of what this file writes; the outbox holds nothing else for this channel. */
export function readRequest(outgoing: Outgoing): TelegramRequest {
  return JSON.parse(outgoing.request) as TelegramRequest;
}

function writeRequest(request: TelegramRequest, context: MessageContext | null): Outgoing {
  return { chat: String(request.chat), request: JSON.stringify(request), context };
}
