import { readFileSync } from 'node:fs';

/** Hand annotations of test/eval, one object a line, in the order the annotator wrote them. */
export function readLabels<T>(name: string, check: (value: unknown) => value is T): T[] {
  const text = readFileSync(new URL(`../eval/${name}`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const value: unknown = JSON.parse(line);
      if (!check(value)) throw new Error(`${name} holds an unexpected line: ${line.slice(0, 80)}`);
      return value;
    });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Odd lines (1st, 3rd, …) were looked at while tuning, even ones only counted. */
export function splitHalves<T>(items: readonly T[]): { readonly tuned: T[]; readonly held: T[] } {
  return {
    tuned: items.filter((_, index) => index % 2 === 0),
    held: items.filter((_, index) => index % 2 === 1),
  };
}
