import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRateLimit } from '../../src/delivery/limits.ts';

const MINUTE = 60_000;

test('ten questions a minute, the refusal says how long to wait and is told once', () => {
  const limit = createRateLimit(10, MINUTE);
  for (let i = 0; i < 10; i += 1) expect(limit.take('甲', i * 1000)).toEqual({ allowed: true });
  expect(limit.take('甲', 20_000)).toEqual({ allowed: false, retryAfterMs: 40_000, first: true });
  expect(limit.take('甲', 21_000)).toEqual({ allowed: false, retryAfterMs: 39_000, first: false });
  expect(limit.take('乙', 21_000)).toEqual({ allowed: true });
  expect(limit.take('甲', 60_000)).toEqual({ allowed: true });
  expect(limit.take('甲', 60_500)).toMatchObject({ allowed: false, first: true });
});

test('in no window of a minute are more allowed than the limit, and a patient asker never waits', () => {
  const gaps = fc.array(fc.nat(30_000), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 5 }), (waits, most) => {
      const limit = createRateLimit(most, MINUTE);
      const allowed: number[] = [];
      let at = 0;
      for (const wait of waits) {
        at += wait;
        const taken = limit.take('甲', at);
        const within = allowed.filter((time) => time > at - MINUTE).length;
        expect(taken.allowed).toBe(within < most);
        if (taken.allowed) allowed.push(at);
        else expect(taken.retryAfterMs).toBeGreaterThan(0);
      }
    }),
  );
});
