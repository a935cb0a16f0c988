// question → allowance → typing → Ask → privacy guard → messages with buttons
import type { Reply } from '../../delivery/ask.ts';
import type { Handled, MessageContext } from '../../delivery/courier.ts';
import { renderParts, renderTelegramAnswer } from '../../render/telegram.ts';
import { renderTelegramUnit } from '../../render/telegram-unit.ts';
import { askToWait } from '../admission.ts';
import type { ChannelHost } from '../channel.ts';
import { TELEGRAM } from './intake.ts';
import {
  composeAnswerKeyboard,
  composeUnitKeyboard,
  composeUnitList,
  isSanction,
  type SaveAction,
  type UnitsAction,
} from './keyboard.ts';
import { composeEdit, composeMessages, type Keyboard, type Place } from './request.ts';
import * as texts from './texts.ts';
import { composeUnitPage, describeUnit } from './unit-list.ts';

/** A question with where it came from and what it hangs on. */
export interface Inquiry {
  readonly text: string;
  readonly place: Place;
  /** When it was asked, epoch milliseconds. */
  readonly askedAt: number;
  /** Of the bot message replied to, or of the one whose button was pressed. */
  readonly context: MessageContext | null;
  /** A reply is about that message's units; a pressed button only goes on from its turn. */
  readonly reply: boolean;
  readonly signal: AbortSignal;
}

export interface AnsweringOptions {
  readonly host: ChannelHost;
  /** Shows 「typing…」 until the returned function is called. */
  readonly showTyping: (place: Place) => () => void;
  /** Address that opens the private chat and asks `token` there. */
  readonly deepLink: (token: string) => string;
}

export interface Answering {
  readonly answer: (inquiry: Inquiry) => Promise<Handled>;
  readonly search: (inquiry: Inquiry) => Promise<Handled>;
  /** `edit`: the message to be changed in place; null for a new one. */
  readonly showUnits: (place: Place, list: UnitsAction, edit: number | null) => Handled;
  readonly showUnit: (place: Place, bulletin: string, unit: string, edit: number | null) => Handled;
}

export function createAnswering({ host, showTyping, deepLink }: AnsweringOptions): Answering {
  const { library, clock, delivery } = host;
  const save: SaveAction = (action) => delivery.buttons.save(action, clock());

  async function ask(inquiry: Inquiry): Promise<Reply | Handled> {
    const { place, context, reply, signal } = inquiry;
    const user = `${TELEGRAM}:${place.user}`;
    const allowance = host.limits.person.take(user, inquiry.askedAt);
    if (!allowance.allowed) {
      return allowance.first ? say(place, askToWait(allowance.retryAfterMs)) : NOTHING;
    }
    const turn = context?.turn ?? host.conversations.read(nameConversation(place), clock());
    const stopTyping = showTyping(place);
    try {
      return await host.ask(inquiry.text, {
        ...(turn === undefined ? {} : { turn }),
        ...(context === null ? {} : { bulletin: context.bulletin }),
        ...(context === null || !reply ? {} : { quotedUnits: context.units }),
        ...{ user, signal },
      });
    } finally {
      stopTyping();
    }
  }

  function withhold(inquiry: Inquiry, reply: Reply): Handled {
    const labels = reply.answer.citations.filter(({ unit }) => isSanction(unit)).map(({ label }) => label);
    const url = deepLink(save({ kind: 'ask', text: inquiry.text }));
    const notice = texts.withholdInGroup([...new Set(labels)]);
    return {
      ...say(inquiry.place, notice, [[{ text: texts.ASK_IN_PRIVATE, url }]]),
    };
  }

  return {
    async answer(inquiry) {
      const reply = await ask(inquiry);
      if (!isReply(reply)) return reply;
      const { place } = inquiry;
      const { answer, turn, document, dropped } = reply;
      const cited = [...new Set(answer.citations.map(({ unit }) => unit))];
      const context = { bulletin: answer.bulletin, units: cited, turn };
      const kept = { turn: { conversation: nameConversation(place), turn }, answer, dropped };
      if (place.group && cited.some(isSanction)) return { ...withhold(inquiry, reply), ...kept };
      const keyboard = composeAnswerKeyboard(reply, { library, save, group: place.group });
      const parts = renderTelegramAnswer(document, answer);
      return { outgoing: composeMessages(place, parts, keyboard, context), ...kept };
    },

    async search(inquiry) {
      const reply = await ask(inquiry);
      if (!isReply(reply)) return reply;
      const { place } = inquiry;
      const { bulletin, candidates } = reply.answer;
      const found = candidates
        .filter((unit) => !place.group || !isSanction(unit))
        .flatMap((unit) => library.unit(bulletin, unit) ?? [])
        .slice(0, SEARCH_RESULTS);
      if (found.length === 0)
        return { ...say(place, texts.NOTHING_FOUND), answer: reply.answer, dropped: reply.dropped };
      const lines = found.map((unit) => describeUnit(unit, EXCERPT));
      const parts = renderParts(lines.map((text) => ({ style: 'plain', text })));
      const context = { bulletin, units: found.map(({ unit }) => unit), turn: reply.turn };
      const keyboard = composeUnitList(found, { library, save, group: place.group });
      return {
        outgoing: composeMessages(place, parts, keyboard, context),
        turn: { conversation: nameConversation(place), turn: reply.turn },
        answer: reply.answer,
        dropped: reply.dropped,
      };
    },

    showUnits: (place, list, edit) => ({
      ...NOTHING,
      ...composeUnitPage(place, list, edit, { library, save }),
    }),

    showUnit(place, bulletin, id, edit) {
      const unit = library.unit(bulletin, id);
      const source = library.bulletins().find((candidate) => candidate.id === bulletin);
      if (unit === null || source === undefined) return say(place, texts.UNIT_GONE);
      const conversation = nameConversation(place);
      const before = host.conversations.read(conversation, clock());
      // What is looked at is what 「还剩什么」 will mean next.
      const blank = { near: [], list: [], shown: 0, history: [] };
      const seen = { bulletin, question: `${unit.label}原文`, intent: 'lookup', units: [id] };
      const turn = { ...(before ?? blank), ...seen };
      const context = { bulletin, units: [id], turn };
      const keyboard = composeUnitKeyboard(unit, { library, save, group: place.group });
      const parts = renderTelegramUnit(unit, source);
      const [first] = parts;
      const inPlace = edit !== null && first !== undefined && parts.length === 1;
      return {
        outgoing: inPlace
          ? [composeEdit(place, edit, first, keyboard, context)]
          : composeMessages(place, parts, keyboard, context),
        turn: { conversation, turn },
        answer: null,
      };
    },
  };
}

export const NOTHING: Handled = { outgoing: [], turn: null, answer: null };

/** A message of the bot's own, without a bulletin behind it. */
export function say(place: Place, text: string, keyboard: Keyboard = []): Handled {
  const parts = renderParts([{ style: 'plain', text }]);
  return { ...NOTHING, outgoing: composeMessages(place, parts, keyboard, null) };
}

/** In groups everyone has a conversation of their own with the bot. */
function nameConversation({ chat, group, user }: Place): string {
  return group ? `${TELEGRAM}:${chat}:${user}` : `${TELEGRAM}:${chat}`;
}

function isReply(result: Reply | Handled): result is Reply {
  return 'document' in result;
}

const SEARCH_RESULTS = 8;
const EXCERPT = 60;
