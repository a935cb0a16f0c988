// words a run was read as → characters that may be typos, and those that must not be touched
import type { KnownWords } from './known-words.ts';
import type { Candidate } from './typo-candidates.ts';

/** Bits; see TYPO_COSTS. */
export interface DoubtCosts {
  /** A known word is doubted from this cost on (体念 for 体验). */
  readonly rare: number;
  /** Added for words of two characters, which chance makes most easily… */
  readonly short: number;
  /** …when what stands beside the doubtful character is no stranger to it: 条里有 is not 条例有, 出那判 is 出纳判. */
  readonly shortSeen: number;
  /** …or when nothing stands there. */
  readonly shortAlone: number;
}

/** One word of a run as read; penalty 0: as written. */
export interface Step {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly penalty: number;
}

/** Words of grammar stand beside anything, and no typo is looked for in them: 的, 了, 吗. */
const GRAMMAR = new Set(
  '的了吗呢吧啊么嘛呀哪着过地得和与及或在是有没不已也都就还又很太这把被给让从到向对个几多少谁啥咋一二三四五六七八九十百千万两零',
);

/** Of these, the ones people do write for another word: 吗头 for 码头. */
const PARTICLES = new Set('吗嘛吧呢啊么呀得地着');

/** 在哪几条里 asks for no 条例: what follows a noun is no typo in a word of two characters. */
const AFTER_NOUNS = new Set('里外上下中内前后');

/** The surnames of four out of five people (public security ministry, report on names 2020). */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
);
const LONGEST_NAME = 3;

/** Characters left alone by the reading that are no grammar, and words so rare that chance may have made them. */
export function markDoubtful(
  text: string,
  steps: readonly Step[],
  known: KnownWords,
  costs: DoubtCosts,
): boolean[] {
  const marks = Array.from(text, () => false);
  for (const { start, end, word } of steps) {
    const length = end - start;
    const doubt = length === 1 ? !GRAMMAR.has(word) : (known.cost(text, start, length) ?? 0) >= costs.rare;
    if (doubt) marks.fill(true, start, end);
  }
  return marks;
}

/** Where a typo is looked for: a doubtful character and those beside it (出那 for 出纳, 吗头 for 码头). */
export function markEditable(text: string, doubtful: readonly boolean[]): boolean[] {
  return doubtful.map((doubt, at) => {
    const char = text.charAt(at);
    if (GRAMMAR.has(char) && !PARTICLES.has(char)) return false;
    return doubt || doubtful[at - 1] === true || doubtful[at + 1] === true;
  });
}

/** Doubtful characters that look like a person's name: 魏星 is not 卫星, whoever that is. */
export function markNames(text: string, doubtful: readonly boolean[]): boolean[] {
  const marks = doubtful.map(() => false);
  doubtful.forEach((doubt, start) => {
    if (!doubt || doubtful[start - 1] === true || !SURNAMES.has(text.charAt(start))) return;
    let end = start + 1;
    while (end < start + LONGEST_NAME && doubtful[end] === true) end += 1;
    if (end > start + 1) marks.fill(true, start, end);
  });
  return marks;
}

/** What is a word as written, or all of whose neighbours were seen together, is not corrected: 往上 is not 网上. */
export function isKnown(text: string, start: number, end: number, known: KnownWords): boolean {
  if (known.cost(text, start, end - start) !== null) return true;
  for (let at = start; at + 1 < end; at += 1) {
    if (!known.paired(text, at)) return false;
  }
  return true;
}

/** Further penalty for a word of two characters. */
export function costShort(
  text: string,
  start: number,
  { word, end }: Candidate,
  known: KnownWords,
  costs: DoubtCosts,
): number {
  if (AFTER_NOUNS.has(text.charAt(end - 1))) return Infinity;
  const left = text.charAt(start) === word.charAt(0) ? end - 1 : start - 1;
  if (left < 0 || left + 1 >= text.length) return costs.shortAlone;
  return isStrange(text, left, known) ? costs.short : costs.shortSeen;
}

/** Two characters side by side that are neither grammar nor seen together. */
export function isStrange(text: string, at: number, known: KnownWords): boolean {
  if (GRAMMAR.has(text.charAt(at)) || GRAMMAR.has(text.charAt(at + 1))) return false;
  return !known.paired(text, at);
}
