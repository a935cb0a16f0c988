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
  if (draftMostSpokenOf(context) !== null || draftAsOf(context) !== null) return true;
  return isToldThere(context) && !reckons(context);
}

/** 尚未完成几条, after a unit that counts items of its own: reckoned from what was cited. */
export function reckonsInConversation(context: IntentContext): boolean {
  return context.question.bound && isToldThere(context) && reckons(context);
}

/** 还差几条, 甲和乙加一块儿多少, where it can be reckoned from what was cited. */
function reckons(context: IntentContext): boolean {
  const { text } = context.question;
  return (asksForRemainder(text) || asksForSum(text)) && draftReckoning(context) !== null;
}

/** True when the cited units hold all that is asked. */
function isToldThere(context: IntentContext): boolean {
  const { question, turn } = context;
  if (question.about.length === 0 || question.navigation !== null || question.references.length > 0)
    return false;
  // 哪条还没弄完, after a list: its rows are asked for.
  if ((turn?.list.length ?? 0) > 1 && /^(?:那|其中)?哪(?:一)?(?:条|个|项)/u.test(question.text)) return false;
  const asked = question.askedFor.includes('amount') || question.askedFor.includes('date');
  if (!asked && !question.bound) return false;
  if (/比.+[多少高低]|加起来|相加|合计|平均|相差/u.test(question.text)) return false;
  if (/措施|举措|哪些|问题/u.test(question.text) && !question.bound && !countsItsOwn(context)) return false;
  if (COUNTS_ITEMS.test(question.text) && !printsItems(context)) return false;
  const cited = question.bound
    ? readConversation(context)
    : readWithin(context, new Set(question.about.slice(0, 1)), ABOUT_BONUS);
  return cited !== null && cited.known === 1 && cited.typed === 1 && !cited.refused;
}

/** 改完了多少条, after a unit that counts nothing so: the measures of the bulletin are meant. */
const COUNTS_ITEMS = /(?:多少|几)条(?=[^\p{Script=Han}]|还|没|未|已|$)/u;

function printsItems({ question, lookup }: IntentContext): boolean {
  return question.about.some((id) => /\d\s*条/u.test(lookup.get(id)?.text ?? ''));
}

/** 细化的措施有多少条 of a unit that prints 12条措施: no measures of the bulletin. */
function countsItsOwn({ question, lookup }: IntentContext): boolean {
  const text = lookup.get(question.about[0] ?? '')?.text ?? '';
  return /措施|举措/u.test(question.text) && /\d+(?:条|项)(?:整改)?(?:措施|举措)/u.test(text);
}
