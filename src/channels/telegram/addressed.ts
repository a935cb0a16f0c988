import type { Message, UserFromGetMe } from 'grammy/types';

/**
 * The words meant for the bot, its own name taken out; null when a group message does not address it
 * (no @mention, no reply to one of its messages). The bot's own commands are handled before this is asked.
 */
export function readAddressedText(message: Message.TextMessage, me: UserFromGetMe): string | null {
  const name = `@${me.username}`.toLowerCase();
  const mentions = (message.entities ?? []).filter((entity) => {
    if (entity.type === 'text_mention') return entity.user.id === me.id;
    const words = message.text.slice(entity.offset, entity.offset + entity.length);
    return entity.type === 'mention' && words.toLowerCase() === name;
  });
  const replies = message.reply_to_message?.from?.id === me.id;
  if (message.chat.type !== 'private' && !replies && mentions.length === 0) return null;
  const text = mentions
    .toSorted((a, b) => b.offset - a.offset)
    .reduce(
      (rest, { offset, length }) => `${rest.slice(0, offset)} ${rest.slice(offset + length)}`,
      message.text,
    );
  return text.trim();
}
