// question about part four → items that fit → persons counted, each item a line with ground and measure
import type { Citation } from '../bulletin/bulletin.ts';
import type { Sanction, SanctionKind } from '../ledger/ledger.ts';
import {
  claim,
  draftAnswer,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import { SHOWN_ROWS } from './list-draft.ts';
import { followSanctions } from './sanction-follow.ts';
import { showQuote } from './quote.ts';
import { readSanctionFilter, speaksOfSanctions, type SanctionFilter } from './sanction-filter.ts';
import { findHeadCount } from './sanction-headings.ts';
import { KIND_LABELS, MOST_PERSONS } from './sanction-words.ts';
import { selectSanctions, type SanctionRow } from './sanction-select.ts';

const PERSONS =
  /(?:多少|(?<!哪)几)(?:个)?(?:人(?!次)|名|位|干部|责任人)|(?:多少|(?<!哪)几)(?:个|名|位)(?=[?。,]|$|是|(?:受|挨|被)?(?:党内|政务)?(?:严重)?(?:警告|免职|清退|降职|降薪|诫勉))|人数|(?:人员|干部|的人)(?:一共|总共|共)?(?:有|是)?(?:多少|几)个?(?=[?。,]|$)|(?:多少|(?<![哪第])几)[个名位][^,。?]{1,8}?的?(?:人员|干部|人)(?=[?。,]|$)|(?:多少|(?<![哪第])几)[个名位][^,。?]{0,8}(?:书记|主任|[局部科处所院校园厂队]长|经理|职员|会计|出纳)(?=[?。,]|$)/u;
const ITEMS =
  /(?:哪[几一]?|哪些|几|多少)(?:项|条|处)|哪些人|有没有(?:什么)?(?:人|干部|领导)|有(?:什么)?人[^,。]{2,12}[吗么没]|哪[几两三][个位]|有哪些|第几项|列(?:一下|出|全|个|表|条|一列)|名单(?:上)?的(?=[?。!,]|$)|各[项条]|条目|的项目(?=[?。!]|$)|(?:有|是|都)谁|谁(?:被|受|挨|上了|因为?|由于)|哪些(?:干部|领导|单位|学校)/u;
/** 党纪政务处分、组织处理、其他处理三类加起来: a sum of printed figures, not of items. */
const SUM =
  /[两三四五几]类?(?:项|者)?(?:加起来|相加|合计|之和)|占(?:比|了?多(?!少[个名位人])|了?几(?![个名位人])|了?百)|除[掉去]|扣除|扣掉|减去|刨[掉去除]|\d(?:个人|人|名|位)的?[^,。?]*(?:里面?|当?中|之中)[^。?]*(?:不是|不属|[^,。?]外|非)/u;
/** 都有谁, 叫什么: persons are told by name. */
const NAMES = /谁|名字|姓名|叫(?:什么|啥)|哪(?:几|些)(?:个|位|名)?人|哪[几两三](?:个|位)/u;
/** 一共列了多少项处理. */
const NUMBER_OF_ITEMS = /(?:多少|(?<!哪)几)(?:项|条)/u;
/** 各项加起来对得上吗: the sum of the items against the heading. */
const CHECK = /加起来|相加|合计|对得上|对不对|一致|核对|各项|逐[条项]|明细/u;

export const sanctionsIntent: Intent = {
  name: 'sanctions',
  examples: [
    '诫勉谈话处理了多少人',
    '因近亲繁殖被组织处理的共几人',
    '受党内警告的有几位',
    '哪几项处分跟幼儿园有关',
    '多少人被诫勉',
  ],
  ceiling: 0.95,
  score: (context) => {
    const { text } = context.question;
    if ((followSanctions(context) ?? []).length > 0) return 0.9;
    if (!speaksOfSanctions(context) || /措施|举措/u.test(text)) return 0;
    // 组织处理第三项是谁: one item, by its number.
    if (context.question.references.some(({ kind, units }) => kind === 'sanction' && units.length > 0))
      return 0;
    const asks = SUM.test(text)
      ? 0
      : PERSONS.test(text)
        ? 0.88
        : ITEMS.test(text) || MOST_PERSONS.test(text)
          ? 0.87
          : 0;
    if (asks === 0) return 0;
    const filter = readSanctionFilter(context);
    if (!namesPartFour(context, filter)) return 0;
    if (filter.unknown.length > 0 && !(CHECK.test(text) && filter.groups.length === 0)) return 0;
    // 有没有被免掉的 after an answer about some matter is asked of that matter.
    if (filter.groups.length === 0 && leansOnMeasures(context)) return 0;
    const narrowed =
      filter.kinds.length > 0 ||
      filter.measures.length > 0 ||
      filter.groups.length > 0 ||
      filter.without.size > 0 ||
      NUMBER_OF_ITEMS.test(text);
    if (!narrowed || selectSanctions(context, filter).length === 0) return 0;
    const joined = filter.kinds.length + (filter.measures.length > 0 ? 1 : 0) > 1;
    if (joined) return filter.groups.length > 0 ? 0.92 : 0.82;
    return context.question.references.length > 0 ? 0.95 : asks;
  },
  draft: (context) => {
    const meant = followSanctions(context) ?? [];
    return meant.length > 0
      ? draftMeant(context, meant)
      : draftSanctions(context, readSanctionFilter(context));
  },
};

/** 谁因为…被处理: persons are asked for, whom only part four lists. */
const WHO = /谁[^,。?]*被|哪些人[^,。?]*被/u;

/** 名单, 第四部分. */
const NAMED_LIST = /名单|第[四4]部分/u;

/**
 * False where a measure may tell it as well: 问责 alone, or persons counted for a ground that is only meant, not said
 * (违规指定的项目,几个人被诫勉); a measure of punishment (降薪, 清退) stands in part four.
 */
function namesPartFour({ question }: IntentContext, filter: SanctionFilter): boolean {
  const { text, references } = question;
  if (references.some(({ kind }) => kind === 'measure')) return false;
  if (NAMED_LIST.test(text) || references.length > 0) return true;
  if (filter.kinds.length === 0 && filter.measures.length === 0 && !/处理|收拾/u.test(text)) return false;
  const meant = filter.groups.some(({ asked }) => asked.length === 0);
  return (
    !meant || filter.measures.length > 0 || (ITEMS.test(text) && (filter.kinds.length > 0 || WHO.test(text)))
  );
}

/** True when the conversation is about measures, and no item of part four was spoken of. */
function leansOnMeasures({ question, turn, lookup }: IntentContext): boolean {
  const before = [...question.about, ...(turn?.history ?? []).flatMap(({ units }) => units)];
  return question.about.length > 0 && !before.some((id) => lookup.get(id)?.kind === 'sanction');
}

const FEW = 5;

/** The items that a message about persons spoken of before means, one by one. */
function draftMeant(context: IntentContext, meant: readonly Sanction[]): Draft {
  const rows = meant.map((sanction) => ({ sanction, mention: null, persons: sanction.persons }));
  const units = meant.map(({ unit }) => unit);
  const { lookup } = context;
  // Who is meant is told by name.
  const whole = units.map((unit) => claim(lookup.cite(unit).quote, [lookup.cite(unit)], { kind: 'item' }));
  return draftAnswer({
    claims: meant.length <= FEW ? whole : claimItems(context, rows),
    candidates: units.slice(0, 10),
    list: units,
    shown: Math.min(units.length, SHOWN_ROWS),
  });
}

function draftSanctions(context: IntentContext, filter: SanctionFilter): Draft {
  const { text } = context.question;
  const all = selectSanctions(context, filter);
  const rows = MOST_PERSONS.test(text) ? largest(all) : all;
  const whole = filter.groups.length === 0 && filter.measures.length === 0 && rows.length === all.length;
  const narrowed = filter.without.size > 0 || filter.heads !== null;
  const total = whole && !narrowed ? claimHeadings(context, filter.kinds) : [];
  const check = CHECK.test(text) || NUMBER_OF_ITEMS.test(text);
  const units = rows.map(({ sanction }) => sanction.unit);
  const lists = ITEMS.test(text) && !NUMBER_OF_ITEMS.test(text);
  const items = total.length > 0 && !lists ? [] : claimItems(context, rows);
  const sums = total.length > 0 && !check ? [] : [claimPersons(filter, rows)];
  return draftAnswer({
    claims: [...total, ...sums, ...items],
    candidates: units.slice(0, 10),
    list: items.length > 0 ? units : [],
    shown: items.length,
    suggestions: total.length > 0 ? ['列出各项'] : [],
  });
}

/** The items that count most persons. */
function largest(rows: readonly SanctionRow[]): SanctionRow[] {
  const most = Math.max(0, ...rows.map(({ persons }) => persons));
  return rows.filter(({ persons }) => persons === most);
}

/** An item this short is quoted whole, and every one of few where persons are asked for by name. */
const SHOWN_WHOLE = 100;

/** 「诫勉谈话处理情况(27人)」: the head-count the bulletin prints for a kind. */
function claimHeadings(context: IntentContext, kinds: readonly SanctionKind[]): DraftClaim[] {
  return kinds.flatMap((kind) => {
    const heading = findHeadCount(context, kind);
    return heading === null ? [] : [claim(heading.citation.quote, [heading.citation])];
  });
}

function claimPersons(filter: SanctionFilter, rows: readonly SanctionRow[]): DraftClaim {
  const persons = rows.reduce((sum, row) => sum + row.persons, 0);
  const kinds = filter.kinds.map((kind) => KIND_LABELS[kind]).join('、');
  const words = filter.groups
    .filter(({ asked }) => asked.length > 0)
    .map(({ asked, told }) => `${told === undefined ? '写到' : '人员属'}“${asked.join('”“')}”`)
    .join('、');
  const asked = [
    filter.without.size === 0
      ? ''
      : filter.excluded.length === 0
        ? '按所说排除后,'
        : `除“${filter.excluded.join('”“')}”外,`,
    words === '' ? '' : `${words}的`,
    filter.measures.length > 0 ? filter.measures.join('、') : kinds === '' ? '处理' : kinds,
  ].join('');
  const heads = rows.map((row) => String(row.persons));
  const each = filter.heads === null ? '' : `(${filter.heads.label})`;
  const sum = `。计算:${rows.length === 1 ? '' : `${heads.join('+')}=`}${persons}人${each}`;
  return claim(
    `${asked}${each === '' ? '' : '中这样的'}共${rows.length}项${sum}`,
    rows.map((row) => quoteRow(row)),
    { computed: [`${rows.length}项`, `${persons}人`, ...heads, ...(filter.heads?.computed ?? [])] },
  );
}

function claimItems(context: IntentContext, rows: readonly SanctionRow[]): DraftClaim[] {
  return rows.slice(0, SHOWN_ROWS).map((row) => {
    const { sanction } = row;
    const item = context.lookup.get(sanction.unit)?.text ?? '';
    const byName = rows.length <= FEW && NAMES.test(context.question.text);
    if (item.length <= SHOWN_WHOLE || byName)
      return claim(item, [context.lookup.cite(sanction.unit)], { kind: 'item' });
    const heads = item.includes(`${sanction.persons}人`);
    const text = `${describeGround(context, row)}:${sanction.measure.value}${heads ? `,${sanction.persons}人` : ''}`;
    return claim(text, [quoteRow(row)], { kind: 'item' });
  });
}

function describeGround({ bulletin }: IntentContext, { sanction, mention }: SanctionRow): string {
  const inGround = mention === null || holds(sanction.ground, mention.citation);
  return inGround
    ? sanction.ground.quote
    : `${showQuote(mention.citation, bulletin.source)}(${sanction.ground.quote})`;
}

function holds(ground: Citation, inner: Citation): boolean {
  return ground.span.start < inner.span.end && inner.span.start < ground.span.end;
}

/** The words asked for where they stand outside the ground, else the ground. */
function quoteRow({ sanction, mention }: { readonly sanction: Sanction } & SanctionRow): Citation {
  return mention === null || holds(sanction.ground, mention.citation) ? sanction.ground : mention.citation;
}
