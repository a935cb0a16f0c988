// run of Chinese characters → cheapest way to read it as words, written as they are or corrected
import { LONGEST_KNOWN, type KnownWords } from './known-words.ts';
import type { Candidate, FindCandidates } from './typo-candidates.ts';

export interface LatticeCosts {
  /** A character no table knows. */
  readonly unknown: number;
  /** Added on each side where a single character stands beside one it was never seen with. */
  readonly unpaired: number;
  /** A known word is doubted from this cost on (体念 for 体验). */
  readonly rare: number;
}

export interface Step {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly penalty: number;
}

/** Words of grammar stand beside anything: 的, 了, 吗. */
const GRAMMAR = new Set('的了吗呢吧啊么嘛呀着过地得和与及或在是有没不也都就还又很太这把被给让从到向对个几多少谁啥咋一二三四五六七八九十百千万两零');

const WIDEST = 9;

export function readRun(
  text: string,
  known: KnownWords,
  find: FindCandidates,
  costs: LatticeCosts,
): Step[] {
  const edges: Candidate[][] = Array.from(text, (_, start) => listWritten(text, start, known, find, costs));
  const plain = cheapest(text, edges);
  const doubtful = markDoubtful(text, plain, known, costs);
  if (!doubtful.includes(true)) return plain;
  for (let start = 0; start < text.length; start += 1) {
    if (!doubtful.slice(start, start + WIDEST).includes(true)) continue;
    for (const candidate of find(text, start, true)) {
      if (candidate.penalty === 0) continue;
      if (doubtful.slice(start, candidate.end).includes(true)) edges[start]?.push(candidate);
    }
  }
  return cheapest(text, edges);
}

function listWritten(
  text: string,
  start: number,
  known: KnownWords,
  find: FindCandidates,
  costs: LatticeCosts,
): Candidate[] {
  const edges = find(text, start, false).filter(({ word }) => word.length > 1);
  for (let length = 2; length <= LONGEST_KNOWN && start + length <= text.length; length += 1) {
    const wordCost = known.cost(text, start, length);
    if (wordCost !== null) edges.push({ end: start + length, word: text.slice(start, start + length), wordCost, penalty: 0 });
  }
  const wordCost = (known.cost(text, start, 1) ?? costs.unknown) + costs.unpaired * countUnpaired(text, start, known);
  edges.push({ end: start + 1, word: text.charAt(start), wordCost, penalty: 0 });
  return edges;
}

function countUnpaired(text: string, at: number, known: KnownWords): number {
  if (GRAMMAR.has(text.charAt(at))) return 0;
  const left = at > 0 && !known.paired(text, at - 1);
  const right = at + 1 < text.length && !known.paired(text, at);
  return Number(left) + Number(right);
}

function markDoubtful(text: string, steps: readonly Step[], known: KnownWords, costs: LatticeCosts): boolean[] {
  const marks = Array.from(text, () => false);
  for (const { start, end, word } of steps) {
    const doubt = end - start === 1 ? !GRAMMAR.has(word) : (known.cost(text, start, end - start) ?? 0) >= costs.rare;
    if (doubt) marks.fill(true, start, end);
  }
  return marks;
}

/** Viterbi over the edges; of equal paths the one with fewer corrections. */
function cheapest(text: string, edges: readonly (readonly Candidate[])[]): Step[] {
  const best: { cost: number; step: Step | null }[] = Array.from({ length: text.length + 1 }, () => ({
    cost: Infinity,
    step: null,
  }));
  best[0] = { cost: 0, step: null };
  for (let start = 0; start < text.length; start += 1) {
    const base = best[start]?.cost ?? Infinity;
    for (const { end, word, wordCost, penalty } of edges[start] ?? []) {
      const cost = base + wordCost + penalty;
      if (cost < (best[end]?.cost ?? Infinity)) best[end] = { cost, step: { start, end, word, penalty } };
    }
  }
  const steps: Step[] = [];
  for (let at = text.length; at > 0; ) {
    const step = best[at]?.step;
    if (step === null || step === undefined) break;
    steps.unshift(step);
    at = step.start;
  }
  return steps;
}
