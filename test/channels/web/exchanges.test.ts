import { describe, expect, it } from 'vitest';
import { createExchanges } from '../../../src/channels/web/exchanges.ts';

function message(conversation: string, key: string) {
  return { conversation, key, question: '问' };
}

describe('kept replies', () => {
  it('are bounded: a conversation keeps its last ones only', () => {
    let begun = 0;
    const exchanges = createExchanges<number>(() => 0, { conversations: 9, repliesPerConversation: 2 });
    const begin = () => Promise.resolve((begun += 1));
    for (const key of ['a', 'b', 'c', 'c', 'b', 'a']) exchanges.open(message('c1', key), begin);
    expect(begun).toBe(4);
  });

  it('are bounded: the conversation idle for longest makes room', () => {
    let begun = 0;
    const exchanges = createExchanges<number>(() => 0, { conversations: 2, repliesPerConversation: 2 });
    const begin = () => Promise.resolve((begun += 1));
    for (const conversation of ['x', 'y', 'x', 'z', 'x', 'y'])
      exchanges.open(message(conversation, 'k'), begin);
    expect(begun).toBe(4);
  });

  it('tell a listener only what comes after it', async () => {
    const exchanges = createExchanges<string>(() => 0);
    const heard: string[] = [];
    let say: (text: string) => void = () => undefined;
    let finish: (reply: string) => void = () => undefined;
    const exchange = exchanges.open(message('c', 'k'), (tell) => {
      say = (text) => tell({ text, units: ['M1'] });
      return new Promise((resolve) => (finish = resolve));
    });
    say('一');
    const stop = exchange?.listen(({ text }) => heard.push(text));
    say('二');
    stop?.();
    say('三');
    finish('完');
    expect(heard).toEqual(['二']);
    expect(exchange?.claims.map(({ text }) => text)).toEqual(['一', '二', '三']);
    expect(await exchange?.reply).toBe('完');
  });
});
