import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ask } from '../../../src/delivery/ask.ts';
import { startRig, waitFor, type Rig } from './harness.ts';
import { scriptReply, textOf } from './scripted.ts';
import { pressUpdate, textUpdate } from './updates.ts';

const GROUP = -100200;

const replies: Ask = (text) => {
  const cite = text.includes('诫勉') ? ['D3.1'] : ['M148'];
  const said = text.includes('诫勉') ? textOf('D3.1') : '已盘活闲置房产。';
  return Promise.resolve(scriptReply(text, { text: said, cite }));
};

describe('in a group', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig({ ask: replies });
  });
  afterEach(() => rig.stop());

  const say = async (text: string, more: Parameters<typeof textUpdate>[1] = {}): Promise<void> => {
    await rig.deliver(textUpdate(text, { chat: GROUP, from: 7, ...more }));
    await rig.settle();
  };

  test('talk among people is not answered', async () => {
    await say('闲置房产盘活了多少');
    await say('@someone_else 你看闲置房产盘活了多少');
    await say('我也想知道', { replyTo: 8 });
    await say('/help@another_bot');
    expect(rig.asked).toEqual([]);
    expect(rig.api.shown).toEqual([]);
  });

  test('a mention, a reply to the bot and a command are answered, under the message that asked', async () => {
    await say('@Zhenggai_Test_Bot 闲置房产盘活了多少');
    expect(rig.asked[0]?.text).toBe('闲置房产盘活了多少');
    expect(rig.api.callsOf('sendMessage')[0]?.payload).toHaveProperty('reply_parameters.message_id');
    const [answer] = rig.api.shown;
    if (answer === undefined) throw new Error('no answer');
    await say('什么时候完成', { replyTo: answer });
    expect(rig.asked[1]?.context.quotedUnits).toEqual(['M148']);
    await say('/help@zhenggai_test_bot');
    expect(rig.api.shown.at(-1)?.text).toContain('在群里请@我');
  });

  test('two people asking in one group have a conversation each', async () => {
    await say('@zhenggai_test_bot 闲置房产盘活了多少', { from: 7 });
    await say('@zhenggai_test_bot 什么时候完成', { from: 8 });
    await say('@zhenggai_test_bot 还剩多少', { from: 7 });
    expect(rig.asked[1]?.context.turn).toBeUndefined();
    expect(rig.asked[2]?.context.turn?.question).toBe('闲置房产盘活了多少');
  });

  test('who was disciplined is offered in private, without a name or a quote in the group', async () => {
    await say('@zhenggai_test_bot 谁被诫勉谈话');
    const [notice] = rig.api.shown;
    expect(notice?.text).toBe(
      '这个问题涉及对个人的处理情况（四(三)1），群内不展示姓名和原文，请到私聊查看。',
    );
    const url = notice?.keyboard[0]?.url ?? '';
    const token = new URL(url).searchParams.get('start') ?? '';
    await rig.deliver(textUpdate(`/start ${token}`, { chat: 7 }));
    await rig.settle();
    expect(rig.asked.at(-1)?.text).toBe('谁被诫勉谈话');
    expect(rig.api.texts(7)[0]).toContain(textOf('D3.1'));
  });

  test('no button in a group leads to an individual, and a pressed one of a private chat is refused', async () => {
    await rig.deliver(textUpdate('谁被诫勉谈话', { chat: 7 }));
    await rig.settle();
    const [inPrivate] = rig.api.shown;
    if (inPrivate === undefined) throw new Error('no answer');
    await rig.deliver(pressUpdate({ ...inPrivate, chat: GROUP }, '四(三)1原文', 7));
    await waitFor(() => rig.api.callsOf('answerCallbackQuery').length === 1, 'an acknowledged button');
    expect(rig.api.callsOf('answerCallbackQuery')[0]?.payload).toMatchObject({
      text: '这一条涉及对个人的处理，请在私聊中查看。',
    });
    await rig.settle();
    expect(rig.api.texts(GROUP)).toEqual([]);
  });

  test('a topic of a forum keeps its replies', async () => {
    const update = textUpdate('@zhenggai_test_bot 闲置房产', { chat: GROUP, from: 7 });
    await rig.deliver({
      ...update,
      message: { ...update.message, is_topic_message: true, message_thread_id: 5 },
    });
    await rig.settle();
    expect(rig.api.callsOf('sendMessage')[0]?.payload).toMatchObject({ message_thread_id: 5 });
  });
});
