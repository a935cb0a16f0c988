import type { Span } from '../text/span.ts';

/** Unit id inside its bulletin, as in CONTRACT.md: `S1.2`, `P49`, `M148`, `D3.6`, `E0`. */
export type UnitId = string;

export type UnitKind = 'section' | 'problem' | 'measure' | 'sanction' | 'contact';

/** The addressable part of a bulletin. All offsets are UTF-16 code units of `Bulletin.source`. */
export interface Unit {
  readonly id: UnitId;
  readonly kind: UnitKind;
  /** Position in document order, 0-based. */
  readonly position: number;
  /** The printed number, e.g. `148` for `(148)`, `三` for `(三)`; null where nothing is printed. */
  readonly ordinal: string | null;
  /** Own text including the printed ordinal; spans of all units tile the source. */
  readonly span: Span;
  /** Own span plus all descendants (P and S); equals `span` for leaves. */
  readonly extent: Span;
  /** Own text after the ordinal, trailing white space cut: `source.slice(body.start, body.end)`. */
  readonly body: Span;
  /** `source.slice(body)`, kept for convenience; paragraphs are separated by newlines. */
  readonly text: string;
  readonly parent: UnitId | null;
  /** Ancestors from the part down, e.g. `['S2.0','S2.2','P49']` for M148. */
  readonly path: readonly UnitId[];
}

export interface BulletinMeta {
  readonly title: string;
  readonly issuer: string | null;
  /** ISO date, e.g. 2024-01-26. */
  readonly published: string | null;
  /** The newest 截至 date of the text, ISO (2023-10-18). */
  readonly dataAsOf: string | null;
  /** Inspection period, e.g. 2023-04-17 … 2023-05-29. */
  readonly inspection: { readonly start: string; readonly end: string } | null;
  /** Date of the feedback meeting, ISO. */
  readonly feedback: string | null;
  readonly contact: {
    readonly phone: string | null;
    readonly address: string | null;
    readonly email: string | null;
  };
}

/** What could not be placed, with the 1-based line number of the source. */
export interface Diagnostic {
  readonly line: number;
  readonly code: 'ordinal-gap' | 'ordinal-repeated' | 'text-outside-unit' | 'empty-unit' | 'no-contact';
  readonly message: string;
}

export interface Bulletin {
  /** The stem of the file's name, e.g. `qinghe-2021`. */
  readonly id: string;
  readonly format: string;
  readonly source: string;
  readonly meta: BulletinMeta;
  readonly units: readonly Unit[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Words quoted from a unit: `quote === source.slice(start, end)`, the span inside the unit's own span. */
export interface Citation {
  readonly unit: UnitId;
  readonly span: Span;
  readonly quote: string;
}
