// the words people use for sanctions: kinds, measures and their everyday names, what counts persons, what names a list
import type { SanctionKind } from '../ledger/ledger.ts';

const KINDS: readonly (readonly [SanctionKind, RegExp])[] = [
  ['admonition', /诫勉/u],
  ['organizational', /组织处理|组织调整/u],
  ['disciplinary', /党纪|政务|党内|处分/u],
];

export const KIND_LABELS: Readonly<Record<SanctionKind, string>> = {
  disciplinary: '党纪政务处分',
  organizational: '组织处理',
  admonition: '诫勉',
};

/** The kinds of sanction the words name. */
export function namedKinds(text: string): SanctionKind[] {
  return KINDS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
}

/** Measures of the genre as people name them, long ones first. */
export const MEASURE =
  /党内严重警告|党内警告|政务警告|留党察看|开除党籍|记大过|记过|撤职|撤销|降职降薪|调岗降薪|降职|降薪|调岗|清退|免职|调整岗位|严重警告|警告/u;

/** 降了工资, 撤了职, 挪了窝, 被开掉: what people say for a measure. */
const SPOKEN: readonly (readonly [string, RegExp])[] = [
  ['降薪', /(?:降|减|扣)(?:了|掉)?(?:工资|薪水|待遇|收入)/u],
  ['降职', /降(?:了|过)(?:职|级)|官降/u],
  ['免职', /(?:免|撤|丢)(?:了|掉|过)?(?:他|她|他们)?(?:的)?(?:职务|官|乌纱帽)|免了职|被免/u],
  ['清退', /(?:被)?(?:辞退|开掉|清出去|请出去|赶走)/u],
  ['政务处分', /(?<!党纪)政务处分/u],
  ['调整岗位', /换(?:了|过)?岗位|挪(?:了)?(?:窝|位置|岗)/u],
];

/** The measures asked for, by their names or in everyday words. */
export function readMeasures(text: string): string[] {
  const named = [...text.matchAll(new RegExp(MEASURE.source, 'gu'))].map(([found]) => found);
  const spoken = SPOKEN.filter(([, pattern]) => pattern.test(text)).map(([measure]) => measure);
  return [...new Set([...named, ...spoken])];
}

/** 政务警告 is a 政务处分. */
export function holdsMeasure(printed: string, asked: string): boolean {
  return printed.includes(asked.replace(/处分$/u, ''));
}

/**
 * (不算严重警告), 不含诫勉; 政务警告的别算; (降职除外); 跟招投标没关系的; 没被免职只是…, 不是清退的: says what is left out;
 * 不管降职还是调岗: makes no difference.
 */
export const EXCLUDED =
  /(?:不是|并非|非)因为?(?<other2>[^(),]{2,12}?)(?:而)?(?=被|受|挨|组织|处|诫)|[(,]?(?:不管|不论|无论)[^(),]*[),]?|[(,]?(?:不算|不含|不包括|不计|除去|除了|除开|除掉|刨去|刨除|抛开)(?<what>[^(),]*)[),]?|(?<=^|[,;?(。])(?<other>[^(),;?。]{2,16}?)(?:都|就|可)?(?:别|不|不要|不用)(?:算|计|数|统计)(?:上|进去?|在内)?(?=[),;。?]|$)|(?<=^|[,;?。]|里[面头]?|处[理分]中|当中|之中)[(]?(?<except>[^(),;?。里中]{2,12}?)(?:除外|以外|之外|不在内)的?[)]?|[(](?<aside>[^(),;?。]{2,12}?)(?:除外|以外|之外|不在内)[)]|(?:跟|与|和|同)(?<apart>[^(),]{2,14}?)(?:没有?关系|没关|无关|不相干|不沾边)的?|(?:(?:没有?|未)(?:被|受到?|挨)|(?<!是)不是|并非|不属于?)(?!因)(?<not>[^(),的]{2,6}?)(?:的|[,而但]?只是?)/gu;

export const SANCTION_WORDS =
  /(?:被|受到?|普通的?|给予|给了|予以|遭到?|挨了?|吃了?|背了?|上了?|进了?|点名|共|一共|总共)*(?:党纪政务处分|党纪处分|政务处分|党内严重警告|党内警告|政务警告|严重警告|警告|组织处理|其他处理|诫勉谈话|诫勉处理|诫勉|降职降薪|调岗降薪|降职|降薪|调岗|清退|免职|调整岗位|处分|处理|收拾|问责|追责|(?:降|减|扣)了?(?:工资|薪水|待遇)|换了?岗位)(?:处分|处理)?(?:名单|情况|事项|结果)*(?:上|里头|里面?|中|当中|之中)?(?:的|了|过)*(?:或者?|和|、)?/gu;
export const PERSON_WORDS =
  /(?:一共|总共|共计|合计|总计|(?:加|合|凑)(?:起来|在?一起|一块儿?)(?:给|动|点|处理|处分)?|拢共|共|都|各|有|是|了|(?<!处)分|列|列了|点了|涉及)*(?:多少|哪?几|哪些)(?:个|名|位)?(?:人员|人次|人|名|位|干部|责任人|项|条)?|头头|当官的|(?:的)?(?:人员|责任人|干部|人)(?:里面?|里头|中|当中)(?=[^\s]|$)|人数|有(?:没有)?(?:什么)?(?:人|干部|领导)(?=因|被|受|挨|为|由于)|(?:都)?(?:有|是)谁|(?:都有)?谁(?=因|被|受|挨|为|由于)|哪(?:几)?[个位]|为它挨|为这(?:个|事)/gu;
/** 哪一项牵涉的人最多, 人数最多的是哪项. */
export const MOST_PERSONS =
  /哪[一几]?(?:项|条|批|起|件|档)[^,。?]*人(?:数)?(?:最|更)多|(?:(?:一次|一下子?|一项|单项)?(?:牵涉|涉及|处理|牵扯)的?)?人(?:数)?最多的?[^,。?]*(?:哪[一几]?(?:项|条|批|起|件|档)|什么)(?:子?事)?(?:,?(?:有)?几个人)?|(?:一|单)项[^,。?]{0,4}人(?:数)?最多的?(?:是|有)?(?:几|多少)(?:个?人|名|位)/u;
export const LIST_WORDS =
  /处分(?:那|这)(?:一)?(?:部分|块)|(?:(?:就|只|请)?看)?第[一二三四五六七八九十]+大?块(?:里面?|上|中|的)*|(?:第[一二三四五六七八九十]+大?部分|通报|名单|附件|公布)(?:里头|里面?|上|中|的|公布的)*/gu;
