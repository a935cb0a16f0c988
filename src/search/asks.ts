// everyday wordings → how each asks (kinds, pairs of characters the bulletin never prints) → what is asked around a passage
import { normalizeText } from '../text/normalize.ts';
import type { Span } from '../text/span.ts';
import { readAskKinds, readPairs } from './ask-kinds.ts';
import type { Expansion } from './expansion.ts';
import type { AskTable } from './index-data.ts';
import type { PassageStore } from './passages.ts';

/** How people ask around a passage. */
export interface NearAsks {
  readonly lines: number;
  /** How many of them ask so, by kind. */
  readonly kinds: ReadonlyMap<number, number>;
  readonly pairs: ReadonlySet<string>;
}

/** How far from the passage's ends the words asked about may lie. */
const REACH = 40;

/** `printed`: the pairs of characters the bulletin itself prints, which tell nothing about asking. */
export function packAsks(printed: ReadonlySet<string>, expansions: readonly Expansion[]): AskTable {
  const numbers = new Map<string, number>();
  const kinds: number[] = [];
  const starts = [0];
  const entries: number[] = [];
  for (const { query } of expansions) {
    const text = normalizeText(query).text;
    kinds.push(readAskKinds(text).reduce(addBit, 0));
    for (const pair of readPairs(text)) {
      if (printed.has(pair)) continue;
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
function addBit(bits: number, kind: number): number {
  if (kind >= 32) throw new RangeError('more than 32 kinds of asking: one bit each');
  return bits | (1 << kind);
}

/** What is asked around a span of the unit at `position`. */
export function createAskReader(
  { pairs: spoken, kinds, starts, entries }: AskTable,
  { lines, linesOf }: Pick<PassageStore, 'lines' | 'linesOf'>,
): (position: number, span: Span) => NearAsks {
  return (position, { start, end }) => {
    const near = (linesOf[position] ?? []).filter((line) => {
      const from = lines.from[line] ?? -1;
      return from < 0 || (from < end + REACH && (lines.to[line] ?? 0) > start - REACH);
    });
    const pairs = new Set<string>();
    const counts = new Map<number, number>();
    for (const line of near) {
      for (let i = starts[line] ?? 0; i < (starts[line + 1] ?? 0); i += 1)
        pairs.add(spoken[entries[i] ?? -1] ?? '');
      for (let kind = 0, bits = kinds[line] ?? 0; bits !== 0; kind += 1, bits >>>= 1)
        if ((bits & 1) === 1) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return { lines: near.length, kinds: counts, pairs };
  };
}
