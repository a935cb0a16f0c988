// persons of some body → the items that print the body, or one of its kind (学校的人 → 小学, 中学), with the posts asked for
import type { UnitId } from '../bulletin/bulletin.ts';
import type { Ledger, Sanction } from '../ledger/ledger.ts';
import type { IntentContext } from './intent.ts';
import { peopleOf, personsIn } from './sanction-people.ts';

/** 学校的人, 社区里的干部、工作人员, 街道一级的干部: persons of a body, whatever their posts. */
const PERSONS_OF =
  /^(?<of>.{2,12}?)(?:一级|系统|条线|口子?|里面?|里头|上|方面)?(?:的|里的)?(?:(?:干部|工作人员|人员|人|教?职工|员工|同志|上班的?|工作的?|任职的?)(?:、|和|及|或者?)?)+$/u;
/** 处级干部, 党员干部, 相关责任人: ranks, not bodies. */
const RANK = /级$|^(?:党员|领导|相关|有关|责任|管理|工作|处理|被?处分|受处分|什么|哪些)/u;
/** What a kind of body is called in names. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  学校: ['学校', '小学', '中学', '职专'],
};

/** The body whose persons are asked for, without 的人, 的干部; null where none is named. */
export function bodyOfPersons(words: string): string | null {
  const of = PERSONS_OF.exec(words)?.groups?.['of'];
  return of === undefined || RANK.test(of) ? null : of;
}

/** 学校 → 小学 and 中学 too. */
export function formsOfKind(words: string): readonly string[] {
  return KINDS[words] ?? [words];
}

/** 柳桥街道…社区, …街道中心小学: a body of its own. */
const BELOW = '社区|村|小学|中学|幼儿园|公司|医院|卫生';

/** Classes of bodies as people call them, and what tells of one of their persons: a name of such a body, or a post only they have. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^(?:中小学|学校|校园)$/u, '学校|[中小]学|职专|教师|校长|督学|总务主任|NUMBER[小中]'],
  [/^小学$/u, '小学|NUMBER小'],
  [/^中学$/u, '中学|NUMBER中(?!队)'],
  [/^(?:幼儿园|幼儿院|园所)$/u, '幼儿园|园长'],
  [
    /^(?:教育(?:系统|口|部门)?|学校和幼儿园)$/u,
    '学校|[中小]学|职专|幼儿园|教师|教育[局系]|[校园]长|督学|总务主任|NUMBER[小中](?!队)',
  ],
  [/^(?:街道|街道办|镇|乡镇)$/u, `(?:街道|镇|乡)(?![\\u4e00-\\u9fff]{0,6}(?:${BELOW}))`],
  [/^(?:社区|居委会|村|村居)$/u, '社区|居委会|村委会'],
  [/^(?:医院|卫生(?:系统|口)?|医疗(?:系统|机构)?)$/u, '医院|卫生|疾控|院长|医[生师]|护[士师]'],
  [/^(?:国企|国有企业|区属企业|区属国企|公司|企业)$/u, '公司|集团|国有企业|国企|厂长'],
  [/^(?:城管(?:系统|口)?|执法队伍?)$/u, '城管|执法[大中]队|执法队|中队'],
];

/** Null where one of them is no class. */
function readClass(body: string): RegExp | null {
  const told = body
    .split(/、|和|及|或者?|以及/u)
    .map((kind) => CLASSES.find(([said]) => said.test(kind))?.[1] ?? '');
  if (told.includes('')) return null;
  // 柳桥一小: schools are called by their number.
  return new RegExp(told.join('|').replaceAll('NUMBER', '(?<![\\d年])[一二三四五六七八九十]'), 'u');
}

/** 甲校校长某某、乙公司经理某某等2人 → those told of in such words. */
export function countTold(context: Pick<IntentContext, 'lookup'>, sanction: Sanction, told: RegExp): number {
  const people = peopleOf(context, sanction);
  return people.length > 0
    ? people.filter((person) => told.test(person.told)).length
    : personsIn(context, sanction)
        .split(/[、,，;；]/u)
        .filter((person) => told.test(person)).length;
}

/** 跟幼儿园有关的处分: of a matter, not of persons. */
const ABOUT = /有关|相关|涉及|关系|沾边|因/u;

interface OfClass {
  readonly asked: readonly string[];
  readonly items: ReadonlyMap<UnitId, null>;
  readonly told: RegExp;
}

/** The items with a person told of in such words; null where there is none. */
function findTold(context: IntentContext, asked: string, told: RegExp): OfClass | null {
  const found = context.ledger.sanctions.filter((one) => countTold(context, one, told) > 0);
  return found.length === 0
    ? null
    : { asked: [asked], items: new Map(found.map(({ unit }) => [unit, null])), told };
}

/** 学校、幼儿园的人: items with a person told by a name or a post of the class, what they were sanctioned for left aside. */
export function findClass(context: IntentContext, written: string): OfClass | null {
  const body = bodyOfPersons(written) ?? (ABOUT.test(context.question.text) ? null : written);
  const told = body === null ? null : readClass(body);
  return body === null || told === null ? null : findTold(context, body, told);
}

/** 区水投集团 → 柳桥水投集团: the same body with its place for its level, as the ledger knows it. */
export function formsOfBody(
  { organizations }: Pick<Ledger, 'organizations'>,
  words: string,
): readonly string[] {
  const name = words.replace(/^[省市区县旗]/u, '');
  const body = organizations.find(({ variants }) => variants.includes(words));
  return (body?.variants ?? []).filter((form) => form !== name && form.endsWith(name));
}

/** 街道的书记、主任, 街道党工委书记和副书记, 江滨公司的部门正副经理: posts at a body, or a kind of body. */
const POSTS_AT =
  /^(?:(?<of>\p{Script=Han}{2,8})的(?<posts>\p{Script=Han}{2,6}(?:(?:、|和|及|或)\p{Script=Han}{2,6})*)|(?<kind>街道|社区|公司|集团|中心)(?<row>\p{Script=Han}{2,6}(?:(?:、|和|及|或)\p{Script=Han}{2,6})+))$/u;
/** A body of another kind between the two holds the post itself: 柳桥街道…社区主任. */
const OTHER_BODY = '社区|村|公司|中心|局|所|大队|院|校|园';
/** 江滨公司 for 江滨建设开发有限责任公司: a body by the ends of its name. */
const SHORTENED = /^(?<head>\p{Script=Han}{2,4})(?<end>公司|集团)$/u;
/** 部门正副经理: of a department, 经理 and 副经理. */
const DEPARTMENT = '[\\u4e00-\\u9fff](?:部|科|室|处)';

/** The items with a person who holds the post at the body; null where the words name no posts at one. Schools go by many short names. */
export function findPostsAt(context: IntentContext, words: string, isPost: RegExp): OfClass | null {
  const { kind, row = '', of = kind, posts = row } = POSTS_AT.exec(words)?.groups ?? {};
  const named = posts.split(/、|和|及|或/u);
  if (of === undefined || of.endsWith('学') || !named.every((post) => isPost.test(post))) return null;
  const { head, end } = SHORTENED.exec(of)?.groups ?? {};
  const body = head === undefined ? of : `${head}[\\u4e00-\\u9fff]{0,12}?${end ?? ''}`;
  const held = named.map((post) => post.replace(/^部门/u, DEPARTMENT).replace(/正副/u, '副?'));
  const told = new RegExp(`${body}(?:(?!${OTHER_BODY})[\\u4e00-\\u9fff]){0,8}(?:${held.join('|')})`, 'u');
  return findTold(context, words, told);
}
