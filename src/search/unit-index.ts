import MiniSearch, { type Options } from 'minisearch';
import type { Bulletin } from '../bulletin/bulletin.ts';
import type { Tokenize } from './tokenizer.ts';

export interface UnitDocument {
  readonly id: string;
  readonly own: string;
  readonly heading: string;
  readonly section: string;
}

/** Terms are joined by a character no term holds, so that MiniSearch splits them back unchanged. */
export const TERM_SEPARATOR = '\u0001';

export const UNIT_INDEX_OPTIONS: Options<UnitDocument> = {
  fields: ['own', 'heading', 'section'],
  idField: 'id',
  tokenize: (text) => text.split(TERM_SEPARATOR),
  processTerm: (term) => (term === '' ? null : spellOut(term)),
};

/**
 * 房产 → `f23fi4a7`: MiniSearch looks for the next branch of its tree one by one, and thousands of different
 * characters branch at the root. Letters and digits of 36 kinds make loading four times as fast, queries twice.
 */
export function spellOut(term: string): string {
  let spelled = '';
  for (let i = 0; i < term.length; i += 1) spelled += term.charCodeAt(i).toString(36).padStart(4, '0');
  return spelled;
}

/** One document a unit: own text, its problem's heading, its section's heading. */
export function buildUnitIndex(bulletin: Bulletin, tokenize: Tokenize): MiniSearch<UnitDocument> {
  const index = new MiniSearch<UnitDocument>(UNIT_INDEX_OPTIONS);
  const units = new Map(bulletin.units.map((unit) => [unit.id, unit]));
  const join = (text: string): string => tokenize(text).join(TERM_SEPARATOR);
  for (const unit of bulletin.units) {
    const parent = units.get(unit.parent ?? '');
    const section = unit.path.map((id) => units.get(id)).filter((above) => above?.kind === 'section');
    index.add({
      id: unit.id,
      own: join(unit.text),
      heading: parent?.kind === 'problem' ? join(parent.text) : '',
      section: join(section.map((above) => above?.text.split('\n')[0] ?? '').join('\n')),
    });
  }
  return index;
}
