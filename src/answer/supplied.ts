// body a claim supplies as its subject → is it the one the heading above is about, and does the source leave it unsaid?
import type { Span } from '../text/span.ts';
import { alignClause, clausesOf, splitIntoClauses, readGrams } from './alignment.ts';
import type { Evidence } from './evidence.ts';
import type { Stated } from './stated.ts';

/** What may stand before the subject: 「2023年以来,」. */
const LEAD = /(?:^|[,。;:])(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来|来|至今)?,?)?$/u;

/**
 * Bodies at the head of a clause that no source prints, where the heading above does and the clause restated names no other:
 * 「县审计局发出督办函18份」 of 「共发出督办函18份」 below 「针对县审计局督办不力问题」.
 */
export function findSuppliedBodies(
  claim: string,
  sources: readonly Stated[],
  headings: readonly Stated[],
  { bodies }: Evidence,
): Span[] {
  const whole = readGrams(claim);
  const spans: Span[] = [];
  const supplied = bodies.filter(
    ({ form }) =>
      claim.includes(form) &&
      headings.some(({ text }) => text.includes(form)) &&
      !sources.some(({ text }) => text.includes(form)),
  );
  for (const { form } of supplied) {
    const at = claim.indexOf(form);
    if (spans.some(({ start, end }) => start < at + form.length && at < end)) continue;
    if (!LEAD.test(claim.slice(0, at))) continue;
    const clause = splitIntoClauses(claim).find(({ start, text }) => start <= at && at < start + text.length);
    if (clause === undefined) continue;
    const homes = alignClause(clause, whole, sources.map(clausesOf));
    const others = bodies.filter((body) => homes.some(({ text }) => text.includes(body.form)));
    if (homes.length > 0 && others.every((body) => claim.includes(body.form)))
      spans.push({ start: at, end: at + form.length });
  }
  return spans.sort((a, b) => a.start - b.start);
}
