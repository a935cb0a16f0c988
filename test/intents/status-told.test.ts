// whether a matter is finished, asked in other words than the bulletin's
import { afterAll, describe, expect, it } from 'vitest';
import { loadTwoBulletins } from '../two-bulletins.ts';
import { ask } from './ledger-scene.ts';

const { taijiang, remove } = loadTwoBulletins();
afterAll(remove);

describe('how far it got', () => {
  it.each([
    ['“灯下黑”那条线索结案了吗', 'M141', '初核'], // the heading has the name, a measure under it tells
    ['黄金珠宝直播基地建到什么程度', 'M48', '深圳电商团队'],
    ['2022年主体责任检查的156项问题整改完了没有', 'M93', '156项问题'],
    ['不良现象专项整治立案的6个人都处理完了?', 'M178', '其余5人'],
    ['M地块的土修好了吧?剩下那个堆场啥时候完', 'M274', '2023年10月底前'],
  ])('%s', (message, unit, words) => {
    const { refusal, units, text } = ask(taijiang, message);
    expect(refusal).toBeNull();
    expect(units).toContain(unit);
    expect(text).toContain(words);
  });

  it.each(['“灯下黑”那条线索到底查的是谁,什么事', '通报说的“三提三效”,三提具体是哪三提'])(
    'a heading is not answered by the measures under it: %s',
    (message) => {
      expect(ask(taijiang, message).refusal).not.toBeNull();
    },
  );

  it.each(['博奥城楼顶违建拆完了没', '祥坂经合社写字楼收回了吗'])(
    'the status of a measure is no word on all of its matters: %s',
    (message) => {
      expect(ask(taijiang, message).text).not.toContain('已完成');
    },
  );
});
