// 网格员有多少, 空置率多少: the thing counted, or the rate by its name ↔ what is counted around the passage
import { readPairs } from '../search/ask-kinds.ts';
import type { PairSet } from '../search/asks.ts';

/** What the passage and the everyday wordings around it know. */
export interface Around {
  /** Pairs of neighbouring characters of the wordings around the passage. */
  readonly nearPairs: PairSet;
  /** The same of those that ask how many. */
  readonly nearCounted: PairSet;
}

/** *网格员*有多少, *低保户*现在有几个: a message of nothing but the thing and its number. */
const HAS_HOW_MANY =
  /^(?:咱们?|我们?|全|本|这)?(?:区里?|市里?|街道)?(?:的)?(?<thing>[\u4e00-\u9fff]{2,8}?)(?:一共|总共|现在|目前|到底|究竟|拢共|统共)*(?:有|是)(?:多少|(?<![哪这那好第])几)[个名位家户条所处座间套人]?[啊呀呢]?(?:$|[?。,])/u;
/** 大街一共有多少家*店铺*, 中心有几个*审判庭*: what there is, at the end of what is asked; 拆了几处, 开了几场 ask what was done. */
const HOW_MANY_OF =
  /(?<![没还已])(?:有|住(?:着|了)?)(?:多少|(?<![哪这那好第])几)[个名位家户条所处座间套张]?(?:[^,。的]{1,6}的)?(?<thing>(?!多|[个名位]人|.[啊呀呢])[\u4e00-\u9fff]{2,5}?)[啊呀呢]?[?。!]*$/u;
/** The end of a noun, which says what is counted: 社区*网格员*. */
const TAIL = 4;
/** 低保*户*, *网格*员: half a noun is another. */
const LEAST_MET = 0.5;
/** 拆掉的有多少, 金额是多少: no thing that is counted. */
const NO_THING = /[了过着的已被把将能会要可]|(?:[额数量率款费]|面积|比例|规模|时间|期限|资金|投资)$/u;
const FIGURE = /[\d一二三四五六七八九十]/u;

/** What is counted by a message of nothing but the thing and its number. */
export function countedThing(text: string): string | null {
  return HAS_HOW_MANY.exec(text)?.groups?.['thing'] ?? null;
}

/** The thing whose number is asked for where neither the clauses with figures nor a wording that asks how many speak of it. */
export function findUncounted(text: string, sentence: string, around: Around): string | null {
  const { nearCounted } = around;
  const thing = countedThing(text);
  if (thing === null) return findUnspoken(text, sentence, around);
  if (NO_THING.test(thing)) return null;
  const known = pairsCounted(sentence);
  const pairs = [...readPairs(thing.slice(-TAIL))];
  const met = pairs.filter((pair) => known.has(pair) || nearCounted.has(pair));
  return met.length > pairs.length * LEAST_MET ? null : thing;
}

function pairsCounted(sentence: string): ReadonlySet<string> {
  const counting = sentence.split(/[,;:。]/u).filter((clause) => FIGURE.test(clause));
  return new Set(counting.flatMap((clause) => [...readPairs(clause)]));
}

/** A thing counted that no clause with a figure and no wording that asks how many speaks of. */
function findUnspoken(text: string, sentence: string, { nearCounted }: Around): string | null {
  const thing = HOW_MANY_OF.exec(text)?.groups?.['thing'];
  if (thing === undefined || NO_THING.test(thing) || FIGURE.test(thing)) return null;
  const told = pairsCounted(sentence);
  return [...readPairs(thing)].some((pair) => told.has(pair) || nearCounted.has(pair)) ? null : thing;
}

/** *空置率*, *中签率*: a rate by its name. */
const RATE = /(?<kind>[\u4e00-\u9fff])率/gu;
const NO_RATE = /[效频速功功税利概汇比]率/u;

/** The rate asked for where neither the sentence nor a wording around it has one of that name. */
export function findUnknownRate(text: string, sentence: string, { nearPairs }: Around): string | null {
  for (const { 0: words, index } of text.matchAll(RATE)) {
    if (NO_RATE.test(words) || nearPairs.has(words) || sentence.includes(words)) continue;
    return text.slice(Math.max(0, index - 1), index + 2);
  }
  return null;
}
