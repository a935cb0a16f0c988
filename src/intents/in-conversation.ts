// follow-up → whether what was cited answers it
import { draftAsOf } from './as-of.ts';
import { asksForRemainder } from './answer-type.ts';
import { ABOUT_BONUS, readConversation, readWithin } from './conversation-units.ts';
import type { IntentContext } from './intent.ts';
import { draftMostSpokenOf } from './most.ts';
import { draftReckoning } from './reckon.ts';
import { asksForSum } from './sums.ts';

/** 处分了几个人 after a unit that says how many were: asked of that unit, not of all the bulletin counts. */
export function answersInConversation(context: IntentContext): boolean {
  const { question } = context;
  if (draftMostSpokenOf(context) !== null || draftAsOf(context) !== null) return true;
  if (question.about.length === 0 || question.navigation !== null || question.references.length > 0)
    return false;
  // 哪条还没弄完, after a list: its rows are asked for.
  if ((context.turn?.list.length ?? 0) > 1 && /^(?:那|其中)?哪(?:一)?(?:条|个|项)/u.test(question.text))
    return false;
  if (!question.askedFor.includes('amount') && !question.bound) return false;
  if (/比.+[多少高低]|加起来|相加|合计|平均|相差/u.test(question.text)) return false;
  // 还差几条, 甲和乙加一块儿多少, where it can be reckoned from what was cited.
  const reckons = asksForRemainder(question.text) || asksForSum(question.text);
  if (reckons && draftReckoning(context) !== null) return false;
  if (/措施|举措|哪些|问题/u.test(question.text) && !question.bound) return false;
  const cited = question.bound
    ? readConversation(context)
    : readWithin(context, new Set(question.about.slice(0, 1)), ABOUT_BONUS);
  return cited !== null && cited.known === 1 && cited.typed === 1 && !cited.refused;
}
