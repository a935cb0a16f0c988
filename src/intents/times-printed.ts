// 被提到几次, 多少处写了“回头看” → how often the measures print the very words, beside how many measures do
import type { LedgerFilter } from './ledger-filter.ts';
import { claim, type DraftClaim, type IntentContext } from './intent.ts';
import { exactSource } from './phrase.ts';
import type { Row } from './select.ts';
import { TIMES } from './shape.ts';

const ASKS_TIMES = new RegExp(TIMES, 'u');

/** 「写作“回头看”的共5处」, citing the measures that print it; nothing where no one name or word is counted. */
export function claimTimes(
  { question, lookup }: IntentContext,
  { mentions, organization, document }: LedgerFilter,
  rows: readonly Row[],
): DraftClaim[] {
  if (!ASKS_TIMES.test(question.text) || document !== null) return [];
  const named = organization === null || organization.leads ? [] : [organization.asked];
  const [words, ...more] = [...named, ...mentions.flatMap(({ phrases }) => phrases)];
  if (words === undefined || more.length > 0) return [];
  const pattern = new RegExp(exactSource(words), 'giu');
  const printed = rows.map(({ unit, citation }) => {
    const times = [...(lookup.get(unit)?.text ?? '').matchAll(pattern)].length;
    return { citation, times };
  });
  const total = printed.reduce((sum, { times }) => sum + times, 0);
  if (total === 0) return [];
  const count = `${total}处`;
  const citations = printed.flatMap(({ citation, times }) => (times > 0 ? [citation] : []));
  return [claim(`其中原文写作“${words}”的共${count}`, citations, { kind: 'item', computed: [count] })];
}
