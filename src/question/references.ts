// message → numbers that name units: measures, problems, sections, sanctions; ranges and lists; where in them
import type { UnitLookup } from '../bulletin/lookup.ts';
import { NUMERAL_CHARACTERS } from '../text/numerals.ts';
import type { Reference } from './question.ts';
import { expandNumbers, LIST, N } from './number-lists.ts';
import { readEndReference } from './end-references.ts';
import { readHeadingReference } from './heading-references.ts';
import { readPlaces, withoutPlaces } from './place-references.ts';
import { readProblemReferences } from './problem-references.ts';
import { readSanctionReferences } from './sanction-references.ts';
import { readInSection, readSections } from './section-references.ts';

/** One character of a Chinese numeral: 一条 is an amount rather than a number. */
const ONE = `[${NUMERAL_CHARACTERS}]`;
const MEASURE_WORD = '(?:整改)?(?:措施|举措|条目)';
/** 措施一并汇总, 措施一条都没完成, 问题三百字以内, 问题两句话: an adverb or the length of a text follows, no number of a unit. */
const NO_NUMBER = `(?!一(?:[并起共块直般样定律些下览]|[条项][都也没])|(?:${N}|[两几])[来多余]?个?(?:字|句|段|页))`;

const MEASURES: readonly RegExp[] = [
  new RegExp(`第(?<n>${LIST})(?:这|那)?(?:[两三四五几]条|条|号)(?!问题|建议)(?:${MEASURE_WORD})?`, 'gu'), // 第148条, 第12至15条
  new RegExp(`第(?<n>${LIST})(?:项|个)?${MEASURE_WORD}`, 'gu'), // 第148项措施
  new RegExp(
    `${MEASURE_WORD}(?:编号|序号)?(?:第)?${NO_NUMBER}(?<n>${LIST})(?:条|号|项|个)?(?![\\d%共])`,
    'gu',
  ), // 措施148, 举措三十五; not 措施一共多少, 措施一条都没完成
  new RegExp(`(?<![a-z\\d])m(?<n>\\d{1,4})(?![\\d.])`, 'gu'), // M148
  new RegExp(`(?:(?<![\\p{L}\\d])|(?<=第))\\((?<n>${N})\\)`, 'gu'), // (148), 第(148)条
  new RegExp(`[〔【\\[]第?(?<n>\\d{1,3}(?:、\\d{1,3})*)条?[〕】\\]]`, 'gu'), // 〔148〕 as answers print it; not 〔2021〕18号
  new RegExp(
    `(?:编号|序号|no\\.?|#)\\s*(?:为|是|:)?\\s*(?<n>\\d{1,3}|(?<=[为是])${ONE}{2,6})(?![\\d%])`,
    'gu',
  ), // 编号148, No.148, #148
];
/** Read only where the message asks for nothing but a unit. */
const BARE_MEASURES: readonly RegExp[] = [
  new RegExp(
    `(?<![\\d第月.a-z${NUMERAL_CHARACTERS}])(?!${ONE}[条号项])(?<n>${LIST})(?:[这那][两三四五六几]条|条|号|项)(?:${MEASURE_WORD})?`,
    'gu',
  ), // 148号, 148、150和152条, 148、150这两条, 一百二十条, 十二至十五条
  new RegExp(`^第(?<n>${N})项?[?!。]*$`, 'gu'), // 第二百九十七, 第148项
  new RegExp(`^(?:那|看|查|看看|查查|查一下|就)*(?<n>\\d{1,3}|${ONE}{1,6})(?:呢|吧)?[?!。]*$`, 'gu'), // 148, 那149呢
  new RegExp(`^(?<n>\\d{1,3}(?:[、,和与及跟到至-]\\d{1,3})+)(?=有[什啥]|的|之间|哪|分别|各|呢|$)`, 'gu'), // 148和149有什么区别
  new RegExp(
    `^(?<n>\\d{1,3}|${ONE}{2,6})(?=到|完成|进|办|现在|目前|什么|讲|说|写|是|的|内容|原文|全文|怎|咋)`,
    'gu',
  ), // 148到什么程度了
];
const PROBLEMS: readonly RegExp[] = [
  new RegExp(`问题(?<n>${N}号?(?:至|到|[-—–~])问题${N})(?![\\d%])`, 'gu'), // 问题20到问题25
  new RegExp(
    `第(?<n>${LIST})(?:(?<=\\d)[这那]?[两三四五六几])?(?:个|项|条|类|号)?(?:问题|题(?![目材]))`,
    'gu',
  ), // 第15个问题, 第73、74题, 第25、26两个问题
  new RegExp(
    `问题(?:编号)?(?:第)?${NO_NUMBER}(?<n>${LIST})(?:号)?(?![\\d%个条件起共直般样定律并些]|项(?!下))`,
    'gu',
  ), // 问题49, 问题七十二
  new RegExp(`(?<![\\d第])(?<n>\\d{1,3})号问题`, 'gu'), // 72号问题
  new RegExp(`问题\\((?:编号|序号|问题|第)?(?<n>${LIST})(?:个|号)?\\)`, 'gu'), // 那几个问题(50到54)
  new RegExp(`(?<![\\d第])(?<n>\\d{1,3}(?:[、,和与及跟到至-]\\d{1,3})+)号?[这那]?[两三四五六几]个问题`, 'gu'), // 25、26两个问题
  new RegExp(`(?<![\\p{L}\\d])p(?<n>\\d{1,4})(?![\\d.])`, 'gu'),
];
/** Every unit number of the message; out-of-range numbers come back with no units. Text must be normalised. */
export function readReferences(text: string, lookup: UnitLookup): Reference[] {
  const places = readPlaces(text);
  const named = readNumbered(withoutPlaces(text, places), lookup);
  return named.map((reference) => ({ ...reference, places }));
}

function readNumbered(text: string, lookup: UnitLookup): Reference[] {
  const sanctions = readSanctionReferences(text, lookup);
  if (sanctions.length > 0) return sanctions;
  const heading = readHeadingReference(text, lookup);
  if (heading !== null) return [heading];
  const placed = readInSection(text, lookup);
  if (placed !== null) return [placed];
  const counted = readProblemReferences(text, lookup);
  if (counted.length > 0) return counted;
  const end = readEndReference(text, lookup);
  if (end === null) return readEvery(text, lookup);
  // 最后一条措施,第二百九十七条
  const others = readEvery(text.replace(end.text, ' '), lookup).filter(({ kind }) => kind === end.kind);
  return others.length > 0 ? others : [end];
}

function readEvery(text: string, lookup: UnitLookup): Reference[] {
  const references: Reference[] = [];
  const taken: [number, number][] = [];
  // 第三部分的第(四)点 names no measure.
  const sections = readSections(text, lookup);
  for (const section of sections) {
    const at = text.indexOf(section.text);
    if (section.closed) taken.push([at, at + section.text.length]);
  }
  const collect = (patterns: readonly RegExp[], kind: 'measure' | 'problem'): void => {
    for (const pattern of patterns) {
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].length;
        if (taken.some(([from, to]) => match.index < to && from < end)) continue;
        const numbers = expandNumbers(match.groups?.['n'] ?? '');
        if (numbers.length === 0) continue;
        taken.push([match.index, end]);
        for (const number of numbers) {
          const found =
            kind === 'measure' ? lookup.measuresNumbered(number) : lookup.problemsNumbered(number);
          const units = found.map((unit) => unit.id);
          references.push({ text: match[0], kind, number, units, under: null, places: [] });
        }
      }
    }
  };
  collect(PROBLEMS, 'problem');
  collect(MEASURES, 'measure');
  if (references.length === 0) {
    references.push(...sections);
    if (sections.length === 0 && asksOnlyForNumber(text, lookup.measures.length))
      collect(BARE_MEASURES, 'measure');
  }
  return references;
}

/** 「148号到什么程度了」 asks for unit 148; 「137条改革事项完成多少」 counts things. */
const GENERIC =
  /(?:是)?(?:为了?)?(?:属于|归属?(?:在|到)?|针对|对应|解决|整改)的?(?:的是|是)?(?:哪(?:一)?个|什么|啥|第几个)(?:反馈)?(?:问题|方面|部分)|都|分别|各|[—–~\d、,。?!至到和-]|[〇零一二两三四五六七八九十百廿卅]+|整改|措施|举措|条|号|内容|原文|全文|讲|说|写|是|的|了|什么|啥|已经?|完成|办结|落实|正在?|推进|长期|坚持|有|几|没有|没|未|吗|呢|进展|进度|程度|情况|怎么样|怎样|咋样|如何|到|哪|多少|查|看|一下|请|给|我|发|那|就|还|状态|期限|时候|何时|第|段|最后|主要|告诉|发一下|念|具体|详细|展开|里面?|当?中|之间|其|这|个|区别|差别|不同|异同|对比|比较|关系/gu;

/** 「297条举措完成了多少」, 「137条里完成了多少条」 count them. */
const COUNTED =
  /\d(?:条|项)(?:整改)?(?:措施|举措).*(?:多少|几|都|全部|哪些)|(?:共|有|这)\d+(?:条|项)|^[^\d]*\d+(?:条|项)[^第\d]*(?:多少|几)(?:条|项)/u;

/** `total`: how many measures there are; 297条完成了多少 counts all of them. */
function asksOnlyForNumber(text: string, total: number): boolean {
  if (COUNTED.test(text)) return false;
  if (new RegExp(`^(?:那|这)?${total}条.*(?:多少|几条)`, 'u').test(text)) return false;
  return text.replace(GENERIC, '').trim().length <= 1;
}
