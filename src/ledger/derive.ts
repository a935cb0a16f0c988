// bulletin → facts per measure → bodies, documents, names, sanctions, conflicts → Ledger
import type { Bulletin } from '../bulletin/bulletin.ts';
import { findConflicts } from './conflicts.ts';
import { findDeadlines } from './deadlines.ts';
import { findDocuments } from './documents.ts';
import type { Derivation } from './fact.ts';
import { FACTS } from './facts.ts';
import type { Ledger, MeasureFacts } from './ledger.ts';
import { learnNames } from './names.ts';
import { findOrganizations } from './organizations.ts';
import { checkHeadcounts, findSanctions } from './sanctions.ts';

/**
 * Derives the 整改台账 of a bulletin from its text alone: pure, the same input gives the same ledger.
 * @param lexicon `organizations`: the domain dictionary `seeds/lexicon/organizations.txt` as text, may be empty
 */
export function deriveLedger(bulletin: Bulletin, lexicon: { readonly organizations: string }): Ledger {
  const { mentions: organizations, organizations: bodies } = findOrganizations(
    bulletin,
    lexicon.organizations,
  );
  const { mentions: documents, documents: titles } = findDocuments(bulletin);
  const measures = bulletin.units
    .filter((unit) => unit.kind === 'measure')
    .map((unit) => {
      const deadlines = findDeadlines(unit, bulletin.source, bulletin.meta);
      return deriveMeasure({ bulletin, unit, deadlines, organizations, documents });
    });
  const sanctions = findSanctions(bulletin);
  return {
    bulletin: bulletin.id,
    measures,
    organizations: bodies,
    documents: titles,
    names: learnNames(bulletin),
    sanctions,
    conflicts: [...findConflicts(bulletin, measures), ...checkHeadcounts(bulletin, sanctions)],
  };
}

function deriveMeasure(derivation: Derivation): MeasureFacts {
  const { unit } = derivation;
  return {
    unit: unit.id,
    problem: unit.path.findLast((id) => id.startsWith('P')) ?? null,
    section: unit.path.findLast((id) => id.startsWith('S')) ?? null,
    status: FACTS.status.derive(derivation),
    deadlines: FACTS.deadlines.derive(derivation),
    organizations: FACTS.organizations.derive(derivation),
    documents: FACTS.documents.derive(derivation),
    figures: FACTS.figures.derive(derivation),
    dates: FACTS.dates.derive(derivation),
  };
}
