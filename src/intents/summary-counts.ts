// units of a summary → how many measures, in which problems, with which status → the claim that opens it
import type { UnitId } from '../bulletin/bulletin.ts';
import { countStatuses, STATUS_LABELS, STATUSES, type MeasureFacts, type Status } from '../ledger/ledger.ts';
import { claim, type DraftClaim, type IntentContext } from './intent.ts';
import { citeSection } from './section-counts.ts';
import type { SummaryScope } from './summary-scope.ts';

/** So many problem numbers are named one by one. */
const NAMED_PROBLEMS = 6;

/**
 * 「养老服务方面,通报载明相关整改措施5条(问题15、60),其中已完成3条、正在推进2条。」 Cites the words that decide each
 * status; null for fewer than two measures.
 */
export function countMeasures(
  context: IntentContext,
  scope: SummaryScope,
  { status, isShort }: { readonly status: Status | null; readonly isShort: boolean },
): DraftClaim | null {
  const measures = factsOf(context, scope.units);
  if (measures.length < 2) return null;
  const numbers = [...new Set(measures.map(({ problem }) => problem))]
    .filter((id) => id !== null)
    .map((id) => context.lookup.shortLabel(id).replace(/^问题/u, ''));
  const rest = numbers.length > NAMED_PROBLEMS ? `等${numbers.length}个` : '';
  const named = numbers.length === 0 ? '' : `(问题${numbers.slice(0, NAMED_PROBLEMS).join('、')}${rest})`;
  const split = splitByStatus(measures);
  if (isShort && status === null) {
    const computed = [`${measures.length}条`, ...split.computed];
    const cited = measures.map((one) => one.status.citation);
    return claim(`整改措施${measures.length}条,${split.text}。`, cited, { computed });
  }
  const head = scope.label === '' ? '' : `${scope.label}方面,`;
  const kind = status === null ? '相关' : `${STATUS_LABELS[status]}的`;
  return claim(
    `${head}通报载明${kind}整改措施${measures.length}条${named}${status === null ? `,${split.text}` : ''}。`,
    measures.map((one) => one.status.citation),
    { computed: [`${measures.length}条`, `${numbers.length}个`, ...split.computed] },
  );
}

/** One claim for every section that holds measures of the scope, when there are several. */
export function countSections(context: IntentContext, scope: SummaryScope): DraftClaim[] {
  const sections = new Map<UnitId, MeasureFacts[]>();
  for (const one of factsOf(context, scope.units)) {
    if (one.section !== null) sections.set(one.section, [...(sections.get(one.section) ?? []), one]);
  }
  if (sections.size < 2) return [];
  return [...sections].flatMap(([id, measures]) => {
    const heading = citeSection(context, id);
    if (heading === null) return [];
    const split = splitByStatus(measures);
    return [
      claim(
        `${heading.quote}:整改措施${measures.length}条,${split.text}。`,
        [heading, ...measures.map((one) => one.status.citation)],
        { computed: [`${measures.length}条`, ...split.computed] },
      ),
    ];
  });
}

function factsOf({ facts }: IntentContext, units: readonly UnitId[]): MeasureFacts[] {
  return units.map((id) => facts.get(id)).filter((one) => one !== undefined);
}

function splitByStatus(measures: readonly MeasureFacts[]): { text: string; computed: string[] } {
  const found = countStatuses({ measures });
  const counts = STATUSES.map((status) => ({
    label: STATUS_LABELS[status],
    count: found[status],
  })).filter(({ count }) => count > 0);
  const [only] = counts;
  if (counts.length === 1 && only !== undefined)
    return { text: `均${only.label.replace(/^均/u, '')}`, computed: [] };
  return {
    text: `其中${counts.map(({ label, count }) => `${label}${count}条`).join('、')}`,
    computed: counts.map(({ count }) => `${count}条`),
  };
}
