// words of a part → the longest runs of them that measures print, and the names among them no measure prints
import type { Unit } from '../bulletin/bulletin.ts';
import type { IntentContext } from './intent.ts';
import { compileExact } from './phrase.ts';

/** 柳桥镇, 桥南站: a character that ends a name and tells it from another. */
const NAME_END = /[镇乡村县市区州省路街巷道弄桥河江湖渠山岛洲港站楼栋苑园城场馆店厂院校局所署队处科室会]$/u;
/** What the asker calls things by: 区卫健局的名字, 志愿服务的事, 闽江之心项目. Narrows nothing alone. */
export const CALLED =
  /^(?:名字?|名称|名下|地名|人名|名目|责任方|牵头方|配合方|出处|单子|清单|编号|相关方|字面|字眼?|字样|词|说法|提法|表述|事|事情|事儿|事项|故事|话题|身影|影子|消息|稿子|情况|内容|项目|工程|工作|方面|问题|案子?|活儿?|毛病|进展|进度|活动|地方|地儿|正文|原文|通报|整改|措施|举措|整改措施|条目|条款|台账|条号|一带|地界|名单|辖区|份|项下|底下|下面|里头|当中|单位|部门|机构|项|条|处|人)$/u;
/** A verb that stands in so large a share of the measures narrows nothing: 组织, 参与, 落实. */
const COMMON = 0.08;
/** 去法院旁听: words people say together, cut where the measures print pieces of them. */
const SPOKEN_TOGETHER = 4;

const FIGURE = /(?:\d|[十百千万][多余来]?)$/u;

export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly names: boolean;
  /** Whether its first and last word name something. */
  readonly edges: readonly [boolean, boolean];
}

export interface Pieces {
  readonly pieces: readonly Piece[];
  /** Words that name something no measure prints: 元宇宙, and 买菜 in 网上买菜那家. */
  readonly unprinted: readonly string[];
}

/** 带到了一笔, 看看, 名下: nothing in it names anything. */
export function namesNothing(context: IntentContext, part: string): boolean {
  return namingWords(context, part).length === 0;
}

/** The words of a part that name something: 那笔挪用公款的案子 → 公款. */
export function namingWords({ engine }: IntentContext, part: string): string[] {
  return engine
    .tokenize(part, { wordsOnly: true, naming: true })
    .filter((word) => !CALLED.test(word) && !CALLED.test(part));
}

/**
 * The longest runs of words that measures print, without those that narrow nothing; null where a single character behind a
 * name tells it from another.
 * @param loose also verbs of one character taken off names (刮台风, 画漫画), pieces of words naming what they name (去法院旁听)
 */
export function readPieces(context: IntentContext, part: string, loose: boolean): Pieces | null {
  const { engine, lookup } = context;
  const naming = new Set(namesIn(context, part));
  const words = placeWords(part, engine.tokenize(part, { wordsOnly: true, unigrams: true })).flatMap((word) =>
    cutUnprinted(context, word, loose),
  );
  const names = ({ text, of }: PlacedWord): boolean =>
    naming.has(of) && !CALLED.test(text) && (text === of || (loose && namesIn(context, text).length > 0));
  const pieces: Piece[] = [];
  const unprinted: string[] = [];
  for (let at = 0; at < words.length;) {
    let end = at;
    let count = 0;
    for (let next = at; next < words.length; next += 1) {
      const found = findPrinting(context, part.slice(words[at]?.start, words[next]?.end)).length;
      if (found === 0) break;
      [end, count] = [next + 1, found];
    }
    const run = words.slice(at, Math.max(end, at + 1));
    at += run.length;
    const [start = 0, stop = 0] = [run[0]?.start, run.at(-1)?.end];
    const text = part.slice(start, stop);
    const named = run.some(names);
    // 9月底前 is not 月底前, nor 三百多人参加 what any persons take part in.
    if (FIGURE.test(part.slice(0, start))) return null;
    if (text.length < 2) {
      // 柳桥镇 is not 柳桥; 纪委画漫画 is 漫画.
      const verb = loose && words[at]?.start === stop && !NAME_END.test(text);
      if (named && pieces.at(-1)?.end === start && !verb) return null;
      continue;
    }
    if (count === 0 && named) unprinted.push(text);
    // 台风停课, 干部炒股: what happens to the name is heard of nowhere.
    if (count === 0 && !named && pieces.at(-1)?.end === start && !engine.knows(text)) return null;
    if (count === 0 || (!named && (CALLED.test(text) || count > lookup.measures.length * COMMON))) continue;
    const edges = [run.slice(0, 1).some(names), run.slice(-1).some(names)] as const;
    pieces.push({ text, start, end: stop, names: named, edges });
  }
  return { pieces, unprinted };
}

interface PlacedWord {
  readonly text: string;
  /** The word it is a piece of; itself when it is whole. */
  readonly of: string;
  readonly start: number;
  readonly end: number;
}

function placeWords(text: string, words: readonly string[]): PlacedWord[] {
  let from = 0;
  return words.flatMap((word): PlacedWord[] => {
    const start = text.indexOf(word, from);
    if (start < 0) return [];
    from = start + word.length;
    return [{ text: word, of: word, start, end: from }];
  });
}

/** The word itself where measures print it, or no piece of it: 去法院旁听 → 法院, 旁听; 刮台风 → 台风, the verb in front off. */
function cutUnprinted(context: IntentContext, word: PlacedWord, loose: boolean): PlacedWord[] {
  if (findPrinting(context, word.text).length > 0) return [word];
  if (word.text.length >= SPOKEN_TOGETHER) return cutWord(context, word);
  if (!loose) return [word];
  const text = word.text.slice(1);
  const isName = text.length >= 2 && findPrinting(context, text).length > 0;
  return [isName ? { ...word, text, start: word.start + 1 } : word];
}

function cutWord(context: IntentContext, word: PlacedWord): PlacedWord[] {
  const pieces: PlacedWord[] = [];
  for (let at = 0; at + 2 <= word.text.length;) {
    let length = word.text.length - at;
    while (length >= 2 && findPrinting(context, word.text.slice(at, at + length)).length === 0) length -= 1;
    if (length >= 2) {
      const start = word.start + at;
      pieces.push({ ...word, text: word.text.slice(at, at + length), start, end: start + length });
    }
    at += Math.max(1, length);
  }
  // 省委巡视四组 is not 省委巡视.
  return pieces.at(-1)?.end === word.end ? pieces : [word];
}

function namesIn({ engine }: IntentContext, text: string): readonly string[] {
  return engine.tokenize(text, { wordsOnly: true, naming: true, unigrams: true });
}

function findPrinting({ lookup }: IntentContext, words: string): Unit[] {
  const find = compileExact(words);
  return lookup.measures.filter((unit) => find(unit) !== null);
}
