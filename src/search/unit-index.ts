// units → MiniSearch over their own text and headings → scores of a weighted question, by position of the unit
import MiniSearch, { type Options } from 'minisearch';
import type { Bulletin } from '../bulletin/bulletin.ts';
import { rememberRecent } from '../text/remember.ts';
import type { Tokenize } from './tokenizer.ts';
import type { RankingWeights, UNIT_FIELDS } from './weights.ts';

/** `id`: position of the unit in document order. */
type UnitDocument = { readonly id: number } & Readonly<Record<(typeof UNIT_FIELDS)[number], string>>;

/** How well the units' own words meet a question. */
export interface UnitScores {
  /** By position; 0 for none. */
  readonly scores: Float64Array;
  /** Positions of the units that hold a term, best first. */
  readonly order: readonly number[];
}

/** Terms are joined by a character no term holds, so that MiniSearch splits them back unchanged. */
const TERM_SEPARATOR = '\u0001';

const OPTIONS: Options<UnitDocument> = {
  fields: ['own', 'heading', 'section'],
  tokenize: (text) => text.split(TERM_SEPARATOR),
  processTerm: (term) => (term === '' ? null : spellOut(term)),
};

/**
 * 房产 → `f23fi4a7`: MiniSearch looks for the next branch of its tree one by one, and thousands of different
 * characters branch at the root. Letters and digits of 36 kinds make loading four times as fast, queries twice.
 */
function spellOut(term: string): string {
  let spelled = '';
  for (let i = 0; i < term.length; i += 1) spelled += term.charCodeAt(i).toString(36).padStart(4, '0');
  return spelled;
}

/** MiniSearch's own serialisation: one document a unit, with its text, its problem's heading, its sections' headings. */
export function buildUnitIndex({ units }: Bulletin, tokenize: Tokenize): string {
  const index = new MiniSearch<UnitDocument>(OPTIONS);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const join = (text: string): string => tokenize(text).join(TERM_SEPARATOR);
  for (const { text, parent, path, position } of units) {
    const above = byId.get(parent ?? '');
    const sections = path.map((id) => byId.get(id)).filter((unit) => unit?.kind === 'section');
    index.add({
      id: position,
      own: join(text),
      heading: above?.kind === 'problem' ? join(above.text) : '',
      section: join(sections.map((unit) => unit?.text.split('\n')[0] ?? '').join('\n')),
    });
  }
  return JSON.stringify(index);
}

/** Terms whose scores are kept: a message is ranked whole and in parts, and every one asks for 问题 and 整改. */
const MOST_TERMS = 1000;

/** What MiniSearch gives for one term: positions of units, and the score of each. */
interface TermScores {
  readonly positions: readonly number[];
  readonly scores: readonly number[];
}

/**
 * `boosts`: the terms of a question and what each counts. MiniSearch is asked for each term once; a unit's score is what
 * MiniSearch makes of terms asked together: their sum, times how many of them it holds.
 */
export function createUnitScorer(
  serialized: string,
  unitCount: number,
  { fields, bm25 }: Pick<RankingWeights, 'fields' | 'bm25'>,
): (boosts: ReadonlyMap<string, number>) => UnitScores {
  const index = MiniSearch.loadJSON<UnitDocument>(serialized, OPTIONS);
  const remember = rememberRecent<TermScores>(MOST_TERMS);
  const scoreTerm = (term: string): TermScores =>
    remember(term, () => {
      const found = index.search(term, { boost: fields, bm25 });
      return { positions: found.map(({ id }) => Number(id)), scores: found.map(({ score }) => score) };
    });
  return (boosts) => {
    const scores = new Float64Array(unitCount);
    const held = new Int32Array(unitCount);
    for (const [term, boost] of boosts) {
      const found = scoreTerm(term);
      for (const [i, position] of found.positions.entries()) {
        scores[position] = (scores[position] ?? 0) + boost * (found.scores[i] ?? 0);
        held[position] = (held[position] ?? 0) + 1;
      }
    }
    const order: number[] = [];
    for (const [position, terms] of held.entries()) {
      scores[position] = (scores[position] ?? 0) * terms;
      if (terms > 0) order.push(position);
    }
    order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    return { scores, order };
  };
}
