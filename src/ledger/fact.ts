import { z } from 'zod';
import type { Bulletin, Citation, Unit, UnitId } from '../bulletin/bulletin.ts';
import type { Deadline, DocumentMention, MeasureFacts, OrganizationMention } from './ledger.ts';

/** What a fact of one measure may be derived from; whole-bulletin findings are computed once and looked up here. */
export interface Derivation {
  readonly bulletin: Bulletin;
  readonly unit: Unit;
  readonly deadlines: readonly Deadline[];
  readonly organizations: ReadonlyMap<UnitId, readonly OrganizationMention[]>;
  readonly documents: ReadonlyMap<UnitId, readonly DocumentMention[]>;
}

/** A column of the 整改台账; `cell` is what a person reads, empty where the bulletin says nothing. */
export interface LedgerColumn {
  readonly title: string;
  /** Width in characters of the default font. */
  readonly width: number;
  readonly cell: (facts: MeasureFacts) => string;
}

/** One fact of a measure: where it comes from and everywhere it is shown. A new one is a file and a line in `facts.ts`. */
export interface FactDeclaration<K extends keyof MeasureFacts = keyof MeasureFacts> {
  readonly key: K;
  readonly derive: (derivation: Derivation) => MeasureFacts[K];
  /** The keys this fact adds to a ledger line (CONTRACT.md). */
  readonly schema: Readonly<Record<string, z.ZodType>>;
  readonly line: (facts: MeasureFacts) => Readonly<Record<string, unknown>>;
  readonly columns: readonly LedgerColumn[];
  /** By parameter name: does the measure fit the wanted value? */
  readonly filters: Readonly<Record<string, (facts: MeasureFacts, wanted: string) => boolean>>;
}

/** A citation as a ledger line prints it; offsets are UTF-16 code units of the source. */
export const quotedSchema = z.object({
  text: z.string().min(1),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
});

export function quoteCitation(citation: Citation): z.infer<typeof quotedSchema> {
  return { text: citation.quote, start: citation.span.start, end: citation.span.end };
}

/** Each value once, in order of appearance. */
export function joinDistinct(values: readonly string[], separator: string): string {
  return [...new Set(values)].join(separator);
}
