// a part of a stated total, or each of its members, asked for → what the sentence leaves undivided or unnamed
import type { Fit } from './fit.ts';

/** 近三年19812件噪声投诉里面,跳广场舞的占了多少件: a total the asker knows, and a part of it. */
const PART =
  /\d(?:余|多)?[个件名家处人条户宗起份次所位项座栋场台](?!月)[^,。]{0,16}?(?:里[面头边]?|当中|之中|其中|中(?![心学小队院医层]))[,、]?(?:有)?(?<part>[^,。\d]{2,12}?)(?:的)?(?:占|有|是|一共|总共|各)?了?(?:多少|几)/u;
/** 分别叫什么, 具体是哪几个, 名单列一下: every member of a counted set is asked for. */
const EVERY =
  /(?<count>\d+[个家处所条户件项座栋名支]).*?(?:(?:分别|具体|各自|都)(?:是|叫|为)?(?:什么|啥|哪|谁)|(?:的|店|校)(?:名字|名单|名称|名|清单)|叫什么|叫啥|点名)/u;
/** What opens a list behind its number: 8个,分别为…; 3家:…; 5项,包括…. */
const OPENS_LIST = /分别|包括|即|具体为|一是|[:《“(]/u;
/** So many names side by side are a list, even of a longer set. */
const A_LIST = 3;
/** How far behind the clause that counts a list may open. */
const OPENING = 6;

/** What is lacking where the part is not counted. */
export const PART_LACK = '其中这一部分的数';

/** True where nobody counted the part: words of it nothing around the passage knows. */
export function asksUncountedPart(text: string, fit: Pick<Fit, 'missing'>): boolean {
  const part = PART.exec(text)?.groups?.['part'] ?? '';
  return fit.missing.some((word) => part.includes(word));
}

/** True when the unit prints the number of the set and no names beside it. */
export function countsWithoutNaming(text: string, unit: string): boolean {
  const counted = EVERY.exec(text)?.groups?.['count'] ?? '';
  const count = Number.parseInt(counted, 10);
  if (!(count > 1)) return false;
  const at = new RegExp(`(?<![\\d.])${counted}`, 'u').exec(unit)?.index ?? -1;
  if (at < 0) return false;
  const before =
    unit
      .slice(0, at)
      .split(/[,;。:]/u)
      .at(-1) ?? '';
  const behind = unit.slice(at);
  const [clause = ''] = behind.split(/[,;。]/u);
  const named = `${before}${clause}`.split('、').length;
  return named < Math.min(count, A_LIST) && !OPENS_LIST.test(behind.slice(0, clause.length + OPENING));
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
