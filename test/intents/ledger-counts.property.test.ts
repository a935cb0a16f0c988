import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NO_FILTER, type LedgerFilter } from '../../src/intents/ledger-filter.ts';
import { claimCounts } from '../../src/intents/list-draft.ts';
import { selectMeasures } from '../../src/intents/select.ts';
import { contentSections } from '../../src/bulletin/sections.ts';
import type { Status } from '../../src/ledger/ledger.ts';
import { askOf, loadBrain } from './summary-scene.ts';

const brain = loadBrain();
const scene = askOf(brain, '');
const { ledger, lookup } = brain;

/** Words as they are printed: two to six Han characters from anywhere in the measures. */
const printedWords = fc
  .tuple(fc.constantFrom(...lookup.measures), fc.nat(), fc.integer({ min: 2, max: 6 }))
  .map(([{ text }, at, length]) => text.slice(at % text.length, (at % text.length) + length))
  .filter((words) => /^[\p{Script=Han}]{2,6}$/u.test(words));

interface Wanted {
  readonly status: Status | null;
  readonly section: string | null;
  readonly problem: string | null;
  readonly document: string | null;
  readonly words: string | null;
  readonly to: string | null;
}

const wanted: fc.Arbitrary<Wanted> = fc.record({
  status: fc.option(fc.constantFrom<Status>('completed', 'in_progress', 'long_term')),
  section: fc.option(fc.constantFrom(...contentSections(lookup))),
  problem: fc.option(fc.constantFrom(...lookup.problems.map(({ id }) => id)), { freq: 1 }),
  document: fc.option(fc.constantFrom(...ledger.documents.map(({ name }) => name)), { freq: 1 }),
  words: fc.option(printedWords),
  to: fc.option(fc.constantFrom('2023-10-31', '2023-12-31', '2024-06-30', '2026-01-01')),
});

function toFilter({ status, section, problem, document, words, to }: Wanted): LedgerFilter {
  return {
    ...NO_FILTER,
    status,
    section,
    problem,
    deadline: to === null ? null : { from: null, to, passed: false, none: false, edge: '', asked: to },
    document: document === null ? null : { asked: document, names: new Set([document]) },
    mentions:
      words === null
        ? []
        : [{ asked: words, phrases: [words], literal: true, all: false, byWords: [], akin: [] }],
  };
}

/** The same by plain comparison, without patterns and without the order of tests. */
function bruteForce({ status, section, problem, document, words, to }: Wanted): string[] {
  const plain = (text: string): string => text.replace(/[\s“”‘’"'「」『』]/gu, '');
  return ledger.measures
    .filter((facts) => {
      const unit = lookup.get(facts.unit);
      return (
        unit !== undefined &&
        (status === null || facts.status.value === status) &&
        (section === null || facts.section === section) &&
        (problem === null || facts.problem === problem) &&
        (document === null || facts.documents.some(({ name }) => name === document)) &&
        (words === null || plain(unit.text).includes(words)) &&
        (to === null || facts.deadlines.some(({ date }) => date !== null && date <= to))
      );
    })
    .map(({ unit }) => unit);
}

it('any filter selects what a plain comparison selects, and counts what it cites', () => {
  fc.assert(
    fc.property(wanted, (asked) => {
      const filter = toFilter(asked);
      const rows = selectMeasures(scene, filter);
      expect(rows.map(({ unit }) => unit)).toEqual(bruteForce(asked));
      if (rows.length === 0) return;
      for (const { text, citations } of claimCounts(scene, filter, rows)) {
        const units = new Set(citations.map(({ unit }) => unit));
        expect(text).toMatch(new RegExp(`共${units.size}条$`, 'u'));
        for (const { unit, span, quote } of citations) {
          expect(brain.bulletin.source.slice(span.start, span.end)).toBe(quote);
          const own = lookup.get(unit)?.span;
          expect(own !== undefined && own.start <= span.start && span.end <= own.end).toBe(true);
        }
      }
    }),
    { numRuns: 400 },
  );
});

it('the measures of every status, and of every section, add up to all of them', () => {
  const statuses: Status[] = ['completed', 'in_progress', 'long_term'];
  const byStatus = statuses.map((status) => selectMeasures(scene, { ...NO_FILTER, status }).length);
  const bySection = contentSections(lookup).map(
    (section) => selectMeasures(scene, { ...NO_FILTER, section }).length,
  );
  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
  expect(sum(byStatus)).toBe(lookup.measures.length);
  expect(sum(bySection)).toBe(lookup.measures.length);
});
