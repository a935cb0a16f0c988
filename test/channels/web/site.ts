import { Hono } from 'hono';
import { createWebChannel } from '../../../src/channels/web/channel.ts';
import type { Ask } from '../../../src/delivery/ask.ts';
import { readPageAssets } from '../../../src/assets.ts';
import { createTestHost, NO_LIMITS } from '../host.ts';
import { readTestLibrary } from '../library.ts';
import { createScriptedAsk } from '../scripted.ts';

export const world = readTestLibrary();

/** The web channel without a socket; `adapt` puts something in front of the scripted answers. */
export function openSite(adapt: (ask: Ask) => Ask = (ask) => ask, limits = NO_LIMITS) {
  const asked: string[] = [];
  const scripted = createScriptedAsk(world, [
    {
      when: /闲置房产/u,
      lines: [{ text: '已盘活6.37万平方米', quotes: { M148: '已盘活6.37万平方米' } }],
      suggestions: ['第148条原文'],
    },
    {
      when: /总结/u,
      writer: 'llm:m@1a2b3c4d',
      lines: [
        { text: '已盘活过半', quotes: { M148: '已盘活6.37万平方米' } },
        { text: '仍有8处未收回', quotes: { M148: '剩余8处房产暂未收回' } },
      ],
    },
    {
      when: /前两条/u,
      lines: [
        { text: '两条', quotes: { M1: '全区累计开展宣讲500余场', M148: '已盘活6.37万平方米' }, marks: 1 },
      ],
    },
  ]);
  const host = createTestHost(
    world,
    adapt((text, context) => {
      asked.push(text);
      return scripted(text, context);
    }),
  );
  const app =
    createWebChannel({ ...host, limits }, readPageAssets('src/channels/web/page')).routes ?? new Hono();
  const post = (message: object, accept = 'application/json', remoteAddress = '10.0.0.7') =>
    app.request(
      '/chat/ask',
      { method: 'POST', headers: { accept }, body: JSON.stringify(message) },
      { incoming: { socket: { remoteAddress } } },
    );
  return { app, post, asked, host };
}

export interface SentEvent {
  readonly event: string;
  readonly data: unknown;
}

/** All events of a stream that has ended. */
export async function readStream(response: Response): Promise<SentEvent[]> {
  const blocks = (await response.text()).split('\n\n').filter((block) => block.startsWith('event:'));
  return blocks.map((block) => {
    const [event = '', data = ''] = block.split('\n');
    return { event: event.slice(7), data: JSON.parse(data.slice(6)) as unknown };
  });
}
