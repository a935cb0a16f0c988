import { z } from 'zod';
import type { Update } from 'grammy/types';

/** Update types asked of Telegram; all others are acknowledged and forgotten. */
export const ALLOWED_UPDATES = ['message', 'callback_query'] as const;

const id = z.number().int();
const user = z.object({ id, is_bot: z.boolean().default(false), first_name: z.literal('').catch('') });
const chat = z.object({ id, type: z.enum(['private', 'group', 'supergroup', 'channel']) });
const entity = z.object({
  type: z.string(),
  offset: z.number().int().nonnegative(),
  length: z.number().int().positive(),
  user: user.optional(),
});
const message = z.object({
  message_id: id,
  date: z.number().int().nonnegative(),
  chat,
  from: user.optional(),
  text: z.string().max(8192).optional(),
  entities: z.array(entity).max(200).optional(),
  message_thread_id: id.optional(),
  is_topic_message: z.literal(true).optional(),
  reply_to_message: z.object({ message_id: id, date: z.number(), chat, from: user.optional() }).optional(),
});
const callback = z.object({
  id: z.string().min(1).max(128),
  from: user,
  chat_instance: z.string().max(128).default(''),
  data: z.string().max(64).optional(),
  message: message.pick({ message_id: true, date: true, chat: true, message_thread_id: true }).optional(),
});
const updateSchema = z.object({
  update_id: z.number().int().nonnegative(),
  message: message.optional(),
  callback_query: callback.optional(),
});
export type KeptUpdate = z.infer<typeof updateSchema>;

export type ReadUpdate =
  | { readonly kind: 'work'; readonly dedupeKey: string; readonly chat: string; readonly payload: string }
  /** Nothing for us: another update type, or group talk that does not address any bot. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'malformed' };

/**
 * What of an update is kept: ids, the text and how it addresses the bot. Names, user names, pictures and
 * the words of a message replied to never reach the database.
 */
export function readUpdate(body: unknown): ReadUpdate {
  const parsed = updateSchema.safeParse(body);
  if (!parsed.success) return { kind: 'malformed' };
  const update = parsed.data;
  const chatId = update.message?.chat.id ?? update.callback_query?.message?.chat.id;
  const asks = update.callback_query !== undefined || mayAddressBot(update.message);
  if (!asks) return { kind: 'nothing' };
  return {
    kind: 'work',
    dedupeKey: String(update.update_id),
    chat: String(chatId ?? update.callback_query?.from.id ?? ''),
    payload: JSON.stringify(update),
  };
}

/** The update as grammY wants it; the fields left out are optional or unread by the handlers. */
export function reviveUpdate(payload: string): Update {
  return updateSchema.parse(JSON.parse(payload)) as Update;
}

function mayAddressBot(message: KeptUpdate['message']): boolean {
  if (message === undefined || message.from?.is_bot === true) return false;
  if (message.chat.type === 'private') return true;
  if (message.chat.type === 'channel' || message.text === undefined) return false;
  if (message.reply_to_message?.from?.is_bot === true) return true;
  const calls = ['bot_command', 'mention', 'text_mention'];
  return message.entities?.some(({ type }) => calls.includes(type)) ?? false;
}
