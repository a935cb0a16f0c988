import { describe, expect, it } from 'vitest';
import { checkBounds, formatBench, type BenchResult } from '../../src/commands/bench-report.ts';

const times = (p50: number, p99: number) => ({ p50, p99, mean: p50 });

function measured(change: { p50?: number; bare?: number; residentMb?: number | null }): BenchResult {
  const { p50 = 3, bare = 0.05, residentMb = 200 } = change;
  return {
    answers: {
      questions: 100,
      answers: times(p50, 20),
      ranking: times(1, 5),
      bare: times(bare, 0.4),
      bareEmpty: 90,
      ratio: p50 / bare,
      throughput: 1000 / p50,
      slowest: [],
    },
    start: { ready: 900, bare: 300, ratio: 3, residentMb },
    indexBuildMs: 4000,
  };
}

describe('the bounds of the benchmark', () => {
  it('are kept by an idle machine, and by a busy one that is slow at everything', () => {
    expect(checkBounds(measured({}))).toEqual([]);
    expect(checkBounds(measured({ p50: 12, bare: 0.2 }))).toEqual([]);
  });

  it('are exceeded by a program that became slower than its yardstick', () => {
    expect(checkBounds(measured({ p50: 60, bare: 0.05 })).join()).toContain('answer p50 60.0 ms');
  });

  it('know no excuse for memory, and do not guess it', () => {
    expect(checkBounds(measured({ residentMb: 301 })).join()).toContain('resident');
    expect(checkBounds(measured({ residentMb: null }))).toEqual([]);
    expect(formatBench(measured({ residentMb: null }))).toContain('unknown');
  });
});
