// phrase as typed → pattern over the printed text: exact but for quotes, blanks and widths; near with filler words between
import type { Unit } from '../bulletin/bulletin.ts';
import { rememberEach } from '../text/remember.ts';

/** Marks people leave out or put in: 马上就办真抓实干 / “马上就办、真抓实干”. */
const MARKS = '[\\s“”‘’"\'「」『』]';
/** What the genre slips into its compounds: 党建巡诊 / 党建工作巡诊, 消防隐患 / 消防安全隐患, 国有房产 / 国有(集体)房产. */
const FILLER =
  '(?:重点|工作|专项|常规|提升|建设|整治|基层|项目|相关|有关|综合|全面|集中|长期|严重|问题|公开|安全|服务|管理|治理|改造|整改|规划|污染|点题|微信|地块|片区|新改|改(?=扩建)|[(（][^()（）]{1,6}[)）]|的|之|及|和)';
/** General words at the end of a compound that say less than what stands before them: 赖悦心案, 小微权力监督平台. */
export const GENERAL_TAIL =
  /(?:的?案子|案件|一案|案|事件|的事|一事|平台|热线|项目|工程|系统|工作|改造|防控|防治|化解|处置|整治|治理|建设|提升|管理|运营|搬迁|征迁|推广|推行|行动|活动|机制|制度|现象|情况|事项|地块|那边|这块|小程序|公众号|app|软件|老街|街区|片区|一带|周边|附近|旁边)$/u;
/** Below this a compound has no inside a filler could stand in. */
const SHORTEST_COMPOUND = 4;

const WIDE: Readonly<Record<string, string>> = {
  '(': '[(（]',
  ')': '[)）]',
  ',': '[,，]',
  ':': '[:：]',
  ';': '[;；]',
  '-': '[-—–~]',
  '+': '[+＋]',
  '%': '[%％]',
  '、': '[、，,]?', // 元宵、清明 / 元宵清明
};

/** Where a unit first prints a phrase; null where it does not. */
export type FindPhrase = (unit: Unit) => RegExpExecArray | null;

/** Finds the phrase wherever it is printed, whatever quotes or blanks stand inside. Never finds the empty string. */
export function compileExact(phrase: string): FindPhrase {
  return createFinder(phrase, () => exactSource(phrase));
}

export function exactSource(phrase: string): string {
  return charactersOf(phrase).join(`${MARKS}*`);
}

/**
 * No unit prints a phrase in any form without its Chinese characters, which is quick to see: a pattern is compiled, and
 * tried, only where they all stand.
 */
function createFinder(phrase: string, sourceOf: () => string): FindPhrase {
  const characters = phrase.match(/\p{Script=Han}/gu) ?? [];
  let pattern: RegExp | null = null;
  return (unit) => {
    const printed = printedIn(unit);
    if (!characters.every((character) => printed.has(character))) return null;
    pattern ??= new RegExp(sourceOf(), 'iu');
    return pattern.exec(unit.text);
  };
}

const printedIn = rememberEach(({ text }: Unit): ReadonlySet<string> => new Set(text));

/** The same with up to two filler words at one or more places inside; null for phrases too short to have an inside. */
export function compileNear(phrase: string): FindPhrase | null {
  const characters = charactersOf(phrase);
  if (characters.length < SHORTEST_COMPOUND) return null;
  const write = (character: string, index: number): string => {
    const inside = index >= 2 && index <= characters.length - 2;
    return inside
      ? `(?:${FILLER}|${MARKS}){0,3}${character}`
      : `${index === 0 ? '' : `${MARKS}*`}${character}`;
  };
  return createFinder(phrase, () => characters.map(write).join(''));
}

/** Ends of names that are shortened by leaving out their middle: 海荣产业园 for 海荣供应链平台经济产业园. */
const NAME_END =
  /(?:产业园|小学|中学|幼儿园|医院|地块|街区|广场|大厦|生活馆|会馆|基地|实验室|经合社|公司|集团|领导小组|中心组)$/u;
/** What may stand in the gap: no punctuation, no word that joins or ends a name. */
const GAP = '(?:(?![的和及与等在对为是由将已将向至])[\\u4e00-\\u9fff]){0,10}?';

/** 扬尘整治, 整治扬尘: a thing and what is done to it, in either order. */
const ACT = '(?<act>整治|治理|清理|排查|化解|处置|拆除|改造|征收|征迁)';
const THING = '(?<thing>\\p{Script=Han}{2,4})';
const DONE_TO = new RegExp(`^${THING}${ACT}$`, 'u');
const ACT_FIRST = new RegExp(`^${ACT}${THING}$`, 'u');

/** The same two the other way round; null for words of no such form. */
export function compileTurned(phrase: string): FindPhrase | null {
  const { thing, act } = DONE_TO.exec(phrase)?.groups ?? {};
  if (thing !== undefined && act !== undefined) return compileExact(`${act}${thing}`);
  const turned = ACT_FIRST.exec(phrase)?.groups;
  return turned === undefined ? null : compileNear(`${turned['thing'] ?? ''}${turned['act'] ?? ''}`);
}

/** A name with its middle left out; null for phrases that do not end like a name or have no head of two characters. */
export function compileShortened(phrase: string): FindPhrase | null {
  const end = NAME_END.exec(phrase)?.[0];
  if (end === undefined) return null;
  const head = charactersOf(phrase.slice(0, -end.length));
  return head.length < 2 ? null : createFinder(phrase, () => `${head.join(`${MARKS}*`)}${GAP}${end}`);
}

/** Kinds that several names share: 柳桥、河西等2个社区, 柳桥、河西社区. */
const SHARED_KIND =
  /(?<=^.{2,10})(?:(?:管理)?系统|社区|街道|小区|夜市|小学|中学|幼儿园|医院|地块|片区|街区|广场|市场|商场|公司|集团|村|镇|乡|县|区|路|桥)$/u;

/** Of another kind it would not share: 柳桥、河西街道、东山社区. */
const OTHER_NAME =
  '(?:(?!社区|街道|小区|夜市|[中小]学|医院|公司|集团|[局委办院镇村乡县区])[\\u4e00-\\u9fff]){2,8}';

/** The pattern of a name whose kind stands behind others it shares it with; null for words that are no such name. */
export function sharedSource(phrase: string): string | null {
  const kind = SHARED_KIND.exec(phrase)?.[0];
  if (kind === undefined) return null;
  const head = charactersOf(phrase.slice(0, -kind.length)).join(`${MARKS}*`);
  return `${head}(?:(?:[、和及与]${OTHER_NAME}){1,8}(?:等)?(?:\\d+|[一二两三四五六七八九十]+|多)?个?|等(?:\\d+|[一二两三四五六七八九十]+|多)?个)${kind}`;
}

/** The same as a finder. */
export function compileShared(phrase: string): FindPhrase | null {
  const source = sharedSource(phrase);
  return source === null ? null : createFinder(phrase, () => source);
}

/** The body in front of a name that says itself what is meant: 区委常委班子 of 区委常委班子巡视整改专题民主生活会. */
const HEAD =
  /^(?<head>(?:[省市区县旗镇乡]|街道)?(?:党?委|政府|人大|政协|纪委(?:监委)?)(?:常委)?(?:会|班子|党组|办公室)*)(?:(?:召?开|举[行办]|组织|办|搞|印发|制定|出台)(?:过|了)?的)?(?<name>\p{Script=Han}{8,})$/u;
/** Before the name alone; another body would make it another's. */
const BARE_BEFORE = '[^\\u4e00-\\u9fff]|[在的于了并和与及开]';

/** The name with part of its body or none: 区委巡视整改专题民主生活会, 在巡视整改专题民主生活会上; null for words of no such form. */
export function compileHeadless(phrase: string): FindPhrase | null {
  const { head = '', name = '' } = HEAD.exec(phrase)?.groups ?? {};
  if (name === '') return null;
  const heads = Array.from({ length: head.length - 1 }, (_, at) => head.slice(0, at + 2));
  return createFinder(name, () => `(?<=^|${BARE_BEFORE}|${heads.join('|')})${exactSource(name)}`);
}

/** 赖悦心案 → 赖悦心, 小微权力监督平台 → 小微权力监督; null when nothing distinctive would be left. */
export function cutTail(phrase: string): string | null {
  const core = phrase.replace(GENERAL_TAIL, '');
  return core !== phrase && charactersOf(core).length >= 3 ? core : null;
}

function charactersOf(phrase: string): string[] {
  const plain = Array.from(phrase.replace(new RegExp(MARKS, 'gu'), ''));
  return plain.map((character, index) => {
    const source = WIDE[character] ?? character.replace(/[.*?^${}|[\]\\/]/u, '\\$&');
    if (!/\d/u.test(character)) return source;
    return `${index === 0 ? NO_DIGIT_BEFORE : ''}${source}${index === plain.length - 1 ? NO_DIGIT_BEHIND : ''}`;
  });
}

/** “1234” is not printed in 12345, nor 5人 in 15人. */
const NO_DIGIT_BEFORE = '(?<!\\d[.,]?)';
const NO_DIGIT_BEHIND = '(?![.,]?\\d)';
