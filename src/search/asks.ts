// everyday wordings → how each asks (kinds, pairs of characters the bulletin never prints) → what is asked around a passage
import { normalizeText } from '../text/normalize.ts';
import type { Span } from '../text/span.ts';
import { readAskKinds, readPairs } from './ask-kinds.ts';
import type { Expansion } from './expansion.ts';
import type { PackedAsks, PassageTable } from './index-data.ts';
import { packNumbers, unpackNumbers } from './packed.ts';

/** How people ask around a passage. */
export interface NearAsks {
  readonly lines: number;
  /** How many of them ask so, by kind. */
  readonly kinds: ReadonlyMap<number, number>;
  readonly pairs: ReadonlySet<string>;
}

/** How far from the passage's ends the words asked about may lie. */
const REACH = 40;

export function packAsks(source: string, expansions: readonly Expansion[]): PackedAsks {
  const printed = readPairs(source);
  const numbers = new Map<string, number>();
  const kinds: number[] = [];
  const starts = [0];
  const entries: number[] = [];
  for (const { query } of expansions) {
    const text = normalizeText(query).text;
    kinds.push(readAskKinds(text).reduce((bits, kind) => bits | (1 << kind), 0));
    for (const pair of readPairs(text)) {
      if (printed.has(pair)) continue;
      if (!numbers.has(pair)) numbers.set(pair, numbers.size);
      entries.push(numbers.get(pair) ?? 0);
    }
    starts.push(entries.length);
  }
  return {
    pairs: [...numbers.keys()],
    kinds: packNumbers(kinds),
    starts: packNumbers(starts),
    entries: packNumbers(entries),
  };
}

/** What is asked around a span of the unit at `position`. */
export function createAskReader(
  packed: PackedAsks,
  lines: Pick<PassageTable, 'units' | 'from' | 'to'>,
): (position: number, span: Span) => NearAsks {
  const { pairs: spoken } = packed;
  const kinds = unpackNumbers(packed.kinds);
  const starts = unpackNumbers(packed.starts);
  const entries = unpackNumbers(packed.entries);
  const linesOf = new Map<number, number[]>();
  for (const [line, unit] of lines.units.entries()) {
    const known = linesOf.get(unit);
    if (known === undefined) linesOf.set(unit, [line]);
    else known.push(line);
  }
  return (position, { start, end }) => {
    const near = (linesOf.get(position) ?? []).filter((line) => {
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
