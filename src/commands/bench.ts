// npm run bench [-- --check] [--quick] [--json] [--slowest] [sets…]: latency, throughput, memory, start, index build
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadBrains } from '../brains.ts';
import { ensureIndex } from '../build.ts';
import { readPlaces } from '../places.ts';
import { ROOT } from '../index-files.ts';
import { measureAnswers } from './bench-answers.ts';
import { checkBounds, formatBench, type BenchResult } from './bench-report.ts';
import { measureStart } from './bench-start.ts';
import { readQuestionSet } from './question-set.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean' },
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    slowest: { type: 'boolean' },
  },
});
const rounds = values.quick === true ? 1 : 3;
const paths = positionals.length > 0 ? positionals : listCommittedSets();
const sets = paths.flatMap((path) => readQuestionSet(readFileSync(path, 'utf8'), path));
const [brain] = loadBrains();
if (brain === undefined || sets.length === 0) {
  process.stderr.write('没有通报或没有题集,无从测量\n');
  process.exit(2);
}
const answers = measureAnswers(brain, sets, rounds);
const result: BenchResult = {
  answers,
  start: await measureStart(5),
  indexBuildMs: measureIndexBuild(),
};
process.stdout.write(values.json === true ? JSON.stringify(result) + '\n' : formatBench(result));
if (values.slowest === true) {
  for (const [text, ms] of answers.slowest) process.stdout.write(`${ms.toFixed(1)} ms  ${text}\n`);
}
if (values.check === true) {
  const exceeded = checkBounds(result);
  for (const line of exceeded) process.stderr.write(`out of bounds: ${line}\n`);
  process.exitCode = exceeded.length > 0 ? 1 : 0;
}

/** The contract's sample and the project's own sets. */
function listCommittedSets(): string[] {
  const folder = join(ROOT, 'test', 'eval');
  const own = readdirSync(join(folder, 'own'))
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  return [join(folder, 'questions.sample.jsonl'), ...own.map((name) => join(folder, 'own', name))];
}

/** Everything from the seeds to the files on disk, into a folder of its own. */
function measureIndexBuild(): number {
  const index = mkdtempSync(join(tmpdir(), 'bench-index-'));
  try {
    const began = performance.now();
    ensureIndex({ seeds: readPlaces(process.env).seeds, index }, { force: true });
    return performance.now() - began;
  } finally {
    rmSync(index, { recursive: true, force: true });
  }
}
