import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ask } from '../../../src/delivery/ask.ts';
import { startRig, waitFor, type Rig } from './harness.ts';
import { scriptReply } from './scripted.ts';
import { pressUpdate, textUpdate } from './updates.ts';

const replies: Ask = (text) =>
  Promise.resolve(
    text === '无此内容'
      ? scriptReply(text, { refused: true })
      : scriptReply(text, { refused: true, candidates: ['M148', 'D3.1', 'M12'] }),
  );

describe('commands', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig({ ask: replies });
  });
  afterEach(() => rig.stop());

  const say = async (text: string, chat = 42): Promise<string> => {
    await rig.deliver(textUpdate(text, { chat, from: 42 }));
    await rig.settle();
    return rig.api.texts(chat).at(-1) ?? '';
  };

  test('/start greets, names the bulletin and offers questions as buttons', async () => {
    expect(await say('/start')).toContain('关于巡视整改进展情况的通报》（297条措施）');
    const [greeting] = rig.api.shown;
    if (greeting === undefined) throw new Error('no greeting');
    await rig.deliver(pressUpdate(greeting, '第1条到什么程度了'));
    await rig.settle();
    expect(rig.asked[0]).toMatchObject({ text: '第1条到什么程度了' });
    expect(rig.asked[0]?.context.turn).toBeUndefined();
  });

  test('/help lists every command, also for a command nobody knows', async () => {
    const help = await say('/help');
    for (const command of ['/start', '/help', '/status', '/search', '/about'])
      expect(help).toContain(command);
    expect(await say('/nonsense')).toBe(help);
  });

  test('/about names the source, its size and its dates', async () => {
    expect(await say('/about')).toContain(
      '98个问题、297条措施。据2024年1月26日发布的通报，数据截至2023年10月。',
    );
  });

  test('/status asks for the progress of a number or a matter', async () => {
    await say('/status 148');
    await say('/status 闲置房产');
    expect(rig.asked.map(({ text }) => text)).toEqual(['第148条到什么程度了', '闲置房产到什么程度了']);
    expect(await say('/status')).toContain('/status 12');
  });

  test('/search lists the nearest units as buttons, in a group without those on individuals', async () => {
    expect(await say('/search 房产')).toMatch(/^· 第148条：[^]*· 四\(三\)1：[^]*· 第12条：/);
    expect(rig.api.shown.at(-1)?.keyboard.map(({ text }) => text)).toEqual([
      '第148条原文',
      '四(三)1原文',
      '第12条原文',
    ]);
    expect(await say('/search 房产', -5)).not.toContain('四(三)1');
    expect(await say('/search 无此内容')).toBe('通报中没有找到相近的条目。');
    expect(await say('/search')).toContain('/search 加关键词');
  });

  test('the menu is published in Chinese and asks for exactly the updates it reads', async () => {
    await waitFor(() => rig.api.callsOf('setMyCommands').length === 2, 'both menus');
    expect(rig.api.callsOf('setMyCommands')[1]?.payload).toMatchObject({
      language_code: 'zh',
      commands: [{ command: 'help', description: '怎么提问' }, {}, {}, {}, {}],
    });
    expect(rig.api.callsOf('setWebhook')[0]?.payload).toMatchObject({
      allowed_updates: ['message', 'callback_query'],
      drop_pending_updates: false,
    });
  });
});
