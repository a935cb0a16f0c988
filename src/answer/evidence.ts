import { rememberEach } from '../text/remember.ts';
import type { UnitId } from '../bulletin/bulletin.ts';
import type { UnitLookup } from '../bulletin/lookup.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { normalizeForFacts, readNormalized, type Stated } from './stated.ts';

/** What units state, read once per unit; and the names the ledger knows, with all variants. */
export interface Evidence {
  readonly stated: (unit: UnitId) => Stated;
  /** In how many units of the bulletin the normalised words stand. */
  readonly countUnits: (words: string) => number;
  /** Normalised printed form of a body → every form of the same body; longest first. */
  readonly bodies: readonly Body[];
  /** Their printed forms. */
  readonly forms: ReadonlySet<string>;
  /** The bulletin's title. */
  readonly title: Stated;
  /** Normalised names of projects and places the bulletin repeats. */
  readonly names: readonly string[];
  /** Normalised title → units that name the same document under any title. */
  readonly documents: ReadonlyMap<string, ReadonlySet<UnitId>>;
}

export interface Body {
  readonly form: string;
  readonly name: string;
  readonly units: ReadonlySet<UnitId>;
}

export interface EvidenceContext {
  readonly lookup: UnitLookup;
  readonly ledger: Ledger;
}

/** Bodies printed elliptically (组织, 建设, 教育) are ordinary words elsewhere; a two-character form must end like a body (区委). */
const TYPED = /[委办局部院]$/u;

const EMPTY: Stated = { text: '', plain: '', titles: [], dates: [], amounts: [], digits: [] };
/** The evidence of one bulletin; kept as long as its ledger lives, so that an answer reads only what is new. */
export function readEvidence({ lookup, ledger }: EvidenceContext): Evidence {
  return evidenceOf(ledger, lookup);
}

const evidenceOf = rememberEach((ledger: Ledger, lookup: UnitLookup): Evidence => {
  const { meta } = lookup.bulletin;
  const year = Number((meta.dataAsOf ?? meta.published ?? '').slice(0, 4)) || null;
  const units = new Map<UnitId, Stated>();
  const read = (id: UnitId): Stated => {
    const known = units.get(id);
    if (known !== undefined) return known;
    const unit = lookup.get(id);
    if (unit === undefined) return EMPTY;
    const stated = readNormalized(normalizeForFacts(unit.text), year);
    units.set(id, stated);
    return stated;
  };
  const bodies = ledger.organizations
    .flatMap(({ name, variants, units: named }) =>
      [...new Set([name, ...variants])].map((form) => ({
        form: normalizeForFacts(form),
        name,
        units: new Set(named),
      })),
    )
    .filter(({ form }) => form.length >= 3 || TYPED.test(form))
    .sort((a, b) => b.form.length - a.form.length);
  return {
    stated: read,
    countUnits: (words) => lookup.bulletin.units.filter(({ id }) => read(id).text.includes(words)).length,
    bodies,
    forms: new Set(bodies.map(({ form }) => form)),
    title: readNormalized(normalizeForFacts(meta.title), null),
    names: ledger.names.map(({ name }) => normalizeForFacts(name)),
    documents: new Map(
      ledger.documents.flatMap(({ name, titles, units: named }) =>
        [name, ...titles].map((title) => [normalizeForFacts(title), new Set(named)] as const),
      ),
    ),
  };
});
