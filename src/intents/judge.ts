// best passage + question → another place or year? the kind of words asked for there? enough of the rest? → verdict
import type { RankedUnit } from '../search/engine.ts';
import { splitSentences } from '../text/sentences.ts';
import { foldWidth } from '../text/width.ts';
import { findLack, GENERAL_LACKS } from './lack.ts';
import { measureFit, type Fit } from './fit.ts';
import type { IntentContext } from './intent.ts';
import { otherPlace, otherYear } from './other-scope.ts';
import type { Passage } from './passage.ts';
import type { RefusalReason } from './refusal.ts';

export interface Verdict {
  readonly refusal: RefusalReason | null;
  readonly message: string;
  /** True when another passage may hold what this one lacks. */
  readonly elsewhere: boolean;
}

const ANSWER: Verdict = { refusal: null, message: '', elsewhere: false };

/** Decides between an answer and a refusal. */
export function judgeAnswer(context: IntentContext, top: RankedUnit, best: Passage): Verdict {
  const strict = judgeScope(context, best);
  if (strict !== null) return strict;
  const fit = measureFit(context, top, best);
  const lack = findLack(context.question, sentenceAround(context.bulletin.source, best), fit);
  if (lack !== null)
    return { ...refuse(`通报提到了这件事,但未载明${lack}。`), elsewhere: GENERAL_LACKS.has(lack) };
  if (confidence(fit) >= LEAST_CONFIDENCE && !isStrange(fit)) return ANSWER;
  const [word] = fit.missing;
  if (fit.named >= 0.3 && word !== undefined) return refuse(`通报提到了这件事,但未载明“${word}”。`);
  return refuse('通报里没有找到能回答这个问题的内容。');
}

/** Another district, another year: the passage may fit in every word and still be no answer. */
export function judgeScope(context: IntentContext, best: Passage): Verdict | null {
  const place = otherPlace(context, best);
  if (place !== null) return refuse(`通报写的不是${place}的情况,没有这方面的内容。`);
  const year = otherYear(context, best);
  if (year !== null) return refuse(`通报没有${year}的这项情况(${describePeriod(context)})。`);
  return null;
}

function refuse(message: string): Verdict {
  return { refusal: 'not-in-bulletin', message, elsewhere: false };
}

/**
 * Log-odds that the passage answers, a logistic model fitted on the tuning halves of the answerable and unanswerable
 * sets (README, evaluation): a question that names its subject in the bulletin's own words must find its other words too.
 */
function confidence(fit: Fit): number {
  return (
    -0.8 +
    0.6 * fit.named +
    1.2 * fit.attribute -
    0.8 * fit.named * (1 - fit.attribute) +
    0.5 * fit.wording +
    2 * fit.known -
    fit.coverage +
    0.1 * Math.min(fit.missing.length, 4) -
    0.4 * fit.focusMissing -
    1.9 * fit.focusMissing * fit.named -
    0.8 * Math.min(fit.misplaced, 2)
  );
}

/** 量子计算机: the passage knows none of the words, nor does an everyday wording; two characters in common are chance. */
function isStrange({ named, attribute, missing, wording, known }: Fit): boolean {
  return named === 0 && attribute === 0 && missing.length > 0 && wording < 0.15 && known < 0.4;
}

/** Odds of about one to two: a wrong refusal costs the asker more than an answer that is shown with its source. */
const LEAST_CONFIDENCE = -0.8;

/** The passage's own sentence, from its start, in half-width characters. */
function sentenceAround(source: string, { span }: Passage): string {
  const from = Math.max(source.lastIndexOf('\n', span.start), source.lastIndexOf('。', span.start - 1)) + 1;
  const [first] = splitSentences(source.slice(from, span.end + 400));
  const end = first === undefined ? span.end : Math.max(span.end, from + first.end);
  return foldWidth(source.slice(Math.min(from, span.start), end));
}

function describePeriod({ bulletin }: IntentContext): string {
  const { published, dataAsOf } = bulletin.meta;
  return `通报发布于${published ?? '未载明的日期'},数据截至${dataAsOf ?? '未载明的日期'}`;
}
