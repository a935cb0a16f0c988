// words no measure prints in one piece → the pieces of them it does print (找找说到柳桥街道 → 柳桥街道), all in one measure
import type { Unit, UnitId } from '../bulletin/bulletin.ts';
import type { IntentContext } from './intent.ts';
import { compileExact, exactSource } from './phrase.ts';

/** What the asker calls things by: 区卫健局的名字, 志愿服务的事, 闽江之心项目. Narrows nothing alone. */
const CALLED =
  /^(?:名字?|名称|名下|字面|字眼?|字样|词|说法|提法|表述|事|事情|事儿|事项|情况|内容|项目|工程|工作|方面|问题|案子?|活儿?|毛病|进展|进度|活动|地方|地儿|正文|原文|通报|整改|措施|举措|整改措施|条目|条款|台账|编号|条号|一带|地界|名单|辖区|份|项下|底下|下面|里头|当中|单位|部门|机构|项|条|处|人)$/u;
/** A verb that stands in so large a share of the measures narrows nothing: 组织, 参与, 落实. */
const COMMON = 0.08;
/** 去法院旁听: words people say together, cut where the measures print pieces of them. */
const SPOKEN_TOGETHER = 4;

export interface Core {
  readonly phrases: readonly string[];
  /** The measures that print them all; those of a compound close together. */
  readonly units: readonly UnitId[];
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly names: boolean;
  /** Whether its first and last word name something. */
  readonly edges: readonly [boolean, boolean];
}

/**
 * Null when no piece of `part` names anything, or when a word that names something (元宇宙) is printed nowhere.
 */
export function findCore(context: IntentContext, part: string): Core | null {
  const { lookup } = context;
  const pieces = readPieces(context, part);
  if (pieces === null || !pieces.some(({ names }) => names)) return null;
  const groups = pieces.reduce<Piece[][]>((so, piece) => {
    const last = so.at(-1)?.at(-1);
    const compound = last?.end === piece.start && last.edges[1] && piece.edges[0];
    return compound ? [...so.slice(0, -1), [...(so.at(-1) ?? []), piece]] : [...so, [piece]];
  }, []);
  const patterns = groups.map(
    (group) => new RegExp(group.map(({ text }) => exactSource(text)).join(GAP), 'iu'),
  );
  const units = lookup.measures.filter(({ text }) => patterns.every((pattern) => pattern.test(text)));
  return units.length === 0
    ? null
    : { phrases: pieces.map(({ text }) => text), units: units.map(({ id }) => id) };
}

/** What may stand inside a compound: 登革热*疫情*防控, 招投标*业务*培训; not 柳桥人家生活馆+十条街道. */
const GAP = '[\\u4e00-\\u9fff]{0,4}';

/** 带到了一笔, 看看, 名下: nothing in it names anything. */
export function namesNothing(context: IntentContext, part: string): boolean {
  return namingWords(context, part).length === 0;
}

/** The words of a part that name something: 那笔挪用公款的案子 → 公款. */
export function namingWords({ engine }: IntentContext, part: string): string[] {
  return engine.tokenize(part, { wordsOnly: true, naming: true }).filter((word) => !CALLED.test(word));
}

/** The longest runs of words that measures print, without those that narrow nothing. */
function readPieces(context: IntentContext, part: string): Piece[] | null {
  const { engine, lookup } = context;
  const naming = new Set(engine.tokenize(part, { wordsOnly: true, naming: true, unigrams: true }));
  const names = ({ text }: PlacedWord): boolean => naming.has(text) && !CALLED.test(text);
  const words = placeWords(part, engine.tokenize(part, { wordsOnly: true, unigrams: true })).flatMap(
    (word) =>
      word.text.length >= SPOKEN_TOGETHER && findPrinting(context, word.text).length === 0
        ? cutWord(context, word)
        : word,
  );
  const pieces: Piece[] = [];
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
    if (text.length < 2) {
      // 柳桥镇 is not 柳桥.
      if (named && pieces.at(-1)?.end === start) return null;
      continue;
    }
    if (count === 0 && named) return null;
    if (count === 0 || (!named && (CALLED.test(text) || count > lookup.measures.length * COMMON))) continue;
    const edges = [run.slice(0, 1).some(names), run.slice(-1).some(names)] as const;
    pieces.push({ text, start, end: stop, names: named, edges });
  }
  return pieces;
}

interface PlacedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function placeWords(text: string, words: readonly string[]): PlacedWord[] {
  let from = 0;
  return words.flatMap((word): PlacedWord[] => {
    const start = text.indexOf(word, from);
    if (start < 0) return [];
    from = start + word.length;
    return [{ text: word, start, end: from }];
  });
}

/** 去法院旁听 → 法院, 旁听; the word itself where the measures print no piece of it. */
function cutWord(context: IntentContext, word: PlacedWord): PlacedWord[] {
  const pieces: PlacedWord[] = [];
  for (let at = 0; at + 2 <= word.text.length;) {
    let length = word.text.length - at;
    while (length >= 2 && findPrinting(context, word.text.slice(at, at + length)).length === 0) length -= 1;
    if (length >= 2) {
      const start = word.start + at;
      pieces.push({ text: word.text.slice(at, at + length), start, end: start + length });
    }
    at += Math.max(1, length);
  }
  return pieces.length === 0 ? [word] : pieces;
}

function findPrinting({ lookup }: IntentContext, words: string): Unit[] {
  const find = compileExact(words);
  return lookup.measures.filter((unit) => find(unit) !== null);
}
