// bulletin + expansions + tokenizer → terms of clauses, of everyday wordings, and the unit index
import type { Bulletin } from '../bulletin/bulletin.ts';
import { normalizeText } from '../text/normalize.ts';
import { splitClauses, splitSentences } from '../text/sentences.ts';
import { readPairs } from './ask-kinds.ts';
import { packAsks } from './asks.ts';
import type { Expansion } from './expansion.ts';
import { packTable, type PassageEntry, type SearchData } from './index-data.ts';
import type { Tokenize } from './tokenizer.ts';
import { buildUnitIndex } from './unit-index.ts';

/** Deterministic: the same inputs give the same object, key for key. */
export function buildSearchData(
  bulletin: Bulletin,
  expansions: readonly Expansion[],
  tokenize: Tokenize,
  learned: readonly string[],
): SearchData {
  const numbers = new Map<string, number>();
  const numberOf = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  };
  const numberTerms = (text: string): number[] =>
    [...new Set(tokenize(text, { dropStopwords: true, unigrams: true }))].map(numberOf);
  const clauses: PassageEntry[] = [];
  for (const unit of bulletin.units) {
    splitSentences(bulletin.source, unit.body).forEach((sentence, n) => {
      for (const clause of splitClauses(bulletin.source, sentence)) {
        const terms = numberTerms(bulletin.source.slice(clause.start, clause.end));
        clauses.push({ unit: unit.position, span: clause, sentence: n, terms });
      }
    });
  }
  const position = new Map(bulletin.units.map((unit) => [unit.id, unit.position]));
  const positionOf = ({ unit }: Expansion): number => position.get(unit) ?? 0;
  // Those of one unit follow each other, whatever the order of the file.
  const wordings = [...expansions].sort((a, b) => positionOf(a) - positionOf(b));
  const lines = wordings.map((wording): PassageEntry => ({
    unit: positionOf(wording),
    span: wording.anchor,
    sentence: 0,
    terms: numberTerms(wording.query),
  }));
  const unitCounts = countUnits(numbers.size, [...clauses, ...lines]);
  const printed = readPairs(normalizeText(bulletin.source).text);
  return {
    terms: [...numbers.keys()],
    unitCounts,
    clauses: packTable(clauses),
    lines: packTable(lines),
    printed: [...printed].join(''),
    asks: packAsks(wordings),
    units: buildUnitIndex(bulletin, tokenize),
    learned: [...learned],
  };
}

function countUnits(termCount: number, passages: readonly PassageEntry[]): Int32Array {
  const units = Array.from({ length: termCount }, () => new Set<number>());
  for (const { unit, terms } of passages) for (const term of terms) units[term]?.add(unit);
  return Int32Array.from(units, ({ size }) => size);
}
