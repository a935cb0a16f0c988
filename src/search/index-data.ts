import { packColumns, unpackColumns } from './packed.ts';

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

export interface PassageEntry {
  readonly unit: number;
  /** Source span; null for a wording of the unit as a whole. */
  readonly span: { readonly start: number; readonly end: number } | null;
  readonly sentence: number;
  readonly terms: readonly number[];
}

/** One entry for each everyday wording, in the order of `SearchData.lines`. */
export interface AskTable {
  /** Pairs of neighbouring characters of the everyday wordings. */
  readonly pairs: readonly string[];
  /** Kinds of asking, one bit each. */
  readonly kinds: Int32Array;
  /** Numbers of the pairs of entry `i`: `entries.subarray(starts[i], starts[i + 1])`. */
  readonly starts: Int32Array;
  readonly entries: Int32Array;
}

/** Everything that needed the tokenizer, so that loading does not. */
export interface SearchData {
  /** Terms of clauses and wordings. */
  readonly terms: readonly string[];
  /** In how many units each term of a clause or wording occurs. */
  readonly unitCounts: Int32Array;
  readonly clauses: PassageTable;
  /** Everyday wordings. */
  readonly lines: PassageTable;
  /** Every pair of neighbouring characters the bulletin prints, normalised, without a gap. */
  readonly printed: string;
  /** How the everyday wordings ask. */
  readonly asks: AskTable;
  /** MiniSearch's own serialisation of the unit index. */
  readonly units: string;
  /** Words of the bulletin the tokenizer was taught. */
  readonly learned: readonly string[];
}

export function packTable(entries: readonly PassageEntry[]): PassageTable {
  const starts = [0];
  for (const { terms } of entries) starts.push((starts.at(-1) ?? 0) + terms.length);
  return {
    units: Int32Array.from(entries, ({ unit }) => unit),
    from: Int32Array.from(entries, ({ span }) => span?.start ?? -1),
    to: Int32Array.from(entries, ({ span }) => span?.end ?? -1),
    sentences: Int32Array.from(entries, ({ sentence }) => sentence),
    starts: Int32Array.from(starts),
    terms: Int32Array.from(entries.flatMap(({ terms }) => terms)),
  };
}

export function termsOf({ starts, terms }: PassageTable, entry: number): Int32Array {
  return terms.subarray(starts[entry] ?? 0, starts[entry + 1] ?? 0);
}

/** `index/<bulletin>.search.json` and `index/<bulletin>.columns.bin`. */
export interface SearchFiles {
  /** What is text, and how long each column is. */
  readonly json: string;
  readonly columns: Buffer;
}

/** The order of the columns in their file. */
const PASSAGE_COLUMNS = ['units', 'from', 'to', 'sentences', 'starts', 'terms'] as const;
const ASK_COLUMNS = ['kinds', 'starts', 'entries'] as const;

/**
 * What changes here changes the files' shape without a new schema version of the index: the sources of this stage are
 * among the hashes of the manifest, so an index of another shape is stale.
 */
export function formatSearchData(data: SearchData): SearchFiles {
  const { terms, unitCounts, clauses, lines, printed, asks, units, learned } = data;
  const columns = [
    unitCounts,
    ...PASSAGE_COLUMNS.map((name) => clauses[name]),
    ...PASSAGE_COLUMNS.map((name) => lines[name]),
    ...ASK_COLUMNS.map((name) => asks[name]),
  ];
  const lengths = columns.map(({ length }) => length);
  return {
    json:
      JSON.stringify({
        terms: terms.join('\n'),
        printed,
        pairs: asks.pairs.join('\n'),
        units,
        learned,
        lengths,
      }) + '\n',
    columns: packColumns(columns),
  };
}

/** The files passed their hashes: they are what `formatSearchData` wrote. */
export function parseSearchData({ json, columns }: SearchFiles): SearchData {
  const { terms, printed, pairs, units, learned, lengths } = JSON.parse(json) as {
    readonly terms: string;
    readonly printed: string;
    readonly pairs: string;
    readonly units: string;
    readonly learned: readonly string[];
    readonly lengths: readonly number[];
  };
  const unpacked = unpackColumns(columns, lengths).values();
  const next = (): Int32Array => unpacked.next().value ?? new Int32Array();
  const nextOf = <Name extends string>(names: readonly Name[]): Record<Name, Int32Array> =>
    Object.fromEntries(names.map((name) => [name, next()])) as Record<Name, Int32Array>;
  return {
    terms: splitLines(terms),
    unitCounts: next(),
    clauses: nextOf(PASSAGE_COLUMNS),
    lines: nextOf(PASSAGE_COLUMNS),
    printed,
    asks: { pairs: splitLines(pairs), ...nextOf(ASK_COLUMNS) },
    units,
    learned,
  };
}

function splitLines(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}
