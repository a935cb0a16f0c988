/**
 * Which rows (clauses, units) hold which terms of a question: one bit each; a column is a term's place in the question.
 * Small, because every question makes some.
 */
export interface TermGrid {
  readonly columns: number;
  /** Words of 32 bits a row takes. */
  readonly width: number;
  readonly bits: Int32Array;
}

export function createTermGrid(rows: number, columns: number): TermGrid {
  const width = Math.ceil(columns / 32);
  return { columns, width, bits: new Int32Array(rows * width) };
}

export function markHeld({ width, bits }: TermGrid, row: number, column: number): void {
  const at = row * width + (column >> 5);
  bits[at] = (bits[at] ?? 0) | (1 << (column & 31));
}

export function isHeld({ width, bits }: TermGrid, row: number, column: number): boolean {
  return (((bits[row * width + (column >> 5)] ?? 0) >> (column & 31)) & 1) === 1;
}

/** The weights of the terms that the rows `from` … `to` − 1 hold together. */
export function sumHeld(grid: TermGrid, weights: Float64Array, from: number, to = from + 1): number {
  let sum = 0;
  for (let word = 0; word < grid.width; word += 1) {
    let held = 0;
    for (let row = from; row < to; row += 1) held |= grid.bits[row * grid.width + word] ?? 0;
    for (let column = word * 32; held !== 0; column += 1, held >>>= 1)
      if ((held & 1) === 1) sum += weights[column] ?? 0;
  }
  return sum;
}
