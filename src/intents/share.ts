// 拆掉的占几成, 完成率多高 → part÷whole of one matter, where the bulletin prints no share
import { findAmounts } from '../text/amounts.ts';
import type { PlacedFigure } from './figure-place.ts';
import { isChange } from './figure-rows.ts';
import { countAlike, meets, sameMeasure } from './figure-words.ts';
import type { Draft, IntentContext } from './intent.ts';
import { findFartherMatters, findMatters, type Matter } from './matter.ts';
import { findNamedTerms } from './named-terms.ts';
import { draftDivision, draftRestShare, sumOf } from './reckoned.ts';
import { maskQuotes } from './shape.ts';
import { draftAcross, GIVEN } from './share-across.ts';
import { readTermLabels } from './sum-labels.ts';
import { findBoth } from './sums.ts';
import { findWholePart, saysLeft, type WholePart } from './whole-part.ts';

/** 占几成, 百分之多少, 多大比重, 进度过半没有, 完成率多高. */
export const SHARE =
  /(?<![侵霸抢])占(?!着|用|地|道|线|位)[^,。?]{0,10}(?:多少|几|多大|比)|占比|几成|百分之(?:多少|几)|百分比|比[例列重]|[过超]半|率(?:\([^()]*\))?(?:算下来|算出来|应该|到底|究竟|大概|大约|约|能)*(?:是|有|为|达到?|算)?(?:多少|几|多高)|(?<!效)率(?:算下来|算出来|呢)?[?。]*$/u;
const SHARE_WORDS =
  /(?:各|分别)?(?<![侵霸抢])占(?:到|了|全部|总数)?的?(?:多少|几成|百分之(?:多少|几)|多大)?(?:的?比[例列重])?|占比|几成|百分之(?:多少|几)|百分比|(?:多大)?比[例列重]|[过超]半(?:了?没有?)?|进度|算下来|算出来|应该|到底|究竟|是?多少|真正|大概|有?多高|[呀啊呢吗?]/gu;

export function draftShare(context: IntentContext): Draft | null {
  const { text } = context.question;
  const rate = /\p{Script=Han}{2}率/u.exec(text)?.[0];
  if (!SHARE.test(maskQuotes(text).text)) return null;
  // 挂网、安置、写字楼各占多少: the share of one is no answer.
  if (EACH_OF_SEVERAL.test(text)) return null;
  const ratio = RATIO.exec(text)?.groups;
  if (ratio !== undefined) return draftRatio(context, [ratio['a'] ?? '', ratio['b'] ?? '']);
  const printing = rate === undefined ? undefined : findPrinting(context, rate);
  const label = partOf(text).replace(SHARE_WORDS, ' ').replace(BEYOND, ' ').replace(TORN_DOWN, '拆除');
  if (printsShare(context, rate)) return draftNamed(context, label);
  const both = DONE_ASKED.test(text) && !REST_ASKED.test(label) ? findBoth(context) : null;
  const behind = WHOLE_ASKED.exec(text)?.groups?.['whole'] ?? null;
  const verb = rate === undefined || /完成/u.test(rate) ? '' : rate.slice(0, 2);
  const left = REST_ASKED.test(label);
  const done = !left && DONE_ASKED.test(text);
  const about = text.slice(0, Math.max(0, text.indexOf(label.trim())));
  const pair = findWholePart(context, { label, done, whole: behind, verb, left, about });
  if (printing !== undefined && (pair === null || !isBetter(context, pair.matter, printing))) return null;
  if (pair === null && both !== null)
    return isRateOfOther(text, both.figures, rate)
      ? null
      : draftDivision(context, both.figures, both.figures.slice(0, 1));
  if (pair === null) return draftAcross(context, { label, behind });
  if (printsRate(pair, rate) || isRateOfOther(text, pair.parts, rate)) return null;
  if (namesAnotherWhole(text, pair)) return draftAcross(context, { label, behind });
  const labels = readJoined(text, label);
  const parts = labels.length < 2 ? pair.parts : findJoined(context, pair, labels);
  // The share of one of two parts would be taken for that of both.
  if (parts === null) return draftJoined(context, labels);
  // Eleven fifths of a whole are no part of it.
  if (sumOf(parts) > sumOf(pair.wholes)) return null;
  if (UNDONE.test(label) && !saysLeft(pair.parts[0]))
    return pair.wholes.length > 1 || parts.length > 1
      ? null
      : draftRestShare(context, pair.wholes[0], pair.parts[0]);
  const twin = parts === pair.parts ? findTwin(context, pair) : [];
  return draftDivision(context, pair.wholes, parts, { total: TOTAL_ASKED.test(text), twin });
}

const EACH_OF_SEVERAL = /(?:、|和|跟|与).*(?:各|分别)(?:自)?占/u;

/** 43项…已完成27项 and, of another measure, 43个…已完成27个: the same told again, to be cited as well. */
function findTwin(context: IntentContext, { matter, wholes, parts }: WholePart): readonly PlacedFigure[] {
  const [whole, part] = [wholes[0], parts[0]];
  if (wholes.length > 1 || whole.value < GIVEN) return [];
  return findMatters(context)
    .filter((other) => other !== matter)
    .flatMap(({ figures }) => {
      const at = figures.findIndex((one, index) => isSame(one, whole) && isSame(figures[index + 1], part));
      return at < 0 ? [] : figures.slice(at, at + 2);
    });
}

function isSame(one: PlacedFigure | undefined, other: PlacedFigure): boolean {
  return one?.value === other.value && countAlike(one, other);
}

/** 空置率 and no more: a share of what was done otherwise is none. */
function isRateOfOther(text: string, parts: readonly PlacedFigure[], rate: string | undefined): boolean {
  const deed = rate?.slice(0, 2) ?? '';
  const told = parts.some(({ around }) => around.slice(0, NEAR).some((words) => words.includes(deed)));
  return BARE_RATE.test(text) && !told;
}

const BARE_RATE = /率(?:算下来|算出来|呢)?[?。]*$/u;
/** The figure's own segment and clause. */
const NEAR = 2;

/** 没盘活的占几成, 不是检控类的: asks for the others, where the part is told. */
const UNDONE = /(?:没有?|未|不是|不属于?)\p{Script=Han}{1,6}的?\s*$/u;

/** 水污染投诉是大气污染投诉的几成, 相当于…的百分之多少: one figure over another that it is no part of. */
const RATIO =
  /^(?<a>[^,，。?占]{2,24}?)(?:的?(?:人数|件数|数量|金额))?(?:是|相当于|为)(?<b>[^,，。?占]{2,24}?)(?:人数|件数|数量|金额)?的(?:几成|百分之(?:几|多少))/u;

/** Both are told in one sentence, in one measure. */
function draftRatio(context: IntentContext, labels: readonly [string, string]): Draft | null {
  if (findMatters(context).length === 0) return null;
  const [part, whole, ...more] = findNamedTerms(context, { labels, units: new Set(), loose: true }) ?? [];
  if (part === undefined || whole === undefined || more.length > 0) return null;
  return part.sentence.start === whole.sentence.start && sameMeasure([part, whole])
    ? draftDivision(context, [whole], [part])
    : null;
}

/** 39名近亲属里被处理的占几成: the whole is the one the asker names by its number, where it is told. */
function namesAnotherWhole(text: string, { matter, wholes, parts, isGiven }: WholePart): boolean {
  if (isGiven) return false;
  const told = findAmounts(text)
    .filter(({ value, unit }) => value >= GIVEN && unit !== '' && unit !== '%')
    .filter((amount) => matter.figures.some((figure) => meets(figure, amount)));
  return told.some((amount) => ![...wholes, ...parts].some((figure) => meets(figure, amount)));
}

/** The parts named in front of 占几成; none where the asker does not join them. */
function readJoined(text: string, label: string): readonly string[] {
  const [asking = '', share] = text.split(/[,，](?=[^,，]*占)/u);
  if (share !== undefined && /合计|加|一共|总共|一起/u.test(asking)) return readTermLabels(asking);
  // 拆掉的加冻结的占多大比例
  return /(?<![参增新附更外追])加(?![强快大入速装挂工])/u.test(label)
    ? readTermLabels(`${label.trim()}一共多少`)
    : [];
}

/** 总件数是多少,噪声占几成: the total is asked for as well. */
const TOTAL_ASKED = /(?:总|一共|共|合计)[^,。?占]{0,8}(?:多少|几)[^,。?]{0,3}[,，]/u;

/** 噪声和大气两类合计多少件,占几成: the parts named, where the whole holds every one. */
function findJoined(
  context: IntentContext,
  { wholes, parts: [part] }: WholePart,
  labels: readonly string[],
): readonly PlacedFigure[] | null {
  const named = findNamedTerms(context, { labels, units: new Set([part.measured]), loose: false }) ?? [];
  if (named.length !== labels.length) return null;
  const [whole] = wholes;
  const inside =
    wholes.length > 1
      ? wholes.length > named.length && named.every((figure) => wholes.includes(figure))
      : named.every((figure) => figure.unit === whole.unit && figure !== whole) && sumOf(named) < whole.value;
  return inside ? named : null;
}

/** 立成“四微项目”的比例: a part called by its name in quotation marks, told in a unit farther off with the whole in front of 里. */
function draftNamed(context: IntentContext, label: string): Draft | null {
  const { text } = context.question;
  const name = /“(?<name>[^”]{3,})”/u.exec(label)?.groups?.['name'];
  if (name === undefined) return null;
  const pair = findWholePart(context, {
    label: name,
    done: false,
    whole: null,
    about: text.slice(0, Math.max(0, text.indexOf(label.trim()))),
    matters: findFartherMatters(context).filter(({ unit }) => unit.text.includes(name)),
  });
  if (pair === null || pair.parts.length > 1 || !(pair.parts[0].around[0]?.includes(name) === true))
    return null;
  return sumOf(pair.parts) > sumOf(pair.wholes) ? null : draftDivision(context, pair.wholes, pair.parts);
}

/** 两违里拆除加冻结占比: the parts named side by side, over what is told in front of them. */
function draftJoined(context: IntentContext, labels: readonly string[]): Draft | null {
  const parts = findNamedTerms(context, { labels, units: new Set(), loose: true }) ?? [];
  const [first] = parts;
  const matter = findMatters(context).find(({ unit }) => unit.id === first?.unit);
  if (first === undefined || matter === undefined || parts.length !== labels.length) return null;
  const whole = matter.figures
    .filter(
      (figure) =>
        figure.kind === 'amount' && figure.span.end <= first.span.start && sameMeasure([figure, first]),
    )
    .at(-1);
  return whole === undefined || whole.value < sumOf(parts)
    ? null
    : draftDivision(context, [whole], parts, { total: true });
}

/** 满意率多少: the matter that prints it as such; 办结率同比上升12.5% prints its change alone. */
function findPrinting(context: IntentContext, rate: string): Matter | undefined {
  return findMatters(context).find(({ unit, figures }) => {
    const told = figures.filter(
      ({ measured, around }) => measured === '%' && around[1]?.includes(rate) === true,
    );
    return unit.text.includes(rate) && (told.length === 0 || !told.every(isChange));
  });
}

/** 完成率 of other things is printed by a matter that answers less well. */
function isBetter(context: IntentContext, one: Matter, other: Matter): boolean {
  const matters = findMatters(context);
  return matters.indexOf(one) < matters.indexOf(other);
}

/** 群众满意率100%: of another rate than the one asked for. */
function tellsAnother({ around }: PlacedFigure, rate: string | undefined): boolean {
  const [named] = (around[0] ?? '').match(/\p{Script=Han}{2}率(?=[^率]*$)/u) ?? [];
  return rate !== undefined && named !== undefined && named !== rate;
}

/** 抽取15%的项目进行检查: the passage that answers prints a share. */
function printsShare(context: IntentContext, rate: string | undefined): boolean {
  const [matter] = findMatters(context);
  const [best] = matter?.passages ?? [];
  return (
    matter?.figures.some(
      (figure) =>
        figure.measured === '%' &&
        !isChange(figure) &&
        !tellsAnother(figure, rate) &&
        best !== undefined &&
        best.span.start <= figure.span.start &&
        figure.span.end <= best.span.end,
    ) === true
  );
}

/** 占全区学位的几成: the whole by its name. */
const WHOLE_ASKED =
  /占(?:到|了)?(?!全部|总|整个|其中)(?<whole>[^几多大百\d,，?]{3,}?)的?(?:几成|百分之|多少|比[例重列]|多大)/u;
/** 拆掉的 is printed as 拆除. */
const TORN_DOWN = /拆(?:掉|完|了)/u;
/** 没经招聘直接进的: what the part is without says nothing of it. */
const BEYOND = /(?:没有?|未|不)(?:经过?|通过|走)\p{Script=Han}{2}/gu;
/** 没办完的占几成, 还在办的: the part is what is left. */
const REST_ASKED =
  /还剩|剩下|剩余|(?:没有?|未|还没|尚未|还在|正在)\p{Script=Han}{0,2}(?:完|成|结|办|好|解决|落实|整改|到位|收|退|搬)/u;
const DONE_ASKED = /[完好成]的|完成|做完|办结|解决|改完|进度|[过超]半|率|追回|追缴|收回/u;

/** The rate itself is printed beside the part: 完成率94.16%. */
function printsRate({ matter, parts: [part] }: WholePart, rate: string | undefined): boolean {
  return matter.figures.some(
    (figure) =>
      figure.measured === '%' &&
      !isChange(figure) &&
      !tellsAnother(figure, rate) &&
      figure.sentence.start === part.sentence.start,
  );
}

/** 环保投诉里头噪声这类占 → 噪声这类; 拆掉的占395宗的 → 拆掉的. */
function partOf(text: string): string {
  const groups =
    /(?:里[面头]?|当中|之中|其中|中(?![心学国央队小]))[,，]?(?<part>(?!占)[^,，。?]{2,}?)的?(?:各|分别)?(?:(?<![侵霸抢])占|比[例重列])/u.exec(
      text,
    )?.groups ?? /(?<part>[^,，。?]{2,}?)(?<![侵霸抢])占/u.exec(text)?.groups;
  return groups?.['part'] ?? text;
}
