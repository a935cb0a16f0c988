import { GrammyError, type Api } from 'grammy';
import type { Outgoing, SendOutcome } from '../../delivery/courier.ts';
import type { Log } from '../../delivery/log.ts';
import { describeFailure, readRetryAfter } from './failure.ts';
import { readRequest, type TelegramRequest } from './request.ts';

/** A revoked token is not the message's fault: it waits for the operator. */
const REFUSED_TOKEN_PAUSE_MS = 60_000;

/** Sends one outbox row and says what became of it; never rejects. */
export async function sendOutgoing(api: Api, outgoing: Outgoing, log: Log): Promise<SendOutcome> {
  const request = readRequest(outgoing);
  try {
    return await transmit(api, request, request.chat, true);
  } catch (error) {
    return judgeFailure(error, log);
  }
}

async function transmit(
  api: Api,
  request: TelegramRequest,
  chat: number,
  html: boolean,
): Promise<SendOutcome> {
  const { part, edit, keyboard, thread, replyTo } = request;
  const content = {
    chat_id: chat,
    text: html ? part.html : part.text,
    ...(html ? { parse_mode: 'HTML' as const } : {}),
    link_preview_options: { is_disabled: true },
    ...(keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard.map((row) => [...row]) } } : {}),
  };
  try {
    if (edit !== null) {
      await api.raw.editMessageText({ ...content, message_id: edit });
      return { kind: 'sent', platformId: String(edit) };
    }
    const sent = await api.raw.sendMessage({
      ...content,
      ...(thread === null ? {} : { message_thread_id: thread }),
      ...(replyTo === null
        ? {}
        : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
    });
    return { kind: 'sent', platformId: String(sent.message_id) };
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    // Pressing the same button twice: the message already shows what was asked for.
    if (edit !== null && error.description.includes('message is not modified')) {
      return { kind: 'sent', platformId: String(edit) };
    }
    if (html && error.description.includes("can't parse entities")) {
      return transmit(api, request, chat, false);
    }
    const moved = error.parameters.migrate_to_chat_id;
    if (moved !== undefined && moved !== chat) return transmit(api, request, moved, html);
    throw error;
  }
}

function judgeFailure(error: unknown, log: Log): SendOutcome {
  const afterMs = readRetryAfter(error);
  if (afterMs !== null) return { kind: 'later', afterMs };
  log.warn({ channel: 'telegram', ...describeFailure(error) }, 'sending failed');
  if (!(error instanceof GrammyError)) return { kind: 'unknown', code: 'network' };
  const code = String(error.error_code);
  if (error.error_code >= 500) return { kind: 'unknown', code };
  // 401 and 404 speak of the token, never of a chat.
  if ([401, 404].includes(error.error_code)) return { kind: 'later', afterMs: REFUSED_TOKEN_PAUSE_MS };
  return { kind: 'rejected', code };
}
