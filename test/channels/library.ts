import { readFileSync } from 'node:fs';
import type { Bulletin, Unit } from '../../src/bulletin/bulletin.ts';
import { parseBulletin } from '../../src/bulletin/parse.ts';
import type { Library, UnitView } from '../../src/delivery/ask.ts';
import { deriveLedger } from '../../src/ledger/derive.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { countStatuses, STATUS_LABELS } from '../../src/ledger/ledger.ts';

/** The real bulletin with its real ledger, as channels see it; labels simplified. */
export interface TestLibrary {
  readonly bulletin: Bulletin;
  readonly ledger: Ledger;
  readonly library: Library;
}

export function readTestLibrary(): TestLibrary {
  const bulletin = parseBulletin('taijiang-2024', readFileSync('seeds/taijiang-2024.txt', 'utf8'));
  const ledger = deriveLedger(bulletin, {
    organizations: readFileSync('seeds/lexicon/organizations.txt', 'utf8'),
  });
  const units = new Map(bulletin.units.map((unit) => [unit.id, unit]));
  const library: Library = {
    bulletins: () => [
      {
        id: bulletin.id,
        title: bulletin.meta.title,
        published: bulletin.meta.published,
        data: bulletin.meta.dataAsOf,
        units: bulletin.units.length,
        problems: bulletin.units.filter(({ kind }) => kind === 'problem').length,
        measures: ledger.measures.length,
        statuses: countStatuses(ledger),
        examples: [],
      },
    ],
    unit: (id, name) => {
      const unit = id === bulletin.id ? units.get(name) : undefined;
      return unit === undefined ? null : viewUnit(bulletin, ledger, units, unit);
    },
  };
  return { bulletin, ledger, library };
}

export function labelUnit(unit: Unit): string {
  if (unit.kind === 'measure') return `第${unit.ordinal ?? ''}条`;
  if (unit.kind === 'problem') return `问题${unit.ordinal ?? ''}`;
  return unit.id;
}

function viewUnit(
  bulletin: Bulletin,
  ledger: Ledger,
  units: ReadonlyMap<string, Unit>,
  unit: Unit,
): UnitView {
  const status = ledger.measures.find((facts) => facts.unit === unit.id)?.status;
  return {
    bulletin: bulletin.id,
    unit: unit.id,
    label: labelUnit(unit),
    kind: unit.kind,
    text: unit.text,
    start: unit.body.start,
    end: unit.body.end,
    path: unit.path.flatMap((id) => {
      const above = units.get(id);
      return above === undefined
        ? []
        : [{ unit: id, label: labelUnit(above), heading: above.text.split('\n')[0] ?? '' }];
    }),
    previous: bulletin.units[unit.position - 1]?.id ?? null,
    next: bulletin.units[unit.position + 1]?.id ?? null,
    status:
      status === undefined
        ? null
        : { value: status.value, label: STATUS_LABELS[status.value], evidence: status.citation.quote },
  };
}
