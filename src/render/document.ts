import type { UnitId } from '../bulletin/bulletin.ts';

/** A citation mark inside a line: `〔148〕` in plain text, a link or button elsewhere. */
export interface Mark {
  readonly unit: UnitId;
  /** Short label without brackets: `148`, `问题49`, `四(一)5`. */
  readonly label: string;
}

/**
 * One block of an answer as a person reads it. `claim` states something about the bulletin and carries
 * its marks (already abbreviated: `more` says how many units the marks leave out); `item` is a claim that
 * is a row of a list; `note` is the program speaking (a correction shown, a reason for refusing, a label).
 */
export type Block =
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'claim' | 'item';
      readonly text: string;
      readonly marks: readonly Mark[];
      readonly more: number;
    }
  | { readonly kind: 'heading'; readonly text: string };

/** What every dialect renders; pure data, survives a JSON round trip. */
export interface Document {
  readonly blocks: readonly Block[];
}
