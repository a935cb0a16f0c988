import type { PassageTable } from './index-data.ts';

/** For every term the numbers of the entries of a table that hold it, in one array. */
export interface Postings {
  /** Entries of term `t`: `entries.subarray(starts[t], starts[t + 1])`, ascending. */
  readonly starts: Int32Array;
  readonly entries: Int32Array;
}

/** Counting loops, because this runs over a million entries before anything is compiled: at every start. */
export function buildPostings(termCount: number, table: PassageTable): Postings {
  const starts = new Int32Array(termCount + 1);
  for (let i = 0; i < table.terms.length; i += 1) {
    const after = (table.terms[i] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let t = 0; t < termCount; t += 1) starts[t + 1] = (starts[t + 1] ?? 0) + (starts[t] ?? 0);
  const entries = new Int32Array(table.terms.length);
  const next = starts.slice();
  for (let entry = 0; entry < table.units.length; entry += 1) {
    const end = table.starts[entry + 1] ?? 0;
    for (let i = table.starts[entry] ?? 0; i < end; i += 1) {
      const term = table.terms[i] ?? 0;
      const at = next[term] ?? 0;
      entries[at] = entry;
      next[term] = at + 1;
    }
  }
  return { starts, entries };
}

export function entriesOf({ starts, entries }: Postings, term: number): Int32Array {
  return entries.subarray(starts[term] ?? 0, starts[term + 1] ?? 0);
}
