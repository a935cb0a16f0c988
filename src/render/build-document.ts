// notes + claims → blocks with abbreviated citation marks
import type { DraftClaim } from '../intents/intent.ts';
import type { UnitId } from '../bulletin/bulletin.ts';
import type { Block, Document } from './document.ts';

/** Marks printed in full; longer lists name the first ones and say how many there are. */
const MOST_MARKS = 6;
const SHOWN_OF_MANY = 3;

/** What a person reads, in order: what the program has to say, then each claim with its marks. */
export function buildDocument(
  notes: readonly string[],
  claims: readonly DraftClaim[],
  shortLabel: (unit: UnitId) => string,
): Document {
  const blocks: Block[] = notes.map((text) => ({ kind: 'note', text }));
  for (const { text, kind, citations } of claims) {
    const units = [...new Set(citations.map(({ unit }) => unit))];
    const shown = units.length > MOST_MARKS ? units.slice(0, SHOWN_OF_MANY) : units;
    blocks.push({
      kind: kind === 'item' ? 'item' : 'claim',
      text,
      marks: shown.map((unit) => ({ unit, label: shortLabel(unit) })),
      more: units.length - shown.length,
    });
  }
  return { blocks };
}
