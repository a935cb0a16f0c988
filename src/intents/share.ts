// 拆掉的占几成, 完成率多高 → part÷whole of one matter, where the bulletin prints no share
import { isChange } from './figure-rows.ts';
import type { Draft, IntentContext } from './intent.ts';
import { findMatters } from './matter.ts';
import { draftDivision } from './reckoned.ts';
import { maskQuotes } from './shape.ts';
import { findBoth } from './sums.ts';
import { findWholePart, type WholePart } from './whole-part.ts';

/** 占几成, 百分之多少, 多大比重, 进度过半没有, 完成率多高. */
export const SHARE =
  /(?<![侵霸抢])占(?!着|用|地|道|线|位)[^,。?]{0,10}(?:多少|几|多大|比)|占比|几成|百分之(?:多少|几)|百分比|比[例列重]|[过超]半|率(?:\([^()]*\))?(?:算下来|算出来|应该|到底|究竟|大概|大约|约|能)*(?:是|有|为|达到?|算)?(?:多少|几|多高)/u;
const SHARE_WORDS =
  /(?:各|分别)?(?<![侵霸抢])占(?:到|了|全部|总数)?的?(?:多少|几成|百分之(?:多少|几)|多大)?(?:的?比[例列重])?|占比|几成|百分之(?:多少|几)|百分比|(?:多大)?比[例列重]|[过超]半(?:了?没有?)?|进度|算下来|算出来|应该|到底|究竟|是?多少|真正|大概|有?多高|[呀啊呢吗?]/gu;

export function draftShare(context: IntentContext): Draft | null {
  const { text } = context.question;
  const rate = /\p{Script=Han}{2}率/u.exec(text)?.[0];
  if (!SHARE.test(maskQuotes(text).text)) return null;
  // 满意率多少: printed as such.
  if (rate !== undefined && findMatters(context).some(({ unit }) => unit.text.includes(rate))) return null;
  if (printsShare(context)) return null;
  const label = partOf(text).replace(SHARE_WORDS, ' ').replace(BEYOND, ' ');
  const both = DONE_ASKED.test(text) && !REST_ASKED.test(label) ? findBoth(context) : null;
  const behind = WHOLE_ASKED.exec(text)?.groups?.['whole'] ?? null;
  const verb = rate === undefined || /完成/u.test(rate) ? '' : rate.slice(0, 2);
  const left = REST_ASKED.test(label);
  const done = !left && DONE_ASKED.test(text);
  const about = text.slice(0, Math.max(0, text.indexOf(label.trim())));
  const pair = findWholePart(context, { label, done, whole: behind, verb, left, about });
  if (pair === null && both !== null) return draftDivision(context, both.figures, both.figures.slice(0, 1));
  if (pair === null || printsRate(pair)) return null;
  return draftDivision(context, pair.wholes, pair.parts);
}

/** 抽取15%的项目进行检查: the passage that answers prints a share. */
function printsShare(context: IntentContext): boolean {
  const [matter] = findMatters(context);
  const [best] = matter?.passages ?? [];
  return (
    matter?.figures.some(
      (figure) =>
        figure.measured === '%' &&
        !isChange(figure) &&
        best !== undefined &&
        best.span.start <= figure.span.start &&
        figure.span.end <= best.span.end,
    ) === true
  );
}

/** 占全区学位的几成: the whole by its name. */
const WHOLE_ASKED =
  /占(?:到|了)?(?!全部|总|整个|其中)(?<whole>[^几多大百\d,，?]{3,}?)的?(?:几成|百分之|多少|比[例重列]|多大)/u;
/** 没经招聘直接进的: what the part is without says nothing of it. */
const BEYOND = /(?:没有?|未|不)(?:经过?|通过|走)\p{Script=Han}{2}/gu;
/** 没办完的占几成, 还在办的: the part is what is left. */
const REST_ASKED =
  /(?:没有?|未|还没|尚未|还在|正在)\p{Script=Han}{0,2}(?:完|成|结|办|好|解决|落实|整改|到位|收|退|搬)/u;
const DONE_ASKED = /[完好成]的|完成|做完|办结|解决|改完|进度|[过超]半|率|追回|追缴|收回/u;

/** The rate itself is printed beside the part: 完成率94.16%. */
function printsRate({ matter, parts: [part] }: WholePart): boolean {
  return matter.figures.some(
    (figure) => figure.measured === '%' && !isChange(figure) && figure.sentence.start === part.sentence.start,
  );
}

/** 环保投诉里头噪声这类占 → 噪声这类; 拆掉的占395宗的 → 拆掉的. */
function partOf(text: string): string {
  const groups =
    /(?:里[面头]?|当中|之中|其中|中(?![心学国央队小]))[,，]?(?<part>[^,，。?]{2,}?)的?(?:各|分别)?(?:(?<![侵霸抢])占|比[例重列])/u.exec(
      text,
    )?.groups ?? /(?<part>[^,，。?]{2,}?)(?<![侵霸抢])占/u.exec(text)?.groups;
  return groups?.['part'] ?? text;
}
