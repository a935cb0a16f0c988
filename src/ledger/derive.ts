// bulletin → facts per measure → bodies, documents, names, sanctions, conflicts → Ledger
import type { Bulletin, Unit } from '../bulletin/bulletin.ts';
import { findDateFacts } from './dates.ts';
import { findDeadlines } from './deadlines.ts';
import type { Ledger, MeasureFacts } from './ledger.ts';
import { deriveStatus } from './status.ts';

/**
 * Derives the 整改台账 of a bulletin from its text alone: pure, the same input gives the same ledger.
 * @param lexicon `organizations`: the domain dictionary `seeds/lexicon/organizations.txt` as text, may be empty
 */
export const deriveLedger: (bulletin: Bulletin, lexicon: { readonly organizations: string }) => Ledger = (
  bulletin,
) => {
  const measures = bulletin.units
    .filter((unit) => unit.kind === 'measure')
    .map((unit) => deriveMeasure(bulletin, unit));
  return {
    bulletin: bulletin.id,
    measures,
    organizations: [],
    documents: [],
    names: [],
    sanctions: [],
    conflicts: [],
  };
};

function deriveMeasure(bulletin: Bulletin, unit: Unit): MeasureFacts {
  const { source, meta } = bulletin;
  const deadlines = findDeadlines(unit, source, meta);
  const sections = unit.path.filter((id) => id.startsWith('S'));
  return {
    unit: unit.id,
    problem: unit.path.findLast((id) => id.startsWith('P')) ?? null,
    section: sections.at(-1) ?? null,
    status: deriveStatus(unit, source, deadlines),
    deadlines,
    organizations: [],
    documents: [],
    figures: [],
    dates: findDateFacts(unit, source),
  };
}
