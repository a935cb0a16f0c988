/** One clause of a unit: offsets in the source and term numbers. */
export interface ClauseData {
  /** Position of the unit in document order. */
  readonly u: number;
  /** Source span. */
  readonly s: number;
  readonly e: number;
  /** Number of the sentence inside the unit. */
  readonly n: number;
  readonly t: readonly number[];
}

/** One everyday wording of a unit. */
export interface LineData {
  readonly u: number;
  /** Anchor in the source; null: the unit as a whole. */
  readonly a: readonly [number, number] | null;
  readonly t: readonly number[];
}

/**
 * What `index/<bulletin>.search.json` holds: everything that needed the tokenizer, so that loading does not. Its hash
 * in the manifest vouches for its shape.
 */
export interface SearchData {
  readonly terms: readonly string[];
  /** In how many units each term occurs, wordings included. */
  readonly unitCounts: readonly number[];
  readonly clauses: readonly ClauseData[];
  readonly lines: readonly LineData[];
  /** MiniSearch's own serialisation of the unit index. */
  readonly units: string;
  /** Words of the bulletin the tokenizer was taught. */
  readonly learned: readonly string[];
}
