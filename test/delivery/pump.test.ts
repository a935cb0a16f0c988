import { expect, test } from 'vitest';
import { createPump } from '../../src/delivery/pump.ts';
import { until } from './scripted-courier.ts';

const IGNORE = (): void => undefined;

test('a job that becomes due while the pump looks for jobs is not forgotten', async () => {
  let now = 1000;
  let waiting = true;
  const ran: string[] = [];
  const due = now + 5;
  const pump = createPump<string>({
    name: 'test',
    claim: (_free, at) => {
      // The database was slow: when it answers, the job's time has come.
      now = due;
      if (!waiting || at < due) return [];
      waiting = false;
      return ['job'];
    },
    nextDue: (at) => (waiting && due > at ? due : null),
    run: (job) => {
      ran.push(job);
      return Promise.resolve();
    },
    concurrency: 1,
    clock: () => now,
    log: { info: IGNORE, warn: IGNORE, error: IGNORE },
  });
  pump.start();
  await until(() => ran.length > 0, 'the postponed job');
  await pump.stop(0);
  expect(ran).toEqual(['job']);
});
