// two runs of clauses → figures and bigrams in common → do they say the same?
import { findAmounts } from '../text/amounts.ts';
import { findDates } from '../text/dates.ts';
import { rememberEach } from '../text/remember.ts';
import type { ClauseRun } from './clause-runs.ts';

/** A run repeats another when it shares this much of its bigrams, or all its figures and this much. */
const REPEATED = { bigrams: 0.72, withFigures: 0.4 };

interface Signature {
  readonly figures: ReadonlySet<string>;
  readonly bigrams: ReadonlySet<string>;
}

/** True when `run` says nothing that `told` does not: 「产业园已累计入驻企业73家」 after 「产业园已成功入驻企业73家」. */
export type FindRepetition = (run: ClauseRun, told: ClauseRun) => boolean;

/** What it has read of a run it keeps as long as the run lives. */
export function createRepetitionFinder(): FindRepetition {
  const read = rememberEach((run: ClauseRun): Signature => {
    let plain = run.text;
    for (const { text } of findDates(run.text)) plain = plain.replace(text, ' ');
    const figures = new Set(findAmounts(plain).map(({ value, unit }) => `${value}${unit}`));
    return { figures, bigrams: readBigrams(run.text) };
  });
  return (run, told) => {
    const own = read(run);
    const other = read(told);
    if (own.figures.size > 0 && ![...own.figures].every((figure) => other.figures.has(figure))) return false;
    let common = 0;
    for (const bigram of own.bigrams) if (other.bigrams.has(bigram)) common += 1;
    const share = own.bigrams.size === 0 ? 0 : common / own.bigrams.size;
    return share >= (own.figures.size > 0 ? REPEATED.withFigures : REPEATED.bigrams);
  };
}

function readBigrams(text: string): Set<string> {
  const plain = text.replace(/[^\p{L}\p{N}]/gu, '');
  const bigrams = new Set<string>();
  for (let i = 0; i + 1 < plain.length; i += 1) bigrams.add(plain.slice(i, i + 2));
  return bigrams;
}
