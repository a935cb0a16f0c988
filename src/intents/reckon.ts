// question → what is to be reckoned from the figures of its matter → the figures quoted, 计算: terms, operator, result
import type { Citation } from '../bulletin/bulletin.ts';
import { collectGrams } from '../ledger/grams.ts';
import { rememberEach } from '../text/remember.ts';
import { citeFigure, type PlacedFigure } from './figure-place.ts';
import { countAlike, formatMean, formatNumber, sameMeasure, sayDifference, saySum } from './figure-words.ts';
import { isChange } from './figure-rows.ts';
import { claim, draftAnswer, type Draft, type IntentContext } from './intent.ts';
import { createPartMatcher, findMatters } from './matter.ts';
import { draftElapsed } from './elapsed.ts';
import { draftEnumerated } from './enumerated.ts';
import { draftMost } from './most.ts';
import { splitAsks } from './several-parts.ts';
import { maskQuotes } from './shape.ts';
import { findAverage, findSurplus } from './averages.ts';
import { findDoneParts } from './done-parts.ts';
import { findBoth, findSums, namesBoth } from './sums.ts';
import { DONE, findWholePart, LEFT_OVER, type WholePart } from './whole-part.ts';

/** Null when nothing is to be reckoned, or the figures it takes are not told in one matter. */
export const draftReckoning = rememberEach((context: IntentContext): Draft | null => {
  if (context.question.references.some(({ kind }) => kind === 'problem' || kind === 'sanction')) return null;
  return (
    draftElapsed(context) ??
    draftMost(context) ??
    draftDoneParts(context) ??
    draftSurplus(context) ??
    draftMean(context) ??
    draftShare(context) ??
    draftLeft(context) ??
    draftSums(context) ??
    draftEnumerated(context)
  );
});

/** 占几成, 百分之多少, 多大比重, 进度过半没有, 完成率多高. */
const SHARE =
  /(?<![侵霸抢])占(?!着|用|地|道|线|位)[^,。?]{0,10}(?:多少|几|多大|比)|占比|几成|百分之(?:多少|几)|百分比|比[例列重]|[过超]半|率(?:\([^()]*\))?(?:算下来|大概|大约|约|能)?(?:是|有|为|达|达到)?(?:多少|几|多高)/u;
const SHARE_WORDS =
  /(?:各|分别)?(?<![侵霸抢])占(?:到|了|全部|总数)?的?(?:多少|几成|百分之(?:多少|几)|多大)?(?:的?比[例列重])?|占比|几成|百分之(?:多少|几)|百分比|(?:多大)?比[例列重]|[过超]半(?:了?没有?)?|进度|算下来|是?多少|真正|大概|有?多高|[呀啊呢吗?]/gu;

function draftShare(context: IntentContext): Draft | null {
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

function draftDivision(
  context: IntentContext,
  wholes: readonly PlacedFigure[],
  parts: readonly PlacedFigure[],
): Draft {
  const share = (sumOf(parts) / sumOf(wholes)) * 100;
  const result = `${formatNumber(share)}%`;
  const exact = Math.abs(Number.parseFloat(result) - share) < 1e-9 ? '=' : '≈';
  const said = `${sayTerm(parts)}÷${sayTerm(wholes)}${exact}${result}`;
  return draftFigures(context, [...wholes, ...parts], said, [result]);
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

/** 还剩几条没落地, 还有多少家没进来, 上半年拖欠了多少个没完成. */
const LEFT =
  /(?:剩|还差|还欠着?|还有|还留|没|未|尚)[^,。?]{0,10}?(?:多少|几)|(?:多少|几)[^,。?]{0,8}(?:没(?!有?[?。]*$)|未|尚|剩)/u;
/** 刨掉诫勉谈话的还剩几个: the part is named. */
const WITHOUT =
  /(?:除[掉去开了]|扣除|扣掉|减去|刨[去掉]|去掉|不算)(?<part>[^,]{2,16}?)(?:的|之后|以后|以外|外|后)*(?:,|还|剩|有|是)/u;
const LEFT_WORDS = /还|剩下?|差|欠着?|拖欠|没有?|未|尚|留|多少|几(?=\p{Script=Han})|[呀啊呢吗?]/gu;

function draftLeft(context: IntentContext): Draft | null {
  const { text } = context.question;
  const asksMore = /最|[,，][^,，]{2,}(?:不|吗|没有?)[?]*$/u.test(text) || splitAsks(text).length > 1;
  if (!LEFT.test(maskQuotes(text).text) || asksMore || namesBoth(text)) return null;
  // What is left is printed where the question is answered.
  const [answer] = findMatters(context)[0]?.passages ?? [];
  if (answer === undefined || LEFT_OVER.test(answer.quote)) return null;
  const without = WITHOUT.exec(text)?.groups?.['part'];
  const label = without ?? text.replace(LEFT_WORDS, ' ');
  const match = createPartMatcher(context);
  const pair = findWholePart(context, { label, done: without === undefined, whole: null });
  if (pair === null || pair.wholes.length > pair.parts.length) return null;
  const { wholes, parts, matter } = pair;
  const [part] = parts;
  if (!pair.isGiven && without === undefined && wholes.some((whole) => countsItsOwn(whole, part)))
    return null;
  const left = sumOf(wholes) - sumOf(parts);
  const printed = matter.figures.find(
    (figure) =>
      countAlike(figure, part) &&
      (Math.abs(figure.value - left) < 1e-6 ||
        (LEFT_OVER.test(figure.around[0] ?? '') &&
          (figure.sentence.start === part.sentence.start ||
            match(label, figure).share > match(label, part).share))),
  );
  if (printed !== undefined) return null;
  const [whole] = wholes;
  if (parts.length === 1) {
    const { text: said, result } = sayDifference(whole, part);
    return draftFigures(context, [whole, part], said, [result]);
  }
  const given = saySum(parts).result;
  const result = `${formatNumber(left)}${whole.measured}`;
  const said = `${sayTerm(wholes)}−${sayTerm(parts)}=${result}(其中${sayTerm(parts).slice(1, -1)}=${given})`;
  return draftFigures(context, [...wholes, ...parts], said, [result, given]);
}

/** 催缴欠租房产136处,收回被侵占房产53处: the second counts a thing of its own, which the first does not name. */
function countsItsOwn(whole: PlacedFigure, part: PlacedFigure): boolean {
  const [thing, known] = [part, whole].map(({ around: [segment = '', clause = ''], text }) =>
    // A bracket ends a segment: 房产(含车位)53处.
    (segment.startsWith(text) ? clause : segment)
      .split(text, 1)
      .join('')
      .replace(/[(（][^()（）]*[)）]/gu, '')
      .replace(SAID_OF_ANY, ''),
  );
  const pairs = [...collectGrams(thing ?? '', 2)];
  const shared = pairs.filter((pair) => known?.includes(pair));
  return pairs.length >= OWN_THING && shared.length > 0 && shared.length < pairs.length / 2;
}
const SAID_OF_ANY = new RegExp(`${DONE.source.replace(/\(\?!.*?\)/gu, '')}|目前|累计|其中|已经?|共|新`, 'gu');
/** Pairs of characters that name a thing: 被侵占房产 has four. */
const OWN_THING = 3;

function sumOf(figures: readonly PlacedFigure[]): number {
  return figures.reduce((sum, { value }) => sum + value, 0);
}

/** 49件; (16个+7个). */
function sayTerm(figures: readonly PlacedFigure[]): string {
  const terms = figures.map(({ text }) => text);
  return terms.length === 1 ? terms.join('') : `(${terms.join('+')})`;
}

function draftSums(context: IntentContext): Draft | null {
  if (SHARE.test(maskQuotes(context.question.text).text)) return null;
  const sums = findSums(context);
  return sums === null
    ? null
    : draftTotals(
        context,
        sums.map((figures) => ({ label: '', figures })),
      );
}

interface Total {
  readonly label: string;
  readonly figures: readonly PlacedFigure[];
}

/** Every figure quoted, then one sum each; figures of different measures are shown and not added. */
function draftTotals(context: IntentContext, totals: readonly Total[]): Draft {
  const mixed = totals.some(({ figures }) => !sameMeasure(figures));
  const figures = totals.flatMap((total) => total.figures);
  const units = [...new Set(figures.map(({ unit }) => unit))];
  const said = mixed
    ? []
    : totals.map((total) => {
        const { text, result } = saySum(total.figures);
        const own = citeFigures(context, total.figures);
        return claim(`${total.label === '' ? '' : `${total.label}:`}计算:${text}`, own, {
          computed: [result],
        });
      });
  return draftAnswer({
    claims: [...citeFigures(context, figures).map((citation) => claim(citation.quote, [citation])), ...said],
    ...(mixed ? { notes: ['这些数字的单位不同,不作计算。'] } : {}),
    candidates: units,
    suggestions: ['原文'],
  });
}

function draftMean(context: IntentContext): Draft | null {
  const terms = findAverage(context);
  if (terms === null) return null;
  const [amount, count] = terms;
  const result = formatMean(amount.value / count.value, amount);
  return draftFigures(context, terms, `${amount.text}÷${count.text}≈每${count.measured}${result}`, [result]);
}

function draftSurplus(context: IntentContext): Draft | null {
  const terms = findSurplus(context);
  if (terms === null) return null;
  const { text, result } = sayDifference(...terms);
  return draftFigures(context, terms, text, [result]);
}

function draftDoneParts(context: IntentContext): Draft | null {
  const parts = findDoneParts(context);
  return parts === null ? null : draftTotals(context, parts);
}

function draftFigures(
  context: IntentContext,
  figures: readonly PlacedFigure[],
  said: string,
  results: readonly string[],
): Draft {
  const citations = citeFigures(context, figures);
  return draftAnswer({
    claims: [
      ...citations.map((citation) => claim(citation.quote, [citation])),
      claim(`计算:${said}`, citations, { computed: results }),
    ],
    candidates: [...new Set(figures.map(({ unit }) => unit))],
    suggestions: ['原文'],
  });
}

/** One citation per place, figures of one clause together. */
function citeFigures({ bulletin, lookup }: IntentContext, figures: readonly PlacedFigure[]): Citation[] {
  const citations = new Map<number, Citation>();
  for (const figure of figures) {
    const unit = lookup.get(figure.unit);
    if (unit === undefined) continue;
    const citation = citeFigure(unit, bulletin.source, figure);
    citations.set(citation.span.start, citation);
  }
  return [...citations.values()];
}
