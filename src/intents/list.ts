// question → filter → measures that fit → how many, which, and the words that make each fit
import type { Citation } from '../bulletin/bulletin.ts';
import { STATUS_LABELS } from '../ledger/ledger.ts';
import { citeElsewhere, claimElsewhere, meansEverywhere } from './elsewhere.ts';
import { readListFilter } from './matter-filter.ts';
import { isEmptyFilter, type FilterReading, type LedgerFilter } from './ledger-filter.ts';
import { claim, draftAnswer, draftRefusal, type Draft, type Intent, type IntentContext } from './intent.ts';
import {
  claimCounts,
  claimHeading,
  claimRows,
  claimStanding,
  DERIVED_STATUS,
  draftNotLeading,
  readNotes,
  SHOWN_ROWS,
} from './list-draft.ts';
import { asksForProblems } from './problems-list.ts';
import { speaksOfSanctions } from './sanction-filter.ts';
import { hasFigure } from './mention-words.ts';
import { selectMeasures } from './select.ts';
import { showQuote } from './quote.ts';
import { maskQuotes, phraseVariants, readShape } from './shape.ts';
import { withoutRemarks, withoutWishes } from './remarks.ts';
import { claimStatus } from './status-claim.ts';
import { isToldOtherwise, TOLD_OTHERWISE } from './told-otherwise.ts';

export const listIntent: Intent = {
  name: 'list',
  examples: [
    '哪些措施提到登革热',
    '涉及区城管局的有哪几条',
    '哪些还没完成',
    '10月底前要完成的有哪些',
    '《关于纠治基层治理不良现象的通知》在哪几条里',
    '讲到党建巡诊的措施',
    '苍霞人家出现在第几条',
  ],
  score: (context) => {
    if (!mayList(context.question.text)) return 0;
    const reading = readListFilter(context);
    const score = scoreList(context, reading);
    return score > 0 && isToldOtherwise(context, () => draftList(context, reading)) ? TOLD_OTHERWISE : score;
  },
  draft: (context) => draftList(context, readListFilter(context)),
};

/** 哪些还没完成, 已办结的有哪些, 已经过期的有吗: no word for measures, but only measures have a status or a deadline. */
const WHICH = /哪些|哪几|有什么|有谁|的(?:还)?有(?:吗|没有?[?。!]*$)|(?:列|数)(?:一下|出)/u;

/**
 * 「讲到党建巡诊的措施」「2024年以后要完成的条目」: ends with the word for measures and asks nothing else; 「某局在措施里露过面的」; 「散在好
 * 几条里,麻烦都找出来」; 「相关措施列个单子」.
 */
const BARE =
  /^(?!.*(?:多少|几)).*(?:(?:措施|举措|条目|条款|的条)|在(?:整改)?(?:措施|举措|条目)(?:里|中)[^,。?]{2,8}的)[?。!]*$|好几条[^。?]*(?:找|列|挑|报|理|拎)(?:全|齐|一下|出来)|(?:措施|举措|条目)[^,。?]{0,4}(?:列|理|拉)(?:一)?(?:个|份)?(?:单子|清单|表)|^(?!.*(?:多少|几|谁|怎么|什么|吗)).*(?:提到|提及|写到|写有|写了|涉及|讲到|点到|出现|含有|带有)[^,。?]{2,40}的[?。!]*$/u;

/** 跟台风有关的, 教育方面有啥, 养老的有哪些: a subject and no more, to be shown wherever measures tell of it. */
const SUBJECT_ALONE =
  /^(?!.*(?:问题|多少|几|怎么|为什么|谁|第))(?:(?:把|帮我|[^,。?!]{2,10}(?:里面?|当中|之中))?(?:跟|和|与|同|凡是?)[^,。?!]{2,12}(?:有关系?|相关|沾边|挂钩|搭边|搭界)的?(?:内容|事情?|东西|地方)?(?:都|全)?(?:(?:列|找|挑|拎|理|整理|拉)(?:出来?|一下|全|个清单)+)?|(?:搞|做|抓|讲|说)?[^,。?!]{2,12}(?<![得了过做干说写提])(?:方面|这一?块|那一?块|领域|的)(?:事情?|事儿|情况|内容)?(?:都|还)?有(?:啥|什么|哪些|些啥|些什么))[?!。]*$/u;

/** 措施编号理一理: numbers are wanted, not a summary. */
const NUMBERS = /编号|条号|条目号/u;

/** 把…的条目理一下, 条款汇总一下: the measures themselves are to be put in order, not what they say. */
const ITEMS =
  /(?:条目|条款|条文)(?:帮我|给我|麻烦|请|都|全部?|也|再|,)*(?:理|捋|拢|盘|顺|归|整理|汇总|归拢|归集|梳理|罗列)(?:一?(?:下|理|捋|拢|遍)|出来|全|齐)?/u;

/** 期限定在2023年年底的, 明年才能弄完的: a deadline and no more. */
const DUE_ALONE =
  /[前内要得须应才][^,。?]{0,6}的[?。!]*$|(?:期限|时限|截止|到期)[^,。?]*的[?。!]*$|的[,，]?(?:麻烦|请|帮我|给我|都|全)*(?:给|发|报|列|找|挑|捞|拎)(?:我|给|一?下|出来|全|齐|[列找]|清楚)+[?。!]*$/u;

/** 9月20日 and no other words: measures that print the day. */
const DAY_ALONE = /^\d+月\d+日$/u;

/** 养老这块还剩哪些没弄完: no thing is named between what asks and the status, so measures are asked for. */
const WHICH_UNDONE = /(?:哪些|哪几[条项个]?)(?=还|没|未|尚|已|正在|仍)/u;

/** 第二方面正在推进的, 问题12底下没完成的: a status, where it is looked for, and no more. */
const STATUS_ALONE = /^(?!.*(?:多少|几|谁|怎么|什么|吗)).*的[?。!,]*$/u;

/** 提到抗台的措施,只看组织路线方面. */
const ONLY_THERE =
  /,(?:只|仅|光)(?:看|要|限|查)(?:在|于)?[^,。?]*(?:方面|部分|板块|[这那]一?块)(?:\([^()]*\))?的?$/u;

/** What is asked, without what is left out and what the list is for: …的措施,长期坚持的不用列. */
function withoutAsides(text: string): string {
  return withoutWishes(withoutRemarks(text))
    .replace(ONLY_THERE, '')
    .replace(/[,;]+$/u, '');
}

/** Cheap look at the words before the question is read for what narrows the list. */
function mayList(text: string): boolean {
  const said = withoutAsides(text);
  return (
    readShape(text).list ||
    WHICH.test(maskQuotes(text).text) ||
    BARE.test(said) ||
    SUBJECT_ALONE.test(text) ||
    DUE_ALONE.test(text) ||
    STATUS_ALONE.test(said)
  );
}

function scoreList(context: IntentContext, { filter, shape, unknown, problemByName }: FilterReading): number {
  const { text } = context.question;
  const said = withoutAsides(text);
  const which = WHICH.test(maskQuotes(text).text);
  const due = DUE_ALONE.test(text) && filter.deadline !== null && unknown.length === 0;
  const bySlot = due || (which && (filter.status !== null || filter.deadline !== null || /牵头/u.test(text)));
  const slotOnly = filter.mentions.length === 0;
  const asksForWords = shape.mentions || shape.literal || /牵头|[《“]/u.test(text);
  const named = problemByName ? filter.problem : null;
  const alone = !context.question.followUp && SUBJECT_ALONE.test(text);
  const bare =
    (BARE.test(said) || alone) && !isEmptyFilter({ ...filter, section: null, problem: named, within: [] });
  const whoMentions = shape.mentions && /有谁/u.test(text);
  const undone =
    filter.status !== null &&
    !context.question.followUp &&
    (WHICH_UNDONE.test(text) ||
      (STATUS_ALONE.test(said) && slotOnly && !isEmptyFilter({ ...filter, status: null })));
  if (!shape.list && !(bySlot && slotOnly) && !bare && !whoMentions && !undone) return 0;
  const meant = withoutRemarks(text);
  const sections = context.question.references.filter(
    ({ kind, text: written }) => kind === 'section' && meant.includes(written),
  );
  if (sections.length > 0 && filter.section === null) return 0;
  if (asksForProblems(text)) return 0;
  if (speaksOfSanctions(context) && !/措施|举措|条/u.test(text)) return 0;
  if (unknown.length > 0) return unknown.length === 1 && isEmptyFilter(filter) && asksForWords ? 0.55 : 0;
  if (isEmptyFilter(filter)) return 0;
  const narrowed = filter.status !== null || filter.deadline !== null;
  if (!context.question.followUp && isEmptyFilter({ ...filter, within: [] })) return 0;
  if (filter.problem !== null && !narrowed && slotOnly) return problemByName ? 0.7 : 0.6;
  if (context.question.references.length > 0) return 0.95;
  if (
    filter.mentions.some(
      ({ asked, byWords, phrases }) =>
        byWords.length > 0 && !DAY_ALONE.test(asked) && !phrases.some((phrase) => hasFigure(phrase)),
    )
  )
    return 0.6;
  if ((shape.mentions && NUMBERS.test(text)) || ITEMS.test(text)) return 0.97;
  return shape.mentions || narrowed || filter.organization !== null || filter.document !== null ? 0.85 : 0.45;
}

function draftList(context: IntentContext, reading: FilterReading): Draft {
  const { filter, unknown } = reading;
  const rows = isEmptyFilter(filter) || unknown.length > 0 ? [] : selectMeasures(context, filter);
  if (rows.length === 0)
    return draftNoneOf(context, filter) ?? draftNotLeading(context, filter) ?? draftNothing(context, reading);
  const problem = filter.problem === null ? undefined : context.lookup.get(filter.problem);
  const claims = [
    ...(problem === undefined ? [] : [claimHeading(context, problem)]),
    ...claimCounts(context, filter, rows),
    ...claimRows(context, rows),
    ...claimStanding(context, filter),
    ...claimElsewhere(context, filter),
  ];
  return draftAnswer({
    claims,
    notes: readNotes(filter),
    candidates: rows.slice(0, 10).map(({ unit }) => unit),
    list: rows.map(({ unit }) => unit),
    shown: Math.min(rows.length, SHOWN_ROWS),
    suggestions: rows.length > SHOWN_ROWS ? ['更多', '展开第1个'] : ['展开第1个'],
  });
}

/** 第12条和第15条哪条还没落实: neither; the status of each with the words that decide it. */
function draftNoneOf(context: IntentContext, { within, status }: LedgerFilter): Draft | null {
  if (status === null || within.length === 0 || within.length > SHOWN_ROWS) return null;
  const claims = within.flatMap((id) => claimStatus(context, id));
  const notes = [DERIVED_STATUS, `其中没有${STATUS_LABELS[status]}的,各条状态如下。`];
  return claims.length === 0 ? null : draftAnswer({ claims, notes, candidates: within, list: within });
}

/** “包干制”写 → 包干制: what is quoted, else the words with and without what stands round them. */
function nameVariants(words: string): readonly string[] {
  const quoted = /[“《](?<inner>[^“”《》]{2,})[”》]/u.exec(words)?.groups?.['inner'];
  return quoted === undefined ? phraseVariants(words.replace(/[“”《》]/gu, '')) : [quoted];
}

/** No measure has it: says so, and names other units that do. */
function draftNothing(context: IntentContext, { filter, unknown, shape }: FilterReading): Draft {
  const { lookup, engine, question } = context;
  const words = unknown.length > 0 ? unknown : filter.mentions.map(({ asked }) => asked);
  const phrase = words.join('、').replace(/[“”]/gu, '');
  const everywhere = meansEverywhere(context);
  const scope = everywhere ? 'all' : 'no-headings';
  const elsewhere = citeElsewhere(context, words.map(nameVariants), scope);
  const candidates = engine.rank(question.text, { limit: 10 }).map(({ unit }) => unit);
  const message =
    phrase === '' || filter.without.length > 0
      ? '没有符合这些条件的措施。'
      : `没有一条整改措施提到“${phrase}”${shape.literal ? '这几个字' : ''}。`;
  if (elsewhere.length === 0) return draftRefusal('not-in-bulletin', message, { candidates });
  if (everywhere) return draftPlaces(context, phrase, elsewhere);
  const places = [...new Set(elsewhere.map(({ unit }) => lookup.label(unit)))]
    .slice(0, SHOWN_ROWS)
    .join('、');
  const claims = [claim(`另见于${places}`, elsewhere)];
  return draftAnswer({ claims, notes: [message], candidates });
}

/** 全文哪里提到, where only other units than measures print the words: each with its clause. */
function draftPlaces({ bulletin }: IntentContext, phrase: string, places: readonly Citation[]): Draft {
  const count = `${places.length}处`;
  const units = places.map(({ unit }) => unit);
  const items = places
    .slice(0, SHOWN_ROWS)
    .map((place) => claim(showQuote(place, bulletin.source), [place], { kind: 'item' }));
  return draftAnswer({
    claims: [claim(`提到“${phrase}”的共${count}`, places, { computed: [count] }), ...items],
    candidates: units.slice(0, 10),
    list: units,
    shown: items.length,
  });
}
