// words no measure prints in one piece → measures whose sentence holds nearly all of them and every figure
import type { UnitId } from '../bulletin/bulletin.ts';
import { findAmounts, PERSONS, type Amount } from '../text/amounts.ts';
import type { MatchedClause } from '../search/query-match.ts';
import { findDates } from '../text/dates.ts';
import type { IntentContext } from './intent.ts';

/** Share of the words' weight a sentence must hold, absolutely and of the best; a figure among them says much itself. */
const ENOUGH = { words: 0.6, figures: 0.42 };
const NEAR_BEST = { words: 0.8, figures: 0.55 };
const SHORTEST = 6;
const READ_UNITS = 30;

/** 35名, 399人次, 107次: a figure that tells one fact from others. */
export function hasFigure(words: string): boolean {
  return readFigures(words).length > 0;
}

function readFigures(words: string): Amount[] {
  const dates = findDates(words);
  return findAmounts(words).filter(
    ({ unit, text, span }) =>
      unit !== '' &&
      /\d|[一二两三四五六七八九]?[十百千万]\S*[多余来]/u.test(text) &&
      !dates.some((date) => date.span.start < span.end && span.start < date.span.end),
  );
}

/** Measures told of by `words` in another order: 10月初人事调整提拔35名干部, 136处欠租房产 for 欠租房产136处. */
export function findByWords({ engine, lookup }: IntentContext, words: string): UnitId[] {
  if (words.length < SHORTEST) return [];
  const figures = readFigures(words);
  const mode = figures.length > 0 ? 'figures' : 'words';
  const within = new Set(
    lookup.measures
      .filter(({ text }) => figures.every((figure) => printsFigure(text, figure)))
      .map(({ id }) => id),
  );
  if (within.size === 0) return [];
  const shares = engine
    .rank(words, { within, limit: READ_UNITS })
    .map(({ unit, clauses, shares: weights }) => {
      const held = groupBySentence(clauses).map((terms) =>
        [...terms].reduce((sum, term) => sum + (weights.get(term) ?? 0), 0),
      );
      return { unit, share: Math.max(0, ...held) };
    });
  const best = Math.max(0, ...shares.map(({ share }) => share));
  if (best < ENOUGH[mode]) return [];
  return shares.filter(({ share }) => share >= best * NEAR_BEST[mode]).map(({ unit }) => unit);
}

/** The question's terms found in each sentence of a unit. */
export function groupBySentence(clauses: readonly MatchedClause[]): Set<number>[] {
  const sentences = new Map<number, Set<number>>();
  for (const { sentence, found } of clauses) {
    const terms = sentences.get(sentence) ?? new Set<number>();
    for (const term of found) terms.add(term);
    sentences.set(sentence, terms);
  }
  return [...sentences.values()];
}

function printsFigure(text: string, { value, unit }: Amount): boolean {
  return findAmounts(text).some(
    (printed) =>
      printed.value === value &&
      (printed.unit === unit || (PERSONS.includes(printed.unit) && PERSONS.includes(unit))),
  );
}
