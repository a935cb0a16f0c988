// one answer of the conversation → the figures it told, and the one that was asked for
import type { Turn } from '../question/turn.ts';
import { findAmounts } from '../text/amounts.ts';
import type { Span } from '../text/span.ts';
import { expectedUnits } from './answer-type.ts';
import { readAskedUnits } from './figure-ask.ts';
import { figuresOf } from './figure-match.ts';
import type { PlacedFigure } from './figure-place.ts';
import { fitsUnits, isRelative, meets } from './figure-words.ts';
import type { IntentContext } from './intent.ts';
import { createPartMatcher } from './matter.ts';
import { findPassages } from './passage.ts';
import { LEFT_OVER } from './whole-part.ts';

/** One answer of the conversation: what was asked, and what it quoted. */
export type Past = Pick<Turn, 'question' | 'units' | 'told'>;

/** By so much the figure meant must fit the question better than the next one. */
const CLEARLY = 0.05;

/** Several places side by side (立案3件〔296〕, 立案57件〔115〕) told no one figure; more than so many were no answer of one. */
const MOST_PLACES = 3;

/** The amount among what answered the question; null where none or several fit, or a rate was asked for. */
export function figureTold(context: IntentContext, past: Past, left: boolean): PlacedFigure | null {
  const { question } = past;
  if (expectedUnits(question).has('%')) return null;
  // 那9个项目扣了多少: what the question says itself is not what was told.
  const given = findAmounts(question);
  const fitting = amountsAsked(context, past).filter(
    (figure) => !given.some((amount) => meets(figure, amount)),
  );
  return left ? leftTold(context, question, fitting) : chooseTold(context, question, fitting);
}

/** The amounts the answer told that are counted in what was asked for. */
export function amountsAsked(context: IntentContext, past: Past): readonly PlacedFigure[] {
  const asked = new Set(readAskedUnits(past.question));
  return past.units
    .slice(0, MOST_PLACES)
    .flatMap((unit) => amountsTold(context, past, unit))
    .filter((figure) => fitsUnits(figure, asked));
}

/** 12个有物业小区已完成整改,4个正在有序推进: the one figure of what is left, in the sentence that tells what was asked. */
function leftTold(
  context: IntentContext,
  question: string,
  figures: readonly PlacedFigure[],
): PlacedFigure | null {
  const match = createPartMatcher(context);
  const [best] = [...figures].sort((a, b) => match(question, b).share - match(question, a).share);
  const [left, ...others] = figures.filter(
    ({ sentence, around }) => sentence.start === best?.sentence.start && LEFT_OVER.test(around[0] ?? ''),
  );
  return left === undefined || others.length > 0 ? null : left;
}

/** 有物业搞定几个: of 16个 and 12个已完成 what is done is told by the second. */
function doneAsAsked(question: string, { around }: PlacedFigure): number {
  return ASKS_DONE.test(question) && /已|完成/u.test(around[0] ?? '') ? CLEARLY : 0;
}

const ASKS_DONE = /(?:搞定|[弄做办改搞修拆建][完好成掉]|完成|整改|收回|追回|拆除|清退)了?(?:多少|几)/u;

/** The figure that fits the question clearly better than the next one; null where none does. */
export function chooseTold(
  context: IntentContext,
  question: string,
  figures: readonly PlacedFigure[],
): PlacedFigure | null {
  const match = createPartMatcher(context);
  const [best, next] = figures
    .map((figure) => ({ figure, fit: match(question, figure).share + doneAsAsked(question, figure) }))
    .sort((a, b) => b.fit - a.fit);
  return best === undefined || (next !== undefined && best.fit - next.fit < CLEARLY) ? null : best.figure;
}

/** The amounts of `unit` among what answered the question, shares and multiples left out. */
export function amountsTold(context: IntentContext, past: Past, unit: string): readonly PlacedFigure[] {
  return readTold(context, past, unit, 'amount').filter((figure) => !isRelative(figure));
}

/** The figures of one kind in the first words of `unit` that were quoted, or in its passage that answers the question best. */
export function readTold(
  context: IntentContext,
  { question, told = [] }: Past,
  unit: string,
  kind: PlacedFigure['kind'],
): readonly PlacedFigure[] {
  const span = told.find((quoted) => quoted.unit === unit) ?? findPassage(context, question, unit, kind);
  return figuresOf(context, unit).filter(
    (figure) =>
      figure.kind === kind && span !== null && span.start <= figure.span.start && figure.span.end <= span.end,
  );
}

function findPassage(
  { engine, bulletin }: IntentContext,
  question: string,
  unit: string,
  kind: PlacedFigure['kind'],
): Span | null {
  const ranked = engine.rank(question, { within: new Set([unit]), limit: 1 });
  return findPassages(bulletin.source, ranked, { text: question, askedFor: [kind] })[0]?.span ?? null;
}
