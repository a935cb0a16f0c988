// best passage + question → does the passage really hold what is asked? → answer, or a refusal with its reason
import { splitSentences } from '../text/sentences.ts';
import type { RankedUnit } from '../search/engine.ts';
import { expectedUnits, matchUnits } from './answer-type.ts';
import type { IntentContext } from './intent.ts';
import { otherPlace, otherYear } from './other-scope.ts';
import type { Passage } from './passage.ts';
import type { RefusalReason } from './refusal.ts';
import { namesPerson } from './surnames.ts';

export interface Verdict {
  readonly refusal: RefusalReason | null;
  readonly message: string;
}

/** How well the passage meets the question; every share is 0…1. */
export interface Fit {
  /** Weight of the question's words that stand literally, three characters or more in a row, in the unit. */
  readonly named: number;
  /** Share of the other content words known around the passage. */
  readonly attribute: number;
  /** Content words of the question nothing around the passage knows, heaviest first. */
  readonly missing: readonly string[];
  /** Most similar everyday wording of the unit. */
  readonly wording: number;
  readonly coverage: number;
  readonly known: number;
}

/** The name of a person is asked for; 请谁评估的, 由谁牵头 may be answered by a body. */
const ASKS_NAME =
  /(?:是|叫)(?:谁|什么名|啥名|哪位|哪个人)|姓名|名字(?:是|叫)|叫(?:啥|什么)(?!部门|单位|公司|文件)|哪位|谁(?:当|是|担任|做|任|来当)|姓(?:啥|什么)/u;
const QUESTION_WORD = /多少|几|什么|哪|谁|怎|咋|啥|如何|是否|有没有/u;

const ANSWER: Verdict = { refusal: null, message: '' };

/** Below these nothing ties the passage to the question. */
const LEAST = { coverage: 0.1, wording: 0.22, known: 0.3 };

export function judgeAnswer(context: IntentContext, top: RankedUnit, best: Passage): Verdict {
  const { question, bulletin } = context;
  const place = otherPlace(context, best);
  if (place !== null)
    return { refusal: 'not-in-bulletin', message: `通报写的不是${place}的情况,没有这方面的内容。` };
  const year = otherYear(context, best);
  if (year !== null)
    return { refusal: 'not-in-bulletin', message: `通报没有${year}的这项情况(${describePeriod(context)})。` };
  const sentence = sentenceAround(bulletin.source, best);
  const [asked] = question.askedFor;
  if (ASKS_NAME.test(question.text) && !namesPerson(sentence)) {
    return { refusal: 'not-in-bulletin', message: '通报未载明姓名。' };
  }
  const fit = measureFit(context, top, best);
  if (asked === 'amount' && lacksAmount(question.text, sentence, fit)) {
    return {
      refusal: 'not-in-bulletin',
      message: `通报提到了这件事,但未载明${fit.missing[0] === undefined ? '所问的数' : `“${fit.missing[0]}”`}。`,
    };
  }
  if (fit.named >= 0.3 && fit.attribute < 0.3 && fit.missing.length > 0 && fit.wording < 0.62) {
    return { refusal: 'not-in-bulletin', message: `通报提到了这件事,但未载明“${fit.missing[0] ?? ''}”。` };
  }
  if (fit.coverage < LEAST.coverage && fit.wording < LEAST.wording) return notFound();
  if (fit.known < LEAST.known && fit.wording < 0.3) return notFound();
  return ANSWER;
}

function notFound(): Verdict {
  return { refusal: 'not-in-bulletin', message: '通报里没有找到能回答这个问题的内容。' };
}

export function measureFit({ engine, question, lookup }: IntentContext, top: RankedUnit, best: Passage): Fit {
  const near = engine.termsNear(best.unit, best.span);
  const text = lookup.get(best.unit)?.text ?? '';
  const words = [...new Set(engine.tokenize(question.text, { dropStopwords: true, wordsOnly: true }))].filter(
    (word) => !QUESTION_WORD.test(word) && !/^\d/u.test(word),
  );
  const literal = words.filter((word) => text.includes(word));
  const named = literal.filter((word) => word.length >= 3 || engine.idf(word) > 4.5);
  const attributes = words.filter((word) => !named.includes(word));
  const knows = (word: string): boolean =>
    engine.tokenize(word, {}).some((term) => {
      const number = engine.numberOf(term);
      return number !== undefined && near.has(number);
    });
  const weigh = (list: readonly string[]): number =>
    list.reduce((sum, word) => sum + Math.max(2, engine.idf(word)), 0);
  const missing = attributes.filter((word) => !knows(word)).sort((a, b) => weigh([b]) - weigh([a]));
  const total = weigh(words) || 1;
  let known = 0;
  for (const term of top.known) known += top.shares.get(term) ?? 0;
  return {
    named: weigh(named) / total,
    attribute: attributes.length === 0 ? 1 : 1 - weigh(missing) / (weigh(attributes) || 1),
    missing,
    wording: top.lines[0]?.similarity ?? 0,
    coverage: top.coverage,
    known,
  };
}

/** 多少张床位 where no sentence counts anything in 张; 多少 where the sentence holds no figure at all. */
function lacksAmount(question: string, sentence: string, fit: Fit): boolean {
  const units = expectedUnits(question);
  const match = matchUnits(sentence, units);
  if (match >= 1) return false;
  return match === 0
    ? fit.wording < 0.6 || fit.missing.length > 0
    : fit.missing.length > 0 && fit.attribute < 0.75;
}

function sentenceAround(source: string, { span }: Passage): string {
  const from = Math.max(source.lastIndexOf('\n', span.start), source.lastIndexOf('。', span.start - 1)) + 1;
  const [first] = splitSentences(source.slice(from, span.end + 200));
  const end = first === undefined ? span.end : Math.max(span.end, from + first.end);
  return source.slice(Math.min(from, span.start), end);
}

function describePeriod({ bulletin }: IntentContext): string {
  const { published, dataAsOf } = bulletin.meta;
  return `通报发布于${published ?? '未载明的日期'},数据截至${dataAsOf ?? '未载明的日期'}`;
}
