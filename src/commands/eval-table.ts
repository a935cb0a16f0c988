import type { Score } from './score-answer.ts';

export interface TypeRow {
  readonly type: string;
  readonly n: number;
  readonly correct: number;
  /** 95 % Wilson interval of `correct`. */
  readonly low: number;
  readonly high: number;
  readonly citationRecall: number | null;
  readonly citationPrecision: number | null;
  readonly verbatim: number;
  readonly unsupported: number;
  readonly refusedRight: number | null;
  readonly falseRefusals: number | null;
  readonly hit1: number | null;
  readonly hit5: number | null;
  readonly hit10: number | null;
  readonly medianLength: number;
}

export interface Measured {
  readonly type: string;
  readonly score: Score;
  /** Figures of the text that neither stand in a cited unit nor are labels, list numbers or shown computations. */
  readonly unsupported: readonly string[];
  readonly elapsedMs: number;
}

export function summarizeScores(measured: readonly Measured[]): TypeRow[] {
  const types = [...new Set(measured.map(({ type }) => type))];
  const rows = types.map((type) =>
    summarizeType(
      type,
      measured.filter((one) => one.type === type),
    ),
  );
  return types.length > 1 ? [...rows, summarizeType('all', measured)] : rows;
}

function summarizeType(type: string, measured: readonly Measured[]): TypeRow {
  const scores = measured.map(({ score }) => score);
  const n = scores.length;
  const correct = scores.filter((score) => score.correct).length;
  const [low, high] = wilsonInterval(correct, n);
  const refusable = scores.filter((score) => score.shouldRefuse);
  const answerable = scores.filter((score) => !score.shouldRefuse);
  const ranked = scores.filter((score) => score.ranked);
  const hitWithin = (k: number): number | null =>
    share(ranked, (score) => score.hit !== null && score.hit <= k);
  return {
    type,
    n,
    correct: correct / Math.max(1, n),
    low,
    high,
    citationRecall: mean(scores.map((score) => score.citationRecall)),
    citationPrecision: mean(scores.map((score) => score.citationPrecision)),
    verbatim: share(scores, (score) => score.verbatim) ?? 1,
    unsupported: measured.reduce((sum, one) => sum + one.unsupported.length, 0),
    refusedRight: share(refusable, (score) => score.refused),
    falseRefusals: share(answerable, (score) => score.refused),
    hit1: hitWithin(1),
    hit5: hitWithin(5),
    hit10: hitWithin(10),
    medianLength: quantile(
      scores.map((score) => score.length),
      0.5,
    ),
  };
}

function share<T>(items: readonly T[], accepts: (item: T) => boolean): number | null {
  return items.length === 0 ? null : items.filter(accepts).length / items.length;
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length;
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}

/** 95 % Wilson score interval of a proportion (Wilson 1927). */
export function wilsonInterval(successes: number, n: number): [number, number] {
  if (n === 0) return [0, 1];
  const z = 1.96;
  const p = successes / n;
  const centre = p + (z * z) / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}

export function formatTable(rows: readonly TypeRow[]): string {
  const percent = (value: number | null): string => (value === null ? '–' : (value * 100).toFixed(1));
  const header = [
    'type',
    'n',
    'correct',
    '95 %',
    'cite R',
    'cite P',
    'quotes',
    'unsup.',
    'refused',
    'false ref.',
    'hit@1',
    '@5',
    '@10',
    'length',
  ];
  const lines = rows.map((row) => [
    row.type,
    String(row.n),
    percent(row.correct),
    `${percent(row.low)}–${percent(row.high)}`,
    percent(row.citationRecall),
    percent(row.citationPrecision),
    percent(row.verbatim),
    String(row.unsupported),
    percent(row.refusedRight),
    percent(row.falseRefusals),
    percent(row.hit1),
    percent(row.hit5),
    percent(row.hit10),
    String(row.medianLength),
  ]);
  const widths = header.map((title, i) =>
    Math.max(title.length, ...lines.map((line) => (line[i] ?? '').length)),
  );
  const format = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : '-'.repeat(width + 1) + ':')).join('|')}|`;
  return [format(header), rule, ...lines.map(format)].join('\n');
}
