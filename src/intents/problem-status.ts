// 「哪些问题还没整改完」「还没完成的问题有几个」: problems by the statuses of their measures
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import { STATUS_LABELS, type Status } from '../ledger/ledger.ts';
import { rememberEach } from '../text/remember.ts';
import {
  claim,
  draftAnswer,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import { SHOWN_ROWS } from './list-draft.ts';
import { claimSection } from './section-counts.ts';
import { readSection, readStatus } from './slots.ts';

/** A status of problems: unfinished while one measure is; finished when none is and not all are standing practice. */
type ProblemStatus = 'in_progress' | 'completed';

interface Asked {
  readonly status: ProblemStatus;
  readonly section: UnitId | null;
}

/** 哪些问题, 问题有几个, 有几个问题, 问题里还剩多少个. */
const ASKS =
  /(?:哪些|哪几个|多少个?|几个|什么)(?:反馈|整改)?的?问题|问题(?:还|都|一共|总共|到底|大概)*(?:有|剩|余)?(?:下)?(?:哪些|哪几个|多少|几个)|问题(?:里面?|当?中)[^,。?]{0,6}(?:哪些|哪几个|多少|几个)/u;
/** 哪些问题的措施全部完成了, 哪些问题下面的举措还没做完. */
const OF_MEASURES =
  /(?:哪些|哪几个|多少个?|几个)问题(?:的|下面?的?|底下的?|里的?|名下的?)(?:整改)?(?:措施|举措)(?:都|全|全部|已经?|还|有)/u;
/** Beside the status nothing narrows: 目前, 里面, 整改, 反馈, 一共. */
const NOTHING_ELSE =
  /反馈|巡视|整改|措施|举措|下面?|底下|名下|全部?|到底|究竟|目前|现在|当前|截至|为止|通报|台账|全部|所有|总共|一共|总计|合计|里面?|当?中|剩下?|余下|还|都|已经?|的|了|是|有|在|到|给我|列(?:一下|出来?)|请|帮我|吗|呢|啊|\d+个?|个|共|[,。?、!\s\u0001]/gu;

export const problemStatusIntent: Intent = {
  name: 'problem-status',
  examples: ['哪些问题还没整改完', '还没完成的问题有几个', '已经整改完的问题有多少个'],
  score: (context) => (readAsked(context) === null ? 0 : 0.93),
  draft: (context) => {
    const asked = readAsked(context);
    return asked === null ? draftAnswer({ refusal: 'unclear' }) : draftByStatus(context, asked);
  },
};

const readAsked = rememberEach(({ question, lookup }: IntentContext): Asked | null => {
  const { text, references } = question;
  const sections = references.filter(({ kind }) => kind === 'section');
  if (
    !ASKS.test(text) ||
    references.length > sections.length ||
    (/措施|举措|条/u.test(text) && !OF_MEASURES.test(text))
  )
    return null;
  const status = readStatus(text);
  if (status === null || status.value === 'long_term') return null;
  const section = readSection(status.rest, lookup);
  const written = sections.reduce(
    (rest, reference) => rest.replace(reference.text, ''),
    section?.rest ?? status.rest,
  );
  if (written.replace(ASKS, '').replace(/问题/gu, '').replace(NOTHING_ELSE, '') !== '') return null;
  return { status: status.value, section: section?.value ?? sections[0]?.units[0] ?? null };
});

function draftByStatus(context: IntentContext, { status, section }: Asked): Draft {
  const { lookup } = context;
  const inside =
    section === null ? lookup.problems : lookup.problems.filter(({ path }) => path.includes(section));
  const open = inside.filter(({ id }) => findMeasures(context, id, 'in_progress').length > 0);
  const asked = status === 'in_progress' ? open : inside.filter((unit) => !open.includes(unit));
  const units = asked.map(({ id }) => id);
  const named = status === 'in_progress' ? '还有正在推进的措施' : '没有正在推进的措施';
  const rows = units.slice(0, SHOWN_ROWS).map((id) => claimProblem(context, id));
  const count = `${units.length}个`;
  const claims: DraftClaim[] = [
    ...(section === null ? [] : claimSection(context, section)),
    claim(
      `${named}的问题共${count}`,
      units.map((id) => lookup.cite(id)),
      { computed: [count] },
    ),
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

/** 「问题5:针对…(3条中1条正在推进)」, citing the heading and the words that decide. */
function claimProblem(context: IntentContext, id: UnitId): DraftClaim {
  const heading = context.lookup.cite(id);
  const all = context.lookup.measuresOf(id).length;
  const open = findMeasures(context, id, 'in_progress');
  const label = STATUS_LABELS.in_progress;
  const share = open.length === 0 ? `${all}条` : `${all}条中${open.length}条${label}`;
  const text = `${heading.quote.replace(/^针对|[。]$/gu, '')}(措施${share})`;
  return claim(text, [heading, ...open], { kind: 'item', computed: [`${all}条`, `${open.length}条`] });
}

/** The words that decide the status of each measure under the problem that has it. */
function findMeasures({ facts, lookup }: IntentContext, problem: UnitId, status: Status): Citation[] {
  return lookup.measuresOf(problem).flatMap(({ id }) => {
    const stated = facts.get(id)?.status;
    return stated?.value === status ? [stated.citation] : [];
  });
}
