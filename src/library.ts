import type { Brain } from './brains.ts';
import type { Unit } from './bulletin/bulletin.ts';
import type { BulletinView, Library, UnitView } from './delivery/ask.ts';
import { countStatuses, STATUS_LABELS } from './ledger/ledger.ts';

/** What channels show of bulletins and units besides answers. */
export function createLibrary(brains: readonly Brain[]): Library {
  const byId = new Map(brains.map((brain) => [brain.bulletin.id, brain]));
  const views = brains.map(viewBulletin);
  return {
    bulletins: () => views,
    unit: (bulletin, id) => {
      const brain = byId.get(bulletin);
      const unit = brain?.lookup.get(id);
      return brain === undefined || unit === undefined ? null : viewUnit(brain, unit);
    },
  };
}

function viewBulletin({ bulletin, lookup, ledger, examples }: Brain): BulletinView {
  return {
    id: bulletin.id,
    title: bulletin.meta.title,
    published: bulletin.meta.published,
    data: bulletin.meta.dataAsOf,
    units: bulletin.units.length,
    problems: lookup.problems.length,
    measures: lookup.measures.length,
    statuses: countStatuses(ledger),
    examples,
  };
}

function viewUnit({ bulletin, lookup, facts }: Brain, unit: Unit): UnitView {
  const status = facts.get(unit.id)?.status;
  const neighbours = bulletin.units.filter((other) => other.kind === unit.kind);
  const at = neighbours.findIndex((other) => other.id === unit.id);
  return {
    bulletin: bulletin.id,
    unit: unit.id,
    label: lookup.label(unit.id),
    kind: unit.kind,
    text: unit.text,
    start: unit.body.start,
    end: unit.body.end,
    path: unit.path.map((id) => ({
      unit: id,
      label: lookup.label(id),
      heading: lookup.get(id)?.text.split('\n')[0] ?? '',
    })),
    previous: neighbours[at - 1]?.id ?? null,
    next: neighbours[at + 1]?.id ?? null,
    status:
      status === undefined
        ? null
        : { value: status.value, label: STATUS_LABELS[status.value], evidence: status.citation.quote },
  };
}
