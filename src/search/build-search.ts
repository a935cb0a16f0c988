// bulletin + expansions + tokenizer → unit index (MiniSearch) + clause and wording terms
import type { Bulletin } from '../bulletin/bulletin.ts';
import { splitClauses, splitSentences } from '../text/sentences.ts';
import type { Expansion } from './expansion.ts';
import type { ClauseData, LineData, SearchData } from './index-data.ts';
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
  const numberTerms = (text: string): number[] => {
    const terms = new Set(tokenize(text, { dropStopwords: true, unigrams: true }));
    return [...terms].map((term) => {
      const known = numbers.get(term);
      if (known !== undefined) return known;
      numbers.set(term, numbers.size);
      return numbers.size - 1;
    });
  };
  const clauses: ClauseData[] = [];
  for (const unit of bulletin.units) {
    splitSentences(bulletin.source, unit.body).forEach((sentence, n) => {
      for (const clause of splitClauses(bulletin.source, sentence)) {
        const t = numberTerms(bulletin.source.slice(clause.start, clause.end));
        clauses.push({ u: unit.position, s: clause.start, e: clause.end, n, t });
      }
    });
  }
  const position = new Map(bulletin.units.map((unit) => [unit.id, unit.position]));
  const lines: LineData[] = expansions.map(({ unit, query, anchor }) => ({
    u: position.get(unit) ?? 0,
    a: anchor === null ? null : [anchor.start, anchor.end],
    t: numberTerms(query),
  }));
  const units = JSON.stringify(buildUnitIndex(bulletin, tokenize));
  return {
    terms: [...numbers.keys()],
    unitCounts: countUnits(numbers.size, [...clauses, ...lines]),
    clauses,
    lines,
    units,
    learned: [...learned],
  };
}

function countUnits(termCount: number, passages: readonly (ClauseData | LineData)[]): number[] {
  const units = Array.from({ length: termCount }, () => new Set<number>());
  for (const { u, t } of passages) for (const term of t) units[term]?.add(u);
  return units.map(({ size }) => size);
}
