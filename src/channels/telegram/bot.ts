// update → grammY's handlers → a job's `handled` (what to send is decided here, sent by the outbox)
import { Bot, type Context } from 'grammy';
import type { Message, Update } from 'grammy/types';
import type { Handled, MessageContext } from '../../delivery/courier.ts';
import type { ChannelHost } from '../channel.ts';
import { readAddressedText } from './addressed.ts';
import { say, type Answering, type Inquiry } from './answering.ts';
import { TELEGRAM } from './intake.ts';
import { composeSuggestions, isSanction } from './keyboard.ts';
import type { Place } from './request.ts';
import type { TelegramAccess } from './settings.ts';
import * as texts from './texts.ts';

/** One update on its way through the handlers. */
export interface Job {
  readonly receivedAt: number;
  readonly signal: AbortSignal;
  handled: Handled;
}

export interface BotOptions {
  readonly host: ChannelHost;
  readonly answering: Answering;
  readonly jobOf: (update: Update) => Job;
  /** Ends the waiting state of a pressed button, best effort. */
  readonly acknowledge: (callbackId: string, alert: string | null) => void;
}

/** grammY's API calls end after this long instead of its default of 500 s. */
const API_TIMEOUT_SECONDS = 30;

export function createApiBot({ token, apiRoot }: TelegramAccess): Bot {
  return new Bot(token, {
    client: {
      timeoutSeconds: API_TIMEOUT_SECONDS,
      sensitiveLogs: false,
      ...(apiRoot === null ? {} : { apiRoot }),
    },
  });
}

/** Registers what the bot understands: commands, buttons, words addressed to it. */
export function registerHandlers(bot: Bot, options: BotOptions): void {
  const { host, answering, jobOf, acknowledge } = options;
  const { library, delivery, clock } = host;
  const finish = (ctx: Context, handled: Handled): void => {
    jobOf(ctx.update).handled = handled;
  };
  const inquire = (
    ctx: Context,
    place: Place,
    text: string,
    context: MessageContext | null,
    reply: boolean,
  ): Inquiry => {
    const { receivedAt, signal } = jobOf(ctx.update);
    const askedAt = ctx.message === undefined ? receivedAt : ctx.message.date * 1000;
    return { text, place, askedAt, context, reply, signal };
  };
  /** What the bot message that `message` replies to was about. */
  const repliedTo = (message: Message): MessageContext | null => {
    const target = message.reply_to_message?.message_id;
    if (target === undefined) return null;
    return delivery.outbox.context(TELEGRAM, String(message.chat.id), String(target));
  };

  bot.command('start', async (ctx) => {
    const place = readPlace(ctx.msg);
    const action = ctx.match === '' ? null : delivery.buttons.find(ctx.match, clock());
    if (action?.kind === 'ask') {
      finish(ctx, await answering.answer(inquire(ctx, place, action.text, null, false)));
      return;
    }
    const keyboard = composeSuggestions(texts.chooseFirstQuestions(library.bulletins()), {
      save: (first) => delivery.buttons.save(first, clock()),
    });
    finish(ctx, say(place, texts.greet(library.bulletins()), keyboard));
  });
  bot.command('help', (ctx) => {
    const place = readPlace(ctx.msg);
    finish(ctx, say(place, texts.explainUse(place.group)));
  });
  bot.command('about', (ctx) => {
    finish(ctx, say(readPlace(ctx.msg), texts.describeSources(library.bulletins())));
  });
  bot.command('status', async (ctx) => {
    const place = readPlace(ctx.msg);
    const about = ctx.match.trim();
    if (about === '') {
      finish(ctx, say(place, texts.explainStatus(library.bulletins())));
      return;
    }
    const subject = /^\d+$/.test(about) ? `第${about}条` : about;
    finish(ctx, await answering.answer(inquire(ctx, place, `${subject}到什么程度了`, null, false)));
  });
  bot.command('search', async (ctx) => {
    const place = readPlace(ctx.msg);
    const words = ctx.match.trim();
    if (words === '') finish(ctx, say(place, texts.EXPLAIN_SEARCH));
    else finish(ctx, await answering.search(inquire(ctx, place, words, null, false)));
  });

  bot.on('callback_query', async (ctx) => {
    const { id, data, from, message } = ctx.callbackQuery;
    const action = data === undefined ? null : delivery.buttons.find(data, clock());
    const group = message !== undefined && message.chat.type !== 'private';
    const thread = (message?.date === 0 ? undefined : message?.message_thread_id) ?? null;
    const place = { chat: message?.chat.id ?? from.id, group, user: from.id, thread, replyTo: null };
    if (action === null) {
      acknowledge(id, texts.BUTTON_EXPIRED);
      return;
    }
    if (action.kind === 'unit') {
      const hidden = group && isSanction(action.unit);
      acknowledge(id, hidden ? texts.PRIVATE_ALERT : null);
      const edit = action.inPlace ? (message?.message_id ?? null) : null;
      if (!hidden) finish(ctx, answering.showUnit(place, action.bulletin, action.unit, edit));
      return;
    }
    acknowledge(id, null);
    if (action.kind === 'units') {
      finish(ctx, answering.showUnits(place, action, action.inPlace ? (message?.message_id ?? null) : null));
      return;
    }
    const shown = message === undefined ? null : String(message.message_id);
    const context = shown === null ? null : delivery.outbox.context(TELEGRAM, String(place.chat), shown);
    finish(ctx, await answering.answer(inquire(ctx, place, action.text, context, false)));
  });

  bot.on('message:text', async (ctx) => {
    const place = readPlace(ctx.msg);
    const text = readAddressedText(ctx.msg, ctx.me);
    if (text === null) return;
    const unknownCommand = text.startsWith('/') && !place.group;
    if (text === '' || unknownCommand) finish(ctx, say(place, texts.explainUse(place.group)));
    else finish(ctx, await answering.answer(inquire(ctx, place, text, repliedTo(ctx.msg), true)));
  });
  bot.on('message', (ctx) => {
    if (ctx.chat.type === 'private') finish(ctx, say(readPlace(ctx.msg), texts.TEXT_ONLY));
  });
}

/** Where a message came from. */
export function readPlace(message: Message): Place {
  const group = message.chat.type !== 'private';
  return {
    chat: message.chat.id,
    group,
    user: message.from?.id ?? message.chat.id,
    thread: message.is_topic_message === true ? (message.message_thread_id ?? null) : null,
    replyTo: group ? message.message_id : null,
  };
}
