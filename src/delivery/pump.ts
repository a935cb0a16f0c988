import type { Log } from './log.ts';

export interface PumpOptions<T> {
  /** Named in logs. */
  readonly name: string;
  /** Takes the next jobs, `free` at most, durably; none when none may start at `now`. May throw StoreError. */
  readonly claim: (free: number, now: number) => readonly T[];
  readonly run: (job: T) => Promise<void>;
  /** Epoch milliseconds at which the next job postponed beyond `now` becomes due; null when none is. */
  readonly nextDue: (now: number) => number | null;
  readonly concurrency: number;
  readonly clock: () => number;
  readonly log: Log;
}

/** Keeps up to `concurrency` jobs running while there are any; never dies of an error. */
export interface Pump {
  readonly start: () => void;
  /** There may be a new job. */
  readonly wake: () => void;
  /** Takes no new job and waits for the running ones, at most `graceMs`. */
  readonly stop: (graceMs: number) => Promise<void>;
  readonly running: () => number;
}

/** Pause after an error of the database; a postponed job wakes at least once a minute. */
const ERROR_PAUSE_MS = 1000;
const LONGEST_SLEEP_MS = 60_000;

export function createPump<T>(options: PumpOptions<T>): Pump {
  const { name, claim, run, nextDue, concurrency, clock, log } = options;
  const active = new Set<Promise<void>>();
  let state: 'new' | 'running' | 'stopped' = 'new';
  let timer: NodeJS.Timeout | undefined;
  let waking = false;

  const sleep = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(wake, Math.min(Math.max(ms, 1), LONGEST_SLEEP_MS));
  };
  const begin = (job: T): void => {
    const done = run(job)
      .catch((error: unknown) => {
        log.error({ pump: name, error: nameError(error) }, 'job failed outside its own error handling');
      })
      .then(() => {
        active.delete(done);
        wake();
      });
    active.add(done);
  };
  /** All that ends or arrives in one turn of the event loop is followed by one look for jobs. */
  const wake = (): void => {
    if (waking) return;
    waking = true;
    setImmediate(work);
  };
  const work = (): void => {
    waking = false;
    if (state !== 'running') return;
    clearTimeout(timer);
    try {
      const free = concurrency - active.size;
      // One moment for both: a job that became due between two looks at the clock would be in neither.
      const now = clock();
      if (free > 0) claim(free, now).forEach(begin);
      const due = nextDue(now);
      if (due !== null) sleep(due - clock());
    } catch (error) {
      log.error({ pump: name, error: nameError(error) }, 'cannot take the next job; trying again');
      sleep(ERROR_PAUSE_MS);
    }
  };
  return {
    start() {
      if (state !== 'new') return;
      state = 'running';
      wake();
    },
    wake,
    async stop(graceMs) {
      state = 'stopped';
      clearTimeout(timer);
      await within(graceMs, Promise.allSettled(active));
    },
    running: () => active.size,
  };
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}

/** The kind of an error, safe to log: its message may quote a question. */
export function nameError(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
