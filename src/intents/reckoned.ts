// figures of a matter, what is reckoned from them → every figure quoted, then 计算: terms, operator, result
import type { Citation } from '../bulletin/bulletin.ts';
import { citeFigure, type PlacedFigure } from './figure-place.ts';
import { countsCases, formatNumber, sameMeasure, sayDifference, saySum } from './figure-words.ts';
import { claim, draftAnswer, type Draft, type IntentContext } from './intent.ts';

export function sumOf(figures: readonly PlacedFigure[]): number {
  return figures.reduce((sum, { value }) => sum + value, 0);
}

/** 49件; (16个+7个). */
export function sayTerm(figures: readonly PlacedFigure[]): string {
  const terms = figures.map(({ text }) => text);
  return terms.length === 1 ? terms.join('') : `(${terms.join('+')})`;
}

/** 33.08%(约33.1%): with the figure people would repeat, and every number in it. */
function sayShare(share: number): { readonly text: string; readonly results: readonly string[] } {
  const result = `${formatNumber(share)}%`;
  const plain = `${formatNumber(share, 1)}%`;
  return plain === result
    ? { text: result, results: [result] }
    : { text: `${result}(约${plain})`, results: [result, plain] };
}

interface Beside {
  /** What the terms come to is told as well. */
  readonly total?: boolean;
  /** Figures that tell the same elsewhere, cited too. */
  readonly twin?: readonly PlacedFigure[];
}

export function draftDivision(
  context: IntentContext,
  wholes: readonly PlacedFigure[],
  parts: readonly PlacedFigure[],
  { total = false, twin = [] }: Beside = {},
): Draft {
  const share = (sumOf(parts) / sumOf(wholes)) * 100;
  const result = sayShare(share);
  const rounded = [...wholes, ...parts].some(({ approximate }) => approximate);
  const exact = !rounded && Math.abs(Number.parseFloat(result.text) - share) < 1e-9 ? '=' : '≈';
  const said = `${sayTerm(parts)}÷${sayTerm(wholes)}${exact}${result.text}`;
  const sums = [wholes, parts].filter((terms) => terms.length > 1 && (total || terms === parts)).map(saySum);
  return draftFigures(
    context,
    [...wholes, ...parts, ...twin],
    [...sums.map(({ text }) => text), said].join(';'),
    [...sums.map((sum) => sum.result), ...result.results],
  );
}

/** 没解决的占多少: what is left of the whole without the part, over the whole. */
export function draftRestShare(context: IntentContext, whole: PlacedFigure, part: PlacedFigure): Draft {
  const { text, result } = sayDifference(whole, part);
  const share = sayShare((1 - part.value / whole.value) * 100);
  const said = `${text};${result}÷${whole.text}≈${share.text}`;
  return draftFigures(context, [whole, part], said, [result, ...share.results]);
}

export interface Total {
  readonly label: string;
  readonly figures: readonly PlacedFigure[];
}

/** Every figure quoted, then one sum each; figures of different measures are shown and not added. */
export function draftTotals(context: IntentContext, totals: readonly Total[]): Draft {
  const mixed = totals.some(({ figures }) => !sameMeasure(figures) && !figures.every(countsCases));
  const figures = totals.flatMap((total) => total.figures);
  const units = [...new Set(figures.map(({ unit }) => unit))];
  const said = mixed
    ? []
    : totals
        .filter((total) => total.figures.length > 1)
        .map((total) => {
          const { text, result } = saySum(total.figures);
          const own = citeFigures(context, total.figures);
          return claim(`${total.label === '' ? '' : `${total.label}:`}计算:${text}`, own, {
            computed: [result],
          });
        });
  return draftAnswer({
    claims: [...citeFigures(context, figures).map((citation) => claim(citation.quote, [citation])), ...said],
    ...(mixed ? { notes: ['这些数字的单位不同,不作计算。'] } : {}),
    candidates: units,
    suggestions: ['原文'],
  });
}

export function draftFigures(
  context: IntentContext,
  figures: readonly PlacedFigure[],
  said: string,
  results: readonly string[],
): Draft {
  const citations = citeFigures(context, figures);
  return draftAnswer({
    claims: [
      ...citations.map((citation) => claim(citation.quote, [citation])),
      claim(`计算:${said}`, citations, { computed: results }),
    ],
    candidates: [...new Set(figures.map(({ unit }) => unit))],
    suggestions: ['原文'],
  });
}

/** One citation per place, figures of one clause together. */
function citeFigures({ bulletin, lookup }: IntentContext, figures: readonly PlacedFigure[]): Citation[] {
  const citations = new Map<number, Citation>();
  for (const figure of figures) {
    const unit = lookup.get(figure.unit);
    if (unit === undefined) continue;
    const citation = citeFigure(unit, bulletin.source, figure);
    citations.set(citation.span.start, citation);
  }
  return [...citations.values()];
}
