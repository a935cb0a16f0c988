// a problem by number or by its heading's words → heading, each measure in a line with its status and key words
import { rememberEach } from '../text/remember.ts';
import type { UnitId } from '../bulletin/bulletin.ts';
import { STATUS_LABELS } from '../ledger/ledger.ts';
import { namesNothing } from '../question/bare-words.ts';
import { readFilter } from './filter.ts';
import { isEmptyFilter } from './ledger-filter.ts';
import {
  claim,
  draftAnswer,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import { pickKeyWords } from './key-words.ts';
import { claimHeading } from './list-draft.ts';
import { foldWidth } from '../text/width.ts';
import { readSummaryRequest } from './summary-request.ts';

/** 156项问题整改完了没有: problems a measure counts are no problem of the feedback. */
function printsCounted({ bulletin, question }: IntentContext): boolean {
  const counted = /\d+[个项条]问题/u.exec(question.text)?.[0];
  return (
    counted !== undefined &&
    bulletin.units.some(({ kind, text }) => kind === 'measure' && foldWidth(text).includes(counted))
  );
}

/** Length of the whole answer in characters, and of one to a question its heading alone would be quoted for. */
const TOTAL = 1000;
const BRIEF = 420;
const SHORTEST_LINE = 100;
/** 怎么整改的, 整改情况, 有哪些措施, 整改得怎么样, 解决了没有. */
const ASKS =
  /(?:解决|整改|处理|落实)(?:好|完|掉|到位)?了?(?:没有?|吗|么|没)[?。]*$|(?:怎么|如何|咋)(?:样)?(?:整|改|解决|处理|办)|整改(?:情况|进展|得|到|措施|举措|了)|(?:哪些|什么|哪几|几|多少)(?:条|个|项)?(?:整改)?(?:措施|举措)|(?:情况|进展|措施|举措|结果)(?:怎么样|如何|呢)?[?。]*$/u;

/** 标题, 原话: the heading itself. */
const TITLE = /标题|题目|名称|全称|原话|叫(?:什么|啥)(?:名字?)?[?。]*$/u;
/** 原文, 内容, 讲什么: shows the problem as it stands. */
const SHOWS = /原文|全文|内容|(?:讲|说|写|是)了?(?:的)?(?:什么|啥)/u;

export const problemIntent: Intent = {
  name: 'problem',
  examples: [
    '问题49有哪些措施',
    '第15个问题是怎么整改的',
    '问题49',
    '问题九十六的整改情况',
    '营商环境欠佳问题怎么整改的',
  ],
  score: (context) => {
    const { references, text, navigation } = context.question;
    if (navigation !== null || readSummaryRequest(text)?.explicit === true) return 0;
    if (references.length > 0) {
      if (!references.every(({ kind, units }) => kind === 'problem' && units.length > 0)) return 0;
      const { filter, unknown, shape } = readNamed(context);
      const narrowed = !isEmptyFilter({ ...filter, problem: null, within: [] });
      if (narrowed && (shape.list || shape.countMeasures)) return 0.5;
      return (narrowed || unknown.length > 0) && !SHOWS.test(text) && !TITLE.test(text) ? 0.25 : 0.92;
    }
    if (spokenOf(context) !== null) return 0.9;
    if (!/问题/u.test(text) || !ASKS.test(text) || printsCounted(context)) return 0;
    const { filter, problemByName, unknown } = readNamed(context);
    const alone = isEmptyFilter({ ...filter, problem: null, within: [] });
    return filter.problem !== null && problemByName && alone && unknown.length === 0 ? 0.75 : 0;
  },
  draft: (context) => {
    const named = context.question.references.flatMap(({ kind, units }) => (kind === 'problem' ? units : []));
    if (named.length > 0 && TITLE.test(context.question.text))
      return draftAnswer({
        claims: named
          .flatMap((id) => context.lookup.get(id) ?? [])
          .map((unit) => claimHeading(context, unit)),
        candidates: named.slice(0, 10),
        list: named.flatMap((id) => context.lookup.measuresOf(id).map((unit) => unit.id)),
      });
    const problem = spokenOf(context) ?? readNamed(context).filter.problem;
    return draftProblems(context, named.length > 0 ? named : problem === null ? [] : [problem]);
  },
};

/** 怎么整改的 after an answer that showed a problem; null for other messages. */
function spokenOf({ question, lookup }: IntentContext): UnitId | null {
  const [about] = question.about;
  const heading = lookup.get(about ?? '')?.kind === 'problem' && ASKS.test(question.text);
  return about !== undefined && heading && question.bound && namesNothing(question.text) ? about : null;
}

/** The filter of the question without the words that ask how things went. */
const readNamed = rememberEach((context: IntentContext): ReturnType<typeof readFilter> => {
  const text = context.question.text.replace(
    /(?:现在|目前|到底|究竟)?(?:都)?(?:已经?)?(?:解决|整改|处理|落实)(?:好|完|掉|到位)?了?(?:没有?|吗|么)[?。]*$|(?:是|都)?(?:怎么|如何|咋)(?:样)?(?:进行)?(?:整改|改|解决|处理|办)?的?|(?:的)?整改(?:情况|进展|得|到)?(?:怎么样|如何|怎样)?|(?:的)?(?:进展|结果|情况)(?:怎么样|如何)?/gu,
    '',
  );
  return readFilter({ ...context, question: { ...context.question, text } });
});

/**
 * 锦绣城现在怎么样, met by a heading alone (针对锦绣城违建和消防问题): what was done about it answers, the heading
 * is only what was asked about.
 */
export function draftHandling(context: IntentContext, problem: UnitId): Draft {
  return draftProblems(context, [problem], BRIEF);
}

function draftProblems(context: IntentContext, problems: readonly UnitId[], total = TOTAL): Draft {
  const measures = problems.flatMap((id) => context.lookup.measuresOf(id).map((unit) => unit.id));
  const headings = problems.flatMap((id) => context.lookup.get(id) ?? []);
  const used = headings.reduce((sum, unit) => sum + unit.text.length + 8, 0);
  const budget = Math.max(SHORTEST_LINE, Math.floor((total - used) / Math.max(1, measures.length)) - 12);
  const claims = headings.flatMap((heading) => [
    claimHeading(context, heading),
    ...context.lookup.measuresOf(heading.id).flatMap((unit) => claimMeasure(context, unit.id, budget)),
  ]);
  return draftAnswer({
    claims,
    candidates: [...problems, ...measures].slice(0, 10),
    list: measures,
    shown: measures.length,
    suggestions: ['展开第1个', '其中哪些还没完成'],
  });
}

/** 「[正在推进] 剩余8处房产暂未收回……」, one measure in about `budget` characters. */
function claimMeasure(context: IntentContext, id: UnitId, budget: number): DraftClaim[] {
  const words = pickKeyWords(context, id, budget);
  if (words.length === 0) return [];
  const status = context.facts.get(id)?.status.value;
  const mark = status === undefined ? '' : `[${STATUS_LABELS[status]}] `;
  const text = words.map(({ quote }) => quote.replace(/\s+/gu, ' ')).join('……');
  return [claim(`${mark}${text}`, words, { kind: 'item' })];
}
