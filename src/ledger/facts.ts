import { z } from 'zod';
import { datesFact } from './fact-dates.ts';
import { deadlinesFact } from './fact-deadlines.ts';
import { documentsFact } from './fact-documents.ts';
import { figuresFact } from './fact-figures.ts';
import { organizationsFact } from './fact-organizations.ts';
import { statusFact } from './fact-status.ts';
import type { LedgerColumn } from './fact.ts';
import type { Ledger, MeasureFacts } from './ledger.ts';

/** Every fact of a measure, in the order of a ledger line. */
export const FACTS = {
  status: statusFact,
  deadlines: deadlinesFact,
  organizations: organizationsFact,
  documents: documentsFact,
  figures: figuresFact,
  dates: datesFact,
} as const;

const DECLARED = Object.values(FACTS);

/** One line of `npm run ledger -- --jsonl` (CONTRACT.md), key for key. */
export const ledgerLineSchema = z.strictObject({
  unit: z.string().min(1),
  problem: z.string().nullable(),
  ...(Object.assign({}, ...DECLARED.map((fact) => fact.schema)) as z.ZodRawShape),
});

export function writeLedgerLine(facts: MeasureFacts): Readonly<Record<string, unknown>> {
  const lines = DECLARED.map((fact) => fact.line(facts));
  return Object.assign({ unit: facts.unit, problem: facts.problem }, ...lines) as Readonly<
    Record<string, unknown>
  >;
}

/** Columns of the 整改台账 in the order a supervision office keeps them. */
export const LEDGER_COLUMNS: readonly LedgerColumn[] = [
  FACTS.organizations,
  FACTS.status,
  FACTS.deadlines,
  FACTS.documents,
].flatMap((fact) => fact.columns);

/** A filter value that no fact knows; the message names those that exist. */
export class UnknownFilterError extends Error {
  override readonly name = 'UnknownFilterError';
}

/** Filters by name; `section` and `problem` take unit ids. */
const FILTERS: ReadonlyMap<string, (facts: MeasureFacts, wanted: string) => boolean> = new Map<
  string,
  (facts: MeasureFacts, wanted: string) => boolean
>([
  ['section', (facts, wanted) => facts.section === wanted],
  ['problem', (facts, wanted) => facts.problem === wanted],
  ...DECLARED.flatMap((fact) => Object.entries(fact.filters)),
]);

/**
 * The measures that fit every given filter, in document order.
 * @throws UnknownFilterError for a name that is no filter: ignoring it would show everything
 */
export function filterMeasures(
  ledger: Ledger,
  wanted: Readonly<Record<string, string>>,
): readonly MeasureFacts[] {
  const tests = Object.entries(wanted).map(([name, value]) => {
    const filter = FILTERS.get(name);
    if (filter === undefined) {
      throw new UnknownFilterError(`没有“${name}”这个筛选条件;可用:${[...FILTERS.keys()].join('、')}`);
    }
    return (facts: MeasureFacts) => filter(facts, value);
  });
  return ledger.measures.filter((facts) => tests.every((test) => test(facts)));
}
