// ranked units → windows of clauses → scored by terms, everyday wordings, kind of answer → the words that answer
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import type { Question } from '../question/question.ts';
import type { RankedUnit } from '../search/engine.ts';
import type { MatchedClause } from '../search/passages.ts';
import type { Span } from '../text/span.ts';
import { agreeOnRemainder, expectedUnits, holdsAnswer, matchUnits } from './answer-type.ts';

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

const LONGEST_WINDOW = 6;
const LONGEST_QUOTE = 150;
/** A sentence this short is quoted whole. */
const WHOLE_SENTENCE = 100;

export interface PassageWeights {
  readonly ranked: number;
  readonly own: number;
  readonly sentence: number;
  readonly unit: number;
  /** Share found in the first clause of the paragraph, whose subject the sentences after it go on with. */
  readonly lead: number;
  readonly wording: number;
  readonly typed: number;
  readonly second: number;
  readonly remainder: number;
  /** Share of the question in the very clause that holds the kind of words asked for. */
  readonly near: number;
  readonly length: number;
}

const PASSAGE_WEIGHTS: PassageWeights = {
  ranked: 0.8,
  own: 0.7,
  sentence: 0.35,
  unit: 0.3,
  lead: 0.45,
  wording: 1.1,
  typed: 0.35,
  second: 0.3,
  remainder: 0.15,
  near: 0.3,
  length: 0.0016,
};

/** What the question wants of a passage, read once. */
interface Wanted {
  readonly question: Pick<Question, 'text' | 'askedFor'>;
  readonly units: ReadonlySet<string>;
  readonly weights: PassageWeights;
}

/** Shares of the question met by the whole sentence, by the paragraph's lead beyond it, and by the whole unit. */
interface Context {
  readonly sentence: number;
  readonly lead: number;
  readonly unit: number;
}

interface Clause extends MatchedClause {
  readonly typed: readonly number[];
  readonly remainder: number;
}

/** Best passage of every ranked unit's sentences, best first. `source` is the bulletin's text. */
export function findPassages(
  source: string,
  ranked: readonly RankedUnit[],
  question: Pick<Question, 'text' | 'askedFor'>,
  weights: PassageWeights = PASSAGE_WEIGHTS,
): Passage[] {
  const wanted: Wanted = { question, units: expectedUnits(question.text), weights };
  return ranked.flatMap((unit) => readUnit(source, unit, wanted)).sort((a, b) => b.score - a.score);
}

function readUnit(source: string, unit: RankedUnit, wanted: Wanted): Passage[] {
  const sentences = new Map<number, MatchedClause[]>();
  for (const clause of unit.clauses)
    sentences.set(clause.sentence, [...(sentences.get(clause.sentence) ?? []), clause]);
  const unitShare = sumShares(unit, new Set(unit.clauses.flatMap((clause) => clause.found)));
  let lead: MatchedClause | undefined;
  return [...sentences.values()].flatMap((clauses) => {
    const opening = clauses[0];
    if (
      lead === undefined ||
      opening === undefined ||
      source.slice(lead.span.end, opening.span.start).includes('\n')
    )
      lead = opening;
    const first = clauses[0]?.span.start ?? 0;
    const last = clauses.at(-1)?.span.end ?? first;
    const pointed = unit.lines.some(
      ({ anchor }) => anchor !== null && anchor.start < last && first < anchor.end,
    );
    if (!pointed && clauses.every((clause) => clause.found.length === 0)) return [];
    const best = bestWindow(
      source,
      unit,
      clauses.map((clause) => readClause(source, clause, wanted)),
      { lead: new Set(lead?.found), unit: unitShare },
      wanted,
    );
    return best === null ? [] : [best];
  });
}

function readClause(source: string, clause: MatchedClause, { question, units }: Wanted): Clause {
  const text = source.slice(clause.span.start, clause.span.end);
  return {
    ...clause,
    typed: question.askedFor
      .slice(0, 2)
      .map((kind) => (kind === 'amount' ? matchUnits(text, units) : Number(holdsAnswer(text, kind)))),
    remainder: agreeOnRemainder(question.text, text),
  };
}

function bestWindow(
  source: string,
  unit: RankedUnit,
  clauses: readonly Clause[],
  around: { readonly lead: ReadonlySet<number>; readonly unit: number },
  wanted: Wanted,
): Passage | null {
  const found = new Set(clauses.flatMap((clause) => clause.found));
  const sentence = sumShares(unit, found);
  const lead = sumShares(unit, new Set([...around.lead].filter((term) => !found.has(term))));
  const context: Context = { sentence, lead, unit: around.unit };
  const whole = (clauses.at(-1)?.span.end ?? 0) - (clauses[0]?.span.start ?? 0) <= WHOLE_SENTENCE;
  let best: Passage | null = null;
  for (let first = 0; first < (whole ? 1 : clauses.length); first += 1) {
    const start = clauses[first]?.span.start ?? 0;
    for (
      let last = whole ? clauses.length - 1 : first;
      last < Math.min(clauses.length, first + LONGEST_WINDOW);
      last += 1
    ) {
      const window = clauses.slice(first, last + 1);
      const end = window.at(-1)?.span.end ?? start;
      if (window.length > 1 && end - start > LONGEST_QUOTE) break;
      const passage = scoreWindow(source, unit, { start, end }, window, context, wanted);
      if (best === null || passage.score > best.score) best = passage;
    }
  }
  return best;
}

function scoreWindow(
  source: string,
  unit: RankedUnit,
  span: Span,
  window: readonly Clause[],
  context: Context,
  { weights }: Wanted,
): Passage {
  const found = new Set(window.flatMap((clause) => clause.found));
  const own = sumShares(unit, found);
  const typed = Math.max(...window.map((clause) => clause.typed[0] ?? 0));
  const second = Math.max(...window.map((clause) => clause.typed[1] ?? 0));
  const wording = bestWording(unit, span);
  const score =
    weights.ranked * unit.score +
    weights.own * own +
    weights.sentence * (context.sentence - own) +
    weights.lead * context.lead +
    weights.unit * (context.unit - context.sentence) +
    weights.wording * wording +
    weights.typed * typed +
    weights.second * second +
    weights.near *
      Math.max(0, ...window.filter((clause) => clause.typed[0] === 1).map((clause) => clause.share)) +
    weights.remainder * Math.max(...window.map((clause) => clause.remainder)) -
    weights.length * (span.end - span.start);
  return {
    unit: unit.unit,
    span,
    quote: source.slice(span.start, span.end),
    score,
    share: context.sentence,
    wording,
    typed,
    found,
  };
}

/** Similarity of the best wording, scaled by how well its anchor and the window cover each other. */
function bestWording(unit: RankedUnit, span: Span): number {
  let best = 0;
  for (const { similarity, anchor } of unit.lines) {
    if (anchor === null) continue;
    const common = Math.min(span.end, anchor.end) - Math.max(span.start, anchor.start);
    if (common <= 0) continue;
    const fit = common / Math.max(span.end - span.start, anchor.end - anchor.start);
    best = Math.max(best, similarity * (0.4 + 0.6 * fit));
  }
  return best;
}

function sumShares(unit: RankedUnit, terms: ReadonlySet<number>): number {
  let sum = 0;
  for (const term of terms) sum += unit.shares.get(term) ?? 0;
  return sum;
}

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
