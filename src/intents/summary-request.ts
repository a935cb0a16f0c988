// message → is a summary asked for? → length, status, and the topic in parts
import type { Status } from '../ledger/ledger.ts';
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';
import { readRequestWords } from './summary-words.ts';

/** What a request for a summary says. */
export interface SummaryRequest {
  /** The subject without request, length and filler words; empty when none is named. */
  readonly topic: string;
  /** Subjects joined by 和, 、 or a comma; one entry, `topic`, where nothing is joined. */
  readonly parts: readonly string[];
  readonly status: Status | null;
  /** Characters asked for (300字), or by word (简短, 三句话, 详细); null when left to the program. */
  readonly length: number | null;
  /** See `RequestWords`. */
  readonly explicit: boolean;
  /** 处理人的也带上. */
  readonly sanctions: boolean;
}

const QUESTION =
  /多少|几[个条项家次场件人名处户]|谁|何时|什么时候|啥时候|哪天|哪[一]?年|多久|哪个|哪家|哪位|为什么|为啥|吗[?？]?$/u;
const SOFT_QUESTION = /哪些|什么|啥|怎么|如何|有没有|是否/u;

/** 短一点, 详细些, 写成300字, 压缩到100字: the last summary again at another length. */
export const LENGTH_ONLY = new RegExp(
  `^(?:请|帮我|给我|麻烦|能不能|可以|你|再|先|就|来|,)*(?:太长了?|太短了?)?,?(?:再)?(?:写|改|压|缩|压缩|扩|扩写|展开|精简|简化)?(?:成|到|为)?(?:(?:\\d{2,4}|[${NUMERAL_CHARACTERS}]{2,4})个?字(?:左右|以内|就行)?|(?:再)?(?:短|简短|精简|简单|简要|详细|具体|长)(?:一)?(?:点|些)(?:儿)?|详细版|简短版|简版)(?:的)?(?:吧|就行|就好)?[。!]*$`,
  'u',
);

const COUNT = new RegExp(`(?<n>\\d{2,4}|[${NUMERAL_CHARACTERS}]{2,5})个?字(?:左右|以内|以下|上下)?`, 'u');
const SENTENCES = /(?<n>[一两二三四五六七八几\d])(?<more>[二三四五六七八九])?句(?:话)?/u;
/** Characters by word, and for each sentence asked for. */
const LENGTHS = { short: 150, brief: 300, full: 800, sentence: 100 };

/** 起草一份处分决定, 开个证明: another paper than a summary. */
const OTHER_PAPER =
  /(?:写|拟|起草|出|做|开)(?:一|1)?(?:个|份|张|篇)[^,。]{0,14}(?:决定|通知|公函|证明|合同|协议|讲话稿|检讨|申请)/u;

/** Null when the message asks for no summary. `text`: the message as understood (normalised). */
export function readSummaryRequest(text: string): SummaryRequest | null {
  if (OTHER_PAPER.test(text)) return null;
  const words = readRequestWords(joinBrackets(text));
  if (words === null) return null;
  const { rest, explicit } = words;
  const asked = rest.replace(TALK, ' ');
  if (QUESTION.test(asked) || (!explicit && SOFT_QUESTION.test(asked))) return null;
  const status = readStatus(rest);
  const parts = splitTopic(cleanTopic(rest.replace(COUNT, ' ').replace(LENGTH_WORDS, ' '), status !== null));
  return {
    topic: parts.join('、'),
    parts,
    status,
    length: readLength(text),
    explicit,
    sanctions: SANCTIONS_TOO.test(text),
  };
}

/** 国有(集体)房产. */
function joinBrackets(text: string): string {
  return text.replace(/(?<!的)\(([^()]{1,4})\)(?=\p{L})/gu, '$1');
}

export function readLength(text: string): number | null {
  const count = parseInteger(COUNT.exec(text)?.groups?.['n'] ?? '');
  if (count !== null) return Math.min(3000, Math.max(60, count));
  const sentences = SENTENCES.exec(text)?.groups;
  if (sentences !== undefined) {
    const most = parseInteger(sentences['more'] ?? sentences['n'] ?? '');
    return (most ?? 3) * LENGTHS.sentence;
  }
  if (/简短|短(?:一)?[点些]|精简|简版|太长/u.test(text)) return LENGTHS.short;
  if (/简要|简单/u.test(text)) return LENGTHS.brief;
  return /详细|全面(?!从严)|具体|展开|长(?:一)?[点些]|太短/u.test(text) ? LENGTHS.full : null;
}

const LENGTH_WORDS =
  /(?:不超过|控制在|大约|约|别超过|不要超过|别多于)(?=\s|$)|(?:要|写)?(?:简短|简要|精简|详细)(?:一)?[点些]?(?:的|地)?|[一两三四五几]{1,2}句话|一段话|分(?:问题|条)(?:写|列)/gu;

const STATUSES: readonly (readonly [Status, RegExp])[] = [
  [
    'in_progress',
    /(?:未|没有?|还没|尚未)(?:完成|办结|整改到位|改完|做完|落实)(?:的)?|(?:正在)?推进中的?|正在(?:推进|整改|办理)的?|进行中的?/u,
  ],
  ['completed', /已(?:经)?(?:完成|办结|整改到位|改完)(?:了)?的?|(?:完成|办结)了的/u],
  ['long_term', /(?:需要?)?长期(?:坚持|整改|推进)的?|常态化(?:坚持|推进)的/u],
];

function readStatus(text: string): Status | null {
  return STATUSES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Words about reporting, not about a subject, at either end of a part: 整改情况, 方面, 都写上. */
const TAIL =
  /(?:[的了,。:!\s]|(?:都|也|一并|一起)?(?:要|写|写上|写进去|包括|包含|带上|加上|算上)(?:进去)?|整改|巡视整改|专项整改|情况|进展|工作|方面|领域|这一?[块条项]|[这那][几些]?(?:件|个|块|处)地?|板块|相关|有关|措施|举措|事项|任务|问题|项目|内容|成效|成绩|风波|过程|经过|改进|[这那]部分|(?<!第[一二三四五六七八九十])部分|要点|亮点|落实情况|通报|全文|整体|总体|全部|所有|里面?|中|材料|文字|给领导|给我|看看?|参考|该|这份|这个)+$/u;
const HEAD =
  /^(?:[的了,。:!\s]|请(?=[将把对就围])|别(?:漏|忘)了?|包括|连同|还要|关于|有关|针对|对|把|将|就|围绕|一下|在|里面?|全区|我区|本区|这份|这个|该|通报|中(?![央心国小医])|整改|巡视整改|给领导|给我)+/u;

/** 从头到尾咋整的, 都干了啥, 弄到什么地步了, 管得怎么样了: asks how it went; 这事, 那两个问题: points at the subject. */
const TALK =
  /从头到尾|前前后后|来龙去脉|前因后果|(?:[这那](?:件|个|档子|些|桩)?(?:事儿?|事情))|(?:里|上)?的?事儿(?=管|办|做|怎|[,。?]|$)|[这那]?[两三四几][个件桩]?(?:问题|事儿?|事情)|(?:都|是|又)?(?:干|做|搞|弄|整|改|办|抓)了?(?:些)?(?:啥|什么|哪些(?:事|工作)?)(?:事|工作)?了?|(?:[这那]条|[这那]事)?(?:是|都)?(?:咋|怎么|如何|怎样)(?:整改|整治|治理|推进|处理|处置|解决|落实|整|改|办|弄|治|管|抓)?(?:样)?的?了?(?=[,。?]|$)|\p{Script=Han}得(?:怎么样|怎样|咋样|如何)了?|(?:查|罚|花|办|建|做|清|退|抓|处分|处理)(?:了|出)?多少(?=[,。?]|$)|(?:弄|搞|做|推进|进行|整改|整治|治理|处理|治|改|建|管|办|抓)(?:到|得)(?:什么|啥|哪|怎么|怎|咋|如何)(?:地步|程度|份上|一步|样)?了?|建到哪(?:一步)?了?|从[^,]{1,4}(?:到|、)[^,]{1,4}?(?:再)?到[^,]{1,6}|(?:后来|后续)?(?:是)?(?:咋|怎么|如何)(?:收场|了结|收尾|收拾)的?|这一?[年块](?=[,\p{Script=Han}])|(?:合|放|并)(?:着|起来|在?一起|在?一块)儿?(?:写|说|讲)?/gu;

/** 处理人的也带上: the items of part four that belong to the subject are wanted too. */
const SANCTIONS_TOO =
  /(?:处理|处分|问责|诫勉)(?:了)?(?:的)?(?:人员?|干部|名单|情况)?(?:的)?(?:也|一并|都|一起)*(?:要)?(?:带上|写上|算上|列上|加上|写进去)/u;

function cleanTopic(text: string, withStatus: boolean): string {
  let topic = text.replace(SANCTIONS_TOO, ' ').replace(TALK, ' ');
  if (withStatus) for (const [, pattern] of STATUSES) topic = topic.replace(pattern, ' ');
  return trimPart(topic.replace(/[“”「」『』"']/gu, ''));
}

function trimPart(text: string): string {
  return text.trim().replace(HEAD, '').replace(TAIL, '').trim();
}

/** 和 and 与 that join, not those inside 参与, 和谐; after a 的 they join aspects of one subject (…的查处和清退). */
const JOINT = /(?<!参|赋|给|总|共)(?:以及|还有|和|与|及|跟)(?!平(?!台|安)|谐|会|解|睦|否|时)/u;

/** 后来的推进, 查处, 后续整改: what was done about a subject, no subject of its own. */
const ASPECT =
  /^(?:一张|[一二三四五六几]个(?:方面|部分)?|别超过|不超过|(?:这一年)?(?:建设|发展|宣传)(?:介绍)?|(?:主要|具体|关键|核心)?(?:做法|数字|数据|成效|成绩)(?:和|与|、)?(?:数字|数据|成效|成绩)?|(?:立规矩|排查|处理|清退|问责|制度|学习|培训|数字|数据)(?:都|也|也要|都要|要)*(?:写到|写上|提到|带上|有|提一下)?|哪些事情?|(?:[正反]面)?事项都?)$|^(?:(?:后来|后续|随后|之后|目前|现在|最新|具体|有关|相关|最终|最后|整改)的?)*(?:推进|处置|处理|查处|清退|整治|治理|提升|发展|推动|落实|改进|完善|化解|跟进|监督|管理|解决|整改|结果|成效|效果|做法|原因|问题|规定|要求|进度|现状|结局|下文)*(?:情况|工作|进展|力度|结果|成效)?$/u;

function splitTopic(topic: string): string[] {
  const parts = topic
    .split(/[,;、。\s]+/u)
    .flatMap((segment) => {
      const pieces = segment.split(new RegExp(JOINT, 'gu'));
      return (pieces[0] ?? '').includes('的') ? [segment] : pieces;
    })
    .map(trimPart)
    .filter((part) => part.length >= 2 && !ASPECT.test(part));
  return parts.length > 0 ? parts : [topic].filter((part) => part !== '');
}
