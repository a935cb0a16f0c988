import { packNumbers, unpackNumbers } from './packed.ts';

/** Clauses of the bulletin, or everyday wordings of its units, as columns: entry `i` of each belongs together. */
export interface PassageTable {
  /** Position of the unit in document order. */
  readonly units: Int32Array;
  /** Where it stands, or what it asks about, in the source; −1 for a wording of the unit as a whole. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Number of the sentence inside the unit; 0 for wordings. */
  readonly sentences: Int32Array;
  /** Term numbers of entry `i`: `terms.subarray(starts[i], starts[i + 1])`. */
  readonly starts: Int32Array;
  readonly terms: Int32Array;
}

/** A `PassageTable` as JSON keeps it: each column packed. */
export type PackedTable = Readonly<Record<keyof PassageTable, string>>;

export interface PassageEntry {
  readonly unit: number;
  /** Source span; null for a wording of the unit as a whole. */
  readonly span: { readonly start: number; readonly end: number } | null;
  readonly sentence: number;
  readonly terms: readonly number[];
}

/** One entry for each everyday wording, in the order of `SearchData.lines`; columns are packed. */
export interface PackedAsks {
  /** Pairs of neighbouring characters of speech: those the bulletin itself never prints. */
  readonly pairs: readonly string[];
  /** Kinds of asking, one bit each. */
  readonly kinds: string;
  readonly starts: string;
  readonly entries: string;
}

/**
 * What `index/<bulletin>.search.json` holds: everything that needed the tokenizer, so that loading does not. Its hash
 * in the manifest vouches for its shape.
 */
export interface SearchData {
  readonly terms: readonly string[];
  /** In how many units each term occurs, wordings included. */
  readonly unitCounts: readonly number[];
  readonly clauses: PackedTable;
  /** Everyday wordings. */
  readonly lines: PackedTable;
  /** How the everyday wordings ask. */
  readonly asks: PackedAsks;
  /** MiniSearch's own serialisation of the unit index. */
  readonly units: string;
  /** Words of the bulletin the tokenizer was taught. */
  readonly learned: readonly string[];
}

export function packTable(entries: readonly PassageEntry[]): PackedTable {
  const starts = [0];
  for (const { terms } of entries) starts.push((starts.at(-1) ?? 0) + terms.length);
  return {
    units: packNumbers(entries.map(({ unit }) => unit)),
    from: packNumbers(entries.map(({ span }) => span?.start ?? -1)),
    to: packNumbers(entries.map(({ span }) => span?.end ?? -1)),
    sentences: packNumbers(entries.map(({ sentence }) => sentence)),
    starts: packNumbers(starts),
    terms: packNumbers(entries.flatMap(({ terms }) => terms)),
  };
}

export function unpackTable(packed: PackedTable): PassageTable {
  return {
    units: unpackNumbers(packed.units),
    from: unpackNumbers(packed.from),
    to: unpackNumbers(packed.to),
    sentences: unpackNumbers(packed.sentences),
    starts: unpackNumbers(packed.starts),
    terms: unpackNumbers(packed.terms),
  };
}

export function termsOf({ starts, terms }: PassageTable, entry: number): Int32Array {
  return terms.subarray(starts[entry] ?? 0, starts[entry + 1] ?? 0);
}
