// units and contradictions → the fenced material a model reads
import type { UnitId } from '../bulletin/bulletin.ts';
import type { UnitLookup } from '../bulletin/lookup.ts';
import type { Conflict } from '../ledger/ledger.ts';
import type { Fence } from './fence.ts';

export interface Material {
  readonly text: string;
  /** Units whose text is in it: all a claim may cite. */
  readonly units: ReadonlySet<UnitId>;
}

/** Whole units, best first, as many as fit into `limit` characters. */
export function packMaterial(
  units: readonly UnitId[],
  lookup: UnitLookup,
  fence: Fence,
  limit: number,
): Material {
  const packed = new Set<UnitId>();
  const lines: string[] = [];
  let size = 0;
  for (const id of units) {
    const unit = lookup.get(id);
    if (unit === undefined || packed.has(id) || unit.text === '') continue;
    const line = `[${id}] ${lookup.label(id)}：${unit.text.replace(/\s*\n\s*/gu, ' ')}`;
    if (size + line.length > limit) continue;
    packed.add(id);
    lines.push(line);
    size += line.length;
  }
  return { text: fence.enclose(lines.join('\n')), units: packed };
}

/** Contradictions that touch the packed units, both sides word for word; 「无」 without any. */
export function packContradictions(
  conflicts: readonly Conflict[],
  units: ReadonlySet<UnitId>,
  fence: Fence,
): string {
  const lines = conflicts
    .filter(
      ({ kind, sides }) =>
        kind === 'contradiction' && sides.filter(({ citation }) => units.has(citation.unit)).length >= 2,
    )
    .map(({ sides }) =>
      sides
        .filter(({ citation }) => units.has(citation.unit))
        .map(({ citation }) => `[${citation.unit}] ${citation.quote.replace(/\s+/gu, ' ')}`)
        .join(' ／ '),
    );
  return lines.length === 0 ? '无' : fence.enclose(lines.join('\n'));
}
