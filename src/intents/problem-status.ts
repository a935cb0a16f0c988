// 「哪些问题还没整改完」「还没完成的问题有几个」: problems by the statuses of their measures
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import { STATUS_LABELS, type Status } from '../ledger/ledger.ts';
import { rememberEach } from '../text/remember.ts';
import {
  claim,
  draftAnswer,
  draftRefusal,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import { formatNumber } from './figure-words.ts';
import { SHOWN_ROWS } from './list-draft.ts';
import { claimSection } from './section-counts.ts';
import { readSigns, sectionOf } from './tally-signs.ts';

/** A status of problems: unfinished while one measure is; finished when none is and not all are standing practice. */
type ProblemStatus = 'in_progress' | 'completed';

interface Asked {
  readonly status: ProblemStatus;
  readonly section: UnitId | null;
  /** 措施全部完成的: every measure is finished, and none is standing practice; 一条都没完成的: none is. */
  readonly measures: 'every' | 'none' | null;
  /** 占全部问题的几成. */
  readonly share: boolean;
}

/** 哪些问题还没整改完, 问题里还剩几个没改完, 措施全部完成的问题占几成: one status and at most one section. */
const ASKS = /^(?=.*Q)(?=.*[HKn%])[a-jCOMQAUHKn%ZIV]+$/u;
/** 措施都办完的问题, 没完成的措施涉及多少个问题, 问题…措施都办完的, 哪些问题底下的措施没办完; not 问题的措施完成了几个. */
const OF_MEASURES = /M.*Q|^HQ/u;
const ALL_OF_THEM = /[都全均]/u;

export const problemStatusIntent: Intent = {
  name: 'problem-status',
  examples: ['哪些问题还没整改完', '还没完成的问题有几个', '已经整改完的问题有多少个'],
  score: (context) => (readAsked(context) === null ? 0 : 0.93),
  draft: (context) => {
    const asked = readAsked(context);
    return asked === null ? draftAnswer({ refusal: 'unclear' }) : draftByStatus(context, asked);
  },
};

const readAsked = rememberEach((context: IntentContext): Asked | null => {
  const row = readSigns(context);
  if (row === null || !ASKS.test(row)) return null;
  const statuses = new Set(row.match(/[CO]/gu));
  const sections = new Set(row.match(/[a-j]/gu));
  if (statuses.size !== 1 || sections.size > 1 || (row.includes('U') && statuses.has('C'))) return null;
  const measures = row.includes('M');
  if (measures && !OF_MEASURES.test(row) && !ALL_OF_THEM.test(context.question.text)) return null;
  const status = statuses.has('C') ? 'completed' : 'in_progress';
  const [section] = [...sections].flatMap((sign) => sectionOf(context.lookup, sign) ?? []);
  return {
    status,
    section: section ?? null,
    measures: row.includes('U') ? 'none' : measures && status === 'completed' ? 'every' : null,
    share: /[%Z]/u.test(row),
  };
});

function draftByStatus(context: IntentContext, asked: Asked): Draft {
  const { lookup } = context;
  const { section, share } = asked;
  const inside =
    section === null ? lookup.problems : lookup.problems.filter(({ path }) => path.includes(section));
  const units = inside.map(({ id }) => id).filter((id) => hasStatus(context, id, asked));
  if (units.length === 0) return draftRefusal('not-in-bulletin', `没有${NAMED_SO[nameOf(asked)]}的问题。`);
  const rows = share ? [] : units.slice(0, SHOWN_ROWS).map((id) => claimProblem(context, id));
  const count = `${units.length}个`;
  const citations = units.map((id) => lookup.cite(id));
  const percent = `${formatNumber((units.length / inside.length) * 100)}%`;
  const terms = [count, `${inside.length}个`];
  const claims: DraftClaim[] = [
    ...(section === null ? [] : claimSection(context, section)),
    claim(`${NAMED_SO[nameOf(asked)]}的问题共${count}`, citations, { computed: [count] }),
    ...(share
      ? [claim(`计算:${terms.join('÷')}≈${percent}`, citations, { computed: [percent, ...terms] })]
      : []),
    ...rows,
  ];
  return draftAnswer({
    claims,
    notes: [
      '通报没有给出各问题的官方状态:其下有一条措施正在推进的,按未完成计;措施状态按原文判定,依据见引文。',
    ],
    candidates: units.slice(0, 10),
    list: units,
    shown: rows.length,
    suggestions: units.length > SHOWN_ROWS ? ['更多', '展开第1个'] : ['展开第1个'],
  });
}

/** What the problems asked for have in common. */
const NAMED_SO = {
  open: '还有正在推进的措施',
  closed: '没有正在推进的措施',
  finished: '措施全部已完成',
  untouched: '没有已完成的措施',
};

function nameOf({ status, measures }: Asked): keyof typeof NAMED_SO {
  if (measures !== null) return measures === 'every' ? 'finished' : 'untouched';
  return status === 'completed' ? 'closed' : 'open';
}

function hasStatus(context: IntentContext, problem: UnitId, asked: Asked): boolean {
  const open = findMeasures(context, problem, 'in_progress').length;
  const standing = findMeasures(context, problem, 'long_term').length;
  switch (nameOf(asked)) {
    case 'open':
      return open > 0;
    case 'closed':
      return open === 0;
    case 'finished':
      return open === 0 && standing === 0;
    case 'untouched':
      return findMeasures(context, problem, 'completed').length === 0;
  }
}

/** 「问题5:针对…(3条中1条正在推进)」, citing the heading and the words that decide. */
function claimProblem(context: IntentContext, id: UnitId): DraftClaim {
  const heading = context.lookup.cite(id);
  const all = context.lookup.measuresOf(id).length;
  const open = findMeasures(context, id, 'in_progress');
  const label = STATUS_LABELS.in_progress;
  const share = open.length === 0 ? '' : `(措施${all}条中${open.length}条${label})`;
  const text = `${heading.quote.replace(/^针对|[。]$/gu, '')}${share}`;
  return claim(text, [heading, ...open], { kind: 'item', computed: [`${all}条`, `${open.length}条`] });
}

/** The words that decide the status of each measure under the problem that has it. */
function findMeasures({ facts, lookup }: IntentContext, problem: UnitId, status: Status): Citation[] {
  return lookup.measuresOf(problem).flatMap(({ id }) => {
    const stated = facts.get(id)?.status;
    return stated?.value === status ? [stated.citation] : [];
  });
}
