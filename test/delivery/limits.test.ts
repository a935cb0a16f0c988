import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRateLimit } from '../../src/delivery/limits.ts';

const MINUTE = 60_000;

test('ten questions a minute, the refusal says how long to wait and is told once', () => {
  const limit = createRateLimit({ perMinute: 10, perDay: 0 });
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
      const limit = createRateLimit({ perMinute: most, perDay: 0 });
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

test('two hundred a day, however slowly; zero lifts a limit', () => {
  const limit = createRateLimit({ perMinute: 10, perDay: 200 });
  for (let i = 0; i < 200; i += 1) expect(limit.take('甲', i * 10_000)).toEqual({ allowed: true });
  const refused = limit.take('甲', 200 * 10_000);
  expect(refused).toEqual({ allowed: false, retryAfterMs: 24 * 60 * MINUTE - 2_000_000, first: true });
  expect(limit.waitOf('乙', 200 * 10_000)).toBe(0);
  expect(limit.take('甲', 24 * 60 * MINUTE)).toEqual({ allowed: true });
  const none = createRateLimit({ perMinute: 0, perDay: 0 });
  for (let i = 0; i < 1000; i += 1) expect(none.take('甲', 0)).toEqual({ allowed: true });
});
