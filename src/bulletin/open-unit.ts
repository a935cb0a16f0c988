import type { UnitId, UnitKind } from './bulletin.ts';

/** A unit whose end is not known yet. */
export interface OpenUnit {
  id: UnitId;
  kind: UnitKind;
  ordinal: string | null;
  value: number | null;
  start: number;
  bodyStart: number;
  path: UnitId[];
  line: number;
}
