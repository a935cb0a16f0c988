// question → words → per unit: how much of the words' weight its own text meets, exactly, by a thesaurus group or in part
import { numberOf, type PassageStore } from './passages.ts';
import { entriesOf } from './postings.ts';
import type { Tokenize } from './tokenizer.ts';

/** What a word met by a thesaurus group, or by its single characters alone, counts beside the word itself. */
const BY_CONCEPT = 0.95;
const BY_CHARACTERS = 0.5;
/** A word known by single characters alone says little, however rare they are. */
const MOST_BY_CHARACTERS = 2;

/**
 * Share of the question's words met by each unit's own text, by position. A word counts once, by its best match: the
 * thesaurus groups it belongs to do not add up.
 */
export type MatchWords = (text: string) => Float64Array;

export function createWordMatcher(store: PassageStore, tokenize: Tokenize): MatchWords {
  const { clauses, clausePostings, rarities, unitCount } = store;
  const unitsWith = (term: number): Set<number> =>
    new Set(Array.from(entriesOf(clausePostings, term), (clause) => clauses.units[clause] ?? 0));
  const rarity = (term: number): number => rarities[term] ?? 0;
  const numberAll = (terms: readonly string[]): number[] =>
    terms.flatMap((term) => numberOf(store, term) ?? []);
  return (text) => {
    const shares = new Float64Array(unitCount);
    let total = 0;
    for (const word of new Set(tokenize(text, { wordsOnly: true, unigrams: true }))) {
      const terms = [...new Set(tokenize(word, { unigrams: true }))];
      const concepts = terms.filter((term) => term.startsWith('#'));
      const pieces = terms.filter((term) => !term.startsWith('#') && term.length > 1);
      const characters = terms.filter((term) => term.length === 1);
      const known = numberAll([...pieces, ...concepts]);
      const weight =
        known.length > 0
          ? Math.max(...known.map(rarity))
          : Math.min(MOST_BY_CHARACTERS, ...numberAll(characters).map(rarity));
      const met = new Map<number, number>();
      const meet = (found: readonly string[], worth: (count: number) => number): void => {
        const counts = new Map<number, number>();
        for (const term of numberAll(found)) {
          for (const unit of unitsWith(term)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
        }
        for (const [unit, count] of counts) met.set(unit, Math.max(met.get(unit) ?? 0, worth(count)));
      };
      meet(pieces, (count) => count / pieces.length);
      meet(concepts, () => BY_CONCEPT);
      meet(characters, (count) => (BY_CHARACTERS * count) / characters.length);
      for (const [unit, worth] of met) shares[unit] = (shares[unit] ?? 0) + weight * worth;
      total += weight;
    }
    return shares.map((share) => share / (total || 1));
  };
}
