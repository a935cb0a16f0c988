import type { AnswerTimes } from './bench-answers.ts';
import type { StartTimes } from './bench-start.ts';

export interface BenchResult {
  readonly answers: AnswerTimes;
  readonly start: StartTimes;
  readonly indexBuildMs: number;
}

/**
 * A time is out of bounds only when both its milliseconds and its ratio to a yardstick measured in the same run are:
 * a shared machine that is busy slows both, a program that became slower raises the ratio.
 */
interface Bound {
  readonly name: string;
  readonly value: (result: BenchResult) => number | null;
  readonly most: number;
  readonly unit: string;
  readonly ratio?: { readonly value: (result: BenchResult) => number; readonly most: number };
}

/** Bounds of the contract's main job, doubled where everyday language doubled the work (issue 4); two cores. */
const BOUNDS: readonly Bound[] = [
  {
    name: 'answer p50',
    value: ({ answers }) => answers.answers.p50,
    most: 6,
    unit: 'ms',
    ratio: { value: ({ answers }) => answers.answers.p50 / answers.bare.mean, most: 200 },
  },
  {
    name: 'answer p99',
    value: ({ answers }) => answers.answers.p99,
    most: 40,
    unit: 'ms',
    ratio: { value: ({ answers }) => answers.answers.p99 / answers.bare.mean, most: 1500 },
  },
  {
    name: 'start to ready',
    value: ({ start }) => start.ready,
    most: 1500,
    unit: 'ms',
    ratio: { value: ({ start }) => start.ratio, most: 8 },
  },
  { name: 'resident when idle', value: ({ start }) => start.residentMb, most: 300, unit: 'MB' },
];

/** One line for every bound that is not kept. */
export function checkBounds(result: BenchResult): string[] {
  return BOUNDS.flatMap(({ name, value, most, unit, ratio }) => {
    const measured = value(result);
    if (measured === null || measured <= most) return [];
    if (ratio === undefined) return [`${name} ${measured.toFixed(1)} ${unit} > ${most} ${unit}`];
    const relative = ratio.value(result);
    if (relative <= ratio.most) return [];
    return [
      `${name} ${measured.toFixed(1)} ${unit} > ${most} ${unit}, and ${relative.toFixed(1)} times its yardstick > ${ratio.most}`,
    ];
  });
}

export function formatBench({ answers, start, indexBuildMs }: BenchResult): string {
  const ms = (value: number): string => `${value < 1 ? value.toFixed(3) : value.toFixed(1)} ms`;
  const rows: readonly (readonly [string, string, string])[] = [
    ['answer, p50', ms(answers.answers.p50), `${answers.ratio.toFixed(0)} × bare MiniSearch`],
    [
      'answer, p99',
      ms(answers.answers.p99),
      `${(answers.answers.p99 / answers.bare.p99).toFixed(0)} × bare MiniSearch`,
    ],
    [
      'ranking alone, p50 / p99',
      `${ms(answers.ranking.p50)} / ${ms(answers.ranking.p99)}`,
      `${((answers.ranking.mean / answers.answers.mean) * 100).toFixed(0)} % of an answer`,
    ],
    [
      'bare MiniSearch, p50 / p99',
      `${ms(answers.bare.p50)} / ${ms(answers.bare.p99)}`,
      `nothing found for ${answers.bareEmpty} of ${answers.questions}`,
    ],
    [
      'throughput, one core',
      `${answers.throughput.toFixed(0)} answers/s`,
      `${answers.questions} messages, one after the other`,
    ],
    ['start to ready', ms(start.ready), `${start.ratio.toFixed(1)} × an empty program (${ms(start.bare)})`],
    [
      'resident when idle',
      start.residentMb === null ? 'unknown' : `${start.residentMb.toFixed(0)} MB`,
      'server with index loaded',
    ],
    ['index build', ms(indexBuildMs), `${(indexBuildMs / start.ready).toFixed(1)} × a start`],
  ];
  const width = (column: 0 | 1 | 2): number => Math.max(...rows.map((row) => row[column].length));
  const line = (cells: readonly string[]): string =>
    `| ${(cells[0] ?? '').padEnd(width(0))} | ${(cells[1] ?? '').padStart(width(1))} | ${(cells[2] ?? '').padEnd(width(2))} |\n`;
  const rule = `|${'-'.repeat(width(0) + 2)}|${'-'.repeat(width(1) + 1)}:|${'-'.repeat(width(2) + 2)}|\n`;
  return line(['what', 'measured', 'beside']) + rule + rows.map(line).join('');
}
