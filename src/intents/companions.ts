// 共多少元、多少人; 查了几件几人 → beside every term of a sum its figure of the other measure asked for: 4起4人, 6件7人
import { readAllUnits, readAskedUnits } from './figure-ask.ts';
import { figuresOf } from './figure-match.ts';
import type { PlacedFigure } from './figure-place.ts';
import { countAlike, fitsUnits } from './figure-words.ts';
import type { IntentContext } from './intent.ts';
import { COUNTS_NOTHING } from './matter.ts';

/** 总金额和总人数各是多少: measures by their names. */
const CALLED = /总(?:金额|人数|面积|户数)/gu;

/** The terms of the sums asked for in other measures than `terms`; none where a term has no figure of one beside it. */
export function findCompanions(
  context: IntentContext,
  terms: readonly PlacedFigure[],
): readonly (readonly PlacedFigure[])[] {
  const { text } = context.question;
  const called = text.match(CALLED)?.map((name) => [...readAskedUnits(name)]) ?? [];
  const asked = called.length > 1 ? called : readAllUnits(text.replace(COUNTS_NOTHING, ''));
  const [first] = terms;
  if (asked.length < 2 || first === undefined) return [];
  const others = asked.map((units) => new Set(units)).filter((units) => !fits(first, units));
  const sums = others.map((units) => terms.map((term) => besideTerm(context, terms, term, units)));
  return sums.flatMap((sum) => {
    const known = sum.filter((figure) => figure !== null);
    return known.length === terms.length ? [known] : [];
  });
}

/** 4起 of 几件: things are counted in one word or another. */
function fits(figure: PlacedFigure, units: ReadonlySet<string>): boolean {
  return (
    fitsUnits(figure, units) || [...units].some((unit) => countAlike(figure, { ...figure, measured: unit }))
  );
}

/** The nearest figure of the measure in the same part, with no other term between. */
function besideTerm(
  context: IntentContext,
  terms: readonly PlacedFigure[],
  term: PlacedFigure,
  units: ReadonlySet<string>,
): PlacedFigure | null {
  const gap = ({ span }: PlacedFigure): number =>
    span.start >= term.span.end ? span.start - term.span.end : term.span.start - span.end;
  const parted = ({ span }: PlacedFigure): boolean =>
    terms.some(
      (other) =>
        other !== term &&
        Math.min(span.start, term.span.start) < other.span.start &&
        other.span.start < Math.max(span.start, term.span.start),
    );
  const near = figuresOf(context, term.unit)
    .filter(({ kind }) => kind === 'amount')
    .filter((figure) => figure !== term && figure.part.start === term.part.start && fits(figure, units))
    .filter((figure) => gap(figure) <= FARTHEST && !parted(figure));
  near.sort((a, b) => gap(a) - gap(b));
  return near[0] ?? null;
}

/** 款项金额2653938元,涉及168人: told in one breath. */
const FARTHEST = 12;
