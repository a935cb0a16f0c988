/** For every term the numbers of the entries (wordings, clauses) that hold it, in one array. */
export interface Postings {
  /** Entries of term `t`: `entries.subarray(starts[t], starts[t + 1])`, ascending. */
  readonly starts: Int32Array;
  readonly entries: Int32Array;
}

export function buildPostings(termCount: number, termsOf: readonly (readonly number[])[]): Postings {
  const starts = new Int32Array(termCount + 1);
  for (const terms of termsOf) for (const t of terms) starts[t + 1] = (starts[t + 1] ?? 0) + 1;
  for (let t = 0; t < termCount; t += 1) starts[t + 1] = (starts[t + 1] ?? 0) + (starts[t] ?? 0);
  const entries = new Int32Array(starts[termCount] ?? 0);
  const next = starts.slice();
  for (const [entry, terms] of termsOf.entries()) {
    for (const t of terms) {
      const at = next[t] ?? 0;
      entries[at] = entry;
      next[t] = at + 1;
    }
  }
  return { starts, entries };
}

export function entriesOf({ starts, entries }: Postings, term: number): Int32Array {
  return entries.subarray(starts[term] ?? 0, starts[term + 1] ?? 0);
}
