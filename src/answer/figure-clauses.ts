// figure of the claim → its clause → the source clause that says the same: does it print the figure, or another one?
import type { Amount } from '../text/amounts.ts';
import { rememberEach } from '../text/remember.ts';
import { clauseAt, clausesOf, countShared, splitIntoClauses, type Clause } from './alignment.ts';
import { sameUnit } from './measure-words.ts';
import type { Stated } from './stated.ts';

/** So many pairs of characters make a clause the same. */
const LEAST = 4;
/** Larger figures seldom stand in a unit by chance. */
const LARGEST = 60;

/**
 * Why a figure seems to be taken from elsewhere in its unit: 「1人因拒不配合整改受到组织处理」 where that clause prints
 * 2人 and 1人 stands in another one; null when none does.
 */
export function refuteFigureClauses(claim: Stated, sources: readonly Stated[]): string | null {
  const clauses = splitIntoClauses(claim.text);
  for (const amount of claim.amounts) {
    const clause = clauseAt(clauses, amount.span.start);
    if (clause === undefined || amount.unit === '' || amount.value > LARGEST) continue;
    const words = new Set([...clause.grams].filter((gram) => !/\d/u.test(gram)));
    let home = 0;
    let rival = { shared: 0, text: '' };
    for (const { source, figures, said } of sources.flatMap(placeFigures)) {
      if (figures.some(({ value, unit }) => value === amount.value && sameUnit(unit, amount.unit))) {
        home = Math.max(home, countShared(words, said));
        continue;
      }
      const other = figures.find(
        ({ value, unit }) =>
          unit === amount.unit && value <= LARGEST && !claim.amounts.some((own) => own.value === value),
      );
      const shared = countShared(words, source.grams);
      if (other !== undefined && shared > rival.shared) rival = { shared, text: other.text };
    }
    if (rival.shared >= LEAST && home <= 1 && !standsBeside(claim, amount, clause, sources)) {
      return `figure ${amount.text} stands where the source has ${rival.text}`;
    }
  }
  return null;
}

/** 「8处0.1万平方米」: another figure of its clause stands beside it in a source too. */
function standsBeside(claim: Stated, amount: Amount, clause: Clause, sources: readonly Stated[]): boolean {
  const others = claim.amounts.filter(
    ({ span, value }) =>
      value !== amount.value && clause.start <= span.start && span.start < clause.start + clause.text.length,
  );
  return sources.some((source) => {
    const placed = placeFigures(source);
    return placed.some(({ figures, source: { sentence } }, at) => {
      if (!figures.some(({ value, unit }) => value === amount.value && unit === amount.unit)) return false;
      const next = placed[at + 1];
      const beside = next?.source.sentence === sentence ? next.figures : [];
      return [...figures, ...beside].some(({ value, unit }) =>
        others.some((other) => other.value === value && other.unit === unit),
      );
    });
  });
}

interface Placed {
  readonly source: Clause;
  readonly figures: Stated['amounts'];
  /** What is said of them: the clause and those behind it without figures of their own. */
  readonly said: ReadonlySet<string>;
}

/** The figures of a text by the clauses they stand in. */
export const placeFigures = rememberEach((stated: Stated): readonly Placed[] => {
  const clauses = clausesOf(stated).map((source) => ({
    source,
    figures: stated.amounts.filter(
      ({ span }) => source.start <= span.start && span.start < source.start + source.text.length,
    ),
  }));
  return clauses.map(({ source, figures }, at) => {
    const end = clauses.findIndex(
      (other, index) => index > at && (other.figures.length > 0 || other.source.sentence !== source.sentence),
    );
    const behind = clauses.slice(at, end < 0 ? undefined : end);
    return { source, figures, said: new Set(behind.flatMap((other) => [...other.source.grams])) };
  });
});
