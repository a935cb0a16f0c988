// best passage + question → another place or year? the kind of words asked for there? enough of the rest? → verdict
import type { Bulletin } from '../bulletin/bulletin.ts';
import type { RankedUnit } from '../search/engine.ts';
import { rememberEach } from '../text/remember.ts';
import { foldWidth } from '../text/width.ts';
import { measuresAnother } from './breakdown.ts';
import { lacksEnd } from './completion-date.ts';
import { mayAnswer } from './confidence.ts';
import { countsWithoutNaming } from './counted-set.ts';
import { findLack } from './lack.ts';
import { measureFit } from './fit.ts';
import type { IntentContext } from './intent.ts';
import { otherNumber } from './numbered-name.ts';
import { otherPlace } from './other-place.ts';
import { datedOtherwise, otherYear, unknownBody } from './other-scope.ts';
import { sentenceAround, type Passage } from './passage.ts';
import { findFalsePremise } from './premise.ts';
import type { RefusalReason } from './refusal.ts';
import { findKnownNames } from './surnames.ts';

export interface Verdict {
  readonly refusal: RefusalReason | null;
  readonly message: string;
  /** True when another passage may hold what this one lacks. */
  readonly elsewhere: boolean;
  /** Words of the question this one does not know: a passage that prints them may answer. */
  readonly lacking?: readonly string[];
}

const ANSWER: Verdict = { refusal: null, message: '', elsewhere: false };

/** Decides between an answer and a refusal. */
export function judgeAnswer(context: IntentContext, top: RankedUnit, best: Passage): Verdict {
  const strict = judgeScope(context, best);
  if (strict !== null) return strict;
  const fit = measureFit(context, top, best);
  const subject = judgeSubject(context, best);
  if (subject !== null) return subject;
  const sentence = sentenceAround(context.bulletin.source, best);
  const lack = findLack(context.question, sentence, fit);
  if (lack !== null)
    return { ...refuse(`通报提到了这件事,但未载明${lack.name}。`), elsewhere: lack.elsewhere };
  if (lacksEnd(context.question.text, sentence, context.facts.get(best.unit)?.deadlines ?? []))
    return { ...refuse('通报提到了这件事,但未载明时间。'), elsewhere: true };
  const unit = foldWidth(context.lookup.get(best.unit)?.text ?? '');
  if (measuresAnother(context.question.text, unit, context.bulletin.source))
    return { ...refuse('通报提到了这件事,但未载明所问的数。'), elsewhere: true };
  if (countsWithoutNaming(context.question.text, unit))
    return { ...refuse('通报提到了这件事,但未载明具体是哪些。'), elsewhere: true };
  if (context.question.askedFor[0] === 'content' && fit.nowhere >= HALF_UNKNOWN)
    return refuse('通报里没有找到与此有关的内容。');
  // A unit named by its number is the right one: only what is asked of it may be lacking.
  const pointed = context.question.references.some(({ units }) => units.length > 0);
  if (pointed || mayAnswer(fit, standsAlone(context))) return ANSWER;
  const [word] = fit.missing;
  const said =
    fit.named >= 0.3 && word !== undefined
      ? `通报提到了这件事,但未载明“${word}”。`
      : '通报里没有找到能回答这个问题的内容。';
  // 净土工程有几个: a sentence beside it may hold the figure.
  return {
    ...refuse(said),
    lacking: fit.missing,
    elsewhere: fit.typed < 1 && /^(?:amount|date)$/u.test(context.question.askedFor[0] ?? ''),
  };
}

/** 量子计算机: half of a bare topic that nobody speaks of makes it another topic. */
const HALF_UNKNOWN = 0.4;

/** What leans on the conversation says too little by itself to be compared with how people ask. */
function standsAlone({ question: { text, about, previous } }: IntentContext): boolean {
  return about.length === 0 && previous === null && !SUMS_UP.test(text);
}

/** 搬得怎么样了,总结总结: asks for the whole matter. */
const SUMS_UP =
  /总结|整理|小结|概括|介绍|捋|梳理|来龙去脉|状态|进展如何|(?:什么|啥|哪(?:一)?个?)(?:阶段|地步|程度)/u;

/** Another person, a body the bulletin never names, an outcome it does not bear out. */
function judgeSubject(context: IntentContext, best: Passage): Verdict | null {
  const { question, bulletin, lookup, facts } = context;
  const text = lookup.get(best.unit)?.text ?? '';
  const names = findKnownNames(question.text, bulletin.source);
  // 甲跟乙比谁重: the unit of either tells half of it.
  if (names.length > 0 && !names.some((name) => text.includes(name)))
    return { ...refuse(`通报提到了${names.join('、')},但没有写到所问的内容。`), elsewhere: true };
  if (isAnotherPerson(context, best, text)) return refuse('通报没有写到此人的这一情况。');
  const body = unknownBody(context);
  if (body !== null) return refuse(`通报没有提到${body}。`);
  const numbered = otherNumber(question.text, foldWidth(text), foldedSource(bulletin));
  if (numbered !== null) return refuse(`通报没有提到${numbered}。`);
  const finished = facts.get(best.unit)?.status.value !== 'in_progress';
  const premise = findFalsePremise(question.text, text, finished, best.quote);
  if (premise === null) return null;
  const message = `问题里说的“${premise}”与通报不符或通报没有写到;通报写的是:“${best.quote.replace(/[,，;；。\s]+$/u, '')}”。`;
  return { refusal: 'false-premise', message, elsewhere: false };
}

const foldedSource = rememberEach(({ source }: Bulletin) => foldWidth(source));

const THIS_PERSON = /^(?:那|请问)?(?:他|她|这个?人|此人)(?!们)/u;

/** 他判了几年, after a unit about one person: a unit about another is no answer. */
function isAnotherPerson({ question, turn, bulletin }: IntentContext, best: Passage, text: string): boolean {
  if (!THIS_PERSON.test(question.text) || question.about.length === 0) return false;
  if (question.about.includes(best.unit)) return false;
  const asked = [question.previous ?? '', ...(turn?.history ?? []).map((past) => past.question)];
  return findKnownNames(asked.join('\n'), bulletin.source).every((name) => !text.includes(name));
}

/** Another district, another year: the passage may fit in every word and still be no answer. */
export function judgeScope(context: IntentContext, best: Passage): Verdict | null {
  const place = otherPlace(context, best);
  if (place !== null) return refuse(`通报写的不是${place}的情况,没有这方面的内容。`);
  const year = otherYear(context, best);
  if (year !== null) return refuse(`通报没有${year}的这项情况(${describePeriod(context)})。`);
  const other = datedOtherwise(context, best);
  if (other !== null)
    return { ...refuse(`通报没有${other}的这项情况(${describePeriod(context)})。`), elsewhere: true };
  return null;
}

function refuse(message: string): Verdict {
  return { refusal: 'not-in-bulletin', message, elsewhere: false };
}

function describePeriod({ bulletin }: IntentContext): string {
  const { published, dataAsOf } = bulletin.meta;
  return `通报发布于${published ?? '未载明的日期'},数据截至${dataAsOf ?? '未载明的日期'}`;
}
