import type { OutlineLine } from './outline.ts';

/** Where one measure begins inside a problem's block. */
export interface MeasureStart {
  readonly start: number;
  readonly bodyStart: number;
  readonly ordinal: string | null;
  readonly value: number | null;
  readonly line: number;
}

/** How one family of bulletins prints the measures under a problem heading. */
export interface BulletinFormat {
  readonly name: string;
  /** How well this format explains the text; the highest score above 0 reads it. */
  readonly score: (source: string, outline: readonly OutlineLine[]) => number;
  /** The measures among the lines that follow a problem heading (blank lines already dropped). */
  readonly findMeasures: (source: string, lines: readonly OutlineLine[]) => readonly MeasureStart[];
}
