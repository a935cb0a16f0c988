// number in a claim that only counts what a text lists → does the list hold so many?
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

const MEASURE =
  '(?:个|家|项|处|所|条|名|人(?!次)|位|类|种|座|场|方|块|支|份|篇|部|级|部分|环节|方面|阶段)(?!月|百分点)';
/** 「A、B和C 3个项目」, 「“甲”“乙”两个基地」: a number right behind what it counts. */
const COUNT = new RegExp(`[两二三四五六七八九2-9](?=${MEASURE})`, 'gu');
/** Written out, a number that counts what the text itself lists: 「分两类:…」, 「两个街道的问题」. Figures are digits. */
const WORDED = new RegExp(`[两二三四五六七八九](?=(?<measure>${MEASURE}|次|轮|回|批次?))`, 'gu');
const EVENT = /^[次回]$/u;
const LONGEST_LIST = 120;
const WORDS = '两二三四五六七八九';

function readCount(number: string): number {
  return /\d/u.test(number) ? Number(number) : Math.max(2, WORDS.indexOf(number) + 1);
}

/**
 * Numbers that only count what the text lists, or what a source does; they state nothing the list does not.
 * @param sources normalised texts the claim rests on
 */
export function findListCounts(text: string, sources: readonly string[]): Span[] {
  if (text.search(COUNT) < 0 && text.search(WORDED) < 0) return [];
  const plain = hideQuoted(text);
  const behind = [...plain.matchAll(COUNT)].filter((match) =>
    endsList(plain, match.index, readCount(match[0])),
  );
  return [...behind.map(readSpan), ...findWordedCounts(text, sources)].sort((x, y) => x.start - y.start);
}

function readSpan({ index, 0: number }: RegExpExecArray): Span {
  return { start: index, end: index + number.length };
}

/** Those of them that are written out in words, as no figure of the genre is. */
export function findWordedCounts(text: string, sources: readonly string[]): Span[] {
  if (text.search(WORDED) < 0) return [];
  const plain = hideQuoted(text);
  const worded = [...plain.matchAll(WORDED)].filter((match) => {
    const count = readCount(match[0]);
    const measured = plain.slice(match.index + 1 + (match.groups?.['measure'] ?? '').length);
    const before = plain.slice(0, match.index);
    return (
      countsDates(before, match.groups?.['measure'] ?? '', count) ||
      opensList(measured, count) ||
      // what was done so many times is no thing that is named
      (!EVENT.test(match.groups?.['measure'] ?? '') &&
        countsMembers(measured, count, [before + '\u0001' + measured, ...sources]))
    );
  });
  return worded.map(readSpan);
}

/** 「“马上就办、真抓实干”」 is one item. */
function hideQuoted(text: string): string {
  return text.replace(/“[^“”]*”/gu, (quoted) => `“${'\u0001'.repeat(quoted.length - 2)}”`);
}

function endsList(plain: string, start: number, count: number): boolean {
  const list = /[^,;。:!?\n]*$/u.exec(plain.slice(Math.max(0, start - LONGEST_LIST), start))?.[0] ?? '';
  const items = list.split(/、|以及|及|和|与|(?<=”)(?=“)/u).map((item) => item.trim());
  return items.length === count && items.every((item) => item.length >= 2 && !/\d$/u.test(item));
}

const DATE = /\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|底|初)?|\d{1,2}[日号]/gu;

/** 「2023年8月30日、9月20日两次开专题会」: dates side by side, right before. */
function countsDates(before: string, measure: string, count: number): boolean {
  if (!/^[次场轮回批]/u.test(measure)) return false;
  const run =
    /(?:(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号]|[上中下]旬|底|初)?(?:、|和|与|及|,)?)+(?:,?[\u3400-\u9fff]{2,6})?[,先后共分]*$/u.exec(
      before,
    )?.[0] ?? '';
  return (run.match(DATE)?.length ?? 0) === count;
}

/** 「分两类:不合理的5件,部分合理的8件」: behind a colon stand so many parts. */
function opensList(behind: string, count: number): boolean {
  // 「开过两种会,协调会和例会各4次」
  const next = /^[\u3400-\u9fff]{1,6}[,是为](?<list>[^,;。:]*)/u.exec(behind)?.groups?.['list'];
  if (next !== undefined && next.split(/、|和|与|及/u).length === count && !/等$|其中|包括/u.test(next))
    return true;
  // 「另两处“美丽闽江”“马上就办”」
  const quoted = /^(?:“[^”]*”[、和与]?)+/u.exec(behind)?.[0];
  if (quoted !== undefined) return quoted.split('“').length - 1 === count;
  const list = /^[^,;。:]*:(?<list>[^。?!\n]*)/u.exec(behind)?.groups?.['list'];
  if (list === undefined || /等$|其中|包括/u.test(list)) return false;
  const [first = ''] = list.split(';');
  return [list.split(';'), first.split(','), first.split(/、|和|与|及/u)].some(
    (parts) => parts.filter((part) => part.trim() !== '').length === count,
  );
}

/** What may stand behind the noun that is counted: 「两个街道的问题」, 「五个夜市是哪些」. */
const NOUN_END = /[的都均也已则却还在被受是有就各,。;:、?分先共]/u;

const WHOLE = 4;

/** 「两个街道的问题」 where 上海街道 and 宁化街道 are named; 「两种区领导」 where one sentence names two sorts of them. */
function countsMembers(behind: string, count: number, texts: readonly string[]): boolean {
  const end = behind.search(NOUN_END);
  const words = /^[\u3400-\u9fff]{2,8}/u.exec(end < 0 ? behind : behind.slice(0, end))?.[0];
  if (words === undefined) return false;
  // 「两个省级平台」
  const level = /^[国省市区县]级/u.test(words);
  const phrase = level ? words.slice(2) : words;
  const ends = [phrase, phrase.slice(-3), phrase.slice(-2)];
  const begins = (level ? [2, 3, 4, 6] : [3, 4, 6])
    .map((length) => phrase.slice(0, length))
    .filter((noun) => noun.length < phrase.length);
  const all = new Set([...ends, ...begins].filter((noun) => noun.length >= 2));
  // 「两家公司主要领导」: where those are named, no other 领导 count
  const named = Array.from(all).filter((noun) => noun.length > WHOLE);
  const sentences = texts.flatMap((text) =>
    splitSentences(text).map(({ start, end: stop }) => text.slice(start, stop)),
  );
  const whole = named.filter((noun) =>
    sentences.some((sentence) => WIDTHS.some((width) => countNamed(sentence, noun, width) > 1)),
  );
  const nouns = whole.length > 0 ? new Set(whole) : all;
  return sentences.some(
    (sentence) =>
      [...nouns].some((noun) => WIDTHS.some((width) => countNamed(sentence, noun, width) === count)) ||
      [...nouns].some((noun) => countInRun(sentence, noun) === count) ||
      ((DOCUMENT.test(phrase) || DOCUMENTS.test(behind)) &&
        new Set(sentence.match(/《[^》]+》/gu)).size === count),
  );
}

/** 「A、B、C、D等项目」 are four. */
function countInRun(sentence: string, noun: string): number {
  const run = new RegExp(`(?<run>[^,;。:]*?)等[\\u3400-\\u9fff]{0,2}${noun}`, 'u').exec(sentence)?.groups?.[
    'run'
  ];
  return run === undefined ? 0 : run.split(/、|和|与|及/u).length;
}

/** 「两份文件」 of two 《titles》 */
const DOCUMENT = /文件|制度|办法|规定|方案|通知|条例|意见|漫画|法规|准则/u;

/** 「两个资产管理方面的试行办法」 */
const DOCUMENTS = /^[\u3400-\u9fff]{2,8}的[\u3400-\u9fff]{0,4}(?:文件|制度|办法|规定|方案|通知|条例|意见)/u;

/** How much of a name tells it from another: 房产开发经营公司 and 城建开发经营公司 end alike. */
const WIDTHS = [2, 8];

/** How many different things of the noun a sentence names: 区政协党组, 区政府党组 are two. */
function countNamed(sentence: string, noun: string, width: number): number {
  const named = sentence
    .split(/[、,;:。“”]|和|与|及|等/u)
    .map((item) => new RegExp(`[\\u3400-\\u9fff]{2,${width}}(?=${noun})`, 'u').exec(item)?.[0])
    .filter((head) => head !== undefined);
  return new Set(named).size;
}
