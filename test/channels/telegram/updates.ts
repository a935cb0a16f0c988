import { BOT, type Shown } from './fake-bot-api.ts';

let last = 700_000_000;

/** Fields as Telegram sends them, with names and user names the bot must not keep. */
const person = (id: number): object => ({
  id,
  is_bot: false,
  first_name: '欧阳',
  last_name: '小明',
  username: `user_${id}`,
  language_code: 'zh-hans',
});

const chatOf = (id: number): object =>
  id < 0 ? { id, title: '整改工作群', type: 'supergroup' } : { id, first_name: '欧阳', type: 'private' };

export interface Said {
  readonly chat?: number;
  readonly from?: number;
  readonly updateId?: number;
  /** Seconds. */
  readonly date?: number;
  readonly replyTo?: Shown | number;
  readonly entities?: readonly object[];
}

/** A text message; commands and @mentions at any place are marked as Telegram marks them. */
export function textUpdate(text: string, said: Said = {}): { update_id: number; message: object } {
  last += 1;
  const { chat = 42, from = Math.abs(chat), updateId = last, date = Math.floor(Date.now() / 1000) } = said;
  const marked = [
    ...[...text.matchAll(/^\/\w+(?:@\w+)?/g)].map((match) => ({ type: 'bot_command', match })),
    ...[...text.matchAll(/(?<!\w)@\w+/g)].map((match) => ({ type: 'mention', match })),
  ].map(({ type, match }) => ({ type, offset: match.index, length: match[0].length }));
  const reply =
    said.replyTo === undefined
      ? {}
      : {
          reply_to_message: {
            message_id: typeof said.replyTo === 'number' ? said.replyTo : said.replyTo.id,
            date: 1,
            chat: chatOf(chat),
            from: typeof said.replyTo === 'number' ? person(said.replyTo) : BOT,
            text: '被回复的消息',
          },
        };
  const entities = said.entities ?? marked;
  return {
    update_id: updateId,
    message: {
      message_id: last - 700_000_000,
      date,
      chat: chatOf(chat),
      from: person(from),
      text,
      ...(entities.length > 0 ? { entities } : {}),
      ...reply,
    },
  };
}

/** Somebody presses the button named `text` under a message the bot sent. */
export function pressUpdate(under: Shown, text: string, from = Math.abs(under.chat)): object {
  last += 1;
  const button = under.keyboard.find((candidate) => candidate.text === text);
  if (button === undefined) {
    throw new Error(`no button ${text} among ${under.keyboard.map((each) => each.text).join(', ')}`);
  }
  return {
    update_id: last,
    callback_query: {
      id: `callback-${last}`,
      from: person(from),
      chat_instance: '1',
      data: button.callback_data,
      message: { message_id: under.id, date: 1, chat: chatOf(under.chat), from: BOT, text: under.text },
    },
  };
}
