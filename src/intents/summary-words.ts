// message → is a summary asked for, and how firmly? → what is left when the words of the request are off
import { NUMERAL_CHARACTERS } from '../text/numerals.ts';

/** What a message says beside the request. */
export interface RequestWords {
  /** The rest of the message, its clauses joined by commas. */
  readonly rest: string;
  /** True for 「汇总一下」, 「写一段…」, 「…做个总结」; false for a bare noun at one end (养老服务小结). */
  readonly explicit: boolean;
}

const VERB = '(?:汇总|总结|概括|梳理|归纳|小结|综述|概述|简述|汇编)';
const NOUN =
  '(?:简报|汇总|总结|小结|综述|摘要|概述|概要|梳理|概括|归纳|专报|汇报|情况说明|(?:情况|整改|工作|项目|基本)介绍|情况报告|概况|(?:要点|内容)?提纲|成绩单)';
/** 捋一捋, 拢个总, 打包讲讲: the same in speech. */
const SPOKEN =
  '(?:捋(?:一?捋|一遍|一下|清楚)|理(?:一理|一遍|一下|清楚)|盘(?:一盘|一遍|一下)|盘点(?:一下)?|(?:拢|汇|归)个总|归拢(?:一下)?|过一遍|串一(?:遍|下)|(?:打包|整体|总体|通盘|从头到尾)(?:地)?(?:讲|说|介绍)(?:讲|说|一遍|一下)?|(?:整理|汇总)(?:一下|成文|成材料)|(?:讲|说|写|交代|介绍)(?:清楚|明白)|(?:合|放|并)(?:着|起来|在?一起|在?一块儿?)(?:写|讲|说))';
/** 总结会, 总结表彰, 汇总表, 梳理出的: the word names a thing of its own. */
const NO_THING = '(?!会|大会|表|报告会|经验|教训|出|后|的|评估|宣传)';
const POLITE =
  '(?:请|帮忙?|帮我|替我|给我|麻烦|劳烦|能不能|能否|可不可以|可以|你|您|我|想|要|想要|需要|再|先|就|来|快|给(?:领导|书记|区长|主任|局长|大家|上级|老板)|们|一下|,)*';
const MANNER =
  '(?:简单|简要|简短|简明|扼要|详细|全面|完整|系统|整体|大概|大致|前前后后|从头到尾)?(?:地|的|来)?';
const PIECE = '(?:(?:一|两|1)?(?:小)?(?:个|份|段|篇|则|张|页|下)|半页(?:纸)?)';
/** 300字左右, 三四句话, 几句: how long it is to be. */
const LENGTH = `(?:(?:不超过|控制在|大约|约|大概)?(?:\\d{2,4}|[${NUMERAL_CHARACTERS}]{2,5})个?字(?:左右|以内|以下|上下)?|(?:[一两二三四五六七八几\\d]{1,2}句(?:话)?|一(?:小)?段(?:话)?)(?:以内|左右)?)`;
const PAPER = `(?:话|文字|材料|稿子|文章|${NOUN}|${LENGTH})`;
/** 用大白话讲讲, 简要说说. */
const TELL =
  '(?:(?:用|拿)?(?:大白话|白话|老百姓的话|通俗的话|一段话)(?:来|地)?)?(?:讲讲|说说|写写|聊聊|谈谈|讲一讲|说一说|写一写|讲一下|说一下|写一下|说一遍|讲一遍|说道说道)';
const WRITE = '(?:写|拟|起草|出|做|整理|生成|弄|搞|来|要|形成|给)';
/** 吧, 就行, 给我看看. */
const CLOSE = '(?:吧|看看|给我|就行|就好|就够|即可|啊|呢|了)*$';

/** At the start of a clause. */
const OPENINGS: readonly RegExp[] = [
  // 写一段传统商贸转型的简报, 给领导写个信访积案化解情况简报, 整理一份…
  new RegExp(
    `^${POLITE}(?:写|拟|起草|出|做|整理|生成|弄|搞)(?:成)?(?:(?:一|1)?(?:个|份|段|篇|则))(?:${LENGTH})?的?${MANNER}的?${PAPER}?(?:${VERB}|介绍|说明)?(?:一下)?`,
    'u',
  ),
  new RegExp(
    `^${POLITE}(?:用|以|拿)?${LENGTH}(?:来|地)?(?:${VERB}|介绍|说说?|讲讲?|写写?|交代)(?:一下|下|清楚)?`,
    'u',
  ), // 用300字概括
  new RegExp(
    `^${POLITE}${MANNER}(?:做)?${PIECE}?${VERB}(?:一下|下(?!一步|一阶段|阶段|半年|步)|个|出来|成|${VERB})(?:${LENGTH})?`,
    'u',
  ), // 汇总一下…
  new RegExp(`^${POLITE}${MANNER}${SPOKEN}`, 'u'), // 捋一捋…
  new RegExp(`^${POLITE}${MANNER}介绍(?:一下|下|介绍)`, 'u'), // 介绍一下…
  new RegExp(`^${POLITE}${MANNER}${TELL}$`, 'u'), // …,讲讲
  new RegExp(`^${POLITE}${MANNER}(?:写写|写一写)`, 'u'), // 简单写写四个方面
  new RegExp(`^${POLITE}(?:来|要)(?:一|1)?(?:份|段|篇)(?=.*(?:${NOUN}|介绍)$)`, 'u'), // 来一份…的简报
];
const BARE_OPENING = new RegExp(
  `^${POLITE}${MANNER}(?:做)?${PIECE}?(?:${VERB}${NO_THING}|介绍(?![信所费人])|${TELL})`,
  'u',
);

/** At the end of a clause. */
const CLOSINGS: readonly RegExp[] = [
  // …做个总结, …来份简报, …写一段, …写200字
  new RegExp(
    `的?(?:帮我|给我|请)?(?:合|放|并)?(?:着|起来|在?一起|在?一块儿?)?${WRITE}(?:成)?(?:${PIECE}?(?:${LENGTH})?的?${MANNER}的?(?:${NOUN}|介绍|材料|文字|报告)|(?:一|1)(?:段|篇)(?:话)?|${LENGTH})${CLOSE}`,
    'u',
  ),
  new RegExp(
    `(?:请|帮我|给我)?(?:进行|简要|简单)?${VERB}(?:一下|下|成(?:文|一段|简报|${LENGTH})|${LENGTH}|(?:一下|下)?(?:是)?(?:怎么|如何|怎样)(?:整)?(?:改|做|办|处理|处置|解决)的?)${CLOSE}`,
    'u',
  ), // …梳理一下, …概括几句
  new RegExp(
    `(?:请|帮我|给我|麻烦)?(?:从头到尾|前前后后|整体|全面|系统|大概|简单)?(?:地|来)?${SPOKEN}${CLOSE}`,
    'u',
  ), // …帮我捋一捋
  // …概括为一段文字, …汇报一段, …半页纸材料, 理一份清单式小结
  new RegExp(
    `(?:的)?(?:${VERB}|汇报|介绍)(?:为|成)?${PIECE}(?:${PAPER})?${CLOSE}|(?:的)?(?:一|半)页(?:纸)?的?(?:${PAPER}|材料|说明)?${CLOSE}|(?:请|帮我|给我)?(?:理|列|拉|排)(?:出)?${PIECE}?(?:清单式|要点式|条目式|分条)的?(?:${PAPER})${CLOSE}`,
    'u',
  ),
  new RegExp(`(?:的)?${NOUN}(?:里|中)?(?:该|要|应该|应当)?(?:怎么|如何|咋|怎样)(?:写|拟|说)${CLOSE}`, 'u'), // …的综述怎么写
  new RegExp(`^(?:就|用|写|说|讲|要|在)*(?:个)?${LENGTH}(?:说清楚?|讲清楚?|概括|总结)?${CLOSE}`, 'u'), // …,三句话
];
const BARE_CLOSING = new RegExp(
  `的?(?<!年终|年度|年底|季度)(?:${NOUN}|${TELL}|(?:做|作)(?:一)?个(?:简单|简要)?的?介绍|来龙去脉|前因后果|始末|全过程|前前后后)${CLOSE}`,
  'u',
); // 党建品牌提升的整改情况简报, 某案的来龙去脉

/** 领导下午要看, 带数字, 开会要用, 别太长: what the text is for and how it should look. */
const PURPOSE =
  /^(?:(?:给|要给|是给)?(?:领导|书记|区长|主任|局长|老板|上级|媒体|记者|群众|同事|大家|外地|同行|客商|人家|下午|明天|今天|马上|待会|急着?|开会|会上|汇报|参会|调研|接待|写材料|发言)[^,]{0,10}(?:要|用|看|等|讲|参考|急|写|听)[^,]{0,6}|(?:要|得)?(?:带上?|有|突出|附上?|写上|列上)(?:些|点|上)?(?:具体|关键|主要)?(?:数字|数据|成效|日期|时间)(?:的)?(?:说话)?|(?:数字|数据|关键数字)(?:要|都要|得|写)?(?:全|准|写全|写清楚?|带上|具体)(?:一?[点些])?|(?:不用|不要|别|不必)太?(?:长|多|细|啰嗦|复杂)|(?:重点|突出|着重|侧重|尤其)(?:讲|写|说|放在|突出|是)?[^,]{2,14}|(?:越)?(?:短|精炼|精简|通俗|好懂|口语)[^,]{0,6}|谢谢?你?|麻烦了?)$/u;

/** Null when the message asks for no summary. `text`: the message as understood (normalised). */
export function readRequestWords(text: string): RequestWords | null {
  let explicit = false;
  let bare = false;
  const kept: string[] = [];
  const clauses = text
    .replace(/[(【]/gu, ',')
    .replace(/[)】]/gu, ' ')
    .split(/[,。;!?:]/u);
  for (const [index, raw] of clauses.entries()) {
    const clause = raw.trim();
    if (clause === '') continue;
    const opened = cutFirst(clause, OPENINGS);
    const closed = cutFirst(opened, CLOSINGS);
    let rest = closed;
    if (closed !== clause) {
      explicit = true;
    } else {
      rest = clause.replace(BARE_OPENING, '');
      // 概括 alone, after the subject, is an order; before it, it may be the subject.
      if (rest !== clause && (rest === '' || index > 0)) explicit = true;
    }
    const withoutNoun = rest.replace(BARE_CLOSING, '');
    if (withoutNoun !== clause) bare = true;
    if (withoutNoun !== clause || index === 0 || !PURPOSE.test(clause)) kept.push(withoutNoun);
  }
  const rest = kept.filter((clause) => clause !== '').join(',');
  if (!explicit && (!bare || rest === '')) return null;
  return { rest, explicit };
}

function cutFirst(text: string, patterns: readonly RegExp[]): string {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[0] ?? '';
    if (found !== '') return text.replace(found, '').trim();
  }
  return text;
}
