// units without wordings → asked a few at a time → lines appended unit by unit, so that a stopped run goes on where it was
import type { ExpansionLine } from '../answer/expand.ts';
import type { Unit, UnitId } from '../bulletin/bulletin.ts';

export interface ExpansionJob {
  readonly units: readonly Unit[];
  /** Units that have wordings already. */
  readonly done: ReadonlySet<UnitId>;
  readonly expand: (unit: Unit) => Promise<readonly ExpansionLine[]>;
  /** Writes the lines of one unit, all or none. */
  readonly append: (jsonl: string) => void;
  readonly report: (progress: ExpansionProgress) => void;
  readonly concurrency: number;
  readonly signal: AbortSignal;
}

export interface ExpansionProgress {
  readonly unit: UnitId;
  readonly finished: number;
  readonly total: number;
  readonly queries: number;
  /** Why the unit has none; null when it has. */
  readonly failure: string | null;
}

export interface ExpansionResult {
  readonly written: number;
  readonly failed: readonly UnitId[];
}

/** After so many failures in a row the endpoint is taken to be gone. */
const MOST_FAILURES = 5;

/** Never rejects; stops early when aborted or when the endpoint keeps failing. */
export async function runExpansion(job: ExpansionJob): Promise<ExpansionResult> {
  const waiting = job.units.filter(({ id, text }) => !job.done.has(id) && text.trim() !== '');
  const total = waiting.length;
  const failed: UnitId[] = [];
  let written = 0;
  let finished = 0;
  let row = 0;
  const work = async (): Promise<void> => {
    for (;;) {
      const unit = waiting.shift();
      if (unit === undefined || job.signal.aborted || row >= MOST_FAILURES) return;
      let lines: readonly ExpansionLine[] = [];
      let failure: string | null = null;
      try {
        lines = await job.expand(unit);
        if (lines.length === 0) failure = '没有可用的问法';
      } catch (error) {
        failure = error instanceof Error ? error.message : String(error);
      }
      if (failure === null) job.append(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      else failed.push(unit.id);
      row = failure === null ? 0 : row + 1;
      written += lines.length;
      finished += 1;
      const queries = lines.reduce((sum, line) => sum + line.queries.length, 0);
      job.report({ unit: unit.id, finished, total, queries, failure });
    }
  };
  await Promise.all(Array.from({ length: job.concurrency }, work));
  return { written, failed };
}

/** Units that occur in a file of wordings; a last line that was cut is no line. */
export function readDoneUnits(jsonl: string): Set<UnitId> {
  const done = new Set<UnitId>();
  for (const line of jsonl.split('\n')) {
    const unit = /^\{"unit":"(?<unit>[^"]+)".*\}$/u.exec(line)?.groups?.['unit'];
    if (unit !== undefined) done.add(unit);
  }
  return done;
}
