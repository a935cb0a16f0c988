import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import { STATUS_LABELS, type MeasureFacts, type Status } from '../ledger/ledger.ts';
import { claim, type DraftClaim, type IntentContext } from './intent.ts';

/** 第148条到什么程度了, X完成了吗, 还剩什么, 什么时候完成, 12条和15条哪个完成了. */
const STATUS_QUESTION =
  /完成了?(?:吗|没|么|没有|多少|情况)|(?:到|进行到|推进到|做到|改到|弄到|搞到)(?:什么|啥|哪)|进展|进度|状态|还剩|剩余|未完成|没完成|整改到位|(?:改|落实|做|办|弄|搞)(?:好|到位|完|齐)了?(?:吗|没|么)|(?:什么|啥|哪(?:一)?个?)(?:阶段|地步)|落实了?(?:吗|没)|办结|(?:什么|啥)时候(?:能)?(?:完成|改完|做完|结束|弄完)|完成期限|哪一?[个条项件](?:是)?(?:已经|已|还|都)?(?:没有?|未)?(?:完成|做完|改完|落实|到位)|(?:现在|目前|眼下|如今|最近|后来)[^,。]{0,8}(?:怎么样|咋样|如何|什么情况|啥情况|怎样)|搞定|弄完|做完|改完|改好|办完|收尾/u;

export function asksForStatus(text: string): boolean {
  return STATUS_QUESTION.test(text);
}

const ACT = '(?:处理|整治|清理|清退|追缴|处分|[追退清拆收修查还补搬])';
const ENDED = '(?:完|清|齐|好|回来?|掉)';
/** 立案的6个人都处理完了?, 补贴追完没有, 违建拆了吗: whether all of it was done; not 怎么处理. */
const ALL_DONE = new RegExp(
  `${ACT}(?:${ENDED}?了|${ENDED})?(?:吗|没有?|么)|${ACT}(?:${ENDED}?了|${ENDED})(?:[?]|$)`,
  'u',
);

/** True where what is left of an unfinished measure belongs to the answer. */
export function asksForRest({ facts, question }: IntentContext, id: UnitId): boolean {
  return ALL_DONE.test(question.text) && facts.get(id)?.status.value === 'in_progress';
}

/** The words that decide the status, of those of `units` that have it. */
export function citeStatus(
  { facts }: Pick<IntentContext, 'facts'>,
  units: readonly UnitId[],
  status: Status,
): Citation[] {
  return units.flatMap((unit) => {
    const stated = facts.get(unit)?.status;
    return stated?.value === status ? [stated.citation] : [];
  });
}

/**
 * Status of a measure with the words that decide it (the bulletin gives no official status), what is finished and
 * what remains, and the deadline of what is unfinished. Empty for units that are no measures.
 */
export function claimStatus(context: IntentContext, id: UnitId): DraftClaim[] {
  const facts = context.facts.get(id);
  if (facts === undefined) return [];
  const { label } = context.lookup;
  const { status } = facts;
  const quotes = distinctCitations([status.citation, ...status.finished, ...status.remaining]);
  const words = quotes.map((citation) => `“${citation.quote}”`).join('、');
  const doubt = status.confidence === 'unsure' ? '(按文意推断)' : '';
  const claims = [claim(`${label(id)}:${STATUS_LABELS[status.value]}${doubt}。依据:${words}`, quotes)];
  return [...claims, ...claimDeadlines(facts)];
}

/** 「完成时限:2023年10月底前(剩余69条隐患…)」, one claim for all of the measure's deadlines. */
export function claimDeadlines(facts: MeasureFacts): DraftClaim[] {
  const { deadlines } = facts;
  if (deadlines.length === 0 || facts.status.value !== 'in_progress') return [];
  const tasks = distinctCitations(deadlines.map((deadline) => deadline.task));
  const passed = deadlines.every((deadline) => deadline.passed === true);
  const text = `完成时限:${tasks.map((task) => `“${task.quote}”`).join(';')}${passed ? '(发布时该时限已过)' : ''}`;
  return tasks.length === 0 ? [] : [claim(text, tasks)];
}

function distinctCitations(citations: readonly Citation[]): Citation[] {
  const kept: Citation[] = [];
  for (const citation of citations) {
    const inside = kept.some(
      ({ span }) => span.start <= citation.span.start && citation.span.end <= span.end,
    );
    if (!inside) kept.push(citation);
  }
  return kept;
}
