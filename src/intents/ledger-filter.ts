// what narrows the measures of the bulletin, as read from a question
import type { UnitId } from '../bulletin/bulletin.ts';
import type { Status } from '../ledger/ledger.ts';
import type { DeadlineRange } from './deadline-slot.ts';
import type { DocumentFilter, MentionFilter, OrganizationFilter } from './filter-names.ts';
import type { Shape } from './shape.ts';

/** What narrows the measures of the bulletin; every field that is set must hold. */
export interface LedgerFilter {
  readonly status: Status | null;
  readonly section: UnitId | null;
  readonly problem: UnitId | null;
  readonly deadline: DeadlineRange | null;
  readonly organization: OrganizationFilter | null;
  readonly document: DocumentFilter | null;
  readonly mentions: readonly MentionFilter[];
  /** Measures the conversation is about. */
  readonly within: readonly UnitId[];
  /** Measures left out: 除了从严治党那块, 小学不算. */
  readonly without: readonly UnitId[];
}

export interface FilterReading {
  readonly filter: LedgerFilter;
  readonly shape: Shape;
  /** Words of the question no measure knows. */
  readonly unknown: readonly string[];
  /** The words that were read for bodies, documents and subjects. */
  readonly parts: readonly string[];
  /** True when a part was read by pieces of it or by words of the same meaning. */
  readonly loose: boolean;
  /** True when a problem was named by its heading's words, not by number. */
  readonly problemByName: boolean;
}

export const NO_FILTER: LedgerFilter = {
  status: null,
  section: null,
  problem: null,
  deadline: null,
  organization: null,
  document: null,
  mentions: [],
  within: [],
  without: [],
};

export function isEmptyFilter(filter: LedgerFilter): boolean {
  const { status, section, problem, deadline, organization, document, mentions, within } = filter;
  const slots = [status, section, problem, deadline, organization, document];
  return slots.every((slot) => slot === null) && mentions.length === 0 && within.length === 0;
}
