// question → filter → how many measures or problems, each count citing what it counts
import { countsBareName } from './bare-count.ts';
import { readFilter } from './filter.ts';
import { readListFilter } from './matter-filter.ts';
import { answersInConversation } from './in-conversation.ts';
import { isEmptyFilter, NO_FILTER, type FilterReading, type LedgerFilter } from './ledger-filter.ts';
import {
  claim,
  draftAnswer,
  draftRefusal,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import {
  claimCounts,
  claimStanding,
  claimStatuses,
  DERIVED_STATUS,
  draftNotLeading,
  readNotes,
} from './list-draft.ts';
import { claimMeasures, claimProblems, claimSection, findTotals, problemsOf } from './section-counts.ts';
import { draftAverage } from './problem-average.ts';
import { countsProblems } from './problem-name.ts';
import { STATUS_LABELS } from '../ledger/ledger.ts';
import { selectMeasures, type Row } from './select.ts';
import { readShape, stripShape } from './shape.ts';
import { readSection } from './slots.ts';
import { claimStated } from './stated-count.ts';
import { readTally, type Tally } from './tally.ts';
import { draftStatuses, draftTally } from './tally-draft.ts';
import { claimTimes } from './times-printed.ts';
import { isToldOtherwise, TOLD_OTHERWISE } from './told-otherwise.ts';

export const countIntent: Intent = {
  name: 'count',
  examples: [
    '多少条措施提到警示教育',
    '全面从严治党方面共有多少条措施',
    '一共多少个问题多少条举措',
    '平均每个问题有几条整改措施',
    '完成了多少条措施',
    '297条举措完成了多少条',
    '区民政局牵头几条',
    '组织路线方面的措施占全部的几成',
  ],
  ceiling: 0.97,
  score: (context) => {
    if (isToldInConversation(context)) return 0;
    const tally = findTally(context);
    if (tally !== null) return 0.97;
    if (countsOthers(context) || averagesOthers(context)) return 0;
    const bareName = countsBareName(context);
    if (!bareName && !asksForNumber(context.question.text) && !countsSlots(context)) return 0;
    const reading = readListFilter(context);
    const score = bareName ? 0.86 : scoreCount(context, reading);
    return score > 0 && isToldOtherwise(context, () => draftCount(context, reading)) ? TOLD_OTHERWISE : score;
  },
  draft: (context) => draftCount(context, readListFilter(context)),
};

/** 完成率呢, after a unit that tells its own rate: not that of all measures. */
function isToldInConversation(context: IntentContext): boolean {
  const { question, turn } = context;
  return question.bound && (turn?.list.length ?? 0) <= 1 && answersInConversation(context);
}

/** 平均每个问题几条措施, 15个问题平均几条措施. */
const AVERAGE =
  /平均(?:每|一)个?问题|(?:每|(?<n>\d+))个问题(?:[里中下]面?)?平均(?!每个?(?!问题)|一个(?!问题))/u;
const BY_STATUS = /完成|办结|推进|长期|状态/u;

/** 营商环境方面有几条措施: the words before name what the measures are about. */
const TOPIC = /(?<![个大])方面|领域|[这那](?:一)?块|有关|相关/u;
/** 区民政局牵头几条: the body's role says that measures are counted. */
const LEADS = /牵头[^,。?]{0,6}(?:(?<!哪)几|多少)(?:条|项|[?。]|$)/u;
/** 运用第一种形态的措施有几条: the words before modify the measures; 出台了几条措施 asks what was done. */
const MODIFIED = /的(?:整改)?(?:措施|举措)[^,。?]{0,6}(?:多少|(?<!哪)几)条/u;

function asksForNumber(text: string): boolean {
  const { countMeasures, countProblems } = readShape(text);
  return countMeasures || countProblems || LEADS.test(text);
}

/** 组织路线那块还有几条没收尾, 民政局的没干完的剩几条: only measures have a status, a section or a leading body. */
function countsSlots(context: IntentContext): boolean {
  if (!/(?:多少|(?<![哪第])几)条/u.test(context.question.text)) return false;
  const { filter, unknown } = readFilter(context);
  const { section, problem, organization, status } = filter;
  const placed = section !== null || problem !== null || organization !== null;
  return status !== null && placed && filter.mentions.length === 0 && unknown.length === 0;
}

function scoreCount(context: IntentContext, { filter, shape, unknown }: FilterReading): number {
  const { text, references } = context.question;
  if (AVERAGE.test(text)) return 0.9;
  if (unknown.length > 0) return unknown.length === 1 && isEmptyFilter(filter) && shape.mentions ? 0.55 : 0;
  if (isEmptyFilter(filter)) return asksForTotals(text) ? 0.77 : 0;
  if (namesWhole({ filter, shape }, text)) return 0.86;
  if (references.length > 0) return 0.95;
  if (countsProblems(text)) return 0;
  if (shape.countProblems && !shape.countMeasures) return filter.section === null ? 0 : 0.85;
  const bySlot = filter.section !== null || filter.problem !== null || filter.status !== null;
  // 八项规定 几条措施; 工作要点有几条举措 asks what it holds.
  const words = filter.mentions.flatMap(({ phrases }) => phrases).join('');
  const alone = stripShape(text).join('') === words && !/[有含括]/u.test(text);
  const onTopic = filter.mentions.length > 0 && (TOPIC.test(text) || MODIFIED.test(text) || alone);
  return bySlot ||
    onTopic ||
    shape.mentions ||
    shape.literal ||
    filter.deadline !== null ||
    filter.organization !== null
    ? 0.86
    : 0.2;
}

const OF_SO_MANY = /^[^\d]*(?<n>\d{2,})(?:条|项)[^\d]*(?:多少|几)(?:条|项)/u;

/** 137条里完成了多少条: a number that is neither that of the measures nor of those last listed counts something else. */
function countsOthers({ question, lookup, turn }: IntentContext): boolean {
  const named = OF_SO_MANY.exec(question.text)?.groups?.['n'];
  return named !== undefined && ![lookup.measures.length, turn?.list.length].includes(Number(named));
}

/** 20个问题平均几条措施: neither all problems nor those of the part named. */
function averagesOthers({ question, lookup }: IntentContext): boolean {
  const named = AVERAGE.exec(question.text)?.groups?.['n'];
  return (
    named !== undefined &&
    Number(named) !== lookup.problems.length &&
    readSection(question.text, lookup) === null
  );
}

/** 完成率 after an answer about some matter is asked of that matter, and 其中完成的 of what was listed. */
function findTally(context: IntentContext): Tally | null {
  const { text, about, followUp } = context.question;
  const afterFact = context.turn?.intent === 'fact';
  const countsItems = about.some((id) => /\d条/u.test(context.lookup.get(id)?.text ?? ''));
  const items = /条/u.test(text) && !countsItems;
  const ofMatter = about.length > 0 && afterFact && !items && !/整改|措施|举措|\d/u.test(text);
  // 一共完成了多少条, after a fact that counts nothing so, see `isToldInConversation`
  const ofList = followUp && !(afterFact && items);
  return ofList || ofMatter ? null : readTally(context);
}

/** Nothing but the words of counting: 一共多少个问题、多少条举措. */
function asksForTotals(text: string): boolean {
  const rest = text.replace(
    /这次|本次|巡视|反馈|整改了?|通报|全部|所有|区里|区委|台账|[我咱]们|围绕|一共|总共|共|各|分别|有|(?:研究|制)?(?:提出|[定提])|列|为|了|多少|几|个|条|项|的|问题|措施|举措|和|与|、|,|里|中|\?|。|吗|呢|是/gu,
    '',
  );
  return rest.length <= 2 && !(/发现|查出|解决/u.test(rest) && !text.includes('巡视'));
}

/** What the whole bulletin is about. */
const WHOLE = /^(?:这次|本次|省委|区委|巡视|反馈|整改|通报|围绕|[我咱]们|[制研]?[定究]|提出|了|的|问题)+$/u;

/** 巡视整改一共定了多少条举措: what the whole bulletin is about narrows nothing; 八项规定 does. */
function namesWhole({ filter, shape }: Pick<FilterReading, 'filter' | 'shape'>, text: string): boolean {
  const bare = isEmptyFilter({ ...filter, mentions: [] });
  const whole = filter.mentions.every(({ asked }) => WHOLE.test(asked));
  return bare && whole && !shape.mentions && !shape.literal && asksForTotals(text);
}

function draftCount(context: IntentContext, reading: FilterReading): Draft {
  const { text } = context.question;
  if (AVERAGE.test(text)) return draftAverage(context, reading.filter.section);
  const tally = findTally(context);
  if (tally !== null) return draftOfTally(context, tally, reading);
  const whole = isEmptyFilter(reading.filter) || namesWhole(reading, text);
  if (whole && reading.unknown.length === 0) return draftTotals(context, reading);
  return draftFiltered(context, reading);
}

/** 完成了多少 leaves open how far the others are; 正在推进的有几条 does not. */
function draftOfTally(context: IntentContext, tally: Tally, reading: FilterReading): Draft {
  if (tally.kind !== 'count') return draftTally(context, tally);
  const { section, status } = tally.part;
  const wantsAll =
    status === 'completed' || context.question.text.includes(String(context.lookup.measures.length));
  if (status !== null && wantsAll) return draftStatuses(context, section);
  return draftFiltered(context, { ...reading, filter: { ...NO_FILTER, section, status }, unknown: [] });
}

function draftFiltered(context: IntentContext, reading: FilterReading): Draft {
  const { filter, shape, unknown } = reading;
  const rows = unknown.length > 0 ? [] : selectMeasures(context, filter);
  const problems = shape.countProblems && filter.section !== null ? problemsOf(context, filter.section) : [];
  const claims: DraftClaim[] = [];
  if (problems.length > 0 && filter.section !== null)
    claims.push(...claimSection(context, filter.section), claimProblems(context, problems));
  if (rows.length > 0 && (shape.countMeasures || problems.length === 0)) {
    claims.push(...claimStated(context, reading));
    claims.push(...claimCounts(context, filter, rows), ...claimStanding(context, filter));
    claims.push(...claimNaming(context, filter, rows), ...claimTimes(context, filter, rows));
  }
  const units = rows.map(({ unit }) => unit);
  const notes = readNotes(filter);
  if (claims.length === 0) {
    const notLeading = unknown.length > 0 ? null : draftNotLeading(context, filter);
    if (notLeading !== null) return notLeading;
    const others = unknown.length > 0 ? null : draftOtherStatuses(context, filter);
    if (others !== null) return others;
    const words = [...unknown, ...filter.mentions.map(({ asked }) => asked)].join('、');
    const message = words === '' ? '没有符合这些条件的措施。' : `没有一条整改措施提到“${words}”。`;
    const candidates = context.engine.rank(context.question.text).map(({ unit }) => unit);
    return draftRefusal('not-in-bulletin', message, { candidates });
  }
  return draftAnswer({
    claims,
    notes,
    candidates: units.slice(0, 10),
    list: rows.length > 0 ? units : problems,
    shown: 0,
    suggestions: ['更多'],
  });
}

/** 某个问题的措施完成了几条, where none is: how many there are, and how far. */
function draftOtherStatuses(context: IntentContext, filter: LedgerFilter): Draft | null {
  const all = { ...filter, status: null };
  const named = filter.mentions.length > 0 || isEmptyFilter(all);
  const rows = filter.status === null || named ? [] : selectMeasures(context, all);
  const units = rows.map(({ unit }) => unit);
  if (filter.status === null || rows.length === 0) return null;
  return draftAnswer({
    claims: [...claimCounts(context, all, rows), ...claimStatuses(context, units)],
    notes: [DERIVED_STATUS, `没有${STATUS_LABELS[filter.status]}的。`],
    candidates: units.slice(0, 10),
    list: units,
  });
}

/** 「通报载明由其牵头的N条」 is followed by how many name the body at all. */
function claimNaming(context: IntentContext, filter: LedgerFilter, rows: readonly Row[]): DraftClaim[] {
  const { organization } = filter;
  if (organization?.leads !== true) return [];
  const named = { ...filter, organization: { ...organization, leads: false } };
  const all = selectMeasures(context, named);
  return all.length > rows.length ? claimCounts(context, named, all) : [];
}

function draftTotals(context: IntentContext, { shape }: FilterReading): Draft {
  const { lookup, question } = context;
  const totals = findTotals(context);
  const problems = lookup.problems.map(({ id }) => id);
  const measures = lookup.measures.map(({ id }) => id);
  const counted = [
    ...(shape.countProblems ? [claimProblems(context, problems)] : []),
    ...(shape.countMeasures ? [claimMeasures(context, measures)] : []),
  ];
  const stated = totals === null ? counted : [claim(totals.citation.quote, [totals.citation])];
  const byStatus = BY_STATUS.test(question.text);
  return draftAnswer({
    claims: byStatus ? [...stated, ...claimStatuses(context, measures)] : stated,
    notes: byStatus ? [DERIVED_STATUS] : [],
    candidates: totals === null ? [] : [totals.citation.unit],
    suggestions: ['四个方面各有多少条措施'],
  });
}
