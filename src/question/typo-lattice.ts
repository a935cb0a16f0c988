// run of Chinese characters → cheapest way to read it as words, written as they are or corrected
import { LONGEST_KNOWN, type KnownWords } from './known-words.ts';
import type { Candidate, FindCandidates } from './typo-candidates.ts';
import {
  costShort,
  isKnown,
  isStrange,
  markDoubtful,
  markEditable,
  markNames,
  type DoubtCosts,
  type Step,
} from './typo-doubts.ts';

export interface LatticeCosts extends DoubtCosts {
  /** A character no table knows. */
  readonly unknown: number;
  /** Added where two single characters stand side by side that were never seen together. */
  readonly unpaired: number;
}

/** Reach of the longest correction, in characters. */
const WIDEST = 9;

export function readRun(text: string, known: KnownWords, find: FindCandidates, costs: LatticeCosts): Step[] {
  const edges = Array.from(text, (_, start) => listWritten(text, start, known, find, costs));
  const plain = findCheapest(text, edges, known, costs);
  const doubtful = markDoubtful(text, plain, known, costs);
  if (!doubtful.includes(true)) return plain;
  const editable = markEditable(text, doubtful);
  const names = markNames(text, doubtful);
  for (let start = 0; start < text.length; start += 1) {
    if (!editable.slice(start, start + WIDEST).includes(true)) continue;
    for (const candidate of find(text, start, editable)) {
      const { end, word, penalty } = candidate;
      if (penalty === 0 || !doubtful.slice(start, end).includes(true) || isKnown(text, start, end, known))
        continue;
      const short = word.length === 2;
      if (short && names.slice(start, end).includes(true)) continue;
      const more = short ? costShort(text, start, candidate, known, costs) : 0;
      edges[start]?.push({ ...candidate, penalty: penalty + more });
    }
  }
  return findCheapest(text, edges, known, costs);
}

function listWritten(
  text: string,
  start: number,
  known: KnownWords,
  find: FindCandidates,
  costs: LatticeCosts,
): Candidate[] {
  const edges = find(text, start, null).filter(({ word }) => word.length > 1);
  for (let length = 2; length <= LONGEST_KNOWN && start + length <= text.length; length += 1) {
    const wordCost = known.cost(text, start, length);
    const word = text.slice(start, start + length);
    if (wordCost !== null) edges.push({ end: start + length, word, wordCost, penalty: 0 });
  }
  const wordCost = known.cost(text, start, 1) ?? costs.unknown;
  edges.push({ end: start + 1, word: text.charAt(start), wordCost, penalty: 0 });
  return edges;
}

interface Reached {
  readonly cost: number;
  readonly step: Step | null;
  readonly before: Reached | null;
}

/** Viterbi over the edges; at each place the best way that ends in a single character and the best other one. */
function findCheapest(
  text: string,
  edges: readonly (readonly Candidate[])[],
  known: KnownWords,
  costs: LatticeCosts,
): Step[] {
  const single: (Reached | undefined)[] = [];
  const longer: (Reached | undefined)[] = [{ cost: 0, step: null, before: null }];
  for (let start = 0; start < text.length; start += 1) {
    const ofSingle = single[start];
    const ofLonger = longer[start];
    const strange = start > 0 && isStrange(text, start - 1, known) ? costs.unpaired : 0;
    for (const { end, word, wordCost, penalty } of edges[start] ?? []) {
      const isSingle = end === start + 1 && penalty === 0;
      const extra = isSingle ? strange : 0;
      const fromSingle = (ofSingle?.cost ?? Infinity) + extra;
      const before = fromSingle < (ofLonger?.cost ?? Infinity) ? ofSingle : ofLonger;
      if (before === undefined) continue;
      const cost = before.cost + (before === ofSingle ? extra : 0) + wordCost + penalty;
      const reached = isSingle ? single : longer;
      if (cost < (reached[end]?.cost ?? Infinity)) {
        reached[end] = { cost, step: { start, end, word, penalty }, before };
      }
    }
  }
  const a = single[text.length];
  const b = longer[text.length];
  let at: Reached | null = (a?.cost ?? Infinity) < (b?.cost ?? Infinity) ? (a ?? null) : (b ?? null);
  const steps: Step[] = [];
  for (; at?.step != null; at = at.before) steps.push(at.step);
  return steps.reverse();
}
