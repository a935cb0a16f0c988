// windows of the ranked units → weighed by what speaks for them → the best one of every sentence, as a quotation
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import type { Question } from '../question/question.ts';
import type { RankedUnit } from '../search/engine.ts';
import type { MatchedClause } from '../search/query-match.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { rememberRecent } from '../text/remember.ts';
import { foldWidth } from '../text/width.ts';
import { readWindows, type Window, type WindowFeatures } from './windows.ts';

/** A run of clauses of one unit that may answer. */
export interface Passage {
  readonly unit: UnitId;
  readonly span: Span;
  readonly quote: string;
  readonly score: number;
  /** Share of the question found in the passage and the rest of its sentence, 0…1. */
  readonly share: number;
  /** Similarity of the best everyday wording that points here, 0…1. */
  readonly wording: number;
  /** How well it holds the kind of words asked for, 0…1. */
  readonly typed: number;
  /** Question terms found here, by number. */
  readonly found: ReadonlySet<number>;
}

/** Fitted on the tuning sets: see README, evaluation. */
type PassageWeights = Readonly<Record<keyof WindowFeatures, number>>;

const WEIGHTS: PassageWeights = {
  ranked: 0.8,
  own: 0.52,
  sentence: -0.94,
  lead: 0.72,
  unit: -0.14,
  wording: 0.46,
  wordings: 0.45,
  typed: 0.57,
  second: 0.27,
  near: 0.24,
  remainder: 0.11,
  length: -0.0004,
};
const FEATURES = Object.keys(WEIGHTS) as (keyof WindowFeatures)[];

/** Best passage of every ranked unit's sentences, best first. `source` is the bulletin's text. */
export function findPassages(
  source: string,
  ranked: readonly RankedUnit[],
  question: Pick<Question, 'text' | 'askedFor'>,
): Passage[] {
  const best = new Map<string, { window: Window; score: number }>();
  for (const window of readWindows(source, ranked, question)) {
    const score = FEATURES.reduce((sum, feature) => sum + WEIGHTS[feature] * window.features[feature], 0);
    const key = `${window.unit} ${window.sentence}`;
    if (score > (best.get(key)?.score ?? Number.NEGATIVE_INFINITY)) best.set(key, { window, score });
  }
  return [...best.values()]
    .map(({ window: { unit, span, clauses, features }, score }) => ({
      unit,
      span,
      quote: source.slice(span.start, span.end),
      score,
      share: features.own + features.sentence,
      wording: features.wording,
      typed: features.typed,
      found: new Set(clauses.flatMap(({ found }) => found)),
    }))
    .sort((a, b) => b.score - a.score);
}

/** 生成项目175个…。截至目前,已完成162项: a sentence that opens with a time goes on with the one before it. */
export const OPENS_WITH_TIME = /^(?:截至|截止|目前|至今)/u;

/** Follows the passage to the right inside its sentence while it stays readable: 「…399人次,同比上升108.9%」. */
const FOLLOWED = 90;

export function followPassage(source: string, passage: Passage, clauses: readonly MatchedClause[]): Passage {
  const last = clauses.findIndex(({ span }) => span.end === passage.span.end);
  const sentence = clauses[last]?.sentence;
  let { end } = passage.span;
  for (const clause of clauses.slice(last + 1)) {
    if (last < 0 || clause.sentence !== sentence || clause.span.end - passage.span.start > FOLLOWED) break;
    end = clause.span.end;
  }
  const span = { start: passage.span.start, end };
  return { ...passage, span, quote: source.slice(span.start, span.end) };
}

/** The passage's words as a citation, without the comma, full stop or 「,其中」 that ends them. */
export function citePassage(passage: Pick<Passage, 'unit' | 'span' | 'quote'>): Citation {
  const quote = passage.quote.replace(/(?:[,，;；](?:其中|同时|另外))?[,，;；:：、。\s]+$/u, '');
  return {
    unit: passage.unit,
    span: { start: passage.span.start, end: passage.span.start + quote.length },
    quote,
  };
}

/** The passage's own sentence, from its start, in half-width characters. */
export function sentenceAround(source: string, { span }: Pick<Passage, 'span'>): string {
  const remember = sentencesOf(source, () => rememberRecent(MOST_SENTENCES));
  return remember(`${span.start} ${span.end}`, () => cutSentence(source, span));
}

/** The sentences last asked for, of the bulletins last asked; every message asks for those of its passages several times. */
const sentencesOf = rememberRecent<ReturnType<typeof rememberRecent<string>>>(4);
const MOST_SENTENCES = 2000;

function cutSentence(source: string, span: Span): string {
  const from = Math.max(source.lastIndexOf('\n', span.start), source.lastIndexOf('。', span.start - 1)) + 1;
  const [first] = splitSentences(source.slice(from, span.end + 400));
  const end = first === undefined ? span.end : Math.max(span.end, from + first.end);
  return foldWidth(source.slice(Math.min(from, span.start), end));
}
