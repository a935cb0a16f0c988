import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ask } from '../../../src/delivery/ask.ts';
import { startRig, waitFor, type Rig } from './harness.ts';
import { scriptReply, textOf } from './scripted.ts';
import { pressUpdate, textUpdate } from './updates.ts';

const replies: Ask = (text) => {
  if (text.includes('多少条')) {
    const cite = Array.from({ length: 40 }, (_, i) => `M${i + 1}`);
    return Promise.resolve(scriptReply(text, { text: '共40条。', cite }));
  }
  if (text === '更多')
    return Promise.resolve(scriptReply(text, { text: '其余的在这里', cite: ['M2', 'M3'] }));
  const suggestions = ['更多', '原文', '第148条还剩什么问题没有解决请把剩余事项逐一列出来'];
  return Promise.resolve(scriptReply(text, { text: '已盘活闲置房产。', cite: ['M148'], suggestions }));
};

describe('a private conversation', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startRig({ ask: replies });
  });
  afterEach(() => rig.stop());

  test('a question is answered with its citation, its quote and both dates', async () => {
    await rig.deliver(textUpdate('闲置房产盘活了多少'));
    await rig.settle();
    const [answer] = rig.api.shown;
    expect(answer?.text).toContain('已盘活闲置房产。〔148〕');
    expect(answer?.text).toContain('据2024年1月26日发布的通报，数据截至2023年10月。');
    expect(answer?.quotes).toEqual([textOf('M148')]);
  });

  test('原文 shows the unit whole, 下一条 takes its place, pressing twice changes nothing', async () => {
    await rig.deliver(textUpdate('闲置房产盘活了多少'));
    await rig.settle();
    const [answer] = rig.api.shown;
    if (answer === undefined) throw new Error('no answer');
    await rig.deliver(pressUpdate(answer, '第148条原文'));
    await rig.settle();
    const card = rig.api.shown[1];
    if (card === undefined) throw new Error('no card');
    expect(card.quotes).toEqual([textOf('M148')]);
    const next = pressUpdate(card, '下一条');
    await rig.deliver(next);
    await rig.settle();
    expect(card.quotes).toEqual([textOf('M149')]);
    await rig.deliver({ ...next, update_id: 5 });
    await rig.settle();
    expect(rig.api.shown).toHaveLength(2);
    expect(card.quotes).toEqual([textOf('M149')]);
    await waitFor(() => rig.api.callsOf('answerCallbackQuery').length === 3, 'three acknowledged buttons');
    expect(rig.log.filter(({ message }) => message.includes('could not be delivered'))).toEqual([]);
  });

  test('更多 goes on from the message it stands under, not from what was asked since', async () => {
    await rig.deliver(textUpdate('哪些还没完成'));
    await rig.settle();
    await rig.deliver(textUpdate('换个话题'));
    await rig.settle();
    const [list] = rig.api.shown;
    if (list === undefined) throw new Error('no list');
    await rig.deliver(pressUpdate(list, '更多'));
    await rig.settle();
    expect(rig.asked.at(-1)).toMatchObject({ text: '更多', context: { turn: { question: '哪些还没完成' } } });
    expect(rig.api.shown.at(-1)?.text).toContain('其余的在这里〔2、3〕');
  });

  test('a suggestion longer than 64 bytes is a button all the same', async () => {
    await rig.deliver(textUpdate('第148条'));
    await rig.settle();
    const [answer] = rig.api.shown;
    const long = '第148条还剩什么问题没有解决请把剩余事项逐一列出来';
    expect(answer?.keyboard.map(({ text }) => text)).toEqual([
      '上一条',
      '第148条原文',
      '下一条',
      '更多',
      long,
    ]);
    if (answer !== undefined) await rig.deliver(pressUpdate(answer, long));
    await rig.settle();
    expect(rig.asked.at(-1)?.text).toBe(long);
  });

  test('a follow-up carries the turn before; a reply carries the units of the message replied to', async () => {
    await rig.deliver(textUpdate('闲置房产盘活了多少'));
    await rig.settle();
    await rig.deliver(textUpdate('更多'));
    await rig.settle();
    expect(rig.asked[1]?.context.turn?.question).toBe('闲置房产盘活了多少');
    expect(rig.asked[1]?.context.quotedUnits).toBeUndefined();
    const [first] = rig.api.shown;
    if (first === undefined) throw new Error('no answer');
    await rig.deliver(textUpdate('什么时候完成', { replyTo: first }));
    await rig.settle();
    expect(rig.asked[2]?.context.quotedUnits).toEqual(['M148']);
    expect(rig.asked[2]?.context.turn?.question).toBe('闲置房产盘活了多少');
  });

  test('a unit just looked at is what the next question is about', async () => {
    await rig.deliver(textUpdate('闲置房产盘活了多少'));
    await rig.settle();
    const [answer] = rig.api.shown;
    if (answer === undefined) throw new Error('no answer');
    await rig.deliver(pressUpdate(answer, '下一条'));
    await rig.settle();
    await rig.deliver(textUpdate('还剩什么'));
    await rig.settle();
    expect(rig.asked.at(-1)?.context.turn?.units).toEqual(['M149']);
  });

  test('what a count rests on is listed page by page, in one message', async () => {
    await rig.deliver(textUpdate('一共多少条举措'));
    await rig.settle();
    const [count] = rig.api.shown;
    if (count === undefined) throw new Error('no answer');
    await rig.deliver(pressUpdate(count, '列出依据的40条'));
    await rig.settle();
    const list = rig.api.shown[1];
    if (list === undefined) throw new Error('no list');
    expect(list.text).toMatch(/^依据共40条 · 第1页，共3页\n· 第1条：/u);
    expect(list.text.split('\n')).toHaveLength(16);
    expect(list.keyboard.map(({ text }) => text)).toEqual(['下一页']);
    await rig.deliver(pressUpdate(list, '下一页'));
    await rig.settle();
    await rig.deliver(pressUpdate(list, '下一页'));
    await rig.settle();
    expect(rig.api.shown).toHaveLength(2);
    expect(list.text).toMatch(/^依据共40条 · 第3页，共3页\n· 第31条：/u);
    expect(list.keyboard.map(({ text }) => text)).toEqual(['上一页']);
    await rig.deliver(textUpdate('什么时候完成', { replyTo: list }));
    await rig.settle();
    expect(rig.asked.at(-1)?.context.quotedUnits?.[0]).toBe('M31');
  });

  test('a button of another time is answered with an alert', async () => {
    await rig.deliver({
      update_id: 9,
      callback_query: {
        id: 'old',
        from: { id: 42, is_bot: false, first_name: '林' },
        data: 'gone',
        chat_instance: '1',
      },
    });
    await waitFor(() => rig.api.callsOf('answerCallbackQuery').length === 1, 'an acknowledged button');
    expect(rig.api.callsOf('answerCallbackQuery')[0]?.payload).toMatchObject({
      callback_query_id: 'old',
      show_alert: true,
    });
  });

  test('a picture is answered with a request for text', async () => {
    const { message, ...update } = textUpdate('图');
    await rig.deliver({ ...update, message: { ...message, text: undefined, photo: [{ file_id: 'x' }] } });
    await rig.settle();
    expect(rig.api.texts(42)).toEqual(['目前只能读文字消息，请把问题打出来。']);
  });

  test('the eleventh question within a minute is asked to wait, once', async () => {
    const date = 1_700_000_000;
    for (let i = 1; i <= 13; i += 1) await rig.deliver(textUpdate(`问题${i}`, { date }));
    await rig.settle();
    expect(rig.asked).toHaveLength(10);
    expect(rig.api.shown).toHaveLength(11);
    expect(rig.api.shown.at(-1)?.text).toBe('问得太快了，请60秒后再问。');
    await rig.deliver(textUpdate('又过了一分钟', { date: date + 60 }));
    await rig.settle();
    expect(rig.asked).toHaveLength(11);
  });
});
