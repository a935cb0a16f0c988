import { BotError, type Bot } from 'grammy';
import type { Update } from 'grammy/types';
import type { Courier } from '../../delivery/courier.ts';
import type { ChannelHost } from '../channel.ts';
import { createAnswering, NOTHING, say } from './answering.ts';
import { readPlace, registerHandlers, type Job } from './bot.ts';
import { createHints } from './hints.ts';
import { TELEGRAM } from './intake.ts';
import { sendOutgoing } from './send.ts';
import { APOLOGY } from './texts.ts';
import { reviveUpdate } from './update.ts';

/** Telegram's side of the pipeline: grammY decides what to send, the outbox has it sent. */
export function createCourier(bot: Bot, host: ChannelHost): Courier {
  const jobs = new WeakMap<Update, Job>();
  const hints = createHints(bot.api, host.log);
  const answering = createAnswering({
    host,
    showTyping: hints.showTyping,
    deepLink: (token) => `https://t.me/${bot.botInfo.username}?start=${token}`,
  });
  registerHandlers(bot, {
    host,
    answering,
    jobOf(update) {
      const job = jobs.get(update);
      if (job === undefined) throw new Error('handleUpdate was called past the courier');
      return job;
    },
    acknowledge: hints.acknowledge,
  });
  return {
    channel: TELEGRAM,
    async handle({ payload, receivedAt }, signal) {
      const update = reviveUpdate(payload);
      const job: Job = { receivedAt, signal, handled: NOTHING };
      jobs.set(update, job);
      try {
        await bot.handleUpdate(update);
      } catch (error) {
        throw error instanceof BotError ? error.error : error;
      }
      return job.handled;
    },
    apologize({ payload }) {
      const update = reviveUpdate(payload);
      const message = update.message ?? update.callback_query?.message;
      return message === undefined ? [] : say(readPlace(message), APOLOGY).outgoing;
    },
    send: (outgoing) => sendOutgoing(bot.api, outgoing, host.log),
  };
}
