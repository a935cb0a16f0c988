// claim → runs its sources print → gaps between them → words of the gaps: ordinary, or a name from nowhere?
import type { Span } from '../text/span.ts';
import { blank } from './stated.ts';
import { beginsWithSurname, type TagWords } from './wording.ts';

/** A stretch of the claim that its sources do not print. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Novelty {
  readonly gaps: readonly Gap[];
  /** Share of the claim's Chinese characters and digits that stand in runs its sources print; 1 for a quotation. */
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
    if (length >= 2 && (/[\u3400-\u9fff]{2}|\d{2}/u.test(run) || !HAN.test(run))) {
      close(at);
      covered += countCharacters(run);
      at += length;
      start = at;
    } else at += 1;
  }
  close(claim.length);
  const all = countCharacters(claim);
  return { gaps, support: all === 0 ? 1 : covered / all };
}

/** Share of the claim's words that its sources print, function words left out: what a rewording changes freely. */
export function measureSupport(claim: string, sources: readonly string[]): number {
  const { gaps, support } = measureNovelty(claim, sources);
  const all = countCharacters(claim);
  const free = gaps.reduce(
    (sum, { text }) => sum + Array.from(text).filter((char) => HAN.test(char) && isOrdinary(char)).length,
    0,
  );
  return all === free ? 1 : (support * all) / (all - free);
}

/** The gaps without what other checks have seen, e.g. figures. */
export function cutGaps(gaps: readonly Gap[], seen: readonly Span[]): Gap[] {
  return gaps.flatMap(({ start, end, text }) => {
    const inside = seen
      .filter((span) => span.start < end && start < span.end)
      .map((span) => ({ start: Math.max(0, span.start - start), end: Math.min(end, span.end) - start }));
    return [...blank(text, inside).matchAll(/[^\u0001]+/gu)].map((match) => {
      const at = start + match.index;
      return { start: at, end: at + match[0].length, text: match[0] };
    });
  });
}

function longestRun(claim: string, at: number, sources: readonly string[]): number {
  let longest = 0;
  for (const source of sources) {
    while (at + longest < claim.length && source.includes(claim.slice(at, at + longest + 1))) longest += 1;
  }
  return longest;
}

function countCharacters(text: string): number {
  return text.match(/[\u3400-\u9fff\d]/gu)?.length ?? 0;
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
  '一共',
  '纪检',
  '党建',
  '曾任',
  '现任',
  '历任',
]);
/** How names of the genre end: 红星小学, 状元地块, 瀛洲街道, 国投集团. */
const NAME_ENDING =
  /^(?:小学|中学|学校|幼儿园|学院|大学|医院|地块|小区|社区|街道|街区|新村|花园|公寓|广场|商圈|园区|产业园|公园|大厦|大楼|中心|基地|平台|集团|公司|企业|局(?!部|面)|法院|银行|协会|路(?![径线])|街|巷|桥|港|馆|案(?![例件情卷发])|同志)/u;
/** What a known body was blanked with. */
const BODY = '\u0001';
const NOMINAL = /^(?:n\w*|x|j|b)$/u;
/** Bodies and places of the dictionary: 财政部, 闽侯县. */
const NAMED = /^n[st]$/u;
const VERBAL = /^(?:ad?|d|vn?)$/u;
const PROPER = /^(?:n\w+|x|j|b)$/u;
/** Function words, light verbs and measure words of one character that a rewording may add between printed runs. */
const ORDINARY_CHARACTER =
  /^[的了着过驻派地得之等式者里上下中内外前后时间期起末初底旬年月日天周一二三四五六七八九十两几多余数半各每全总个条项名位件次场家处批户宗起类种份套轮只支所座人员方面度率被把将由向对于在从到自以因为按据经与和及并且而但或则即也都均皆就才又再还仍更最很较不未无没已曾正刚先须应可能会要需使让令给予受获得有是做作用办开设列带走改收达增减加签印居计算讲说看见谈做去来进出入回归属事建新逢问答含占剩逐共同所其该此这那哪某本另成案部区市县省街局组队负约退缴补还交转报请批准判审查处罚存管用需靠望盼让比达升降低高大小多少好分自己帮指即叫称系原]$/u;

/** One-character words a rewording may add: adverbs, verbs, prepositions, conjunctions, pronouns, measure words. */
const FUNCTION = /^(?:a|ag|c|d|df|dg|f|m|p|q|r|t|tg|u\w*|v|vg|y)$/u;
/** 「涉及多少钱?」, 「何以…」: the words of a question name nothing. */
const QUESTION =
  /多少钱|为什么|为何|何以|怎么样?|怎样|咋|哪[里儿些个家年天]?|什么时候|何时|多久|几时|有没有|是不是|能不能/gu;
/** Characters names are made of, whatever else they may mean. */
const NAME_CHARACTER =
  /[东南西北中明华安新民光德永宁海山江河湖田云石龙林春夏秋冬红星金银玉福寿康泰和平兴旺荣昌盛文武英雄强国庆建军伟杰志远梅兰竹菊松柏花凤鹏飞翔宇天宝祥瑞丽美静秀芳玲燕雪涛波浩博敏慧仁义礼智信忠孝诚正清白青蓝黄紫黑]/u;

export function isNameCharacter(char: string): boolean {
  return NAME_CHARACTER.test(char);
}

/** Made of function words alone. */
export function isOrdinary(words: string): boolean {
  return Array.from(words).every((char) => ORDINARY_CHARACTER.test(char));
}

/** Two characters of a printed word: 「抽人」 of 抽调人员, 「违建」 of 违章建筑. */
function abbreviates(word: string, sources: readonly string[]): boolean {
  const [first = '', second = '', more] = Array.from(word);
  if (more !== undefined || !HAN.test(first)) return false;
  const whole = new RegExp(`${first}[\\u3400-\\u9fff]{0,3}${second}`, 'u');
  return sources.some((text) => whole.test(text));
}

interface PlacedWord {
  readonly word: string;
  readonly kind: string;
  /** In the claim. */
  readonly start: number;
}

function placeWords(text: string, at: number, tag: TagWords): PlacedWord[] {
  let start = at;
  return tag(text).map(({ word, tag: kind }) => {
    start += word.length;
    return { word, kind, start: start - word.length };
  });
}

/**
 * Why a gap's words look like a name that no source prints; null when all are ordinary.
 * @param claim normalised, known bodies already blanked
 */
export function refuteNewWords(
  claim: string,
  gaps: readonly Gap[],
  sources: readonly string[],
  tag: TagWords,
): string | null {
  const whole = placeWords(claim, 0, tag);
  const named = whole.find(
    ({ word, kind, start }) =>
      NAMED.test(kind) &&
      !NO_NAME.has(word) &&
      !sources.some((text) => text.includes(word)) &&
      !runsInto(word, start, claim, sources),
  );
  if (named !== undefined) return `name ${named.word} is not in the cited units`;
  const asked = [...claim.matchAll(QUESTION)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  for (const gap of cutGaps(gaps, asked)) {
    if (/[a-z]{2,}/u.test(gap.text)) return `word ${gap.text} is not in the cited units`;
    if (!HAN.test(gap.text)) continue;
    const why = refuteWords(placeWords(gap.text, gap.start, tag), claim, sources, tag);
    if (why === null) continue;
    // a gap may begin or end inside a word: the 「利」 of 「利用媒体」
    const inside = whole.filter(({ word, start }) => start < gap.end && gap.start < start + word.length);
    if (refuteWords(inside, claim, sources, tag) !== null) return why;
  }
  return null;
}

/** 燕都 of 「李凌燕都被免职」: the end of a printed name and ordinary words. */
function runsInto(word: string, start: number, claim: string, sources: readonly string[]): boolean {
  return Array.from(word.slice(1)).some((_, at) => {
    const printed = claim.slice(Math.max(0, start - 2), start + 1 + at);
    return (
      isOrdinary(word.slice(1 + at)) && printed.length > 2 && sources.some((text) => text.includes(printed))
    );
  });
}

function refuteWords(
  words: readonly PlacedWord[],
  claim: string,
  sources: readonly string[],
  tag: TagWords,
): string | null {
  for (const { word, kind, start } of words) {
    if (
      !HAN.test(word) ||
      NO_NAME.has(word) ||
      sources.some((text) => text.includes(word) && word.length > 1)
    )
      continue;
    if (word.length === 1) {
      if (
        // 「还不够强」 for 「不强」
        (/[不没未](?:够|太|很|较|更)?$/u.test(claim.slice(0, start)) &&
          sources.some((text) => text.includes(`不${word}`))) ||
        isEveryday(word, words) ||
        isPlain(word, kind, sources) ||
        abbreviates(claim.charAt(start - 1) + word, sources)
      )
        continue;
      return `characters ${word} are not in the cited units`;
    }
    if (kind === 'x') {
      // what the dictionary does not know are two words cut wrongly, or a name: 「已写」, 「楼有」, 「张三」
      const cut =
        DONE.test(word) || Array.from(word).every((char) => isPlain(char, tag(char)[0]?.tag ?? 'x', sources));
      if ((cut || RESULT.test(word) || abbreviates(word, sources)) && !beginsWithSurname(word)) continue;
      return `characters ${word} are not in the cited units`;
    }
    // 国企 for 国有企业
    if (kind === 'j' && abbreviates(word, sources)) continue;
    // 「两个省级平台」 of 「福建省…平台」
    if (LEVEL.test(word) && sources.some((text) => text.includes(word.charAt(0)))) continue;
    if (isCompound(word, tag) || ADVERBS.test(word) || PERSONS.test(word)) continue;
    const behind = claim.slice(start + word.length, start + word.length + 4);
    const named =
      (NOMINAL.test(kind) && NAME_ENDING.test(behind)) || (PROPER.test(kind) && behind.startsWith(BODY));
    if (named || !ORDINARY.test(kind)) return `name ${word}${named ? behind : ''} is not in the cited units`;
  }
  return null;
}

/** Words of one character of everyday speech, in no name: 「记在清单里」, 「钱还没退」, 「故不追缴」. */
const EVERYDAY =
  /^[虽却便遂致倘凡钱话事字记故查看听写读问答想懂教找拿放送收发买卖租借住换修补拼拍画算数排连接通断涨跌增缩扩压缓急快慢早晚先后深浅厚薄宽窄轻重冷热干湿旧坏错真假难易贵弱满空紧松守护够缺漏丢失误停等跑走站坐进退搬运装卸推拉抓打搞弄管控防治救助扶促改造拆挖填铺铲摸底线头脚手口眼心声面边角点批笔份张页封信票证照章牌表册账目款额价费税息债欠赔罚奖薪资]$/u;

/** 「都还没」, a person to the dictionary. */
/** 「卓毅、卓文达二人」 */
const PERSONS = /^[两二三四五六七八九十]人$/u;
const ADVERBS = /^[都还也均已仍没未不][都还也均已仍没未不在是有]+$/u;

/** 「写清」, 「查实」, 「摸全」: a verb and what comes of it. */
const RESULT = /^[写查看说讲问算记理摸分列弄搞做办改拆谈][清明好全实细完齐妥]$/u;
/** 「省级」 */
const LEVEL = /^[国省市区县镇乡]级$/u;

/** 「建了」 */
const DONE = /^[\u3400-\u9fff][了过着]$/u;

/** 「努力争取」, a person to the dictionary: two ordinary words. */
function isCompound(word: string, tag: TagWords): boolean {
  const halves = [word.slice(0, 2), word.slice(2)].map((half) => tag(half));
  return (
    word.length === 4 && halves.every(([half, more]) => more === undefined && VERBAL.test(half?.tag ?? ''))
  );
}

/** A function word, or at least a printed character that no names are made of. */
/** Not where a word the dictionary does not know stands beside it: 「张记」. */
function isEveryday(word: string, words: readonly PlacedWord[]): boolean {
  const at = words.findIndex((other) => other.word === word);
  const beside = [words[at - 1], words[at + 1]];
  return (
    EVERYDAY.test(word) && !beside.some((other) => other?.kind === 'x' || /^n[rst]/u.test(other?.kind ?? ''))
  );
}

function isPlain(char: string, kind: string, sources: readonly string[]): boolean {
  if (isOrdinary(char)) return true;
  return !NAME_CHARACTER.test(char) && (FUNCTION.test(kind) || sources.some((text) => text.includes(char)));
}
