// what is finished and what remains of several wholes, a task and what was done of it, sums of terms that are all named
import { afterAll, expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { loadTwoBulletins } from '../two-bulletins.ts';
import { ask } from './ledger-scene.ts';

const { taijiang, remove } = loadTwoBulletins();
afterAll(remove);

it.each([
  ['议事协调机构撤掉了几个,原有的新增的都算', '=12个'],
  ['参与的议事协调机构退掉几个,还剩几个没退', '=11个'],
  ['消防设施没整改好的小区,有物业和无物业的合起来是几个', '5个+43个=48个'],
  ['消防改造:有物业跟无物业的小区加起来还剩几个没改好', '5个+43个=48个'],
  ['污水管网新建改造完成率有多少', '800米÷500米=160%'],
  ['污水管网任务是多少,做完的超了多少', '800米−500米=300米'],
  ['擅设渣土清运标准的,诫勉谈话和谈话提醒人数之和', '2人+32人=34人'],
])('%s', (message, expected) => {
  const { intent, text } = ask(taijiang, message);
  expect(intent).toBe('compute');
  expect(text).toContain(expected);
});

it.each([
  ['what is finished is asked for', '议事协调机构清退了几个,新增的长期的都算', '16个+7个'],
  ['one part is named', '无物业的小区还没改好的一共几个', '5个+43个'],
  ['a whole of another sentence counts another thing', '12345诉求件完成率多少', '398个'],
  ['a figure of the row is not named', '党员宣讲和文艺宣讲之和', '649场'],
])('not reckoned where %s', (_, message, wrong) => {
  expect(ask(taijiang, message).text).not.toContain(wrong);
});

it('没物业的 is the part printed 无物业', () => {
  expect(ask(taijiang, '没物业的小区改好了几个').text).not.toContain('14个+');
});

it.each(['纠治基层治理不良现象立案的6人都处理好了吗', '立案的六个人全部处理完了没有,基层治理不良现象那个'])(
  '%s: what is not yet done is shown',
  (message) => {
    const { text } = answerMessage(taijiang, message, {}, null).answer;
    if (message.endsWith('吗')) expect(text).toContain('其余5人');
    else expect(text).toContain('6人');
  },
);
