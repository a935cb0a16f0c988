// 支持民营经济的举措有多少条: the bulletin counts them itself (7个方面44条举措) → that figure, beside the measures that mention it
import { createLabelMatcher, findFigures } from './figure-match.ts';
import { citeFigure } from './figure-place.ts';
import { claim, type DraftClaim, type IntentContext } from './intent.ts';
import type { FilterReading } from './ledger-filter.ts';

/** What stands right behind the figure. */
const COUNTS_MEASURES = /^(?:具体|整改|改革|创新|工作|任务)*(?:举措|措施)/u;
/** Share of the words mentioned that must stand near the figure. */
const ENOUGH = 0.6;
const READ_UNITS = 6;

/** None where the measures that print a word are asked for (提到…的措施). */
export function claimStated(context: IntentContext, { filter, shape }: FilterReading): DraftClaim[] {
  const { lookup, bulletin, question } = context;
  if (filter.mentions.length === 0 || shape.mentions || shape.literal) return [];
  const topic = filter.mentions.map(({ asked }) => asked).join(' ');
  const match = createLabelMatcher(context);
  const [best] = findFigures(context, [question.text, topic], READ_UNITS)
    .filter(({ measured }) => measured === '条' || measured === '项')
    .filter(({ span }) => COUNTS_MEASURES.test(bulletin.source.slice(span.end, span.end + 8)))
    .filter((figure) => match(topic, figure) >= ENOUGH);
  const unit = lookup.get(best?.unit ?? '');
  if (best === undefined || unit === undefined) return [];
  const citation = citeFigure(unit, bulletin.source, best);
  return [claim(citation.quote, [citation])];
}
