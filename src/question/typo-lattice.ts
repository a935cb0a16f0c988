// run of Chinese characters → cheapest way to read it as words, written as they are or corrected
import { LONGEST_KNOWN, type KnownWords } from './known-words.ts';
import type { Candidate, FindCandidates } from './typo-candidates.ts';

export interface LatticeCosts {
  /** A character no table knows. */
  readonly unknown: number;
  /** Added where two single characters stand side by side that were never seen together. */
  readonly unpaired: number;
  /** A known word is doubted from this cost on (体念 for 体验). */
  readonly rare: number;
  /** Added for words of two characters, which chance makes most easily… */
  readonly short: number;
  /** …when what stands beside the doubtful character is no stranger to it: 条里有 is not 条例有, 出那判 is 出纳判. */
  readonly shortSeen: number;
  /** A character below this cost often stands alone; it is never a strange character in a word. */
  readonly free: number;
}

export interface Step {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly penalty: number;
}

/** Words of grammar stand beside anything, and no typo is looked for in them: 的, 了, 吗. */
const GRAMMAR = new Set(
  '的了吗呢吧啊么嘛呀哪着过地得和与及或在是有没不已也都就还又很太这把被给让从到向对个几多少谁啥咋一二三四五六七八九十百千万两零',
);

/** Of these, the ones people do write for another word: 吗头 for 码头. */
const PARTICLES = new Set('吗嘛吧呢啊么呀得地着');

/** Reach of the longest correction, in characters. */
const WIDEST = 9;

export function readRun(text: string, known: KnownWords, find: FindCandidates, costs: LatticeCosts): Step[] {
  const edges = Array.from(text, (_, start) => listWritten(text, start, known, find, costs));
  const plain = findCheapest(text, edges, known, costs);
  const doubtful = markDoubtful(text, plain, known, costs);
  if (!doubtful.includes(true)) return plain;
  // A typo is looked for in a doubtful character and beside it: 出那 (纳), 吗头 (码).
  const editable = doubtful.map(
    (doubt, at) =>
      isEditable(text.charAt(at)) && (doubt || doubtful[at - 1] === true || doubtful[at + 1] === true),
  );
  for (let start = 0; start < text.length; start += 1) {
    if (!editable.slice(start, start + WIDEST).includes(true)) continue;
    for (const candidate of find(text, start, editable)) {
      if (candidate.penalty === 0 || !doubtful.slice(start, candidate.end).includes(true)) continue;
      if (isKnown(text, start, candidate.end, known)) continue;
      const more = candidate.word.length === 2 ? costShort(text, start, candidate, known, costs) : 0;
      edges[start]?.push({ ...candidate, penalty: candidate.penalty + more });
    }
  }
  return findCheapest(text, edges, known, costs);
}

function isEditable(char: string): boolean {
  return !GRAMMAR.has(char) || PARTICLES.has(char);
}

/** What is a word as written is not corrected: 往上 is not 网上. */
function isKnown(text: string, start: number, end: number, known: KnownWords): boolean {
  const length = end - start;
  return known.cost(text, start, length) !== null || (length === 2 && known.paired(text, start));
}

function costShort(
  text: string,
  start: number,
  { word, end }: Candidate,
  known: KnownWords,
  costs: LatticeCosts,
): number {
  const left = text.charAt(start) === word.charAt(0) ? end - 1 : start - 1;
  const inside = left >= 0 && left + 1 < text.length;
  return inside && isStrange(text, left, known) ? costs.short : costs.shortSeen;
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

function markDoubtful(
  text: string,
  steps: readonly Step[],
  known: KnownWords,
  costs: LatticeCosts,
): boolean[] {
  const marks = Array.from(text, () => false);
  for (const { start, end, word } of steps) {
    const length = end - start;
    const doubt = length === 1 ? !GRAMMAR.has(word) : (known.cost(text, start, length) ?? 0) >= costs.rare;
    if (doubt) marks.fill(true, start, end);
  }
  return marks;
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

/** Two characters side by side that are neither grammar nor seen together. */
function isStrange(text: string, at: number, known: KnownWords): boolean {
  if (GRAMMAR.has(text.charAt(at)) || GRAMMAR.has(text.charAt(at + 1))) return false;
  return !known.paired(text, at);
}
