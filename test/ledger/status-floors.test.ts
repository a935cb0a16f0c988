import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { MeasureFacts } from '../../src/ledger/ledger.ts';
import { deriveRealLedger, readRealBulletin } from './seeds.ts';

const statusSchema = z.enum(['completed', 'in_progress', 'long_term']);
const rowSchema = z.object({
  n: z.number().int(),
  /** Two labels: the readers disagreed, either counts. */
  status: z.array(statusSchema).min(1),
  deadline: z.array(z.string()).optional(),
  deadlines: z.array(z.object({ text: z.string(), date: z.string().nullable() })).optional(),
});
type Row = z.infer<typeof rowSchema>;

function readRows(name: string): Row[] {
  return readFileSync(new URL(`../eval/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => rowSchema.parse(JSON.parse(line)));
}

const facts = new Map(deriveRealLedger(readRealBulletin()).measures.map((entry) => [entry.unit, entry]));

function factsOf(row: Row): MeasureFacts {
  const found = facts.get(`M${row.n}`);
  if (found === undefined) throw new Error(`no measure ${row.n}`);
  return found;
}

function isAgreed(row: Row): boolean {
  return row.status.includes(factsOf(row).status.value);
}

describe('status against two readers on every fifth measure (the rules were tuned on it)', () => {
  const rows = readRows('status.sample.jsonl');

  it('is wrong on at most 3 of 59', () => {
    expect(rows).toHaveLength(59);
    expect(rows.filter((row) => !isAgreed(row)).length).toBeLessThanOrEqual(3);
  });

  it('misses no unfinished measure', () => {
    const unfinished = rows.filter(({ status }) => status.every((label) => label === 'in_progress'));
    expect(unfinished.length).toBeGreaterThan(4);
    expect(unfinished.filter((row) => !isAgreed(row))).toEqual([]);
  });

  it('finds every deadline the readers named', () => {
    for (const row of rows) {
      const found = factsOf(row).deadlines.map(({ citation }) => citation.quote);
      expect(found).toEqual(expect.arrayContaining(row.deadline ?? []));
    }
  });
});

describe('status against an independent annotator on measures the rules were not tuned on', () => {
  const rows = readRows('status.labels.jsonl');
  const agreement = rows.filter(isAgreed).length / rows.length;
  const called = rows.filter((row) => factsOf(row).status.value === 'in_progress');
  const unfinished = rows.filter(({ status }) => status.every((label) => label === 'in_progress'));

  it('agrees on at least 93 %', () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(agreement).toBeGreaterThanOrEqual(0.93);
  });

  it('recalls at least 95 % of in_progress with a precision of at least 88 %', () => {
    expect(unfinished.length).toBeGreaterThanOrEqual(10);
    expect(unfinished.filter(isAgreed).length / unfinished.length).toBeGreaterThanOrEqual(0.95);
    expect(called.filter(isAgreed).length / called.length).toBeGreaterThanOrEqual(0.88);
  });

  it('never calls an unfinished measure completed', () => {
    expect(unfinished.filter((row) => factsOf(row).status.value === 'completed')).toEqual([]);
  });

  it('finds at least 95 % of the deadlines, each resolved to the annotated day, and invents none', () => {
    const wanted = rows.flatMap((row) =>
      (row.deadlines ?? []).map((deadline) => ({ ...deadline, found: factsOf(row).deadlines })),
    );
    const hits = wanted.filter(({ text, date, found }) =>
      found.some(
        (deadline) =>
          deadline.date === date &&
          (deadline.citation.quote.includes(text) || text.includes(deadline.citation.quote)),
      ),
    );
    expect(wanted.length).toBeGreaterThan(5);
    expect(hits.length / wanted.length).toBeGreaterThanOrEqual(0.95);
    for (const row of rows) {
      const allowed = (row.deadlines ?? []).map(({ text }) => text);
      for (const { citation } of factsOf(row).deadlines) {
        expect(allowed.some((text) => text.includes(citation.quote) || citation.quote.includes(text))).toBe(
          true,
        );
      }
    }
  });
});
