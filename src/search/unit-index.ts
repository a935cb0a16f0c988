// units → how often each term stands in their text and headings → BM25+ of a weighted question, field by field
import type { Bulletin } from '../bulletin/bulletin.ts';
import type { UnitTable } from './index-data.ts';
import type { Tokenize } from './tokenizer.ts';
import { UNIT_FIELDS, type RankingWeights } from './weights.ts';

/** How well the units' own words meet a question. */
export interface UnitScores {
  /** By position; 0 for none. */
  readonly scores: Float64Array;
  /** Positions of the units that hold a term, best first. */
  readonly order: readonly number[];
}

/** `numberOf` gives every term its number, new ones too. */
export function buildUnitTable(
  { units }: Bulletin,
  tokenize: Tokenize,
  numberOf: (term: string) => number,
): UnitTable {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const rows: { term: number; field: number; unit: number; count: number }[] = [];
  const lengths = new Int32Array(units.length * UNIT_FIELDS.length);
  for (const { text, parent, path, position } of units) {
    const above = byId.get(parent ?? '');
    const sections = path.map((id) => byId.get(id)).filter((unit) => unit?.kind === 'section');
    const fields = [
      text,
      above?.kind === 'problem' ? above.text : '',
      sections.map((unit) => unit?.text.split('\n')[0] ?? '').join('\n'),
    ];
    for (const [field, written] of fields.entries()) {
      const counts = new Map<number, number>();
      for (const term of tokenize(written)) {
        const number = numberOf(term);
        counts.set(number, (counts.get(number) ?? 0) + 1);
      }
      lengths[position * UNIT_FIELDS.length + field] = Math.max(1, counts.size);
      for (const [term, count] of counts) rows.push({ term, field, unit: position, count });
    }
  }
  rows.sort((a, b) => a.term - b.term || a.field - b.field || a.unit - b.unit);
  const starts = new Int32Array(Math.max(-1, ...rows.map(({ term }) => term)) + 2);
  for (const { term } of rows) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 1; term < starts.length; term += 1)
    starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);
  return {
    starts,
    units: Int32Array.from(rows, ({ unit }) => unit),
    fields: Int32Array.from(rows, ({ field }) => field),
    counts: Int32Array.from(rows, ({ count }) => count),
    lengths,
  };
}

/**
 * BM25+ as MiniSearch counts it: inverse document frequency field by field, the length of a field in different terms, the
 * sum multiplied by how many of the question's terms the unit holds. What an entry adds is counted once, on loading.
 */
export function createUnitScorer(
  table: UnitTable,
  unitCount: number,
  weights: Pick<RankingWeights, 'fields' | 'bm25'>,
): (boosts: ReadonlyMap<number, number>) => UnitScores {
  const { starts, units } = table;
  const worth = weighEntries(table, unitCount, weights);
  return (boosts) => {
    const sums = new Float64Array(unitCount);
    const met = new Int32Array(unitCount);
    const last = new Int32Array(unitCount).fill(-1);
    for (const [term, boost] of boosts) {
      const end = starts[term + 1] ?? 0;
      for (let i = starts[term] ?? 0; i < end; i += 1) {
        const unit = units[i] ?? 0;
        sums[unit] = (sums[unit] ?? 0) + boost * (worth[i] ?? 0);
        if (last[unit] === term) continue;
        last[unit] = term;
        met[unit] = (met[unit] ?? 0) + 1;
      }
    }
    const scores = sums.map((sum, unit) => sum * (met[unit] ?? 0));
    const order = Array.from(met.keys()).filter((unit) => met[unit] !== 0);
    return { scores, order: order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)) };
  };
}

function weighEntries(
  { starts, units, fields, counts, lengths }: UnitTable,
  unitCount: number,
  { fields: boosts, bm25: { k, b, d } }: Pick<RankingWeights, 'fields' | 'bm25'>,
): Float64Array {
  const means = UNIT_FIELDS.map((_, field) => meanOf(lengths, field));
  const worth = new Float64Array(units.length);
  for (let term = 0; term + 1 < starts.length; term += 1) {
    const end = starts[term + 1] ?? 0;
    for (let from = starts[term] ?? 0, to = from; from < end; from = to) {
      const field = fields[from] ?? 0;
      while (to < end && fields[to] === field) to += 1;
      const rarity = Math.log(1 + (unitCount - (to - from) + 0.5) / (to - from + 0.5));
      const boost = boosts[UNIT_FIELDS[field] ?? 'own'];
      for (let i = from; i < to; i += 1) {
        const count = counts[i] ?? 0;
        const length = lengths[(units[i] ?? 0) * UNIT_FIELDS.length + field] ?? 0;
        const saturated = (count * (k + 1)) / (count + k * (1 - b + (b * length) / (means[field] ?? 1)));
        worth[i] = boost * rarity * (d + saturated);
      }
    }
  }
  return worth;
}

function meanOf(lengths: Int32Array, field: number): number {
  let sum = 0;
  for (let at = field; at < lengths.length; at += UNIT_FIELDS.length) sum += lengths[at] ?? 0;
  return sum / (lengths.length / UNIT_FIELDS.length || 1);
}
