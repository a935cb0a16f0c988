// question → what is reckoned from figures of the bulletin, cited → 计算: terms, operator, result
import { asksToCheck } from './checks.ts';
import { draftAnswer, type Intent } from './intent.ts';
import { reckonsInConversation } from './in-conversation.ts';
import { asksOverTurns, draftOverTurns } from './over-turns.ts';
import { draftReckoning } from './reckon.ts';
import { namesBoth } from './sums.ts';
import type { Question } from '../question/question.ts';

/** 提到…的总共几条, 仍在推进的措施总数: measures of the bulletin are counted by count.ts, whatever figures one of them prints. */
const COUNTS_MEASURES =
  /(?:措施|举措|条目|条款)[^?。]{0,12}(?:总数|总量|数量|合计|多少|几[条项个])|(?:多少|几)[条项个]?(?:整改)?(?:措施|举措|条目)|(?:措施|举措).*(?:多少|几)条[?。!]*$|(?:提到|提及|写到|讲到|谈到|说到|出现|涉及)[^,。?]*(?:多少|几)条(?=[?。!,]|$)/u;
/** 7个方面44条举措,平均每个方面几条: such as one measure prints. */
const OF_ONE = /平均|均|\d+[条项]/u;

function countsMeasures({ text, references, bound }: Question): boolean {
  return !bound && references.length === 0 && COUNTS_MEASURES.test(text) && !OF_ONE.test(text);
}

export const computeIntent: Intent = {
  name: 'compute',
  examples: [
    '三处新思想实践基地2023年7月以来接待参观学习加起来多少人次',
    '理论宣讲进机关、学校、社区、企业、网络五项相加是多少场',
    '平均每个社区的办公经费是多少万元',
    '近三年环保投诉里哪一类最少',
    '闲置房产盘活的各种路子里哪一种面积最大',
  ],
  ceiling: 0.95,
  score: (context) => {
    if (context.question.references.some(({ kind }) => kind !== 'section' && kind !== 'measure')) return 0;
    if (draftOverTurns(context) !== null || reckonsInConversation(context)) return 0.95;
    if (countsMeasures(context.question)) return 0;
    // 合起来, where the last answers told no figures that go together: the sum of others is no answer.
    if (asksOverTurns(context.question.text) || draftReckoning(context) === null) return 0;
    return asksToCheck(context.question.text) ? 0.89 : namesBoth(context.question.text) ? 0.885 : 0.83;
  },
  draft: (context) =>
    draftOverTurns(context) ?? draftReckoning(context) ?? draftAnswer({ refusal: 'not-in-bulletin' }),
};
