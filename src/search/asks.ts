// everyday wordings → how each asks (kinds, pairs of characters) → what is asked around a passage, and how near a question comes
import { normalizeText } from '../text/normalize.ts';
import type { Span } from '../text/span.ts';
import { ASKS_HOW_MANY, readAskKinds, readPairs } from './ask-kinds.ts';
import type { Expansion } from './expansion.ts';
import type { AskTable } from './index-data.ts';
import type { PassageStore } from './passages.ts';

/** How people ask around a passage. */
export interface NearAsks {
  readonly lines: number;
  /** How many of them ask so, by kind. */
  readonly kinds: ReadonlyMap<number, number>;
  /** Pairs of neighbouring characters in any of them. */
  readonly pairs: PairSet;
  /** The same of those that ask how many. */
  readonly counted: PairSet;
  /** Largest share, by rarity, of `pairs` in one wording that asks in all of `kinds`, 0…1. */
  readonly closest: (pairs: Iterable<string>, kinds: readonly number[]) => number;
}

/** Of pairs it is only asked whether they are there. */
export type PairSet = Pick<ReadonlySet<string>, 'has'>;

export interface AskReader {
  /** What is asked around a span of the unit at `position`. */
  readonly near: (position: number, span: Span) => NearAsks;
  /** Logarithm of how many wordings come on one with this pair. */
  readonly rarity: (pair: string) => number;
}

/** How far from the passage's ends the words asked about may lie. */
const REACH = 40;

export function packAsks(expansions: readonly Expansion[]): AskTable {
  const numbers = new Map<string, number>();
  const kinds: number[] = [];
  const starts = [0];
  const entries: number[] = [];
  for (const { query } of expansions) {
    const text = normalizeText(query).text;
    kinds.push(bitsOf(readAskKinds(text)));
    for (const pair of readPairs(text)) {
      if (!numbers.has(pair)) numbers.set(pair, numbers.size);
      entries.push(numbers.get(pair) ?? 0);
    }
    starts.push(entries.length);
  }
  return {
    pairs: [...numbers.keys()],
    kinds: Int32Array.from(kinds),
    starts: Int32Array.from(starts),
    entries: Int32Array.from(entries),
  };
}

/** @throws RangeError where a list of kinds has outgrown the 32 bits of a column */
function bitsOf(kinds: readonly number[]): number {
  return kinds.reduce((bits, kind) => {
    if (kind >= 32) throw new RangeError('more than 32 kinds of asking: one bit each');
    return bits | (1 << kind);
  }, 0);
}

export function createAskReader(
  { pairs: spoken, kinds, starts, entries }: AskTable,
  { lines, lineStarts }: Pick<PassageStore, 'lines' | 'lineStarts'>,
): AskReader {
  const numbers = new Map<string, number>();
  for (let number = 0; number < spoken.length; number += 1) numbers.set(spoken[number] ?? '', number);
  const counts = new Int32Array(spoken.length);
  for (let i = 0; i < entries.length; i += 1) {
    const pair = entries[i] ?? 0;
    counts[pair] = (counts[pair] ?? 0) + 1;
  }
  const rarity = (pair: string): number =>
    Math.log((kinds.length + 1) / ((counts[numbers.get(pair) ?? -1] ?? 0) + 0.5));
  const pairsOf = (line: number): Int32Array => entries.subarray(starts[line], starts[line + 1]);
  return {
    rarity,
    near: (position, { start, end }) => {
      const near: number[] = [];
      for (let line = lineStarts[position] ?? 0; line < (lineStarts[position + 1] ?? 0); line += 1) {
        const from = lines.from[line] ?? -1;
        if (from < 0 || (from < end + REACH && (lines.to[line] ?? 0) > start - REACH)) near.push(line);
      }
      const found = new Set<number>();
      const byKind = new Map<number, number>();
      for (const line of near) {
        for (const entry of pairsOf(line)) found.add(entry);
        for (let kind = 0, bits = kinds[line] ?? 0; bits !== 0; kind += 1, bits >>>= 1)
          if ((bits & 1) === 1) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
      }
      const closest = (asked: Iterable<string>, ways: readonly number[]): number => {
        const all = bitsOf(ways);
        const weights = new Map<number, number>();
        let total = 0;
        for (const pair of asked) {
          const weight = rarity(pair);
          total += weight;
          const number = numbers.get(pair);
          if (number !== undefined) weights.set(number, weight);
        }
        let best = 0;
        for (const line of near) {
          if (((kinds[line] ?? 0) & all) !== all) continue;
          let met = 0;
          for (const entry of pairsOf(line)) met += weights.get(entry) ?? 0;
          best = Math.max(best, met);
        }
        return best / (total || 1);
      };
      const pairs: PairSet = { has: (pair) => found.has(numbers.get(pair) ?? -1) };
      const counting = near.filter((line) => ((kinds[line] ?? 0) & (1 << ASKS_HOW_MANY)) !== 0);
      const counted: PairSet = {
        has: (pair) => counting.some((line) => pairsOf(line).includes(numbers.get(pair) ?? -1)),
      };
      return { lines: near.length, kinds: byKind, pairs, counted, closest };
    },
  };
}
