// 300条举措完成了多少条, 已完成的比正在推进的多几条 → measures by status, counted by the program
import type { UnitId } from '../bulletin/bulletin.ts';
import type { Status } from '../ledger/ledger.ts';
import { claim, draftAnswer, type Draft, type DraftClaim, type IntentContext } from './intent.ts';
import { claimStatuses, DERIVED_STATUS } from './list-draft.ts';
import { claimSection, measuresOf } from './section-counts.ts';
import { readSection, readStatus } from './slots.ts';

const STATUS_COUNT_WORDS =
  /[你咱我他]们|区里|到底|究竟|目前|现在|截至|整改|巡视|措施|举措|条目|台账|全部|所有|总共|一共|总计|合计|共|里面?|当?中|完成|办结|落实|到位|解决|[做改办弄]完|已经?|还|没有?|尚?未|剩下?|余下|正在?|推进|进行|长期|坚持|需要?|能|的|了|是|有|在|多少|几|条|项|各|分别|大概|大约|情况|呢|吗|和|与|[,。?、!\s]/gu;

/** 300条举措完成了多少条, 还有多少条没完成: nothing but status and number, of all measures or of one section. */
export function asksForStatuses({ question, lookup }: IntentContext): boolean {
  const { text } = question;
  if (!/多少|几/u.test(text) || !/完成|办结|落实到位|[做改办弄]完|推进|长期/u.test(text)) return false;
  if (!/条|措施|举措/u.test(text) || question.references.some(({ kind }) => kind !== 'section')) return false;
  const totals = [`${lookup.problems.length}个问题`, String(lookup.measures.length)];
  const section = question.references.reduce((rest, { text: written }) => rest.replace(written, ''), text);
  const rest = totals.reduce(
    (left, total) => left.replace(total, ''),
    readSection(section, lookup)?.rest.replace('\u0001', '') ?? section,
  );
  const plain = readGap(text) === null ? rest : rest.replace(GAP_WORDS, '');
  return plain.replace(STATUS_COUNT_WORDS, '') === '';
}

/** 比…多几条, 和…差多少条: of two statuses. */
const GAP = /(?:比|和|跟|与|、)[^,。?]{2,16}?(?:多|少|相?差)(?:了|出|出来)?(?:多少|几)/u;
const GAP_WORDS = /比|跟|相?差|多(?=[几多出了])|少(?=[几多出了])|出来?/gu;

/** Null unless two statuses are set against each other. */
function readGap(text: string): readonly [Status, Status] | null {
  if (!GAP.test(text)) return null;
  const first = readStatus(text);
  const second = first === null ? null : readStatus(first.rest);
  return first === null || second === null || first.value === second.value
    ? null
    : [first.value, second.value];
}

/** 「计算:200条−40条=160条」, citing all of both. */
function claimGap(
  context: IntentContext,
  units: readonly UnitId[],
  statuses: readonly [Status, Status],
): DraftClaim {
  const groups = statuses.map((wanted) =>
    units.flatMap((id) => {
      const status = context.facts.get(id)?.status;
      return status?.value === wanted ? [status.citation] : [];
    }),
  );
  const [more = 0, less = 0] = groups.map(({ length }) => length).sort((a, b) => b - a);
  const terms = [`${String(more)}条`, `${String(less)}条`];
  const gap = `${String(more - less)}条`;
  return claim(`计算:${terms.join('−')}=${gap}`, groups.flat(), { computed: [...terms, gap] });
}

/** 完成了多少 leaves open how far the others are; 正在推进的有几条 does not. */
export function wantsAllStatuses({ question, lookup }: IntentContext): boolean {
  const status = readStatus(question.text);
  const further = status === null ? null : readStatus(status.rest);
  const total = `${lookup.measures.length}`;
  return status === null || status.value === 'completed' || further !== null || question.text.includes(total);
}

/** The measures of the section, or all, by status: they add up. */
export function draftStatuses(context: IntentContext, section: UnitId | null): Draft {
  const units = section === null ? context.lookup.measures.map(({ id }) => id) : measuresOf(context, section);
  const statuses = claimStatuses(context, units);
  const gap = readGap(context.question.text);
  const terms = statuses.map(({ citations }) => `${citations.length}`);
  const total = `${units.length}条`;
  const sum = claim(
    `计算:${terms.join('+')}=${total}`,
    statuses.flatMap(({ citations }) => [...citations]),
    { computed: [total, ...terms.map((term) => `${term}条`)] },
  );
  return draftAnswer({
    claims: [
      ...(section === null ? [] : claimSection(context, section)),
      ...statuses,
      gap === null ? sum : claimGap(context, units, gap),
    ],
    notes: [DERIVED_STATUS],
    suggestions: ['哪些还没完成'],
  });
}
