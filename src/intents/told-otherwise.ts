// a list or a count by words that finds nothing ↔ a passage that tells it in other words
import { readQuoted } from './shape.ts';
import { draftFact } from './fact.ts';
import { isSurelyTold } from './judge-passages.ts';
import type { Draft, IntentContext } from './intent.ts';

/** Below the score of a single fact, which answers then. */
export const TOLD_OTHERWISE = 0.25;

/** 他们单位被哪几条写到, of a message with nothing before it: nobody knows whose. */
export const POINTS = /^(?:他|她|它|这|那)(?:们|[个家])/u;

/**
 * 房顶漏雨没人管归哪条, 那份清单完成了多少条: no measure prints the words, yet a passage answers. Words in quotation marks
 * that the bulletin never prints are looked for as they are.
 */
export function isToldOtherwise(context: IntentContext, draft: () => Draft): boolean {
  const { text, about, previous, references } = context.question;
  if (about.length > 0 || previous !== null || references.length > 0 || POINTS.test(text)) return false;
  if (draft().refusal !== 'not-in-bulletin') return false;
  const quoted = readQuoted(text);
  return (
    quoted.every((words) => context.bulletin.source.includes(words)) &&
    draftFact(context).refusal === null &&
    isSurelyTold(context)
  );
}
