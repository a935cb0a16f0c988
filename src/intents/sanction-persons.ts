// persons of some body → the items that print the body, or one of its kind (学校的人 → 小学, 中学), with the posts asked for
import type { Unit } from '../bulletin/bulletin.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** 学校的人, 社区里的干部、工作人员, 街道一级的干部: persons of a body, whatever their posts. */
const PERSONS_OF =
  /^(?<of>.{2,12}?)(?:一级|系统|条线|口子?|里面?|里头|上|方面)?(?:的|里的)?(?:(?:干部|工作人员|人员|人|职工|员工|同志)(?:、|和|及|或者?)?)+$/u;
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

/** 区水投集团 → 柳桥水投集团: the same body with its place for its level, as the ledger knows it. */
export function formsOfBody(
  { organizations }: Pick<Ledger, 'organizations'>,
  words: string,
): readonly string[] {
  const name = words.replace(/^[省市区县旗]/u, '');
  const body = organizations.find(({ variants }) => variants.includes(words));
  return (body?.variants ?? []).filter((form) => form !== name && form.endsWith(name));
}

/** 街道的书记、主任, 街道书记和主任: posts at a kind of body. */
const POSTS_AT =
  /^(?:(?<of>\p{Script=Han}{2,8})的(?<posts>\p{Script=Han}{2,4}(?:(?:、|和|及|或)\p{Script=Han}{2,4})*)|(?<kind>街道|社区|公司|集团|中心)(?<row>\p{Script=Han}{2,4}(?:(?:、|和|及|或)\p{Script=Han}{2,4})+))$/u;
/** A body of another kind between the two holds the post itself: 柳桥街道…社区主任. */
const OTHER_BODY = '社区|村|公司|中心|局|所|大队|院|校|园';

/** The items that print the post right behind the body; null where the words name no posts at one. Schools go by many short names. */
export function findPostsAt(items: readonly Unit[], words: string, isPost: RegExp): readonly Unit[] | null {
  const { kind, row = '', of = kind, posts = row } = POSTS_AT.exec(words)?.groups ?? {};
  const named = posts.split(/、|和|及|或/u);
  if (of === undefined || of.endsWith('学') || !named.every((post) => isPost.test(post))) return null;
  const source = `${of}(?:(?!${OTHER_BODY})[\\u4e00-\\u9fff]){0,8}(?:${named.join('|')})`;
  const pattern = new RegExp(source, 'u');
  return items.filter(({ text }) => pattern.test(text));
}
