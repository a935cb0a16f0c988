// ranked unit → its sentences → every run of clauses that may be quoted, with what speaks for it
import type { UnitId } from '../bulletin/bulletin.ts';
import type { AskedFor, Question } from '../question/question.ts';
import type { RankedUnit } from '../search/engine.ts';
import type { MatchedClause } from '../search/query-match.ts';
import type { Span } from '../text/span.ts';
import { rememberEach } from '../text/remember.ts';
import {
  agreeOnRemainder,
  asksForRemainder,
  countedUnits,
  expectedUnits,
  holdsAnswer,
  matchReason,
  matchUnits,
} from './answer-type.ts';

/** What speaks for a run of clauses; shares are of the question's term weight, 0…1. */
export interface WindowFeatures {
  /** Score of the unit. */
  readonly ranked: number;
  /** Share found in the window. */
  readonly own: number;
  /** Share found in the rest of its sentence. */
  readonly sentence: number;
  /** Share found only in the first clause of the paragraph, whose subject the sentences after it go on with. */
  readonly lead: number;
  /** Share found only elsewhere in the unit. */
  readonly unit: number;
  /** Similarity of the best everyday wording that points here, scaled by how well both cover each other. */
  readonly wording: number;
  /** The next best ones together, the same way. */
  readonly wordings: number;
  /** How well it holds the kind of words asked for, and the kind asked for second. */
  readonly typed: number;
  readonly second: number;
  /** It speaks of what is left or undone exactly where the question does: 1, −1 when only one of them does. */
  readonly remainder: number;
  /** Share of the question in the very clause that holds the kind of words asked for. */
  readonly near: number;
  readonly length: number;
}

/** A run of clauses of one sentence. */
export interface Window {
  readonly unit: UnitId;
  readonly span: Span;
  readonly sentence: number;
  readonly features: WindowFeatures;
  readonly clauses: readonly MatchedClause[];
}

const LONGEST_WINDOW = 6;
const LONGEST_QUOTE = 150;
/** A sentence this short is quoted whole. */
const WHOLE_SENTENCE = 100;

interface Clause extends MatchedClause {
  readonly typed: readonly number[];
  readonly remainder: number;
}

/** What the question wants of a passage, read once. */
interface Wanted {
  readonly question: Pick<Question, 'text' | 'askedFor'>;
  readonly units: ReadonlySet<string>;
  /** It speaks of what is left or undone. */
  readonly remainder: boolean;
}

/** Every window of every ranked unit; sentences that neither hold a term nor are pointed at have none. */
export function readWindows(
  source: string,
  ranked: readonly RankedUnit[],
  question: Pick<Question, 'text' | 'askedFor'>,
): Window[] {
  const { text } = question;
  const wanted = { question, units: expectedUnits(text), remainder: asksForRemainder(text) };
  return ranked.flatMap((unit) => readUnit(source, unit, wanted));
}

function readUnit(source: string, unit: RankedUnit, wanted: Wanted): Window[] {
  const sentences = new Map<number, MatchedClause[]>();
  for (const clause of unit.clauses) {
    const known = sentences.get(clause.sentence);
    if (known === undefined) sentences.set(clause.sentence, [clause]);
    else known.push(clause);
  }
  const unitShare = sumShares(unit, new Set(unit.clauses.flatMap((clause) => clause.found)));
  let lead: MatchedClause | undefined;
  return [...sentences.values()].flatMap((clauses) => {
    const [opening] = clauses;
    if (
      lead === undefined ||
      opening === undefined ||
      source.slice(lead.span.end, opening.span.start).includes('\n')
    )
      lead = opening;
    const first = opening?.span.start ?? 0;
    const last = clauses.at(-1)?.span.end ?? first;
    const pointed = unit.lines.some(
      ({ anchor }) => anchor !== null && anchor.start < last && first < anchor.end,
    );
    if (!pointed && clauses.every((clause) => clause.found.length === 0)) return [];
    const read = clauses.map((clause) => readClause(source, clause, wanted));
    return readSentence(unit, read, { lead: new Set(lead?.found), unit: unitShare });
  });
}

function readClause(source: string, clause: MatchedClause, wanted: Wanted): Clause {
  const { question, units } = wanted;
  const words = readWords(clause.span, source);
  return {
    ...clause,
    typed: question.askedFor.slice(0, 2).map((kind) => matchKind(words, kind, units)),
    remainder: agreeOnRemainder(wanted.remainder, words.text),
  };
}

interface ClauseWords {
  readonly text: string;
  readonly counted: readonly string[];
  /** What it holds, as far as it was asked. */
  readonly holds: Map<AskedFor, number>;
}

/** A clause is read once, for whatever is asked of it. */
const readWords = rememberEach((span: Span, source: string): ClauseWords => {
  const text = source.slice(span.start, span.end);
  return { text, counted: countedUnits(text), holds: new Map() };
});

function matchKind(
  { text, counted, holds }: ClauseWords,
  kind: AskedFor,
  units: ReadonlySet<string>,
): number {
  if (kind === 'amount') return matchUnits(counted, units);
  const known = holds.get(kind) ?? (kind === 'reason' ? matchReason(text) : Number(holdsAnswer(text, kind)));
  holds.set(kind, known);
  return known;
}

function readSentence(
  unit: RankedUnit,
  clauses: readonly Clause[],
  around: { readonly lead: ReadonlySet<number>; readonly unit: number },
): Window[] {
  const found = new Set(clauses.flatMap((clause) => clause.found));
  const sentence = sumShares(unit, found);
  const lead = sumShares(unit, new Set([...around.lead].filter((term) => !found.has(term))));
  const shares = { sentence, lead, unit: around.unit };
  const length = (clauses.at(-1)?.span.end ?? 0) - (clauses[0]?.span.start ?? 0);
  if (length <= WHOLE_SENTENCE) return growWindows(unit, clauses, shares, clauses.length);
  return clauses.flatMap((_, first) =>
    growWindows(unit, clauses.slice(first, first + LONGEST_WINDOW), shares, 1),
  );
}

/** Every run of `least` and more clauses that begins with the first one. */
function growWindows(
  unit: RankedUnit,
  clauses: readonly Clause[],
  around: { readonly sentence: number; readonly lead: number; readonly unit: number },
  least: number,
): Window[] {
  const windows: Window[] = [];
  const start = clauses[0]?.span.start ?? 0;
  const found = new Set<number>();
  let own = 0;
  let typed = 0;
  let second = 0;
  let near = 0;
  let remainder = -1;
  for (const [last, clause] of clauses.entries()) {
    const { end } = clause.span;
    if (last > 0 && end - start > LONGEST_QUOTE) break;
    for (const term of clause.found) {
      if (!found.has(term)) own += unit.shares.get(term) ?? 0;
      found.add(term);
    }
    typed = Math.max(typed, clause.typed[0] ?? 0);
    second = Math.max(second, clause.typed[1] ?? 0);
    remainder = Math.max(remainder, clause.remainder);
    if (clause.typed[0] === 1) near = Math.max(near, clause.share);
    if (last + 1 < least) continue;
    const span = { start, end };
    const [wording, wordings] = matchWordings(unit, span);
    windows.push({
      unit: unit.unit,
      span,
      sentence: clause.sentence,
      clauses: clauses.slice(0, last + 1),
      features: {
        ranked: unit.score,
        own,
        sentence: around.sentence - own,
        lead: around.lead,
        unit: around.unit - around.sentence,
        wording,
        wordings,
        typed,
        second,
        near,
        remainder,
        length: end - start,
      },
    });
  }
  return windows;
}

/** Similarity of the best wording that points at the window, and of the others. */
function matchWordings(unit: RankedUnit, span: Span): [best: number, others: number] {
  let best = 0;
  let sum = 0;
  for (const { similarity, anchor } of unit.lines) {
    if (anchor === null) continue;
    const common = Math.min(span.end, anchor.end) - Math.max(span.start, anchor.start);
    if (common <= 0) continue;
    const fit = common / Math.max(span.end - span.start, anchor.end - anchor.start);
    const points = similarity * (0.4 + 0.6 * fit);
    best = Math.max(best, points);
    sum += points;
  }
  return [best, sum - best];
}

function sumShares(unit: RankedUnit, terms: ReadonlySet<number>): number {
  let sum = 0;
  for (const term of terms) sum += unit.shares.get(term) ?? 0;
  return sum;
}
