// a part of a stated total asked for, or another measure of it → what the sentence leaves undivided or unmeasured
import { readPairs } from '../search/ask-kinds.ts';
import type { Fit } from './fit.ts';

/** 近三年19812件噪声投诉里面,跳广场舞的占了多少件: a total the asker knows, and a part of it. */
const PART =
  /[\d一二两三四五六七八九十百千万](?:余|多|来|万)?[个件名家处人条户宗起份次所位项座栋场台](?!月)[^,。]{0,16}?(?:里[面头边]?|当中|之中|其中|中(?![心学小队院医层]))[,、]?(?:有)?(?<part>[^,。\d]{2,12}?)(?<told>的)?(?:(?:占|有|是|一共|总共|各)了?|(?<done>了))?(?:多少|几)/u;
/** 13件信访积案,征地拆迁类占几件; 102家养老机构,养老院、食堂各占几家. */
const SHARE =
  /[\d一二两三四五六七八九十百千万](?:余|多|来|万)?[个件名家处人条户宗起份项][^,。]{1,16}[,、](?<part>[^,。\d]{2,20}?)各?占(?:了)?(?:多少|几)(?<kind>[个件名家处人条户宗起份项])?/u;

/** 71名教师里有几个博士: the part behind what asks for its number. */
const PART_BEHIND =
  /[\d一二两三四五六七八九十百千万][个件名家处人条户宗起份次所位项](?!月)[^,。]{0,16}?(?:里[面头边]?|当中|之中|中)[,]?有?(?:多少|几)(?:个|名|位|家|件|条)(?:是)?(?<part>\p{Script=Han}{2,4})[?。]*$/u;
/** 其中外资的有几户, after a total. */
const OF_THE_LAST =
  /^(?:那|这)?(?:其中|里面|里头|当中|这(?:里|当)[面中])[,、]?(?:有)?(?<part>[^,。\d一二三四五六七八九十]{2,8}?)的?(?:占|有|是|一共|总共)?了?(?:多少|几)/u;

/** 个体户, 匿名举报: a part by its name; 拆掉的, 弄完的, 说得有道理的 are told in the asker's own words. */
const NAME = /^[^的了没不已还被]{2,6}(?<![完好掉成])$/u;

/** 匿名举报 of 134件信访举报: what the part shares with its whole tells nothing. */
function sharesPair(part: string, whole: string, sentence: string): boolean {
  const own = [...readPairs(part)].filter((pair) => !whole.includes(pair));
  return own.length === 0 || own.some((pair) => sentence.includes(pair));
}

/** 养老院、食堂各占几家 of a sentence that counts them together. */
function countsEach(part: string, kind: string | undefined, sentence: string): boolean {
  if (kind === undefined) return true;
  const figures = sentence.match(new RegExp(`\\d[余多]?${kind}`, 'gu')) ?? [];
  return figures.length >= Math.min(part.split('、').length, 3);
}

/** 三千多处房子,行政单位、国企各占几处: one question on the shares of one whole. */
export function asksForShares(text: string): boolean {
  return SHARE.exec(text)?.groups?.['part']?.includes('、') === true;
}

/** What is lacking where the part is not counted. */
export const PART_LACK = '其中这一部分的数';

/** 开出, 追回; not 某社区分到. */
const LONGEST_DEED = 3;

/** True where nobody counted the part: words of it nothing around the passage knows, or nothing of it in the sentence. */
export function asksUncountedPart(text: string, sentence: string, fit: Pick<Fit, 'missing'>): boolean {
  const share = SHARE.exec(text);
  const found = PART.exec(text) ?? share;
  const { part = '', told, done } = found?.groups ?? {};
  // 395宗里开出了多少份通知书: what was done with the whole.
  if (done !== undefined && part.length <= LONGEST_DEED) return false;
  if (fit.missing.some((word) => part.includes(word))) return true;
  const each = share?.groups ?? {};
  if (each['part']?.includes('、') === true && !countsEach(each['part'], each['kind'], sentence)) return true;
  const ofLast = OF_THE_LAST.exec(text)?.groups?.['part'] ?? '';
  if (NAME.test(ofLast) && !sharesPair(ofLast, '', sentence)) return true;
  const behind = PART_BEHIND.exec(text)?.groups?.['part'] ?? '';
  if (NAME.test(behind) && !sharesPair(behind, text.slice(0, text.indexOf(behind)), sentence)) return true;
  const whole = text.slice(0, text.indexOf(part));
  if (told !== undefined || !NAME.test(part)) return false;
  return !sharesPair(part, whole, sentence) || countsWithOthers(part, whole, sentence);
}

/** 养老院、照料中心等102家机构: the part stands beside no figure but that of the whole. */
function countsWithOthers(part: string, whole: string, sentence: string): boolean {
  const total = /\d+/u.exec(whole)?.[0];
  const clauses = sentence.split(/[,;。]/u).filter((clause) => clause.includes(part));
  return (
    total !== undefined &&
    clauses.length > 0 &&
    clauses.every((clause) => clause.includes('、') && !/\d/u.test(clause.replaceAll(total, '')))
  );
}

/** 3419处房产的建筑面积: figures of three digits and more with what they count. */
const PINNED = /(?<![\d.])\d{3,}[个件名家处人条户宗起份]/gu;
const OTHER_MEASURE = /面积|多少(?:钱|平方|亩|万元|元)|金额|总价/u;

/** A figure that tells which matter is meant and stands in another unit: what this one measures is something else. */
export function measuresAnother(text: string, unit: string, source: string): boolean {
  if (!OTHER_MEASURE.test(text)) return false;
  const pinned = (text.match(PINNED) ?? []).filter((figure) => source.includes(figure));
  return pinned.length > 0 && pinned.every((figure) => !unit.includes(figure));
}
