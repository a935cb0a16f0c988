// message → is a summary asked for? → length, status, and the topic in parts
import type { Status } from '../ledger/ledger.ts';
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';

/** What a request for a summary says. */
export interface SummaryRequest {
  /** The subject without request, length and filler words; empty when none is named. */
  readonly topic: string;
  /** Subjects joined by 和, 、 or a comma; one entry, `topic`, where nothing is joined. */
  readonly parts: readonly string[];
  readonly status: Status | null;
  /** Characters asked for (300字), or by word (简短 = 100, 详细 = 800); null when left to the program. */
  readonly length: number | null;
  /** True for 「汇总一下」, 「写一段…」, 「…做个总结」; false for a bare noun at one end (养老服务小结). */
  readonly explicit: boolean;
  /** 处理人的也带上. */
  readonly sanctions: boolean;
}

const VERB = '(?:汇总|总结|概括|梳理|归纳|小结|综述|概述|简述|汇编)';
const NOUN = '(?:简报|汇总|总结|小结|综述|摘要|概述|概要|梳理|概括|归纳|专报|汇报|情况说明)';
/** 捋一捋, 拢个总, 打包讲讲: the same in speech. */
const SPOKEN =
  '(?:捋(?:一?捋|一遍|一下|清楚)|理(?:一理|一遍|一下|清楚)|盘(?:一盘|一遍|一下)|盘点(?:一下)?|(?:拢|汇|归)个总|归拢(?:一下)?|过一遍|串一(?:遍|下)|(?:打包|整体|总体|通盘|从头到尾)(?:地)?(?:讲|说|介绍)(?:讲|说|一遍|一下)?)';
/** 总结会, 总结表彰, 汇总表, 梳理出的: the word names a thing of its own. */
const NO_THING = '(?!会|大会|表|报告会|经验|教训|出|后|的|评估|宣传)';
const POLITE =
  '(?:请|帮忙?|帮我|替我|给我|麻烦|劳烦|能不能|能否|可不可以|可以|你|您|我|想|要|想要|需要|再|先|就|来|快|给(?:领导|书记|区长|主任|局长|大家|上级|老板)|们|一下|,)*';
const MEASURE = '(?:一|两|1)?(?:个|份|段|篇|则|下)';

const OPENINGS: readonly RegExp[] = [
  // 写一段传统商贸转型的简报, 帮我写一份老旧小区改造的小结, 给领导写个信访积案化解情况简报
  new RegExp(
    `^${POLITE}(?:写|拟|起草|出|做|整理|生成)(?:一|1)?(?:个|份|段|篇|则)(?:\\d+字(?:左右|以内)?)?(?:的)?(?:简短|简要|详细)?(?:的)?(?:话|文字|材料|${NOUN})?(?:,)?(?:${VERB}|介绍|说明)?(?:一下)?`,
    'u',
  ),
  new RegExp(
    `^${POLITE}(?:用|以)?(?:\\d+(?:个)?字(?:左右|以内)?|一段话|一句话|几句话)(?:来|地)?${VERB}(?:一下|下)?`,
    'u',
  ), // 用300字概括
  new RegExp(
    `^${POLITE}(?:简单|简要|简短|详细|全面|系统)?(?:地)?(?:做)?${MEASURE}?${VERB}(?:一下|下|个|出来)`,
    'u',
  ), // 汇总一下…
  new RegExp(`^${POLITE}(?:大概|简单|从头到尾|全面)?(?:地)?${SPOKEN}`, 'u'), // 捋一捋…
];
const BARE_OPENING = new RegExp(
  `^${POLITE}(?:简单|简要|简短|详细|全面|系统)?(?:地)?(?:做)?${MEASURE}?${VERB}${NO_THING}`,
  'u',
); // 总结违规发放津补贴的查处和清退
/** The end of the message, or what the summary should also hold: …的简报(瀛东、苍霞新城都写上), …总结,闲置侵占欠租都要. */
const END = '(?=[,，。!?;(]|$)';
const CLOSINGS: readonly RegExp[] = [
  // …做个总结, …写个总结, …来份简报, …写一段
  new RegExp(
    `[,的]?(?:帮我|给我|请)?(?:写|做|拟|出|来|整理|形成|给)(?:成)?(?:(?:一|1)?(?:个|份|段|篇|则)?(?:\\d+字(?:左右|以内)?)?(?:的)?(?:简短|简要|简单|详细|全面|完整|系统)?(?:的)?(?:${NOUN}|材料|文字)|(?:一|1)(?:段|篇)(?:话)?)(?:吧|看看|给我)*${END}`,
    'u',
  ),
  new RegExp(
    `[,]?(?:请|帮我|给我)?(?:进行|简要|简单)?${VERB}(?:一下|下|成一段|成简报|(?:一下|下)?(?:是)?(?:怎么|如何|怎样)(?:整)?(?:改|做|办|处理|处置|解决)的?)(?:吧|看看|给我)*${END}`,
    'u',
  ), // …梳理一下
  new RegExp(
    `[,]?(?:请|帮我|给我|麻烦)?(?:从头到尾|前前后后|整体|全面|系统|大概|简单)?(?:地|来)?${SPOKEN}(?:吧|看看|给我)*${END}`,
    'u',
  ), // …帮我捋一捋
];
const BARE_CLOSING = new RegExp(`[,的]?(?<!年终|年度|年底|季度)${NOUN}${END}`, 'u'); // 党建品牌提升的整改情况简报

const QUESTION =
  /多少|几[个条项家次场件人名处户]|谁|何时|什么时候|啥时候|哪天|哪[一]?年|多久|哪个|哪家|哪位|为什么|为啥|吗[?？]?$/u;
const SOFT_QUESTION = /哪些|什么|啥|怎么|如何|有没有|是否/u;

/** 短一点, 详细些, 写成300字, 压缩到100字: the last summary again at another length. */
export const LENGTH_ONLY = new RegExp(
  `^${POLITE}(?:太长了?|太短了?)?,?(?:再)?(?:写|改|压|缩|压缩|扩|扩写|展开|精简|简化)?(?:成|到|为)?(?:(?:\\d{2,4}|[${NUMERAL_CHARACTERS}]{2,4})个?字(?:左右|以内|就行)?|(?:再)?(?:短|简短|精简|简单|简要|详细|具体|长)(?:一)?(?:点|些)(?:儿)?|详细版|简短版|简版)(?:的)?(?:吧|就行|就好)?[。!]*$`,
  'u',
);

const COUNT = new RegExp(`(?<n>\\d{2,4}|[${NUMERAL_CHARACTERS}]{2,5})个?字(?:左右|以内|以下|上下)?`, 'u');

/** 起草一份处分决定, 开个证明: another paper than a summary. */
const OTHER_PAPER =
  /(?:写|拟|起草|出|做|开)(?:一|1)?(?:个|份|张|篇)[^,。]{0,14}(?:决定|通知|公函|证明|合同|协议|讲话稿|检讨|申请)/u;

/** Null when the message asks for no summary. `text`: the message as understood (normalised). */
export function readSummaryRequest(text: string): SummaryRequest | null {
  if (OTHER_PAPER.test(text)) return null;
  const opening = OPENINGS.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
  const afterOpening = opening === undefined ? text : text.slice(opening.length);
  const closing = CLOSINGS.map((pattern) => pattern.exec(afterOpening)?.[0]).find(
    (found) => found !== undefined,
  );
  const explicit = opening !== undefined || closing !== undefined;
  const bareOpening = explicit ? '' : (BARE_OPENING.exec(text)?.[0] ?? '');
  let rest = cutOut(afterOpening.slice(bareOpening.length), closing ?? '');
  const bareClosing = BARE_CLOSING.exec(rest)?.[0] ?? '';
  if (!explicit && bareOpening === '' && (bareClosing === '' || bareClosing === rest)) return null;
  if (QUESTION.test(rest) || (!explicit && SOFT_QUESTION.test(rest))) return null;
  rest = cutOut(rest, bareClosing);
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

export function readLength(text: string): number | null {
  const count = parseInteger(COUNT.exec(text)?.groups?.['n'] ?? '');
  if (count !== null) return Math.min(3000, Math.max(60, count));
  if (/简短|一句话|几句话|短(?:一)?[点些]|精简|简版|太长/u.test(text)) return 100;
  if (/简要|简单/u.test(text)) return 300;
  return /详细|全面(?!从严)|具体|展开|长(?:一)?[点些]|太短/u.test(text) ? 800 : null;
}

const LENGTH_WORDS =
  /(?:不超过|控制在|大约|约)(?=\s|$)|(?:要|写)?(?:简短|简要|精简|详细)(?:一)?[点些]?(?:的|地)?|一句话|几句话|一段话|分(?:问题|条)(?:写|列)?/gu;

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
  /(?:[的了,。:!\s]|(?:都|也|一并|一起)?(?:要|写|写上|写进去|包括|包含|带上|加上|算上)(?:进去)?|整改|巡视整改|专项整改|情况|进展|工作|方面|领域|这块|板块|相关|有关|措施|举措|事项|任务|问题|项目|内容|成效|部分|落实情况|这份|这个|该|通报|全文|整体|总体|全部|所有|里面?|中|材料|文字|给领导|给我|看看?|参考)+$/u;
const HEAD =
  /^(?:[的了,。:!\s]|关于|有关|针对|对|把|将|就|围绕|一下|在|里面?|全区|我区|本区|这份|这个|该|通报|中|整改|巡视整改|给领导|给我)+/u;

/** 从头到尾咋整的, 都干了啥, 弄到什么地步了, 管得怎么样了: asks how it went; 这事, 那两个问题: points at the subject. */
const TALK =
  /从头到尾|前前后后|(?:[这那](?:件|个|档子|些|桩)?(?:事儿?|事情))|(?:里|上)?的?事儿(?=管|办|做|怎|[,。?]|$)|[这那]?[两三几]个?问题|(?:都|是|又)?(?:干|做|搞|弄|整|改|办|抓)了?(?:些)?(?:啥|什么|哪些(?:事|工作)?)(?:事|工作)?了?|(?:是|都)?(?:咋|怎么|如何)(?:整|改|办|弄|处理|处置|解决|推进)?(?:样)?的?了?(?=[,。?]|$)|(?:弄|搞|做|推进|进行|整改|改|建|管|办|抓)(?:到|得)(?:什么|啥|哪|怎么|怎|咋|如何)(?:地步|程度|份上|一步|样)?了?|建到哪(?:一步)?了?/gu;

/** 处理人的也带上: the items of part four that belong to the subject are wanted too. */
const SANCTIONS_TOO =
  /(?:处理|处分|问责|诫勉)(?:了)?(?:的)?(?:人员?|干部|名单|情况)?(?:的)?(?:也|一并|都|一起)*(?:要)?(?:带上|写上|算上|列上|加上|写进去)/u;

function cleanTopic(text: string, withStatus: boolean): string {
  let topic = text.replace(SANCTIONS_TOO, ' ').replace(TALK, ' ');
  if (withStatus) for (const [, pattern] of STATUSES) topic = topic.replace(pattern, ' ');
  const joined = topic.replace(/\(([^()]{1,4})\)(?=\p{L})/gu, '$1'); // 国有(集体)房产
  return trimPart(
    joined
      .replace(/[“”「」『』"']/gu, '')
      .replace(/[(【]/gu, ',')
      .replace(/[)】]/gu, ' '),
  );
}

function trimPart(text: string): string {
  return text.trim().replace(HEAD, '').replace(TAIL, '').trim();
}

/** 和 and 与 that join, not those inside 参与, 和谐; after a 的 they join aspects of one subject (…的查处和清退). */
const JOINT = /(?<!参|赋|给|总|共)(?:以及|还有|和|与|及|跟)(?!平(?!台|安)|谐|会|解|睦|否|时)/u;

/** 后来的推进, 查处: what was done about a subject, no subject of its own. */
const ASPECT =
  /^(?:(?:后来|后续|随后|之后|目前|现在|最新|具体|有关|相关)的?)?(?:推进|处置|处理|查处|清退|整治|治理|提升|发展|推动|落实|改进|完善|化解|跟进|监督|管理|解决|成效|做法|原因|问题|规定|要求)?(?:情况|工作|进展|力度)?$/u;

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

function cutOut(text: string, words: string): string {
  return words === '' ? text : text.replace(words, ',');
}
