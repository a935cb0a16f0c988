// ranked units → windows of clauses → scored by terms, everyday wordings, kind of answer → the words that answer
import type { Citation, UnitId } from '../bulletin/bulletin.ts';
import type { AskedFor } from '../question/question.ts';
import type { RankedUnit } from '../search/engine.ts';
import type { MatchedClause } from '../search/passages.ts';
import type { Span } from '../text/span.ts';
import { holdsAnswer } from './answer-type.ts';

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
  /** True when it holds the kind of words asked for. */
  readonly typed: boolean;
  /** Question terms found here, by number. */
  readonly found: ReadonlySet<number>;
}

const LONGEST_WINDOW = 6;
const LONGEST_QUOTE = 150;
/** A sentence this short is quoted whole. */
const WHOLE_SENTENCE = 60;

const WEIGHTS = {
  own: 1,
  sentence: 0.35,
  unit: 0.15,
  wording: 1.1,
  typed: 0.22,
  second: 0.1,
  length: 0.0012,
};

/** Best passage of every ranked unit's sentences, best first. `source` is the bulletin's text. */
export function findPassages(
  source: string,
  ranked: readonly RankedUnit[],
  askedFor: readonly AskedFor[],
): Passage[] {
  const passages = ranked.flatMap((unit) =>
    sentencesOf(unit).map((clauses) => bestWindow(source, unit, clauses, askedFor)),
  );
  return passages.filter((passage) => passage !== null).sort((a, b) => b.score - a.score);
}

function sentencesOf(unit: RankedUnit): MatchedClause[][] {
  const sentences = new Map<number, MatchedClause[]>();
  for (const clause of unit.clauses)
    sentences.set(clause.sentence, [...(sentences.get(clause.sentence) ?? []), clause]);
  return [...sentences.values()];
}

function bestWindow(
  source: string,
  unit: RankedUnit,
  clauses: readonly MatchedClause[],
  askedFor: readonly AskedFor[],
): Passage | null {
  let best: Passage | null = null;
  const sentenceFound = new Set(clauses.flatMap((clause) => clause.found));
  const unitFound = new Set(unit.clauses.flatMap((clause) => clause.found));
  const whole = (clauses.at(-1)?.span.end ?? 0) - (clauses[0]?.span.start ?? 0) <= WHOLE_SENTENCE;
  for (let first = 0; first < clauses.length; first += 1) {
    const found = new Set<number>();
    for (let last = first; last < Math.min(clauses.length, first + LONGEST_WINDOW); last += 1) {
      const clause = clauses[last];
      const start = clauses[first]?.span.start ?? 0;
      if (clause === undefined || (last > first && clause.span.end - start > LONGEST_QUOTE)) break;
      for (const term of clause.found) found.add(term);
      if (whole && (first > 0 || last < clauses.length - 1)) continue;
      const span = { start, end: clause.span.end };
      const passage = scoreWindow(source, unit, span, found, sentenceFound, unitFound, askedFor);
      if (best === null || passage.score > best.score) best = passage;
    }
  }
  return best;
}

function scoreWindow(
  source: string,
  unit: RankedUnit,
  span: Span,
  found: ReadonlySet<number>,
  sentenceFound: ReadonlySet<number>,
  unitFound: ReadonlySet<number>,
  askedFor: readonly AskedFor[],
): Passage {
  const quote = source.slice(span.start, span.end);
  const own = sumShares(unit, found);
  const around = sumShares(unit, sentenceFound) - own;
  const beyond = sumShares(unit, unitFound) - own - around;
  const wording = bestWording(unit, span);
  const typed = askedFor.map((kind) => holdsAnswer(quote, kind));
  const score =
    unit.score * 0.6 +
    WEIGHTS.own * own +
    WEIGHTS.sentence * around +
    WEIGHTS.unit * beyond +
    WEIGHTS.wording * wording +
    (typed[0] === true ? WEIGHTS.typed : 0) +
    (typed[1] === true ? WEIGHTS.second : 0) -
    WEIGHTS.length * quote.length;
  return {
    unit: unit.unit,
    span,
    quote,
    score,
    share: own + around,
    wording,
    typed: typed[0] ?? false,
    found: new Set(found),
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

/** The passage's words as a citation, without the comma or full stop that ends them. */
export function citePassage(passage: Pick<Passage, 'unit' | 'span' | 'quote'>): Citation {
  const quote = passage.quote.replace(/[,，;；:：、。\s]+$/u, '');
  return {
    unit: passage.unit,
    span: { start: passage.span.start, end: passage.span.start + quote.length },
    quote,
  };
}
