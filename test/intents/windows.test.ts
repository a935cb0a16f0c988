import { describe, expect, it } from 'vitest';
import { loadBrains } from '../../src/brains.ts';
import { readWindows } from '../../src/intents/windows.ts';
import { splitClauses, splitSentences } from '../../src/text/sentences.ts';

const [brain] = loadBrains();
if (brain === undefined) throw new Error('no bulletin in seeds/');
const { bulletin, engine } = brain;

/** At most so many characters a sentence is quoted whole. */
const SHORT = 100;

describe('windows of a unit', () => {
  const short = bulletin.units
    .filter(({ kind }) => kind === 'measure')
    .flatMap((unit) => splitSentences(bulletin.source, unit.body).map((span) => ({ unit, span })))
    .filter(({ span }) => span.end - span.start <= SHORT && splitClauses(bulletin.source, span).length > 6);

  it('hold a short sentence whole, however many clauses it has', () => {
    expect(short.length).toBeGreaterThan(3);
    for (const { unit, span } of short) {
      const text = bulletin.source.slice(span.start, span.end);
      const ranked = engine.rank(text, { within: new Set([unit.id]) });
      const windows = readWindows(bulletin.source, ranked, { text, askedFor: ['content'] });
      const whole = windows.some((window) => window.span.start <= span.start && span.end <= window.span.end);
      expect([text, whole]).toEqual([text, true]);
    }
  });
});
