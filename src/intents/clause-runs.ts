// unit → sentences → clauses with a value each → every run of clauses that can stand alone
import type { Citation, Unit, UnitId } from '../bulletin/bulletin.ts';
import { weighClause } from '../ledger/finished.ts';
import type { MeasureFacts } from '../ledger/ledger.ts';
import type { RankedUnit } from '../search/engine.ts';
import { findAmounts } from '../text/amounts.ts';
import { findDates } from '../text/dates.ts';
import { splitClauses, splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { leansOnWords, mayEnd, mayStart, opensAnew, withoutMarks, type Clause } from './clause-cuts.ts';
import type { IntentContext } from './intent.ts';
import { findNames } from './surnames.ts';

/** Neighbouring clauses of one sentence, cut so that they read as a sentence. */
export interface ClauseRun {
  readonly unit: UnitId;
  /** Without the mark that ends it. */
  readonly span: Span;
  readonly text: string;
  /** How much it tells; about one point a figure. */
  readonly value: number;
  /** The clauses of its sentence, and which of them it holds. */
  readonly sentence: readonly ValuedClause[];
  readonly first: number;
  readonly last: number;
}

/** How the unit matches the topic. */
export interface Focus {
  readonly ranked: RankedUnit | undefined;
  /** `topic`: only what the unit says about the topic is of interest; `status`: only how far it has come. */
  readonly on: 'all' | 'topic' | 'status';
}

/** What a clause that holds the whole topic is worth. */
const TOPIC = { all: 0.4, topic: 4.5, status: 1 };
/** What the sentence that opens a paragraph says of the topic counts for those after it too. */
const GOES_ON = 0.7;
/** How much words and status count where only the status is of interest. */
const STATUS_ONLY = { words: 0.3, status: 3 };

/** 因此不建议…, 决定…: what an argument comes to. */
const CONCLUSION =
  /^(?:因此|决定|确定|暂不|暂未|未发现)|不建议|未发生|未出现|予以清退|获评|入选|排名|位列|超额|提前完成|销号|成效明显/u;
const NAMED = /《[^《》]+》|“[^”]{2,12}”/u;
const MONEY = /元|平方米|公顷|亩|%|公里|倍|户/u;
/** What a run loses that leans on words before it, starts or ends inside its sentence. */
const CUT = { leaning: 0.2, inside: 0.5, end: 0.2 };
/** What a clause is worth; found by random search for the key facts of the topics in the tuning sets. */
const VALUE = {
  plain: 0.15,
  figure: 2.1,
  most: 1.15,
  done: 0.2,
  standing: -0.15,
  money: 0.3,
  date: 0.15,
  title: 0.15,
  person: 0.8,
  conclusion: 2.5,
  ceremony: -0.55,
  status: 0.5,
  finished: 0.4,
  deadline: 0.8,
  outcome: 0.15,
};
/** 截至目前, 累计, 共: sums up where matters stand. */
const OUTCOME = /截至|截止|累计|(?<!公)共(?!同|产|享|建|商|治)|全部|总/u;
/** 认真学习…精神, 引导全区深刻认识: what every measure of every bulletin says. */
const CEREMONY =
  /学习(?:贯彻|研讨|传达|习近平)|传达学习|深刻(?:认识|领会|汲取)|高度重视|提高(?:政治)?站位|提升|引导|切实|努力|不断|有效(?!期)|充分发挥|为抓手|夯实|强化|增强|助力|保障/u;
/** 「深化全面从严治党。」: the sentence a section opens with is its title. */
const TITLE = { longest: 20, value: 4 };

/** A clause and what it tells. */
export interface ValuedClause extends Clause {
  readonly value: number;
}

/**
 * Every run of at most `longest` characters; a clause longer than that still gives itself, and a unit that never says
 * what was done (a heading) its sentences.
 */
export function readRuns(context: IntentContext, unit: Unit, focus: Focus, longest: number): ClauseRun[] {
  const { source } = context.bulletin;
  let lead: Span | null = null;
  const sentences = joinAtSemicolons(source, splitSentences(source, unit.body)).map((sentence) => {
    if (lead === null || source.slice(lead.end, sentence.start).includes('\n')) lead = sentence;
    return valueSentence(context, unit, { sentence, lead }, focus);
  });
  const wholes = sentences.map((clauses) => joinClauses(unit.id, source, clauses, [0, clauses.length - 1]));
  // Who was punished, for what and how is not cut.
  if (unit.kind === 'sanction') return wholes;
  const runs: ClauseRun[] = [];
  for (const clauses of sentences) {
    for (let first = 0; first < clauses.length; first += 1) {
      if (first > 0 && !mayStart(clauses, first)) continue;
      for (let last = first; last < clauses.length; last += 1) {
        const run = joinClauses(unit.id, source, clauses, [first, last]);
        if (run.text.length > longest && last > first) break;
        const title = unit.kind === 'section' && clauses === sentences[0] && run.text.length <= TITLE.longest;
        if (mayEnd(clauses, last)) runs.push(title ? { ...run, value: run.value + TITLE.value } : run);
      }
    }
  }
  return runs.length > 0 ? runs : wholes;
}

/** `lead`: the sentence its paragraph opens with, whose subject it goes on with. */
function valueSentence(
  context: IntentContext,
  unit: Unit,
  { sentence, lead }: { readonly sentence: Span; readonly lead: Span },
  focus: Focus,
): ValuedClause[] {
  const { source } = context.bulletin;
  // A sentence that does not touch the topic tells nothing where only the topic counts.
  const told = (): number =>
    Math.max(matchedShare(sentence, focus.ranked), GOES_ON * matchedShare(lead, focus.ranked));
  const factor = focus.on === 'topic' ? Math.min(1, 1.5 * told()) : 1;
  let before = '';
  return splitClauses(source, sentence).map((span) => {
    const text = source.slice(span.start, span.end);
    const words = valueWords(text, before);
    const status = valueFacts(span, context.facts.get(unit.id));
    before = text;
    const own =
      focus.on === 'status'
        ? STATUS_ONLY.words * words + STATUS_ONLY.status * status
        : factor * (words + status);
    return { span, text, value: own + TOPIC[focus.on] * matchedShare(span, focus.ranked) };
  });
}

/** 「14个已完成整改;剩余37个…」 is one sentence here. */
function joinAtSemicolons(source: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    if (before !== undefined && /[;；]/u.test(source.charAt(before.end - 1))) {
      joined[joined.length - 1] = { start: before.start, end: span.end };
    } else {
      joined.push(span);
    }
  }
  return joined;
}

function valueWords(text: string, before: string): number {
  const outside = text.replace(/[(（][^()（）]*[)）]/gu, '');
  const dates = /[年月日]/u.test(outside) ? findDates(outside) : [];
  let plain = outside;
  for (const { text: date } of dates) plain = plain.replace(date, ' ');
  const figures = findAmounts(plain).filter(({ unit }) => unit !== '' && unit !== '级');
  const { done, standing } = weighClause(text, before);
  let value =
    VALUE.plain +
    VALUE.figure * Math.min(figures.length, VALUE.most) +
    VALUE.done * done +
    VALUE.standing * standing;
  if (figures.some(({ unit }) => MONEY.test(unit))) value += VALUE.money;
  if (dates.length > 0) value += VALUE.date;
  if (NAMED.test(text)) value += VALUE.title;
  if (findNames(text).length > 0) value += VALUE.person;
  if (CONCLUSION.test(text)) value += VALUE.conclusion;
  if (figures.length > 0 && (OUTCOME.test(text) || /^(?:截至|截止|目前)/u.test(before)))
    value += VALUE.outcome;
  if (figures.length === 0 && CEREMONY.test(text)) value += VALUE.ceremony;
  return value;
}

function valueFacts(span: Span, facts: MeasureFacts | undefined): number {
  if (facts === undefined) return 0;
  const inside = (citation: Citation): boolean => overlap(citation.span, span);
  const { status, deadlines } = facts;
  return (
    (inside(status.citation) ? VALUE.status : 0) +
    ([...status.finished, ...status.remaining].some(inside) ? VALUE.finished : 0) +
    (deadlines.some(({ task }) => inside(task)) ? VALUE.deadline : 0)
  );
}

/** Share of the topic found in the clause, 0…1. */
function matchedShare(span: Span, ranked: RankedUnit | undefined): number {
  if (ranked === undefined) return 0;
  const found = new Set(
    ranked.clauses.filter((clause) => overlap(clause.span, span)).flatMap((clause) => [...clause.found]),
  );
  return [...found].reduce((sum, term) => sum + (ranked.shares.get(term) ?? 0), 0);
}

/** The words from one clause of a sentence to another, without the mark that ends them. */
export function joinClauses(
  unit: UnitId,
  source: string,
  sentence: readonly ValuedClause[],
  [first, last]: readonly [number, number],
): ClauseRun {
  const start = sentence[first]?.span.start ?? 0;
  const text = withoutMarks(source.slice(start, sentence[last]?.span.end ?? start));
  const value = sentence.slice(first, last + 1).reduce((sum, clause) => sum + clause.value, 0);
  const opens = first === 0 || opensAnew(sentence[first]?.text ?? '');
  const cut =
    (leansOnWords(text) ? CUT.leaning : opens ? 0 : CUT.inside) + (last < sentence.length - 1 ? CUT.end : 0);
  return {
    unit,
    span: { start, end: start + text.length },
    text,
    value: value - cut,
    sentence,
    first,
    last,
  };
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
