import type { Answer } from '../answer/answer.ts';
import type { ExpectedTurn } from './question-set.ts';

/** What one answer is worth, after the rules of CONTRACT.md. */
export interface Score {
  readonly correct: boolean;
  /** Null where nothing must be cited. */
  readonly citationRecall: number | null;
  readonly citationPrecision: number | null;
  readonly verbatim: boolean;
  readonly shouldRefuse: boolean;
  readonly refused: boolean;
  /** Rank of the first right unit among the candidates, 1-based; null when none or none expected. */
  readonly hit: number | null;
  readonly ranked: boolean;
  readonly length: number;
  readonly why: string;
}

/** Kinds that must cite nothing else; `matter` is a list whose subject the bulletin says in other words. */
const LISTS = new Set(['list', 'matter']);

export function scoreAnswer(answer: Answer, expected: ExpectedTurn, type: string, source: string): Score {
  const cited = new Set(answer.citations.map(({ unit }) => unit));
  const right = new Set([...expected.gold, ...expected.accept]);
  const wanted = expected.any_of ? [...right] : expected.gold;
  const found = wanted.filter((unit) => cited.has(unit));
  const citesEnough = expected.any_of
    ? wanted.length === 0 || found.length > 0
    : found.length === expected.gold.length;
  const text = fold(answer.text);
  const missing = expected.facts.filter((group) => !group.some((fact) => text.includes(fold(fact))));
  const stray = LISTS.has(type) ? [...cited].filter((unit) => !right.has(unit)) : [];
  const why = expected.refuse
    ? answer.refused
      ? ''
      : 'not refused'
    : [
        answer.refused ? `refused (${answer.reason ?? ''})` : '',
        citesEnough
          ? ''
          : `cites ${[...cited].slice(0, 12).join(',') || 'nothing'} not ${expected.gold.join(',')}`,
        missing.length > 0 ? `lacks ${missing.map((group) => group[0] ?? '').join(' / ')}` : '',
        stray.length > 0 ? `stray ${stray.slice(0, 8).join(',')}` : '',
      ]
        .filter((part) => part !== '')
        .join('; ');
  const hits = answer.candidates.findIndex(
    (unit) => expected.gold.includes(unit) || (expected.any_of && right.has(unit)),
  );
  return {
    correct: why === '',
    citationRecall:
      expected.refuse || wanted.length === 0
        ? null
        : expected.any_of
          ? Math.min(1, found.length)
          : found.length / wanted.length,
    citationPrecision:
      expected.refuse || cited.size === 0 || right.size === 0
        ? null
        : [...cited].filter((unit) => right.has(unit)).length / cited.size,
    verbatim: answer.citations.every(({ quote, start, end }) => source.slice(start, end) === quote),
    shouldRefuse: expected.refuse,
    refused: answer.refused,
    hit: hits < 0 ? null : hits + 1,
    ranked: !expected.refuse && expected.gold.length > 0,
    length: answer.text.length,
    why,
  };
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}
