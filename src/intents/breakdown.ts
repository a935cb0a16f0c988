// a part of a stated total asked for, or another measure of it → what the sentence leaves undivided or unmeasured
import { readPairs } from '../search/ask-kinds.ts';
import type { Fit } from './fit.ts';

/** 近三年19812件噪声投诉里面,跳广场舞的占了多少件: a total the asker knows, and a part of it. */
const PART =
  /\d(?:余|多|万)?[个件名家处人条户宗起份次所位项座栋场台](?!月)[^,。]{0,16}?(?:里[面头边]?|当中|之中|其中|中(?![心学小队院医层]))[,、]?(?:有)?(?<part>[^,。\d]{2,12}?)(?<told>的)?(?:占|有|是|一共|总共|各)?了?(?:多少|几)/u;
/** 13件信访积案,征地拆迁类占几件; 102家养老机构,养老院、食堂各占几家. */
const SHARE =
  /\d(?:余|多|万)?[个件名家处人条户宗起份项][^,。]{1,16}[,、](?<part>[^,。\d]{2,20}?)各?占(?:了)?(?:多少|几)/u;

/** 个体户, 匿名举报: a part by its name; 拆掉的, 弄完的, 说得有道理的 are told in the asker's own words. */
const NAME = /^[^的了没不已还被]{2,6}(?<![完好掉成])$/u;

function sharesPair(part: string, sentence: string): boolean {
  return [...readPairs(part)].some((pair) => sentence.includes(pair));
}

/** What is lacking where the part is not counted. */
export const PART_LACK = '其中这一部分的数';

/** True where nobody counted the part: words of it nothing around the passage knows, or nothing of it in the sentence. */
export function asksUncountedPart(text: string, sentence: string, fit: Pick<Fit, 'missing'>): boolean {
  const { part = '', told } = (PART.exec(text) ?? SHARE.exec(text))?.groups ?? {};
  if (fit.missing.some((word) => part.includes(word))) return true;
  return told === undefined && NAME.test(part) && !sharesPair(part, sentence);
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
