// A process to be killed: the Telegram channel on a real port, `node --import tsx/esm child.ts DATABASE API`; prints its port.
import { serve } from '@hono/node-server';
import { createTelegramChannel } from '../../../src/channels/telegram/telegram.ts';
import { openDelivery } from '../../../src/delivery/delivery.ts';
import { TOKEN } from './fake-bot-api.ts';
import { NO_LIMITS } from '../host.ts';
import { SECRET } from './harness.ts';
import { library, scriptReply } from './scripted.ts';

const [path = '', root = ''] = process.argv.slice(2);
const ANSWER_MS = 10;

const silent = (): void => undefined;
const delivery = await openDelivery(path);
const channel = await createTelegramChannel(
  { mode: 'webhook', secret: SECRET, url: null, token: TOKEN, apiRoot: root },
  {
    ask: (text) => new Promise((resolve) => setTimeout(resolve, ANSWER_MS, scriptReply(text, {}))),
    library,
    delivery,
    conversations: delivery.conversations,
    limits: NO_LIMITS,
    log: { info: silent, warn: silent, error: silent },
    gauge: silent,
    clock: Date.now,
  },
);
for (const worker of channel.workers) worker.start();
if (channel.routes === null) throw new Error('the webhook is off');
serve({ fetch: channel.routes.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`${port}\n`);
});
