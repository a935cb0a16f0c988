import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from 'zod';
import { writeLedgerLine } from '../../ledger/facts.ts';
import { countStatuses, type Ledger } from '../../ledger/ledger.ts';
import { readClientAddress } from '../address.ts';
import { createAdmission } from '../admission.ts';
import type { Channel, ChannelHost } from '../channel.ts';
import { createInOrder } from '../in-order.ts';
import { refuseOtherMethods, renderProblem } from '../problem.ts';
import { conversationSchema, limitBody, questionSchema, readJson } from '../request.ts';
import { selectMeasures } from './ledger-query.ts';

const askRequestSchema = z.object(
  { question: questionSchema, conversation: conversationSchema.optional() },
  { error: '应为 {"question":"…","conversation":"…"}' },
);

export interface HttpOptions {
  /** The ledger of one bulletin; null where there is no such bulletin. */
  readonly ledger: (bulletin: string) => Ledger | null;
}

type HttpHost = Pick<ChannelHost, 'ask' | 'library' | 'conversations' | 'limits' | 'clock'>;

/** The JSON API of CONTRACT.md: questions, units and the ledger. */
export function createHttpChannel(host: HttpHost, options: HttpOptions): Channel {
  const routes = new Hono();
  const inOrder = createInOrder();
  const admit = createAdmission(host.limits, host.clock);

  routes.post('/api/ask', limitBody(), async (c) => {
    const body = await readJson(c, askRequestSchema);
    if (!body.ok) return renderProblem(c, body.problem);
    const { question, conversation } = body.value;
    const key = conversation === undefined ? null : `http:${conversation}`;
    const refusal = admit(c, key);
    if (refusal !== null) return refusal;
    // Without a conversation the model's daily uses are counted by address.
    const user = key ?? `http:${readClientAddress(c, host.limits.proxies) ?? 'local'}`;
    if (key === null) return c.json((await host.ask(question, { user })).answer);
    const reply = await inOrder(key, async () => {
      const turn = host.conversations.read(key, host.clock());
      const answered = await host.ask(question, turn === undefined ? { user } : { user, turn });
      host.conversations.write(key, answered.turn, host.clock());
      return answered;
    });
    return c.json(reply.answer);
  });
  routes.all('/api/ask', refuseOtherMethods('POST'));

  routes.get('/api/bulletins', (c) => c.json({ bulletins: host.library.bulletins() }));
  routes.all('/api/bulletins', refuseOtherMethods('GET'));

  routes.get('/api/bulletins/:bulletin/units/:unit', (c) => {
    const { bulletin, unit } = c.req.param();
    const view = host.library.unit(bulletin, unit);
    if (view !== null) return c.json(view);
    const known = host.library.bulletins().some(({ id }) => id === bulletin);
    return known ? renderProblem(c, UNKNOWN_UNIT) : renderProblem(c, UNKNOWN_BULLETIN);
  });
  routes.all('/api/bulletins/:bulletin/units/:unit', refuseOtherMethods('GET'));

  routes.get('/api/bulletins/:bulletin/ledger', (c) => listLedger(c, c.req.param('bulletin')));
  routes.all('/api/bulletins/:bulletin/ledger', refuseOtherMethods('GET'));
  routes.get('/api/ledger', (c) => listLedger(c, host.library.bulletins()[0]?.id ?? ''));
  routes.all('/api/ledger', refuseOtherMethods('GET'));

  function listLedger(c: Context, bulletin: string): Response {
    const ledger = options.ledger(bulletin);
    if (ledger === null) return renderProblem(c, UNKNOWN_BULLETIN);
    const selected = selectMeasures(ledger, readQuery(c));
    if (!selected.ok) return renderProblem(c, selected.problem);
    return c.json({
      bulletin,
      total: ledger.measures.length,
      statuses: countStatuses(ledger),
      count: selected.value.length,
      measures: selected.value.map(writeLedgerLine),
    });
  }

  return { name: 'http', description: 'HTTP 接口：POST /api/ask', routes, workers: [] };
}

const UNKNOWN_BULLETIN = {
  status: 404,
  code: 'unknown-bulletin',
  message: '没有这份通报。GET /api/bulletins 列出全部通报。',
} as const;

const UNKNOWN_UNIT = {
  status: 404,
  code: 'unknown-unit',
  message: '这份通报没有此编号。编号形如 M148（举措）、P49（问题）、S2.2（部分）。',
} as const;

/** Query parameters as they stand; one given twice stays an array, so that the schema refuses it. */
function readQuery(c: Context): Record<string, string | readonly string[] | undefined> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([key, values]) => [key, values.length === 1 ? values[0] : values]),
  );
}
