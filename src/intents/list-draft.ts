// rows of a list → the claim that counts and cites them all, the first rows one by one, the rest for paging
import { citeStatus } from './status-claim.ts';
import type { Unit, UnitId } from '../bulletin/bulletin.ts';
import { STATUS_LABELS, STATUSES } from '../ledger/ledger.ts';
import { isEmptyFilter, type LedgerFilter } from './ledger-filter.ts';
import { claim, draftAnswer, type Draft, type DraftClaim, type IntentContext } from './intent.ts';
import { showQuote } from './quote.ts';
import { selectMeasures, type Row } from './select.ts';
import { sectionName } from '../bulletin/sections.ts';

/** Rows shown one by one; the rest is paged. */
export const SHOWN_ROWS = 10;

export const DERIVED_STATUS = '通报没有给出官方状态,状态按各条原文判定,依据见引文。';

/** What the reader must know of how they were found: by the program's reading of a status, by meaning. */
export function readNotes({ status, mentions }: LedgerFilter): string[] {
  const meant = mentions.flatMap(({ asked, places }) => (places === undefined ? [] : [asked]));
  return [
    ...(status === null ? [] : [DERIVED_STATUS]),
    ...(meant.length === 0
      ? []
      : [`通报没有${meant.includes('') ? '所问' : `写“${meant.join('、')}”`}的原话,以下按意思相近找出。`]),
  ];
}

/** What the measures of a filter have in common, in front of 「的措施」: 提到“登革热”, 问题49下正在推进. */
function describeFilter(context: IntentContext, filter: LedgerFilter): string {
  const { lookup } = context;
  const { problem, section, document, organization, mentions, deadline, status } = filter;
  const only = isEmptyFilter({ ...filter, section: null });
  const place = [
    section === null ? '' : `${lookup.label(section)}${only ? sectionName(lookup, section) : ''}`,
    problem === null ? '' : `${lookup.label(problem)}下`,
    filter.within.length > 0 ? '其中' : '',
  ].join('');
  const conditions = [
    ...mentions.map(({ asked, places }) =>
      places === undefined ? `提到“${asked}”` : `与${asked === '' ? '所问的事' : `“${asked}”`}有关`,
    ),
    document === null ? '' : `提到${document.asked}`,
    organization === null
      ? ''
      : organization.leads
        ? `通报载明由${organization.asked}牵头`
        : `提到${organization.asked}`,
    deadline === null
      ? ''
      : deadline.edge !== ''
        ? `写明${deadline.asked}`
        : deadline.passed || deadline.none || deadline.from === deadline.to
          ? deadline.asked
          : `${deadline.asked}到期`,
    status === null ? '' : STATUS_LABELS[status],
    leavesOut(context, filter) ? '不在排除之列' : '',
  ].filter((part) => part !== '');
  return `${place}${conditions.join('、')}`;
}

/** Whether what the message leaves out would be listed; not 长期坚持的不用列 of those in progress. */
function leavesOut(context: IntentContext, filter: LedgerFilter): boolean {
  if (filter.without.length === 0) return false;
  const all = selectMeasures(context, { ...filter, without: [] });
  return all.some(({ unit }) => filter.without.includes(unit));
}

export function claimHeading({ lookup }: IntentContext, problem: Unit): DraftClaim {
  return claim(`${lookup.label(problem.id)}:${problem.text}`, [lookup.cite(problem.id)]);
}

/**
 * 「提到“登革热”的整改措施共4条」, citing all of them; where some print another form of the words, how many print
 * which, each count citing its own.
 */
export function claimCounts(
  context: IntentContext,
  filter: LedgerFilter,
  rows: readonly Row[],
): DraftClaim[] {
  const name = describeFilter(context, filter);
  const asked = filter.deadline === null ? [] : [filter.deadline.asked];
  const text = /[下中]$/u.test(name) || name === '' ? `${name}整改措施` : `${name}的整改措施`;
  const all = claimNumber(text, rows, 'statement', asked);
  const own = rows.filter(({ exact }) => exact);
  const close = rows.filter(({ exact }) => !exact);
  const byMatter = filter.mentions.some(({ places }) => places !== undefined);
  if (close.length === 0 || byMatter) return [all];
  const short = filter.organization !== null && filter.mentions.length === 0;
  return [
    all,
    ...(own.length === 0 ? [] : [claimNumber('原文即此写法的', own, 'item')]),
    claimNumber(short ? '省写的' : '写法相近的', close, 'item'),
  ];
}

/** 「…共4条」, citing the 4 rows. */
function claimNumber(
  text: string,
  rows: readonly Row[],
  kind: DraftClaim['kind'],
  computed: readonly string[] = [],
): DraftClaim {
  const count = `${rows.length}条`;
  const citations = rows.map(({ citation }) => citation);
  return claim(`${text}共${count}`, citations, { kind, computed: [count, ...computed] });
}

/** The first rows, each a line with its status and the words that matter. */
export function claimRows(context: IntentContext, rows: readonly Row[]): DraftClaim[] {
  return rows.slice(0, SHOWN_ROWS).map(({ unit, citation }) => {
    const status = context.facts.get(unit)?.status.value;
    const mark = status === undefined ? '' : `[${STATUS_LABELS[status]}] `;
    return claim(`${mark}${showQuote(citation, context.bulletin.source)}`, [citation], { kind: 'item' });
  });
}

/** 还在推进的, 推进中的: the class by its name. */
const IN_PROGRESS = /(?:正|还|仍|尚)?在(?:推进|进行|整改|办理|落实|施工)|(?:推进|进行|整改|办理)中/u;
/** 没完成的, 未办结: whatever is not done. */
const NOT_DONE = /没|未|尾巴|[悬拖卡欠挂]着|待完成/u;

/** 「未完成」 lists say how many more are standing practice; not those of what is named as in progress, and no other. */
export function claimStanding(context: IntentContext, filter: LedgerFilter): DraftClaim[] {
  const { text } = context.question;
  if (filter.status !== 'in_progress' || (IN_PROGRESS.test(text) && !NOT_DONE.test(text))) return [];
  const rows = selectMeasures(context, { ...filter, status: 'long_term' });
  if (rows.length === 0) return [];
  return [claimNumber('另有长期坚持的', rows, 'statement')];
}

/** One claim per status that occurs, each citing its measures; they add up to `rows`. */
export function claimStatuses(context: IntentContext, units: readonly UnitId[]): DraftClaim[] {
  return STATUSES.flatMap((status) => {
    const citations = citeStatus(context, units, status);
    if (citations.length === 0) return [];
    const count = String(citations.length);
    return [
      claim(`${STATUS_LABELS[status]}${count}条`, citations, { kind: 'item', computed: [`${count}条`] }),
    ];
  });
}

/** 区教育局牵头的有哪些, where the bulletin names it as leading nowhere: says so, and what mentions it at all. */
export function draftNotLeading(context: IntentContext, filter: LedgerFilter): Draft | null {
  const { organization } = filter;
  // With some left out, the bulletin may well name it as leading others.
  if (organization?.leads !== true || filter.without.length > 0) return null;
  const named = { ...filter, organization: { ...organization, leads: false } };
  const rows = selectMeasures(context, named);
  if (rows.length === 0) return null;
  return draftAnswer({
    claims: [...claimCounts(context, named, rows), ...claimRows(context, rows)],
    notes: [`通报没有载明由${organization.asked}牵头的措施,以下是提到它的措施。`],
    candidates: rows.slice(0, 10).map(({ unit }) => unit),
    list: rows.map(({ unit }) => unit),
    shown: Math.min(rows.length, SHOWN_ROWS),
  });
}
