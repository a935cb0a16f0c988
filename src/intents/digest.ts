import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import { findAmounts } from '../text/amounts.ts';
import { splitSentences } from '../text/sentences.ts';
import type { IntentContext } from './intent.ts';

/**
 * The sentences of a unit that carry most figures and its status, in document order, within `budget` characters
 * (at least one sentence).
 */
export function digestUnit(context: IntentContext, id: UnitId, budget: number): Citation[] {
  const unit = context.lookup.get(id);
  if (unit === undefined) return [];
  const { source } = context.bulletin;
  const status = context.facts.get(id)?.status.citation.span;
  const sentences = splitSentences(source, unit.body).map((span) => {
    const text = source.slice(span.start, span.end);
    const decides = status !== undefined && span.start < status.end && status.start < span.end;
    return { span, text, value: findAmounts(text).length + (decides ? 2 : 0) };
  });
  const chosen: typeof sentences = [];
  let length = 0;
  for (const sentence of [...sentences].sort((a, b) => b.value - a.value)) {
    if (chosen.length > 0 && length + sentence.text.length > budget) continue;
    chosen.push(sentence);
    length += sentence.text.length;
  }
  chosen.sort((a, b) => a.span.start - b.span.start);
  return chosen.map(({ span, text }) => ({ unit: id, span, quote: text }));
}
