// 题目里带“不到位”的问题几个, 标题中提到街道的, 以“…”结尾的问题 → the words a heading of a problem must print
import { readQuoted } from './shape.ts';
import type { Unit } from '../bulletin/bulletin.ts';
import { compileExact } from './phrase.ts';

export interface HeadingWords {
  readonly words: readonly string[];
  /** Where in the heading they stand. */
  readonly at: 'anywhere' | 'start' | 'end';
}

const HEADING = '(?:标题|题目|题名|名称|名字|问题名|表述|字面)';
const NAMES_HEADING = new RegExp(HEADING, 'u');
const INSIDE = '(?:里[面头]?|当中|之中|中|上)?';
const PRINTS =
  '(?:都|还|也|直接|明确|[,，])*(?:带有?|含有?|包含|有|出现|写(?:到|了|着|有|明)|提到|提及|讲到?|说到?|用了?)(?:了|着|过)?';
const HOW_MANY = '(?:多少|(?<!哪)几|哪[几些]|哪[两三四五])(?:个|条|项)?';
/** 二字, 这两个字, 字样, 这个词: says that words are meant. */
const AS_WORDS = '(?:这?(?:[一二两三四五六]个?)?字(?:样|眼)?|[这该]个?词|这种?(?:说法|字眼))';

/** The bare words behind a verb of printing, with what may end them. */
const BARE: readonly RegExp[] = [
  // 题目带不严肃的问题几个, 标题里讲不够的有哪些
  new RegExp(`${HEADING}${INSIDE}${PRINTS}(?<words>[^,，。?的]{1,10}?)${AS_WORDS}?的`, 'u'),
  // 标题当中,有几个提到街道; 标题里带违规的有几个
  new RegExp(
    `${HEADING}${INSIDE}[,，]?(?:有|是)?${HOW_MANY}(?:问题)?${PRINTS}(?<words>[^,，。?]{1,10}?)${AS_WORDS}?的?[?。]*$`,
    'u',
  ),
  // 哪些问题的题目有突出二字
  new RegExp(`${HEADING}${INSIDE}${PRINTS}(?<words>[^,，。?的]{1,10}?)${AS_WORDS}`, 'u'),
];
const ENDS = new RegExp(
  `以(?<words>.{1,12}?)(?:这?[一二两三四]个?字)?(?<at>结尾|收尾|打头|开头|起头)|(?<at2>开头|打头|结尾|末尾)(?:是|为|都是|写着?)(?<words2>.{1,12}?)的`,
  'u',
);
const SPEAKS = new RegExp(`${HEADING}[^。?]*问题|问题[^。?]{0,8}${HEADING}|\\d个问题|问题名`, 'u');
/** 名称 and 名字 name much else: 文件名称, 平台名称. */
const OF_OTHERS =
  /(?:文件|办法|方案|平台|项目|公司|企业|学校|单位|小区|专班|活动|街道|社区|人员?|干部)(?:的)?(?:名称|名字|标题|题目)/u;
/** …的问题下面有几条措施: measures are asked for. */
const OF_MEASURES = /措施|举措/u;
/** 标题里没带…的: those that print it are left out. */
const LACKS = /(?:不是|不带|不含|不包含|没有?(?:带|写|含|出现|提到?|用))[^。?]{0,3}[“「『"]/u;
/** A word that asks is none that is printed. */
const ASKS = /哪|几|多少|什么|^(?:到|了|着|的)$/u;

/** Null where no heading of a problem is asked for by what it prints. */
export function readHeadingWords(text: string): HeadingWords | null {
  if (OF_OTHERS.test(text) || OF_MEASURES.test(text) || LACKS.test(text)) return null;
  const edge = /问题/u.test(text) ? ENDS.exec(text)?.groups : undefined;
  const written = edge?.['words'] ?? edge?.['words2'];
  if (written !== undefined)
    return {
      words: [written.replace(/[“”"「」]/gu, '')],
      at: /尾/u.test(edge?.['at'] ?? edge?.['at2'] ?? '') ? 'end' : 'start',
    };
  if (!SPEAKS.test(text) || !NAMES_HEADING.test(text)) return null;
  const quoted = readQuoted(text);
  if (quoted.length > 0) return { words: quoted, at: 'anywhere' };
  const bare = BARE.flatMap((pattern) => pattern.exec(text)?.groups?.['words'] ?? []).find(
    (words) => !ASKS.test(words),
  );
  return bare === undefined ? null : { words: [bare], at: 'anywhere' };
}

/** True when the heading prints one of the words, at the end asked for. */
export function printsWords(unit: Unit, { words, at }: HeadingWords): boolean {
  const plain = unit.text.replace(/^针对|[。.]$/gu, '').replace(/[“”"]/gu, '');
  return words.some((word) => {
    if (at === 'anywhere') return compileExact(word)(unit) !== null;
    return at === 'start' ? plain.startsWith(word) : plain.endsWith(word);
  });
}
