// question → what is reckoned from figures of the bulletin, cited → 计算: terms, operator, result
import { asksToCheck } from './checks.ts';
import { draftAnswer, type Intent } from './intent.ts';
import { reckonsInConversation } from './in-conversation.ts';
import { asksOverTurns, draftOverTurns } from './over-turns.ts';
import { draftReckoning } from './reckon.ts';
import { namesBoth } from './sums.ts';

export const computeIntent: Intent = {
  name: 'compute',
  examples: [
    '三处新思想实践基地2023年7月以来接待参观学习加起来多少人次',
    '理论宣讲进机关、学校、社区、企业、网络五项相加是多少场',
    '平均每个社区的办公经费是多少万元',
    '其他处理260人里,除掉诫勉的还有多少人',
    '近三年环保投诉里哪一类最少',
    '闲置房产盘活的各种路子里哪一种面积最大',
  ],
  ceiling: 0.95,
  score: (context) => {
    if (context.question.references.some(({ kind }) => kind !== 'section' && kind !== 'measure')) return 0;
    if (draftOverTurns(context) !== null || reckonsInConversation(context)) return 0.95;
    // 合起来, where the last answers told no figures that go together: the sum of others is no answer.
    if (asksOverTurns(context.question.text) || draftReckoning(context) === null) return 0;
    return asksToCheck(context.question.text) ? 0.89 : namesBoth(context.question.text) ? 0.885 : 0.83;
  },
  draft: (context) =>
    draftOverTurns(context) ?? draftReckoning(context) ?? draftAnswer({ refusal: 'not-in-bulletin' }),
};
