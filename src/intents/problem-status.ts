// 「哪些问题还没整改完」「还没完成的问题有几个」: problems by the statuses of their measures
import { citeStatus } from './status-claim.ts';
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
import { formatShare } from './figure-words.ts';
import { SHOWN_ROWS } from './list-draft.ts';
import { claimSection } from './section-counts.ts';
import { LEFT_SO_MANY, readSigns, sectionOf } from './tally-signs.ts';
import { parseInteger } from '../text/numerals.ts';

/**
 * What the measures of a problem have in common: one is unfinished (`open`), beside a finished one (`mixed`), so many, or at least so many (`left`), or all are
 * in progress; none is unfinished (`closed`), all are finished; none is finished (`untouched`); one is standing practice, or all are.
 */
type Wanted =
  'open' | 'mixed' | 'left' | 'allOpen' | 'closed' | 'finished' | 'untouched' | 'standing' | 'allStanding';

interface Asked {
  readonly wanted: Wanted;
  /** 只剩一条没完成, 有两条以上没完成: so many measures in progress, or more. */
  readonly left: { readonly n: number; readonly more: boolean };
  readonly section: UnitId | null;
  /** 占全部问题的几成. */
  readonly share: boolean;
}

/** 哪些问题还没整改完, 问题里还剩几个没改完, 措施全部完成的问题占几成: one status and at most one section. */
const ASKS = /^(?=.*Q)(?=.*[HKn%])[a-jBCOLMQAUWHKn%ZIV]+$/u;
/** 措施都办完的问题, 没完成的措施涉及多少个问题, 问题…措施都办完的, 哪些问题底下的措施没办完; not 问题的措施完成了几个. */
const OF_MEASURES = /M.*Q|^HQ/u;
const ALL_OF_THEM = /[都全均]/u;
/** 都没完成, 全部还没办完: none is finished; 全都还在推进: all are in progress. */
const NONE = /(?:都|全部?|全都|均)(?:还|仍|尚)*(?:没|未)/u;
const ALL_OPEN = /(?:都|全部?|全都|均)(?:还|仍|尚|是|处于|正)*在?(?:推进|进行|办)/u;

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
  const statuses = new Set(row.match(/[COL]/gu));
  const sections = new Set(row.match(/[a-j]/gu));
  const mixed = row.includes('B') && statuses.has('C') && statuses.has('O');
  if ((statuses.size !== 1 && !mixed) || sections.size > 1 || (row.includes('U') && !statuses.has('O')))
    return null;
  const { text } = context.question;
  const measures = row.includes('M') || row.includes('W');
  if (measures && !OF_MEASURES.test(row) && !ALL_OF_THEM.test(text) && !row.includes('W')) return null;
  const [section] = [...sections].flatMap((sign) => sectionOf(context.lookup, sign) ?? []);
  const said = [...text.matchAll(LEFT_SO_MANY)].at(-1)?.groups ?? {};
  const left = said['n'] ?? said['least'] ?? said['all'] ?? '';
  return {
    wanted: readWanted(row, measures, text),
    left: { n: parseInteger(left) ?? 0, more: said['least'] !== undefined },
    section: section ?? null,
    share: /[%Z]/u.test(row),
  };
});

function readWanted(row: string, measures: boolean, text: string): Wanted {
  if (row.includes('B')) return 'mixed';
  if (row.includes('C')) return measures ? 'finished' : 'closed';
  if (row.includes('L')) return measures && ALL_OF_THEM.test(text) ? 'allStanding' : 'standing';
  if (row.includes('W')) return 'left';
  if (row.includes('U') || (measures && NONE.test(text))) return 'untouched';
  return measures && ALL_OPEN.test(text) ? 'allOpen' : 'open';
}

function draftByStatus(context: IntentContext, asked: Asked): Draft {
  const { lookup } = context;
  const { section, share } = asked;
  const inside =
    section === null ? lookup.problems : lookup.problems.filter(({ path }) => path.includes(section));
  const units = inside.map(({ id }) => id).filter((id) => hasStatus(context, id, asked));
  if (units.length === 0) return draftRefusal('not-in-bulletin', `没有符合“${sayWanted(asked)}”的问题。`);
  const rows = share ? [] : units.slice(0, SHOWN_ROWS).map((id) => claimProblem(context, id));
  const count = `${units.length}个`;
  const citations = units.map((id) => lookup.cite(id));
  const percent = formatShare(units.length, inside.length);
  const terms = [count, `${inside.length}个`];
  const claims: DraftClaim[] = [
    ...(section === null ? [] : claimSection(context, section)),
    claim(`${sayWanted(asked)}的问题共${count}`, citations, {
      computed: asked.wanted === 'left' ? [count, `${String(asked.left.n)}条`] : [count],
    }),
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
const NAMED_SO: Readonly<Record<Wanted, string>> = {
  open: '还有正在推进的措施',
  mixed: '既有已完成又有正在推进的措施',
  left: '正在推进的措施有',
  allOpen: '措施全部正在推进',
  closed: '没有正在推进的措施',
  finished: '措施全部已完成',
  untouched: '没有已完成的措施',
  standing: '有长期坚持的措施',
  allStanding: '措施全部长期坚持',
};

function sayWanted({ wanted, left }: Asked): string {
  return wanted === 'left'
    ? `${NAMED_SO.left}${String(left.n)}条${left.more ? '以上' : ''}`
    : NAMED_SO[wanted];
}

function hasStatus(context: IntentContext, problem: UnitId, { wanted, left }: Asked): boolean {
  const count = (status: Status): number => findMeasures(context, problem, status).length;
  const all = context.lookup.measuresOf(problem).length;
  switch (wanted) {
    case 'open':
      return count('in_progress') > 0;
    case 'mixed':
      return count('in_progress') > 0 && count('completed') > 0;
    case 'left':
      return left.more ? count('in_progress') >= left.n : count('in_progress') === left.n;
    case 'allOpen':
      return count('in_progress') === all;
    case 'closed':
      return count('in_progress') === 0;
    case 'finished':
      return count('completed') === all;
    case 'untouched':
      return count('completed') === 0;
    case 'standing':
      return count('long_term') > 0;
    case 'allStanding':
      return count('long_term') === all;
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
function findMeasures(context: IntentContext, problem: UnitId, status: Status): Citation[] {
  const units = context.lookup.measuresOf(problem).map(({ id }) => id);
  return citeStatus(context, units, status);
}
