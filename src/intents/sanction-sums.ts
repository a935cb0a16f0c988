// 处分、组织处理、诫勉加一块多少人, 其他处理里扣掉诫勉的, 诫勉里因…的占几成 → head-counts of part four added, subtracted, divided
import type { Citation } from '../bulletin/bulletin.ts';
import type { SanctionKind } from '../ledger/ledger.ts';
import { rememberEach } from '../text/remember.ts';
import { formatNumber } from './figure-words.ts';
import {
  claim,
  draftAnswer,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import { readSanctionFilter, speaksOfSanctions } from './sanction-filter.ts';
import { findHeadCount, type HeadCount, type HeadCounted } from './sanction-headings.ts';
import { selectSanctions } from './sanction-select.ts';
import { namedKinds } from './sanction-words.ts';

type Operation = 'sum' | 'gap' | 'rest' | 'share' | 'times';

interface Asked {
  readonly operation: Operation;
  readonly terms: readonly HeadCounted[];
}

/** One part of the items over what it is part of: 诫勉的人里因挪用公款的. */
interface Part {
  readonly persons: number;
  readonly citations: readonly Citation[];
  readonly whole: HeadCount;
}

export const sanctionSumsIntent: Intent = {
  name: 'sanction-sums',
  examples: [
    '党纪政务处分、组织处理、诫勉谈话加一块多少人次',
    '其他处理里扣掉诫勉的还有多少人',
    '诫勉比组织处理多几个人',
    '组织处理的人里近亲繁殖占百分之几',
  ],
  ceiling: 0.96,
  score: (context) => (draftSums(context) === null ? 0 : 0.96),
  draft: (context) => draftSums(context) ?? draftAnswer({ refusal: 'unclear' }),
};

const draftSums = rememberEach((context: IntentContext): Draft | null => {
  const { text, references } = context.question;
  const lists = /名单|[三3][类份种]/u.test(text);
  if (context.ledger.sanctions.length === 0 || (!speaksOfSanctions(context) && !lists)) return null;
  if (references.some(({ kind }) => kind !== 'section')) return null;
  const asked = readAsked(context);
  if (asked !== null) return draftAsked(context, asked);
  const part = readPart(context);
  return part === null ? null : draftPart(part);
});

const TERMS: readonly (readonly [sign: string, of: HeadCounted, words: RegExp])[] = [
  ['x', 'other', /[“"]?其他(?:处理|情况)[”"]?/gu],
  [
    'd',
    'disciplinary',
    /[“"]?(?:党纪政务处分|党政纪处分|党纪(?:和|与|、)?政务处分|党纪处分|(?<!政务)处分)[”"]?/gu,
  ],
  ['o', 'organizational', /[“"]?组织(?:处理|调整)[”"]?/gu],
  ['a', 'admonition', /[“"]?诫勉(?:谈话|处理)*[”"]?/gu],
  [
    't',
    'all',
    /(?:全部|所有|整个)?(?:被|受)?(?:到)?(?:处理|问责)?的?责任人|(?:全部|所有)(?:被|受到?)处理的?(?:人员|人|干部)|被处理(?:人员)?总(?:人)?数/gu,
  ],
];
/** 三类处理, 三份名单: every list of items. */
const EVERY_LIST = /[三3](?:大)?(?:类|种|份|个|张)(?:处理|处置|名单|的)*/gu;
const SIGNS: readonly (readonly [sign: string, words: RegExp])[] = [
  ['Sn', /(?:人数|总人数)?(?:的)?(?:总和|之和|总数|总人数)/gu],
  ['%', /(?:多大|多少)?的?比[例重]|百分之(?:几|多少)|几分之几|百分比|占比|几成/gu],
  ['*', /(?:多少|几)倍/gu],
  ['n', /(?:多少|(?<!哪)几)(?:个人|个|名|位|人次|人|号人)?/gu],
  ['-', /扣(?:除|掉|去)|减(?:去|掉)|刨(?:去|掉|除)|除(?:去|掉|了|开)|去掉|(?:不算|不含|不包括)/gu],
  ['<', /相差|差距|差|(?:多|少)(?:出|了)*(?=\s*n)/gu],
  ['>', /比(?![例重])/gu],
  ['Z', /占(?:到|了|去|全部|总数|总人数)?的?/gu],
  ['E', /各自?|分别|每/gu],
  [
    'S',
    /加(?:起来|上|在?一?起|在?一块儿?|总|到一起)?|合(?:起来|计|在?一起|在?一块儿?|共)?|相加|[一总共拢]共|共计|总计|共/gu,
  ],
  ['+', /[、和与跟及,]|以及|同/gu],
];
const FILLER =
  /第[四4]部分|通报|名单|人数|人次|情况|总人|被|受到?|给予|予以|挨|吃|人头|把|将|因|列[入了]?|上|点名|这|那|两|三|份|类|种|项|者|块儿?|一起|数|的|了|是|有|为|在|里面?|里头|当中|其中|中|名下|还|以后|之后|后|剩下?|剩余|余下?|都|就|一下|算|人员|干部|人|名|位|个|呢|吗|啊|呀|请问?|[?。!:;“”"()\s]/gu;

/** Null where other words are said, or a number that is none of the head-counts named. */
function readAsked(context: IntentContext): Asked | null {
  let row = context.question.text;
  const terms = new Map(TERMS.map(([sign, of]) => [sign, findHeadCount(context, of)]));
  const every = TERMS.filter(
    ([sign, of]) => !'xt'.includes(sign) && terms.get(sign) !== null && of !== 'all',
  );
  if (!TERMS.some(([, , words]) => row.search(words) >= 0))
    row = row.replace(EVERY_LIST, ` ${every.map(([sign]) => sign).join('+')} `);
  for (const [sign, , words] of TERMS) row = row.replace(words, ` ${sign} `);
  for (const [sign, count] of terms) {
    const printed = new RegExp(`(?<!\\d)${String(count?.persons ?? 'x')}(?:个人|个|名|位|人)?`, 'gu');
    row = row.replace(printed, row.includes(` ${sign} `) ? '' : ` ${sign} `);
  }
  for (const [sign, words] of SIGNS) row = row.replace(words, ` ${sign} `);
  row = row.replace(FILLER, '');
  if (!/^[xdoat+\-<>Z%*ESn]+$/u.test(row) || row.includes('E')) return null;
  const signs = row.match(/[xdoat]/gu) ?? [];
  const named = [...new Set(signs)].map((sign) => TERMS.find(([known]) => known === sign)?.[1] ?? 'all');
  if (named.some((of) => findHeadCount(context, of) === null)) return null;
  const operation = readOperation(row);
  // 285人里处分的和组织处理的一共几人: the whole is no term of it.
  const summed = operation === 'sum' ? named.filter((of) => of !== 'all') : named;
  if (operation === 'share') return readShare(context, named);
  const many = operation === 'sum' || operation === 'rest';
  return operation === null || summed.length < 2 || (!many && summed.length > 2)
    ? null
    : { operation, terms: summed };
}

/** Of all persons where no whole is named; 诫勉 is part of 其他处理, no kind is part of another. */
function readShare(context: IntentContext, named: readonly HeadCounted[]): Asked | null {
  const wholes = named.filter((of) => of === 'all' || of === 'other');
  const [whole = 'all'] = named.length > 1 ? wholes : [];
  const parts = named.filter((of) => of !== whole);
  if (parts.length === 0 || findHeadCount(context, whole) === null) return null;
  // 诫勉 is counted among 其他处理, and among no other kind.
  const within = parts.every((of) => (whole === 'all' ? true : of === 'admonition'));
  const apart = !(parts.includes('admonition') && parts.includes('other'));
  return within && apart ? { operation: 'share', terms: [...parts, whole] } : null;
}

function readOperation(row: string): Operation | null {
  if (row.includes('*')) return 'times';
  if (/[Z%]/u.test(row)) return 'share';
  if (row.includes('-')) return 'rest';
  if (row.includes('<')) return 'gap';
  return row.includes('S') && /n|S$/u.test(row) ? 'sum' : null;
}

function draftAsked(context: IntentContext, { operation, terms }: Asked): Draft | null {
  const counts = countApart(context, operation, terms);
  const [first, second = first] = counts;
  if (first === undefined || second === undefined) return null;
  const said = counts.map(({ persons }) => `${String(persons)}人`);
  const citations = counts.map(({ citation }) => citation);
  const headings = citations.map((citation) => claim(citation.quote, [citation]));
  const openings = counts.flatMap(({ opening }) => opening ?? []);
  const compute = (text: string, computed: readonly string[]): DraftClaim =>
    claim(`计算:${text}`, [...citations, ...openings], { computed: [...said, ...computed] });
  const answer = (...claims: readonly DraftClaim[]): Draft =>
    draftAnswer({ claims: [...headings, ...claims], candidates: citations.map(({ unit }) => unit) });
  switch (operation) {
    case 'sum': {
      const total = `${String(counts.reduce((sum, { persons }) => sum + persons, 0))}人`;
      const sum = counts.length > 1 ? [compute(`${said.join('+')}=${total}`, [total])] : [];
      return answer(...sum, ...claimWithin(context, terms));
    }
    case 'gap': {
      const [more = 0, less = 0] = counts.map(({ persons }) => persons).sort((a, b) => b - a);
      const gap = `${String(more - less)}人`;
      return answer(compute(`${String(more)}人−${String(less)}人=${gap}`, [gap]));
    }
    case 'rest': {
      const left = counts.reduce((rest, { persons }, at) => (at === 0 ? persons : rest - persons), 0);
      return left < 0 ? null : answer(compute(`${said.join('−')}=${String(left)}人`, [`${String(left)}人`]));
    }
    case 'times': {
      const times = `${formatNumber(first.persons / second.persons)}倍`;
      return answer(compute(`${said.join('÷')}≈${times}`, [times]));
    }
    case 'share': {
      const whole = counts.at(-1)?.persons ?? 0;
      const part = counts.slice(0, -1).reduce((sum, { persons }) => sum + persons, 0);
      if (part > whole) return null;
      const share = `${formatNumber((part / whole) * 100)}%`;
      const own = `${String(part)}人`;
      const sum = counts.length > 2 ? `${said.slice(0, -1).join('+')}=${own};` : '';
      return answer(compute(`${sum}${own}÷${said.at(-1) ?? ''}≈${share}`, [share, own]));
    }
  }
}

/** 其他处理 holds 诫勉 where that is listed under it: in a sum it is counted once. */
function countApart(
  context: IntentContext,
  operation: Operation,
  terms: readonly HeadCounted[],
): HeadCount[] {
  const counts = terms.flatMap((of) => findHeadCount(context, of) ?? []);
  const other = terms.includes('other') ? findHeadCount(context, 'other') : null;
  if (operation !== 'sum' || other === null) return counts;
  return counts.filter(
    ({ citation }) => citation.unit !== other.citation.unit || citation.quote === other.citation.quote,
  );
}

/** 诫勉 listed under 其他情况(260人) is counted there, which a sum of the lists does not hold. */
function claimWithin(context: IntentContext, terms: readonly HeadCounted[]): DraftClaim[] {
  const other = findHeadCount(context, 'other');
  const within = terms.flatMap((of) => (of === 'other' ? [] : (findHeadCount(context, of) ?? [])));
  const under = within.find(({ citation }) => citation.unit === other?.citation.unit);
  if (other === null || under === undefined || under.citation.quote === other.citation.quote) return [];
  const text = `“${under.citation.quote}”列在“${other.citation.quote}”之下`;
  return [claim(text, [other.citation, under.citation])];
}

const SHARE =
  /(?<!被|侵|霸)占[^,。?]{0,12}(?:多少|几|多大|比)|(?:多大|多少)的?比[例重]|比[例重](?:是|有|为)?多|几分之几|百分之(?:几|多少)|几成/u;
/** 占几个: a number of persons. */
const NUMBER = /占(?:了|到)?(?:多少|几)(?:个|名|位|人)/u;
const SHARE_WORDS =
  /(?<!被|侵|霸)占(?:了|到|去)?[^,。?]*$|(?:多大|多少)?的?比[例重][^,。?]*$|(?:里面?|当?中)?(?:几分之几|百分之(?:几|多少)|几成)[^,。?]*$/u;

/** Null where the part is not told by words of the items or by a measure, or its kind is not clear. */
function readPart(context: IntentContext): Part | null {
  const { question } = context;
  const text = question.text.replace(/[?。!]+$/u, '');
  if (!SHARE.test(text) || NUMBER.test(text)) return null;
  const base = text.replace(SHARE_WORDS, '');
  const filter = readSanctionFilter({ ...context, question: { ...question, text: base } });
  if (filter.unknown.length > 0 || filter.groups.length + filter.measures.length === 0) return null;
  const rows = selectSanctions(context, filter);
  const kinds = new Set<SanctionKind>(rows.map(({ sanction }) => sanction.kind));
  const named = namedKinds(text);
  const [kind, ...others] = named.length > 0 ? named : kinds;
  if (kind === undefined || others.length > 0) return null;
  const whole = findHeadCount(context, kind);
  const own = rows.filter(({ sanction }) => sanction.kind === kind);
  const persons = own.reduce((sum, row) => sum + row.persons, 0);
  if (whole === null || persons === 0 || persons > whole.persons) return null;
  return { persons, whole, citations: own.map(({ sanction }) => sanction.ground) };
}

function draftPart({ persons, whole, citations }: Part): Draft {
  const [part, all] = [`${String(persons)}人`, `${String(whole.persons)}人`];
  const share = `${formatNumber((persons / whole.persons) * 100)}%`;
  const units = citations.map(({ unit }) => unit);
  return draftAnswer({
    claims: [
      claim(whole.citation.quote, [whole.citation]),
      claim(`其中这样的共${String(citations.length)}项、${part}`, citations, {
        computed: [`${String(citations.length)}项`, part],
      }),
      claim(`计算:${part}÷${all}≈${share}`, [...citations, whole.citation], { computed: [part, all, share] }),
    ],
    candidates: units.slice(0, 10),
    list: units,
  });
}
