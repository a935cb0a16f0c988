// problems and measures of a section, and what the bulletin itself says of their number, each as a claim
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import { claim, type DraftClaim, type IntentContext } from './intent.ts';
import { trimCitation } from './quote.ts';
import { citeStart } from './select.ts';
import { sectionName } from '../bulletin/sections.ts';

export function problemsOf({ lookup }: IntentContext, section: UnitId): UnitId[] {
  return lookup.problems.filter((unit) => unit.path.includes(section)).map((unit) => unit.id);
}

export function measuresOf({ lookup }: IntentContext, section: UnitId): UnitId[] {
  return lookup.measures.filter((unit) => unit.path.includes(section)).map((unit) => unit.id);
}

/** 「问题共18个」, citing all of them. */
export function claimProblems({ lookup }: IntentContext, problems: readonly UnitId[]): DraftClaim {
  const citations = problems.map((id) => lookup.cite(id));
  return claim(`问题共${problems.length}个`, citations, { kind: 'item', computed: [`${problems.length}个`] });
}

/** 「整改措施共55条」, citing all of them. */
export function claimMeasures(context: IntentContext, measures: readonly UnitId[]): DraftClaim {
  const citations = measures.flatMap((id) => {
    const unit = context.lookup.get(id);
    return unit === undefined ? [] : [citeStart(context, unit)];
  });
  const count = `${citations.length}条`;
  return claim(`整改措施共${count}`, citations, { kind: 'item', computed: [count] });
}

/** 「二(二)落实全面从严治党战略部署方面」: the section's heading in its own words. */
export function claimSection({ lookup, bulletin }: IntentContext, id: UnitId): DraftClaim[] {
  const heading = citeSection({ lookup, bulletin }, id);
  return heading === null ? [] : [claim(`${lookup.label(id)}${heading.quote}`, [heading])];
}

/** The heading of a section, its first line. */
export function citeSection(
  { lookup, bulletin }: Pick<IntentContext, 'lookup' | 'bulletin'>,
  id: UnitId,
): Citation | null {
  const unit = lookup.get(id);
  if (unit === undefined) return null;
  const end = unit.body.start + sectionName(lookup, id).length;
  return trimCitation(unit, bulletin.source, { start: unit.body.start, end });
}

/** The sentence in which the bulletin itself counts: 「围绕4个方面98个问题,研究提出297条整改举措」. */
const TOTALS =
  /[^,，。;；]*?(?<problems>\d+)个问题[,，]?[^。;；]{0,20}?(?<measures>\d+)(?:条|项)(?:具体)?(?:整改)?(?:举措|措施)/u;

export interface Totals {
  readonly citation: Citation;
  readonly problems: number;
  readonly measures: number;
}

/** Null where the bulletin gives no such totals. */
export function findTotals({ bulletin }: IntentContext): Totals | null {
  for (const unit of bulletin.units) {
    const match = unit.kind === 'section' ? TOTALS.exec(unit.text) : null;
    if (match?.groups === undefined) continue;
    const start = unit.body.start + match.index;
    const citation = trimCitation(unit, bulletin.source, { start, end: start + match[0].length });
    return {
      citation,
      problems: Number(match.groups['problems']),
      measures: Number(match.groups['measures']),
    };
  }
  return null;
}
