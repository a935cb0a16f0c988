// the whole bulletin, a section or a body at a glance: counts by status and section, each citing what it counts
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import { rememberEach } from '../text/remember.ts';
import { readFilter } from './filter.ts';
import { isEmptyFilter, type FilterReading } from './ledger-filter.ts';
import {
  claim,
  draftAnswer,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import { claimCounts, claimRows, claimStatuses, DERIVED_STATUS, SHOWN_ROWS } from './list-draft.ts';
import {
  claimMeasures,
  claimProblems,
  claimSection,
  findTotals,
  measuresOf,
  problemsOf,
} from './section-counts.ts';
import { selectMeasures } from './select.ts';
import { contentSections } from '../bulletin/sections.ts';

/** 总体整改情况, 整改进展怎么样, 完成到什么程度了, 按状态统计. */
const ASKS =
  /(?:总体|整体|全部|全区|整个|总的|各方面|各项)[^,。?]{0,6}(?:情况|进展|进度|成效|完成|状态)|整改(?:工作)?(?:的)?(?:总体|整体)?(?:情况|进展|进度|完成情况|成效|状态)|(?:情况|进展|进度)(?:怎么样|如何|怎样|咋样)|完成(?:到|得)(?:什么|啥|怎么样|如何)|按(?:状态|方面|部分)(?:统计|分类|汇总|分)|完成了?(?:百分之)?多少$|(?:问题|措施|举措)[^,。?]{0,4}(?:都|全部?)[^,。?]{0,3}(?:完成|解决|改完|到位|落实)了?(?:吗|没有?)/u;
/** 整改得怎么样了, 巡视的意见改得咋样, 整改到哪一步了: how far it got, where nothing else is named. */
const ASKS_HOW_FAR =
  /(?:改|落实|完成|解决)[^,。?]{0,4}(?:怎么样|怎样|如何|咋样|(?:什么|啥|哪个?)(?:程度|地步|样)|哪一?步)|改(?:完|好|掉)?了多少/u;
const ASK_WORDS =
  /一共|总共|共|这次|本次|本轮|巡视|反馈|总体|整体|全部|全区|整个|总的|各方面|各个方面|各部分|各项|目前|现在|工作|整改|情况|进展|进度|成效|状态|完成|到|得|什么|啥|程度|怎么样|怎样|如何|咋样|按|统计|分类|汇总|看看|介绍|一下|的|了|吗|呢|和|及|通报|区里|地步|哪一步|多少|\d+(?:个|条)|问题|措施|举措|都|解决|改完|到位|落实|没有?|整治|改完|改好|改掉|改|意见|提出?|巡视组|如今|哪个?|步|地|[,，?？。!、\s]/gu;

export const overviewIntent: Intent = {
  name: 'overview',
  examples: [
    '总体整改情况怎么样',
    '全面从严治党方面整改进展如何',
    '按状态统计整改进展',
    '区城管局的整改情况',
  ],
  ceiling: 0.74,
  score: (context) => {
    const { text, references } = context.question;
    const alone = context.question.about.length === 0 && namesNothingElse(text);
    if (!ASKS.test(text) && !(alone && ASKS_HOW_FAR.test(text))) return 0;
    if (references.some(({ kind }) => kind !== 'section')) return 0;
    const { filter, unknown } = readOverview(context);
    if (unknown.length > 0) return 0;
    if (isEmptyFilter(filter)) return 0.72;
    const bySlot = filter.section !== null || filter.organization !== null;
    const bySlotOnly = isEmptyFilter({ ...filter, section: null, organization: null });
    return bySlot && bySlotOnly ? 0.74 : 0;
  },
  draft: (context) => {
    const { filter } = readOverview(context);
    if (isEmptyFilter(filter)) return draftBulletin(context);
    return filter.section === null ? draftFiltered(context, filter) : draftSection(context, filter.section);
  },
};

/** The filter of the question without the words that ask for an overview. */
const readOverview = rememberEach((context: IntentContext): FilterReading => {
  const { question } = context;
  if (namesNothingElse(question.text)) return readFilter({ ...context, question: { ...question, text: '' } });
  const text = question.text.replace(
    /(?:的)?(?:整改|工作)*(?:总体|整体)?(?:情况|进展|进度|成效|状态|完成情况)(?:怎么样|怎样|如何|咋样)?|完成(?:到|得)(?:什么|啥|怎么样|如何).*$|(?:怎么样|怎样|如何|咋样)|总体|整体|目前|现在/gu,
    ' ',
  );
  return readFilter({ ...context, question: { ...question, text: text.replace(/\s+/gu, '') } });
});

/** True when no word is left beside those that ask for an overview. */
function namesNothingElse(text: string): boolean {
  return text.replace(ASK_WORDS, '').length < 2;
}

function draftBulletin(context: IntentContext): Draft {
  const { lookup } = context;
  const measures = lookup.measures.map(({ id }) => id);
  const bySection = /各方面|各部分|各个方面|按方面|按部分/u.test(context.question.text);
  const sections = contentSections(lookup).flatMap((id): DraftClaim[] => {
    const own = measuresOf(context, id);
    return [
      ...claimSection(context, id),
      ...(bySection ? claimStatuses(context, own) : [claimMeasures(context, own)]),
    ];
  });
  const totals = findTotals(context);
  const claims = [
    ...(totals === null ? [] : [claim(totals.citation.quote, [totals.citation])]),
    ...claimStatuses(context, measures),
    claimSum(context, measures),
    ...sections,
  ];
  return draftAnswer({
    claims,
    notes: [DERIVED_STATUS],
    candidates: contentSections(lookup),
    suggestions: ['哪些还没完成', '哪些是长期坚持的', '有没有前后矛盾的数据'],
  });
}

/** 「223+47+27=297条」, citing all of them. */
function claimSum(context: IntentContext, measures: readonly UnitId[]): DraftClaim {
  const statuses = claimStatuses(context, measures);
  const terms = statuses.map(({ citations }) => citations.length);
  const text = `计算:${terms.join('+')}=${measures.length}条`;
  const citations = statuses.flatMap((status): Citation[] => [...status.citations]);
  return claim(text, citations, {
    computed: [...terms.map((term) => `${term}条`), ...terms.map(String), `${measures.length}条`],
  });
}

function draftSection(context: IntentContext, section: UnitId): Draft {
  const rows = selectMeasures(context, { ...readOverview(context).filter, section, status: 'in_progress' });
  const measures = measuresOf(context, section);
  const claims = [
    ...claimSection(context, section),
    claimProblems(context, problemsOf(context, section)),
    claimMeasures(context, measures),
    ...claimStatuses(context, measures),
    ...claimRows(context, rows),
  ];
  return draftAnswer({
    claims,
    notes: [DERIVED_STATUS],
    candidates: [section],
    list: rows.map(({ unit }) => unit),
    shown: Math.min(rows.length, SHOWN_ROWS),
    suggestions: rows.length > SHOWN_ROWS ? ['更多'] : [],
  });
}

function draftFiltered(context: IntentContext, filter: FilterReading['filter']): Draft {
  const rows = selectMeasures(context, filter);
  const units = rows.map(({ unit }) => unit);
  const claims =
    rows.length === 0
      ? []
      : [
          ...claimCounts(context, filter, rows),
          ...claimStatuses(context, units),
          ...claimRows(context, rows),
        ];
  if (claims.length === 0)
    return draftAnswer({ notes: ['没有整改措施提到这个单位。'], refusal: 'not-in-bulletin' });
  return draftAnswer({
    claims,
    notes: [DERIVED_STATUS],
    candidates: units.slice(0, 10),
    list: units,
    shown: Math.min(units.length, SHOWN_ROWS),
    suggestions: units.length > SHOWN_ROWS ? ['更多'] : [],
  });
}
