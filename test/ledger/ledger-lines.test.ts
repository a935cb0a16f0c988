import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterMeasures, ledgerLineSchema, UnknownFilterError } from '../../src/ledger/facts.ts';
import { conflictLineSchema, formatConflictLines, formatLedgerLines } from '../../src/ledger/jsonl.ts';
import type { Conflict } from '../../src/ledger/ledger.ts';
import { summarizeProgress } from '../../src/ledger/progress.ts';
import { deriveRealLedger, readRealBulletin } from './seeds.ts';

const bulletin = readRealBulletin();
const ledger = deriveRealLedger(bulletin);
const lines = formatLedgerLines(ledger).trimEnd().split('\n');

/** Every `{text,start,end}` anywhere inside a line. */
function collectQuotes(value: unknown): { text: string; start: number; end: number }[] {
  if (Array.isArray(value)) return value.flatMap(collectQuotes);
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'text' in value && 'start' in value && 'end' in value
      ? [{ text: String(value.text), start: Number(value.start), end: Number(value.end) }]
      : [];
  return [...own, ...Object.values(value).flatMap(collectQuotes)];
}

describe('the ledger as JSON lines', () => {
  it('has one line a measure, in document order, with the keys of the contract', () => {
    const parsed = lines.map((line) => ledgerLineSchema.parse(JSON.parse(line)));
    expect(parsed.map(({ unit }) => unit)).toEqual(
      bulletin.units.filter(({ kind }) => kind === 'measure').map(({ id }) => id),
    );
    expect(Object.keys(JSON.parse(lines[0] ?? '') as object)).toEqual([
      'unit',
      'problem',
      'status',
      'evidence',
      'confidence',
      'deadlines',
      'organizations',
      'documents',
      'figures',
      'dates',
    ]);
  });

  it('quotes the source verbatim, inside the unit', () => {
    const spans = new Map(bulletin.units.map((unit) => [unit.id, unit.span]));
    for (const line of lines) {
      const parsed = JSON.parse(line) as { unit: string };
      const span = spans.get(parsed.unit);
      const quotes = collectQuotes(parsed);
      expect(quotes.length).toBeGreaterThan(0);
      for (const { text, start, end } of quotes) {
        expect(bulletin.source.slice(start, end)).toBe(text);
        expect(start >= (span?.start ?? Infinity) && end <= (span?.end ?? 0)).toBe(true);
      }
    }
  });

  it('is the same for the same text', () => {
    expect(formatLedgerLines(deriveRealLedger(readRealBulletin()))).toBe(formatLedgerLines(ledger));
  });

  it('survives a JSON round trip whole', () => {
    expect(JSON.parse(JSON.stringify(ledger))).toEqual(ledger);
  });
});

describe('conflicts as JSON lines', () => {
  it('leave out a figure that is not given', () => {
    const side = (figure: string | null) => ({
      citation: { unit: 'M1', span: { start: 0, end: 2 }, quote: '上升' },
      figure,
    });
    const conflict: Conflict = {
      kind: 'contradiction',
      topic: '自办案件',
      why: '同一时期数字不同。',
      sides: [side('188.2%'), side(null)],
    };
    const parsed = conflictLineSchema.parse(JSON.parse(formatConflictLines([conflict])));
    expect(parsed.sides.map((one) => 'figure' in one)).toEqual([true, false]);
    expect(formatConflictLines([])).toBe('');
  });
});

describe('filters', () => {
  const problems = [...new Set(ledger.measures.map(({ problem }) => problem ?? ''))];
  const wanted = fc.record(
    {
      status: fc.constantFrom('completed', 'in_progress', 'long_term'),
      problem: fc.constantFrom(...problems),
      section: fc.constantFrom('S2.1', 'S2.2', 'S2.3', 'S2.4', 'S9.9'),
      dueBefore: fc.constantFrom('2023-10-31', '2023-12-31', '2024-06-30', '2020-01-01'),
      organization: fc.constantFrom(...ledger.organizations.map(({ name }) => name)),
      document: fc.constantFrom(...ledger.documents.map(({ name }) => name)),
    },
    { requiredKeys: [] },
  );

  it('give exactly what a reading of every measure gives', () => {
    fc.assert(
      fc.property(wanted, (filters) => {
        const brute = ledger.measures.filter((facts) => {
          if (filters.status !== undefined && facts.status.value !== filters.status) return false;
          if (filters.problem !== undefined && facts.problem !== filters.problem) return false;
          if (filters.section !== undefined && facts.section !== filters.section) return false;
          const names = facts.organizations.flatMap(({ name, citation }) => [name, citation.quote]);
          if (filters.organization !== undefined && !names.includes(filters.organization)) return false;
          const titles = facts.documents.flatMap(({ name, title }) => [name, title]);
          if (filters.document !== undefined && !titles.includes(filters.document)) return false;
          const limit = filters.dueBefore;
          return limit === undefined || facts.deadlines.some(({ date }) => date !== null && date <= limit);
        });
        expect(filterMeasures(ledger, filters)).toEqual(brute);
      }),
    );
  });

  it('partition by status', () => {
    const counts = ['completed', 'in_progress', 'long_term'].map(
      (status) => filterMeasures(ledger, { status }).length,
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(297);
  });

  it('refuse a name that is none', () => {
    expect(() => filterMeasures(ledger, { colour: 'red' })).toThrow(UnknownFilterError);
  });
});

describe('进展摘要', () => {
  it('quotes the measure and always holds the deciding sentence of an unfinished one', () => {
    for (const facts of ledger.measures) {
      const summary = summarizeProgress(bulletin, facts);
      expect(summary).not.toBe('');
      if (facts.status.value === 'in_progress') expect(summary).toContain(facts.status.citation.quote);
    }
  });
});
