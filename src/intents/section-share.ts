// 「从严治党方面的举措占全部的比例」「第二方面没完成的占几成」: measures or problems counted by the program, over those they are part of
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import type { Status } from '../ledger/ledger.ts';
import { formatNumber } from './figure-words.ts';
import { claim, draftAnswer, type Draft, type DraftClaim, type IntentContext } from './intent.ts';
import { claimStatuses, DERIVED_STATUS } from './list-draft.ts';
import { claimMeasures, claimProblems, claimSection, measuresOf, problemsOf } from './section-counts.ts';
import { readSection, readStatus } from './slots.ts';

export interface SectionShare {
  readonly section: UnitId;
  readonly problems: boolean;
  /** 没完成的: those of the section with this status, over the section. */
  readonly status: Status | null;
}

/** 占比, 占几成, 百分之几. */
export const SHARE = /完成率|占比|占(?:了|到)?(?:多少|几成|多大|百分之)|(?:比例|比重)|几成|百分之几/u;
/** What may stand beside the section: the things counted and the words of a share. */
const SHARE_WORDS =
  /占比|占了?到?|多少|几成|多大|百分之几?|比例|比重|全部|所有|总数?|整个|整改|反馈|措施|举措|条数|问题|数量|大概|大约|约|一共|共|几(?=条|个|项)|里面?|当?中|的|了|是|为|有|在|呢|吗|[条个项,。?、\s\u0001]/gu;
/** 第一方面(落实某某那块): says the same in other words. */
const ASIDE = /\([^()]*\)/gu;
/** 占全部300条的几成: the whole is not the section. */
const OF_ALL = /占(?:了|到)?(?:全部|所有|总|整个|\d)/u;

/** Null unless the message asks for nothing but the share of one section, or of one status in it. */
export function readSectionShare({ question, lookup }: IntentContext): SectionShare | null {
  const text = question.text.replace(ASIDE, '');
  if (!SHARE.test(text)) return null;
  const section = readSection(text, lookup);
  if (section === null) return null;
  const rated = /完成率/u.exec(section.rest);
  const status =
    rated === null
      ? readStatus(section.rest)
      : ({ value: 'completed', rest: section.rest.replace(/(?:整改)?完成率/u, '') } as const);
  const named = /措施|举措|问题/u.test(text);
  // 第一方面没完成的占全部没完成的几成: over another whole.
  if (status === null ? !named : OF_ALL.test(text) || /问题/u.test(text)) return null;
  const problems = !/措施|举措/u.test(text) && status === null;
  const total = String((problems ? lookup.problems : lookup.measures).length);
  const rest = (status?.rest ?? section.rest).replace(total, '');
  if (rest.replace(SHARE_WORDS, '') !== '') return null;
  return { section: section.value, problems, status: status?.value ?? null };
}

export function draftSectionShare(context: IntentContext, share: SectionShare): Draft {
  const { section, problems, status } = share;
  if (status !== null) return draftStatusShare(context, status, section);
  const { lookup } = context;
  const counted = problems
    ? claimProblems(context, problemsOf(context, section))
    : claimMeasures(context, measuresOf(context, section));
  const all = (problems ? lookup.problems : lookup.measures).length;
  return draftAnswer({
    claims: [
      ...claimSection(context, section),
      counted,
      claimShare(counted.citations.length, all, problems ? '个' : '条', counted.citations),
    ],
    candidates: [section],
  });
}

/** Measures by status, of one section or of all, and what share of them has the status asked for. */
export function draftStatusShare(
  context: IntentContext,
  status: Status,
  section: UnitId | null = null,
): Draft {
  const units = section === null ? context.lookup.measures.map(({ id }) => id) : measuresOf(context, section);
  const statuses = claimStatuses(context, units);
  const part = units.filter((id) => context.facts.get(id)?.status.value === status);
  const cited = statuses.flatMap(({ citations }) => [...citations]);
  const heading = section === null ? [] : claimSection(context, section);
  return draftAnswer({
    claims: [...heading, ...statuses, claimShare(part.length, units.length, '条', cited)],
    notes: [DERIVED_STATUS],
    candidates: section === null ? [] : [section],
  });
}

/** 「计算:70条÷300条≈23.33%」 */
function claimShare(part: number, all: number, unit: string, citations: readonly Citation[]): DraftClaim {
  const share = `${formatNumber((part / all) * 100)}%`;
  const terms = [`${String(part)}${unit}`, `${String(all)}${unit}`];
  return claim(`计算:${terms.join('÷')}≈${share}`, citations, { computed: [share, ...terms] });
}
