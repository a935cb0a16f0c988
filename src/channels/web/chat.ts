import type { Context } from 'hono';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { AnswerClaim } from '../../answer/answer.ts';
import type { AskContext } from '../../delivery/ask.ts';
import { createAdmission } from '../admission.ts';
import type { ChannelHost } from '../channel.ts';
import { createInOrder } from '../in-order.ts';
import type { Problem } from '../problem.ts';
import { refuseOtherMethods, renderProblem } from '../problem.ts';
import { conversationSchema, limitBody, questionSchema, readJson } from '../request.ts';
import type { ChatReply } from './chat-reply.ts';
import { listBriefs, renderChatReply } from './chat-reply.ts';
import type { Exchange } from './exchanges.ts';
import { createExchanges } from './exchanges.ts';

const messageSchema = z.object({
  question: questionSchema,
  conversation: conversationSchema,
  /** Chosen by the page, one per message: a message sent twice with it is answered once. */
  key: conversationSchema,
  bulletin: z.string().max(100).optional(),
  /** Units the message is about, taken over from an opened unit. */
  units: z.array(z.string().max(20)).max(8).optional(),
});
type Message = z.infer<typeof messageSchema>;

const UNITS_PER_REQUEST = 500;
/** Keeps proxies from closing a silent stream. */
const HEARTBEAT_MS = 10_000;

export type ChatHost = Pick<ChannelHost, 'ask' | 'library' | 'conversations' | 'limits' | 'clock' | 'log'>;

/** The page's own endpoints: one message → one reply (as JSON, or as claims and then the reply), and units. */
export function createChatRoutes(host: ChatHost): Hono {
  const { ask, library, conversations, clock, log } = host;
  const exchanges = createExchanges<ChatReply>(clock);
  const inOrder = createInOrder();
  const admit = createAdmission(host.limits, clock);
  const routes = new Hono();

  function answerMessage(message: Message, say: (claim: AnswerClaim) => void): Promise<ChatReply> {
    const key = `web:${message.conversation}`;
    return inOrder(key, async () => {
      const reply = await ask(message.question, readContext(message, say));
      conversations.write(key, reply.turn, clock());
      return renderChatReply(reply, library);
    });
  }

  function readContext(message: Message, onClaim: (claim: AnswerClaim) => void): AskContext {
    const turn = conversations.read(`web:${message.conversation}`, clock());
    return {
      user: `web:${message.conversation}`,
      onClaim,
      ...(turn === undefined ? {} : { turn }),
      ...(message.bulletin === undefined ? {} : { bulletin: message.bulletin }),
      ...(message.units === undefined ? {} : { quotedUnits: message.units }),
    };
  }

  function findMistake({ bulletin, units }: Message): Problem | null {
    const known = library.bulletins();
    const id = bulletin ?? known[0]?.id ?? '';
    if (!known.some((one) => one.id === id)) return UNKNOWN_BULLETIN;
    return units?.some((unit) => library.unit(id, unit) === null) === true ? UNKNOWN_UNIT : null;
  }

  routes.post('/chat/ask', limitBody(), async (c) => {
    const body = await readJson(c, messageSchema);
    if (!body.ok) return renderProblem(c, body.problem);
    const mistake = findMistake(body.value);
    if (mistake !== null) return renderProblem(c, mistake);
    const refusal = exchanges.knows(body.value) ? null : admit(c, `web:${body.value.conversation}`);
    if (refusal !== null) return refusal;
    const exchange = exchanges.open(body.value, (say) => answerMessage(body.value, say));
    if (exchange === null) return renderProblem(c, KEY_REUSED);
    if (c.req.header('accept')?.includes('text/event-stream') === true) {
      return streamExchange(c, exchange, (error) => log.error({ channel: 'web', error }, 'answering failed'));
    }
    return c.json(await exchange.reply);
  });
  routes.all('/chat/ask', refuseOtherMethods('POST'));

  routes.get('/chat/units/:bulletin/:unit', (c) => {
    const view = library.unit(c.req.param('bulletin'), c.req.param('unit'));
    return view === null ? renderProblem(c, { ...UNKNOWN_UNIT, status: 404 }) : c.json(view);
  });
  routes.get('/chat/units/:bulletin', (c) => {
    const bulletin = c.req.param('bulletin');
    if (!library.bulletins().some(({ id }) => id === bulletin)) {
      return renderProblem(c, { ...UNKNOWN_BULLETIN, status: 404 });
    }
    const ids = (c.req.query('ids') ?? '').split(',').slice(0, UNITS_PER_REQUEST);
    return c.json({ units: listBriefs(library, bulletin, ids) });
  });
  routes.all('/chat/units/*', refuseOtherMethods('GET'));
  return routes;
}

/** Events `claim` as claims pass the gate, then `reply`, or `error` with the body of a problem. */
function streamExchange(
  c: Context,
  exchange: Exchange<ChatReply>,
  report: (error: string) => void,
): Response {
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    const send = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) });
    let sent: Promise<void> = Promise.resolve();
    const hear = (claim: AnswerClaim) => {
      sent = sent.then(() => send('claim', claim));
    };
    const heartbeat = setInterval(() => void stream.write(': still here\n\n'), HEARTBEAT_MS);
    exchange.claims.forEach(hear);
    const stopListening = exchange.listen(hear);
    try {
      const reply = await exchange.reply;
      await sent;
      await send('reply', reply);
    } catch (error) {
      report(error instanceof Error ? error.name : 'unknown');
      await send('error', { error: { code: ANSWERING_FAILED.code, message: ANSWERING_FAILED.message } });
    } finally {
      clearInterval(heartbeat);
      stopListening();
    }
  });
}

const UNKNOWN_BULLETIN: Problem = { status: 400, code: 'unknown-bulletin', message: '没有这份通报。' };
const UNKNOWN_UNIT: Problem = { status: 400, code: 'unknown-unit', message: '这份通报没有此编号。' };
const KEY_REUSED: Problem = { status: 409, code: 'key-reused', message: '同一个 key 已用于另一个问题。' };
const ANSWERING_FAILED = { code: 'internal', message: '服务暂时出错，请稍后再试。' } as const;
