import type { Ask } from './ask.ts';
import type { Audit } from './audit.ts';
import type { Log } from './log.ts';
import { nameError } from './pump.ts';

/**
 * `ask` with every answer recorded, for channels that reply at once and have no inbox (web, HTTP). A
 * failing database costs the record, not the answer.
 */
export function createAuditedAsk(
  ask: Ask,
  to: { readonly audit: Audit; readonly channel: string; readonly clock: () => number; readonly log: Log },
): Ask {
  return async (text, context) => {
    const reply = await ask(text, context);
    try {
      to.audit.record({ channel: to.channel, at: to.clock(), answer: reply.answer, dropped: reply.dropped });
    } catch (error) {
      to.log.error({ channel: to.channel, error: nameError(error) }, 'answer not recorded in the audit');
    }
    return reply;
  };
}
