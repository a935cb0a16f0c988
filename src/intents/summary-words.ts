// message → is a summary asked for, and how firmly? → what is left when the words of the request are off
import { ASK_WORDS } from '../question/ask-words.ts';
import { CHARACTER_LENGTH, COUNTED_LENGTH, POLITE } from './request-words.ts';

/** What a message says beside the request. */
export interface RequestWords {
  /** The rest of the message, its clauses joined by commas. */
  readonly rest: string;
  /** True for 「汇总一下」, 「写一段…」, 「…做个总结」; false for a bare noun at one end (养老服务小结). */
  readonly explicit: boolean;
  /** A text of a kind or size is ordered (写一段, 三百字内, 归拢成一段): what else is asked says what should stand in it. */
  readonly written: boolean;
}

const VERB = '(?:汇总|总结|概括|梳理|归纳|小结|综述|概述|简述|汇编|提炼|摘要|归拢|归总|浓缩|摘录|摘编)';
const NOUN =
  '(?:简报|汇总|总结|小结|综述|摘要|概述|概要|简述|梳理|概括|归纳|专报|汇报|简介|(?:简要|基本)?情况说明|(?:情况|整改|工作|项目|基本|宣传)介绍|情况报告|概况|(?:要点|内容)?提纲|成绩单|(?:梳理|汇报|总结|情况|整改|综合|书面)材料|(?:信息|新闻|发言|汇报|通报)稿|综合报告|(?:汇报|总结|发言|内容)?(?<!工作)要点|(?:汇报|总结|宣传|说明|介绍)(?:的)?文字|总览|一览|回顾)';
/** 捋一捋, 拢个总, 打包讲讲: the same in speech. */
const SPOKEN =
  '(?:整理整理|捋一?捋|拢一?拢|盘一?盘|理一理|顺一顺|[捋拢理盘](?:一遍|一下|清楚)|[串过]一遍|[拢归汇]个总|盘点(?:一下)?|(?:打包|整体|总体|通盘|从头到尾)(?:地)?(?:讲|说|介绍)(?:讲|说|一遍|一下)?|(?:整理|汇总)(?:一下|成文|成材料)|(?:讲|说|写|交代|介绍)(?:清楚|明白)|(?:合|放|并|串|连)(?:着|起来|在?一起|在?一块儿?)(?:写|讲|说))';
/** 总结会, 总结表彰, 汇总表, 梳理出的: the word names a thing of its own. */
const NO_THING = '(?!会|大会|表|报告会|经验|教训|出|后|的|评估|宣传)';
/** 简要, 从头到尾, 用大白话, 分条. */
const MANNER =
  '(?:(?:用|拿)?(?:大白话|白话|老百姓的话|通俗的话|一段话)|简单|简要|简短|简明|精简|扼要|详细|全面|全景式?|完整|系统|整体|一体|总体?|综合|大概|大致|快速|尽快|(?:分|逐|按)(?:条|点|项|条目|问题)|前前后后|从头到尾)?(?:地|的|来)?';
const PIECE = '(?:(?:[一两几1]?小?(?:个|份|段|节|篇|则|张|页)|一?下)|半页(?:纸)?)';
/** 一小段, 一节, 一段话: a size of its own. */
const PASSAGE = '(?:[一几1]小?[段节篇](?:话|文字)?)';
/** 300字左右, 三四句话, 几句, 两段话, 三点, 一小段: how long it is to be. */
const LENGTH = `(?:${COUNTED_LENGTH}|${PASSAGE}|[两二三四五](?:段(?:话|文字)?|点(?!钟|半|前|后|之|开)))`;
const PAPER = `(?:话|文字|(?:(?:汇报|宣传|基础|完整|发言|新闻|信息|经验)?(?:材料|稿子?))|文章|回复|答复|发言|通稿|情况|大概|梗概|大意|要点|盘点|${NOUN}|介绍|说明|报告|${LENGTH})`;
/** 用大白话讲讲, 简要说说. */
const TELL = '(?:讲讲|说说|写写|聊聊|谈谈|讲一讲|说一说|写一写|讲一下|说一下|写一下|说一遍|讲一遍|说道说道)';
/** 汇总成清单: the order that stands before it makes it a text. */
const LISTING = '(?:清单|名单|台账|一览)';
const MAKE = '(?:写|拟|起草|出|做|整理|生成|弄|搞|念|组织|准备)';
const WRITE =
  '(?:写|拟|起草|出|做|作|打|整理|生成|弄|搞|来|要|形成|给|讲|说|列|(?<![治管办处修代受审清])理|捋|拢|归拢|归|浓缩|缩|压缩|凑|组织|准备)';
/** 讲清楚, 说完, 一句话说明. */
const TELL_ALL = '(?:说明|介绍|交代|描述|(?:说|讲|写)(?:一?[说讲写])?(?:一下|下)?(?:清楚?|明白|完|透|全)?)';
/** 吧, 就行, 给我看看. */
const CLOSE = '(?:吧|看看|给我|就行|就好|就够|即可|式的|啊|呢|了)*$';

interface Order {
  readonly pattern: RegExp;
  readonly written: boolean;
}

const order = (pattern: string): Order => ({ pattern: new RegExp(pattern, 'u'), written: false });
const writing = (pattern: string): Order => ({ pattern: new RegExp(pattern, 'u'), written: true });

/** At the start of a clause. */
const OPENINGS: readonly Order[] = [
  // 写一段传统商贸转型的简报, 写份简要情况, 帮写一小段回复, 念一段
  writing(
    `^${POLITE}${MAKE}成?(?:[一几1]?小?[段节篇](?:${LENGTH})?的?${MANNER}的?${PAPER}?|[一几1]?小?[个份则](?:${LENGTH})?的?${MANNER}的?${PAPER})(?:${VERB}|介绍|说明|[回答]复(?:群众|居民|业主|记者|领导)?)?(?:一下)?`,
  ),
  // 请提供养老服务整改简报, 准备一段…的发言, 来个…的情况汇总
  writing(
    `^${POLITE}(?:提供|给出?|来|要|需要|准备|起草|列|${MAKE})(?:我|领导)?(?:${PIECE})?(?:关于|有关)?(?=.{2,}(?:${NOUN}|介绍|发言|报告|材料)$)`,
  ),
  writing(
    `^${POLITE}[给来要]?(?:我|领导)?[一几1]?小?[段篇](?:关于|有关)?(?=.{4,}(?:情况|进展|成效|经过|内容)$)`,
  ), // 给我一段近亲繁殖整改情况
  order(`^${POLITE}${MAKE}[一几1]?[个份则篇](?:关于|有关)?`), // 给领导写个信访积案化解情况简报
  // 用300字概括, 两三句话说说
  writing(`^${POLITE}(?:用|以|拿)?${LENGTH}(?:来|地)?(?:${VERB}|${TELL_ALL})(?:一下|下)?`),
  writing(`^${POLITE}${MANNER}${VERB}(?:一下|成|为)?${LENGTH}`), // 归拢成一段
  writing(`^${POLITE}${MANNER}${VERB}(?:成|为)${PIECE}?${MANNER}(?:${PAPER}|${LISTING})?$`), // …,归纳成一份, 汇总成清单
  // 汇总一下…, 总结总结
  order(
    `^${POLITE}${MANNER}(?:做)?${PIECE}?${VERB}(?:一下|下(?!一步|一阶段|阶段|半年|步)|一[遍次]|个|出来|成|${VERB})(?:一下|下)?`,
  ),
  order(`^${POLITE}${MANNER}${SPOKEN}`), // 捋一捋…
  order(`^${POLITE}${MANNER}(?:介绍|说明|回顾|描述)(?:一下|下|介绍)`), // 介绍一下…
  order(`^${POLITE}(?:写|拟|起草|弄|整理)(?:一下|下|出来)?$`), // …,帮我写
  order(`^${POLITE}${MANNER}(?:${TELL}$|写写|写一写)`), // …,讲讲; 简单写写四个方面
];
const BARE_OPENING = new RegExp(
  `^${POLITE}${MANNER}(?:做)?${PIECE}?(?:${VERB}(?:说说|讲讲)?${NO_THING}|介绍(?![信所费人])|${TELL})`,
  'u',
);

/** At the end of a clause. */
const CLOSINGS: readonly Order[] = [
  // …做个总结, …来份简报, …捋成一段, …写200字, …讲个大概, …写成汇报口径的一小节
  writing(
    `的?(?:帮我|给我|请)?(?:从头到尾|简单|简要)?(?:合并|合|放|并)?(?:着|起来|在?一起|在?一块儿?)?${WRITE}(?:成(?:[^,的]{1,6}的)?|为|出|到|进)?(?:${PIECE}(?:${LENGTH})?的?${MANNER}的?${PAPER}|${LENGTH}(?:的${PAPER})?)${CLOSE}|的?(?:帮我|给我|请)?(?:写|做|形成|整理)(?:成|为|出)?${NOUN}${CLOSE}`,
  ),
  // …梳理一下, …概括几句, 归拢成一段, 浓缩到两百字
  writing(`(?:请|帮我|给我)?(?:进行|简要|简单)?${VERB}(?:成|为|到|至)?(?:文|简报|${LENGTH})${CLOSE}`),
  order(
    `(?:请|帮我|给我)?(?:进行|简要|简单)?${VERB}(?:一下|下|一[遍次]|出来|(?:一下|下)?(?:是)?(?:怎么|如何|怎样)(?:整)?(?:改|做|办|处理|处置|解决)的?|${VERB})${CLOSE}`,
  ),
  // …,可以帮忙总结吗; …整理给我; …归到一段里; …各两句话
  order(
    `(?:能不能|能否|能|可以|可否|可不可以)(?:帮忙|帮我|给我)?${MANNER}${VERB}(?:一下|下)?(?:吗|么|不)?$|(?:整理|${VERB})(?:好|一下|下)?(?:发|交|报)?给(?:我|领导|我们)$`,
  ),
  writing(
    `(?:归|放|并|合|写|揉)(?:到|进|在)${PIECE}(?:话)?[里中]?${CLOSE}|各(?:写|说|讲|用)?${LENGTH}${CLOSE}`,
  ),
  writing(`^(?:${NOUN}|发言|书面回复)$`), // 发言稿:…
  order(`${POLITE}(?:从头到尾|前前后后|整体|全面|系统|大概|简单)?(?:地|来)?${SPOKEN}${CLOSE}`), // …帮我捋一捋
  writing(`的?${VERB}(?:成|为)${PIECE}?${MANNER}(?:${PAPER}|${LISTING})${CLOSE}`), // …汇总成清单
  writing(`${LENGTH}(?:地|来|的)?(?:${VERB}|${NOUN})${CLOSE}`), // …三百字以内梳理
  order(
    `(?:一并|一起|一块儿?|统一|集中|合并|合起来)(?:地|来)?(?:做个|给个|出个)?(?:${VERB}|${NOUN})${CLOSE}`,
  ), // …一并汇总
  // …综合写一写, …总的写一份, …帮我拟一个
  writing(
    `的?${POLITE}(?:(?:总的|综合|整体|通盘|总体)(?:地|来)?(?:写写?|讲讲?|说说?|[写讲说]一[写讲说])(?:一下|${PIECE})?|(?:写|拟|起草|整理|弄)(?:一|1)?(?:份|段|篇|个))${CLOSE}`,
  ),
  // …概括为一份材料, …汇报一段, …半页纸材料, 理一份清单式小结
  writing(
    `的?(?:${VERB}|汇报|介绍)(?:为|成)?${PIECE}(?:${PAPER})?${CLOSE}|的?[一半]页(?:纸)?的?(?:${PAPER})?${CLOSE}|${POLITE}(?:理|列|拉|排)出?${PIECE}?(?:清单式|要点式|条目式|分条)的?(?:${PAPER})${CLOSE}`,
  ),
  order(`的?${NOUN}(?:里|中)?(?:该|要|应该|应当)?(?:怎么|如何|咋|怎样)(?:写|拟|说)${CLOSE}`), // …的综述怎么写
  writing(`^(?:就|用|写|说|讲|要|在)*个?${LENGTH}(?:${TELL_ALL}|${VERB})?${CLOSE}`), // …,三句话
  writing(`${CHARACTER_LENGTH}(?:就行|就好|即可)?的?(?:(?:简介|简报|要点|提纲)式的?)?$`), // 数字经济一百字
];
const BARE_CLOSING = new RegExp(
  `(?:的|${MANNER})(?<!年终|年度|年底|季度)(?:${NOUN}|${TELL}|(?:做|作)(?:一)?个(?:简单|简要)?的?介绍|来龙去脉|前因后果|始末|全过程|前前后后)${CLOSE}`,
  'u',
); // 党建品牌提升的整改情况简报, 某案的来龙去脉

/** 领导, 区长, 外地同行: for whom it is. */
const READER =
  '(?:领导|书记|区长|主任|局长|老板|上级|媒体|记者|群众|居民|业主|同事|大家|外地|同行|客商|企业|人家)';
/** 准备一段…的发言: what was ordered at the start. */
const ORDERED = /的(?:报告|发言|介绍|说明|材料)$/u;
/** 领导要房产清理的汇报材料: who wants it, before what. */
const WANTED = new RegExp(
  `^${READER}(?:急着?|想)?(?:要|让(?:我)?(?:写|报|交|准备|弄))一?[份个]?(?=.{4,}(?:${NOUN})$)`,
  'u',
);
/** 领导下午要看, 明天陪领导去工地, 编办让报, 例会要念的: what the text is for. */
const OCCASION = `(?:给|要给|是给|给来访的)?${READER}[^,]{0,10}(?:要|用|看|等|讲|参考|急|写|听)[^,]{0,6}|(?:今天|明天|后天|上午|下午|今晚|晚上|周[一二三四五六日]|下周|马上|待会儿?|急着?|开会|会上|参会|调研|接待|写材料|发言)[^,]{0,10}|[^,怎咋如哪啥]{0,8}?(?:要|让|催|等着?|会上?|报告?|发\\p{Script=Han}{1,2}|学习|讲课|讲话)(?:上?报|用|念|引用|参考|材料|稿子?|数字?|听|看)的?|(?:念|发|交|报|讲|读|写|放|贴|用|拿|供|作)(?:给|到|在|去|上)[^,]{1,10}|供[^,]{1,8}(?:用|参考)|我(?:是)?(?:新|刚)[^,]{0,4}|我们?(?:要|得|准备|打算)?给[^,]{1,8}(?:讲|汇报|介绍|交流|上课)[^,]{0,8}`;
/** 带数字, 数字别漏, 别太长, 短, 念给领导听的那种: how it should look. */
const LOOK =
  '(?:要|得)?(?:带上?|有|突出|附上?|写上|列上)(?:些|点|上)?(?:具体|关键|主要)?(?:数字|数据|成效|日期|时间)(?:的)?(?:说话)?|(?:具体|关键)?(?:数字|数据)(?:要|都要|得|写|别|不要|不能)*(?:全|准|写全|写清楚?|带上|具体|漏|少|错)(?:一?[点些])?|(?:不用|不要|别|不必)太?(?:长|多|细|啰嗦|复杂)|(?:重点|突出|着重|侧重|尤其)(?:讲|写|说|放在|突出|是)?[^,]{2,14}|(?:分清|分开|区分)[^,]{2,20}|越?(?:短|简单|简短|简要|详细|通俗|好懂|口语|精炼|精简)(?:一?[点些]|化|越[^,]{1,3}|就行|[^,]{0,2})|谢谢?你?|麻烦了?';
const PURPOSE = new RegExp(`^(?:${OCCASION}|${LOOK})(?:那种|那样|这种)?(?:的)?$`, 'u');
/** What follows an order and says for whom or where it is: 写份简报|给组织部, 写一段|放在开头. */
const FOR_WHOM = /^(?:给|供|放在?|用在|发给?|念给|交给?|报给?|作为?)(?!出|予|付)[^,]{1,12}$/u;

/** 先写一段诗。写不了就算了,告诉我有几件: what comes after the order is the question. */
const ASKS_AFTERWARDS = new RegExp(
  `^${POLITE}${MAKE}[^。]*。.*(?:多少|几[件个条项名]|是谁|哪[个天年])[^,。]{0,8}[?？]?$`,
  'u',
);

/** Names something and asks nothing. */
const SUBJECT = new RegExp(`^(?!.*(?:${ASK_WORDS}|吗)).{4,}$`, 'u');

/** Null when the message asks for no summary. `text`: the message as understood (normalised). */
export function readRequestWords(text: string): RequestWords | null {
  let explicit = false;
  let written = false;
  let bare = false;
  if (ASKS_AFTERWARDS.test(text)) return null;
  const kept: string[] = [];
  const clauses = text
    .replace(/[(【]/gu, ',')
    .replace(/[)】]/gu, ' ')
    .split(/[,。;!?:]|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  for (const [index, clause] of clauses.entries()) {
    const opened = cutFirst(clause, OPENINGS);
    const ordered = opened.rest === clause ? clause : opened.rest.replace(ORDERED, '');
    const closed = cutFirst(ordered.replace(WANTED, ''), CLOSINGS);
    let { rest } = closed;
    if (rest !== clause) {
      explicit = true;
      written ||= opened.written || closed.written;
      if (FOR_WHOM.test(rest)) rest = '';
    } else {
      rest = clause.replace(BARE_OPENING, '');
      // 概括 alone, after the subject, is an order; before it, it may be the subject.
      if (rest !== clause && (rest === '' || index > 0)) explicit = true;
    }
    const withoutNoun = rest.replace(BARE_CLOSING, '');
    // 提拔了谁那种,概括说说干部作风: what the last clause orders is the subject, what stands before is an example.
    if (rest !== clause && index > 0 && index === clauses.length - 1 && SUBJECT.test(withoutNoun))
      written = true;
    if (withoutNoun !== clause) bare = true;
    if (withoutNoun !== clause || clauses.length === 1 || !PURPOSE.test(clause)) kept.push(withoutNoun);
  }
  const rest = kept.filter((clause) => clause !== '').join(',');
  if (!explicit && (!bare || rest === '')) return null;
  return { rest, explicit, written };
}

function cutFirst(text: string, orders: readonly Order[]): { rest: string; written: boolean } {
  for (const { pattern, written } of orders) {
    const found = pattern.exec(text)?.[0] ?? '';
    if (found !== '') return { rest: text.replace(found, '').trim(), written };
  }
  return { rest: text, written: false };
}
