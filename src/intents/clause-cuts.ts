// a sentence's clauses → where it may be cut so that what is left still reads as a sentence
import type { Span } from '../text/span.ts';

/** One clause of a sentence, with the mark that ends it. */
export interface Clause {
  readonly span: Span;
  readonly text: string;
}

/** 截至目前, 2023年7月以来, 目前, 同时: an adverbial of time or a link; what follows belongs to it. */
const OPENER =
  /^(?:截至[^,]{0,16}|截止[^,]{0,16}|目前|近期|同时|此外|另外|其中|对此|鉴于此|经[^,]{0,8}(?:统计|梳理|核实|摸排|论证)|[^,]{0,16}(?:以来|期间|过程中|基础上)|\d{4}年(?:\d{1,2}(?:[—-]\d{1,2})?月(?:\d{1,2}日(?:[—-](?:\d{1,2}月)?\d{1,2}日)?|底|初|上旬|中旬|下旬)?)?(?:起|至今)?|比如|例如|第一时间|自[^,]{0,16}起?)[,，:：]?$/u;
/** 针对…问题, 为…, 通过…, 围绕…: a preposition's object; what follows says what was done. */
const LEAD =
  /^(?:并|同时|还|均|分别|再次)?(?:针对|为了?(?!民)|因|由于|根据|按照|依据|结合|围绕|聚焦|通过(?!了)|以|依托|借助|鉴于|随着|在|对|就|把|将|经|待|若|如|虽然?|尤其是|特别是)(?![^,，]{0,40}(?:完成|办结|立案|通报|给予|约谈|开展|召开|进行|予以|列入|纳入))|(?:时|后|(?<!推进|进行|办理|审理|建设|施工|整改|实施|筹备|装修)中|的情况下?)[,，]?$/u;
/** 在…会上, 严禁以任何理由, 已结合自身实际, 并根据有关规定, 综合运用…等方式: where, how and by what, wherever its subject stands. */
const ADVERBIAL =
  /^在[^,，]*(?:[上中下后前时里内]|期间)[,，]?$|(?:结合|根据|按照|依据|针对)[^,，]{0,20}(?:实际|情况|特点|要求|规定|精神)[,，]?$|(?:以|通过|采取|运用)[^,，]{1,30}(?:方式|形式|途径|手段|理由|名义)[,，]?$/u;
/** 未出现各单位 … 变相指定企业承接的情况, 成立由区长任组长 … 组成的专班: the noun all of it belongs to comes clauses later. */
const FRAMES: readonly { readonly opens: RegExp; readonly closes: RegExp }[] = [
  {
    opens: /(?:未|没有|杜绝|防止|避免)再?(?:出现|发生|发现)(?!.*(?:情况|情形|现象|问题|行为)[,，]?$)/u,
    closes: /的(?:情况|情形|现象|问题|行为)$/u,
  },
  {
    opens: /(?:成立|组建|组成|设立)[^,，]*由(?!.*的[^,，]{0,12}(?:组|专班|队伍?|机构)[,，]?$)/u,
    closes: /的[^,，]{0,12}(?:组|专班|队伍?|机构)$/u,
  },
];
/** 剩余2.5万平方米厂房: what is left, and not yet what becomes of it. */
const BARE_REMAINDER = /^(?:剩余|其余|余下)(?!.*(?:已|正|将|可|均|列|暂|未|有|用于|完成|办结|推进|予以)).*$/u;
/** 20名人员中, 其中: head the counted parts that follow; 直接录用8人: one of them. */
const WHOLE_OF_PARTS = /(?:\d[^,，]*|其)中[,，:：]$/u;
const PART = /^[^,，;；]{2,20}\d[^,，;；]{0,8}[,，;；。]?$/u;
/** 被告认为…, 且原审有误: what somebody holds goes on. */
const HELD = /认为|表示|辩称|声称|提出|指出/u;
const HELD_ON = /^(?:且|并且|同时|又)/u;
/** 并…, 且…, 确保…: leans on what stands before. */
const LEANS =
  /^(?:并|且|均|也|还|使|已(?!有)|立案|给予|处分|从而|进而|以便|确保|切实|推动|促进|有效|不断|进一步|其(?!他)|其中|其余|其他|剩余|该|此|上述|以上|对其|分别|由其|因此|故|同比)/u;
/** 均已全部办结, 办结率100%, 同比下降40%, 涉及168人: the clause before is no whole statement without it. */
const CONTINUES =
  /^(?:(?:我[区市县])?均|都|全部|皆|金额|面积|总额|占|同比|比增|增速|涉及|共涉及|办结率|完成率|整改率|并全部|达|较|增长|下降|其中|一[手边面]|无|但|然而|不过|后[因经又])/u;
/** 剩余27个正有序推进: without it what was done would read as all there was. */
const REMAINDER = /^(?:剩余|其余|余下|剩下|尚有|还有|另有)(?:的)?\s?\d/u;
/** 暂不予调整, 以案示警: a clause this short has no subject of its own. */
const SHORTEST_START = 8;
const MARKS = /[,，;；:：、。!?！？\s]+$/u;

/** A run may begin with the clause `at` of its sentence. */
export function mayStart(clauses: readonly Clause[], at: number): boolean {
  const before = clauses[at - 1]?.text ?? '';
  const own = clauses[at]?.text ?? '';
  if (OPENER.test(before) || LEAD.test(before) || ADVERBIAL.test(before) || /[:：]$/u.test(before))
    return false;
  if (HELD.test(before) && HELD_ON.test(own)) return false;
  if (REMAINDER.test(own) || isPart(clauses, at) || staysOpen(clauses, at - 1)) return false;
  return !CONTINUES.test(own) && (own.length >= SHORTEST_START || OPENER.test(own));
}

/** A run may end with the clause `at` of its sentence. */
export function mayEnd(clauses: readonly Clause[], at: number): boolean {
  const text = clauses[at]?.text ?? '';
  const next = clauses[at + 1];
  const whole = text.replace(MARKS, '');
  if (next === undefined) return true;
  if (OPENER.test(whole) || LEAD.test(whole) || ADVERBIAL.test(whole) || /[:：]$/u.test(text)) return false;
  if (BARE_REMAINDER.test(whole) || staysOpen(clauses, at)) return false;
  if (REMAINDER.test(next.text) || (isPart(clauses, at) && isPart(clauses, at + 1))) return false;
  return /[;；]$/u.test(text) || /^其中/u.test(next.text) || !CONTINUES.test(next.text);
}

/** 「20名人员中,公开招聘12人,直接录用8人」: the second alone would not say of what. */
function isPart(clauses: readonly Clause[], at: number): boolean {
  const head = clauses.findLastIndex(({ text }, index) => index < at && WHOLE_OF_PARTS.test(text));
  const parts = head < 0 ? [] : clauses.slice(head + 1, at + 1);
  return parts.length > 0 && parts.every(({ text }) => PART.test(text));
}

/** A clause up to here opens a frame that a later clause closes. */
function staysOpen(clauses: readonly Clause[], at: number): boolean {
  return FRAMES.some(({ opens, closes }) => {
    const opened = clauses.findLastIndex(({ text }, index) => index <= at && opens.test(text));
    if (opened < 0) return false;
    const closed = clauses.findIndex(
      ({ text }, index) => index > opened && closes.test(text.replace(MARKS, '')),
    );
    return closed > at;
  });
}

/** 其余42人…, 截至目前,…: how a run begins. */
export function opensAnew(text: string): boolean {
  return OPENER.test(text);
}

export function leansOnWords(text: string): boolean {
  return LEANS.test(text);
}

/** Without the marks that end it. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, '');
}
