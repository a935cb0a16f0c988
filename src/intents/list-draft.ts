// rows of a list → the claim that counts and cites them all, the first rows one by one, the rest for paging
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import { STATUS_LABELS, type Status } from '../ledger/ledger.ts';
import { isEmptyFilter, type LedgerFilter } from './filter.ts';
import { claim, type DraftClaim, type IntentContext } from './intent.ts';
import { showQuote } from './quote.ts';
import { selectMeasures, type Row } from './select.ts';
import { sectionName } from './slots.ts';

/** Rows shown one by one; the rest is paged. */
export const SHOWN_ROWS = 10;

export const DERIVED_STATUS = '通报没有给出官方状态,状态按各条原文判定,依据见引文。';

/** What the measures of a filter have in common, in front of 「的措施」: 提到“登革热”, 问题49下正在推进. */
export function describeFilter({ lookup }: IntentContext, filter: LedgerFilter): string {
  const { problem, section, document, organization, mentions, deadline, status } = filter;
  const only = isEmptyFilter({ ...filter, section: null });
  const place = [
    section === null ? '' : `${lookup.label(section)}${only ? sectionName(lookup, section) : ''}`,
    problem === null ? '' : `${lookup.label(problem)}下`,
    filter.within.length > 0 ? '其中' : '',
  ].join('');
  const conditions = [
    ...mentions.map(({ asked }) => `提到“${asked}”`),
    document === null ? '' : `提到${document.asked}`,
    organization === null
      ? ''
      : organization.leads
        ? `通报载明由${organization.asked}牵头`
        : `提到${organization.asked}`,
    deadline === null
      ? ''
      : deadline.passed || deadline.from === deadline.to
        ? deadline.asked
        : `${deadline.asked}到期`,
    status === null ? '' : STATUS_LABELS[status],
  ].filter((part) => part !== '');
  return `${place}${conditions.join('、')}`;
}

/** 「提到“登革热”的措施共4条」, citing all of them; says how many print another form of the words. */
export function claimCount(context: IntentContext, filter: LedgerFilter, rows: readonly Row[]): DraftClaim {
  const name = describeFilter(context, filter);
  const close = rows.filter(({ exact }) => !exact).length;
  const own = rows.length - close;
  const wording =
    close === 0
      ? ''
      : filter.organization !== null && filter.mentions.length === 0
        ? `(其中${close}条为省写)`
        : own === 0
          ? '(均为相近写法)'
          : `(原文即此写法的${own}条,写法相近的${close}条)`;
  const asked = filter.deadline === null ? [] : [filter.deadline.asked];
  return claim(
    `${/[下中]$/u.test(name) || name === '' ? name : `${name}的`}整改措施共${rows.length}条${wording}`,
    rows.map(({ citation }) => citation),
    { computed: [`${rows.length}条`, `${own}条`, `${close}条`, ...asked] },
  );
}

/** The first rows, each a line with its status and the words that matter. */
export function claimRows(context: IntentContext, rows: readonly Row[]): DraftClaim[] {
  return rows.slice(0, SHOWN_ROWS).map(({ unit, citation }) => {
    const status = context.facts.get(unit)?.status.value;
    const mark = status === undefined ? '' : `[${STATUS_LABELS[status]}] `;
    return claim(`${mark}${showQuote(citation, context.bulletin.source)}`, [citation], { kind: 'item' });
  });
}

/** 「未完成」 lists say how many more are standing practice. */
export function claimStanding(context: IntentContext, filter: LedgerFilter): DraftClaim[] {
  if (filter.status !== 'in_progress') return [];
  const rows = selectMeasures(context, { ...filter, status: 'long_term' });
  if (rows.length === 0) return [];
  const count = String(rows.length);
  const citations = rows.map(({ citation }) => citation);
  return [claim(`另有${count}条属长期坚持`, citations, { computed: [`${count}条`] })];
}

/** One claim per status that occurs, each citing its measures; they add up to `rows`. */
export function claimStatuses(context: IntentContext, units: readonly UnitId[]): DraftClaim[] {
  return (Object.keys(STATUS_LABELS) as Status[]).flatMap((status) => {
    const citations = units.flatMap((unit): Citation[] => {
      const fact = context.facts.get(unit)?.status;
      return fact?.value === status ? [fact.citation] : [];
    });
    if (citations.length === 0) return [];
    const count = String(citations.length);
    return [
      claim(`${STATUS_LABELS[status]}${count}条`, citations, { kind: 'item', computed: [`${count}条`] }),
    ];
  });
}
