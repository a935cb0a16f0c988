import { z } from 'zod';
import type { TypeRow } from './eval-table.ts';

/** `<set>.floors.json` beside a set: per type the lowest share that may be correct (and other floors by column). */
export const floorsSchema = z.record(
  z.string(),
  z.partialRecord(
    z.enum(['correct', 'citationRecall', 'citationPrecision', 'verbatim', 'refusedRight', 'hit1', 'hit5']),
    z.number(),
  ),
);
export type Floors = z.infer<typeof floorsSchema>;

/** One line for every floor that is not kept. Verbatim quotes and supported figures need no file: they are always 100 %. */
export function checkFloors(rows: readonly TypeRow[], floors: Floors): string[] {
  return rows.flatMap((row) => {
    const kept = Object.entries(floors[row.type] ?? {}).flatMap(([column, floor]) => {
      const value = row[column as keyof Floors[string]] ?? 1;
      return value + 1e-9 < floor
        ? [`${row.type} ${column} ${(value * 100).toFixed(1)} % < ${(floor * 100).toFixed(1)} %`]
        : [];
    });
    if (row.verbatim < 1) kept.push(`${row.type}: 有引文与原文不符`);
    if (row.unsupported > 0) kept.push(`${row.type}: ${row.unsupported} 个数字没有出处`);
    return kept;
  });
}
