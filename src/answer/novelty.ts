// claim → runs its sources print → gaps between them → words of the gaps: ordinary, or a name from nowhere?
import type { TagWords } from './wording.ts';

/** A stretch of the claim that its sources do not print. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Novelty {
  readonly gaps: readonly Gap[];
  /** Share of the claim's Chinese characters that stand in runs its sources print; 1 for a quotation. */
  readonly support: number;
}

const HAN = /[\u3400-\u9fff]/u;

/** Covers the claim greedily with the longest runs (two characters or more) of any source. Texts normalised. */
export function measureNovelty(claim: string, sources: readonly string[]): Novelty {
  const gaps: Gap[] = [];
  let covered = 0;
  let start = 0;
  let at = 0;
  const close = (end: number): void => {
    if (end > start) gaps.push({ start, end, text: claim.slice(start, end) });
  };
  while (at < claim.length) {
    const length = longestRun(claim, at, sources);
    const run = claim.slice(at, at + length);
    if (length >= 2 && (/[\u3400-\u9fff]{2}/u.test(run) || !HAN.test(run))) {
      close(at);
      covered += countHan(run);
      at += length;
      start = at;
    } else at += 1;
  }
  close(claim.length);
  const han = countHan(claim);
  return { gaps, support: han === 0 ? 1 : covered / han };
}

function longestRun(claim: string, at: number, sources: readonly string[]): number {
  let longest = 0;
  for (const source of sources) {
    while (at + longest < claim.length && source.includes(claim.slice(at, at + longest + 1))) longest += 1;
  }
  return longest;
}

function countHan(text: string): number {
  return text.match(/[\u3400-\u9fff]/gu)?.length ?? 0;
}

/** Parts of speech a rewording may add: function words, verbs, adjectives, adverbs, numerals, measure words, times. */
const ORDINARY =
  /^(?:a|ad|an|b|c|d|df|f|h|i|k|l|m|mq|o|p|q|r|rr|rz|s|t|tg|u\w*|v|vd|vg|vn|vi|vq|y|z|zg|ng|ag|dg|n)$/u;
/** Tagged as names by the dictionary, and none. */
const NO_NAME = new Set([
  '印发',
  '文明',
  '安全',
  '城管局',
  '高新',
  '中心',
  '全省',
  '全市',
  '全区',
  '部门',
  '单位',
  '明确',
]);
/** How names of the genre end: 红星小学, 状元地块, 瀛洲街道, 国投集团. */
const NAME_ENDING =
  /^(?:小学|中学|学校|幼儿园|学院|大学|医院|地块|小区|社区|街道|街区|新村|花园|公寓|广场|商圈|园区|产业园|公园|大厦|大楼|中心|基地|平台|集团|公司|企业|局(?!部|面)|法院|银行|协会|路|街|巷|桥|港|馆|案|同志)/u;
const NOMINAL = /^(?:n\w*|x|j|b)$/u;
/** Characters of function words; an unknown word with one of them is two words cut wrongly: 「另有」 「已帮」 */
const FUNCTION =
  /[另已正共有被由在为将把对均都也还又再从以其这该某各与及并或于向至自经按据因所的了着过个条项名次件宗]/u;
/** Frequent surnames that begin no frequent verb: 「张三」 is a name, 「人受」 two words cut wrongly. */
const SURNAME =
  /^[王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚庞樊兰殷施陶洪翟倪严温芦季俞章鲁葛伍韦申尤毕聂柯]/u;

/**
 * Why a gap's words look like a name that no source prints; null when all are ordinary.
 * @param claim normalised, known bodies already blanked
 */
export function refuteNewWords(claim: string, gaps: readonly Gap[], tag: TagWords): string | null {
  for (const gap of gaps) {
    if (/[a-z]{2,}/u.test(gap.text)) return `word ${gap.text} is not in the cited units`;
    if (!HAN.test(gap.text)) continue;
    const words = tag(gap.text);
    for (const [index, { word, tag: kind }] of words.entries()) {
      if (!/^[\u3400-\u9fff]{2,}$/u.test(word) || NO_NAME.has(word)) continue;
      if (kind === 'x' && (FUNCTION.test(word) || (word.length === 2 && !SURNAME.test(word)))) continue;
      const behind = words[index + 1]?.word ?? claim.slice(gap.end, gap.end + 3);
      const named = NOMINAL.test(kind) && NAME_ENDING.test(behind);
      if (named || !ORDINARY.test(kind))
        return `name ${word}${named ? behind : ''} is not in the cited units`;
    }
  }
  return null;
}
