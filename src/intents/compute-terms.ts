// operation → the placed figures it works on: all told together where one place of the bulletin has them, else none
import type { Operation } from './compute-ask.ts';
import { createLabelMatcher, figuresOf, findFigures, type MatchLabel } from './figure-match.ts';
import type { PlacedFigure } from './figure-place.ts';
import { sameMeasure } from './figure-words.ts';
import type { IntentContext } from './intent.ts';
import { findAmounts, type Amount } from '../text/amounts.ts';

export interface Terms {
  /** Every figure, in the order they are shown. */
  readonly figures: readonly PlacedFigure[];
  /** One computation each; the label is empty when there is only one. */
  readonly groups: readonly { readonly label: string; readonly figures: readonly PlacedFigure[] }[];
}

/** Share of a label that must stand near its figure. */
const ENOUGH = 0.5;
/** Share of the question that must stand near the figures when they are only counted. */
const ENOUGH_QUESTION = 0.4;
/** The same in the unit that retrieval finds first. */
const ENOUGH_FIRST = 0.2;
/** What the rest of the question adds to a label's fit. */
const WHOLE_QUESTION = 0.3;
const READ_UNITS = 6;
const READ_PARTS = 3;
/** Terms that are neither named nor counted are a whole row. */
const LEAST_UNNAMED = 3;

export function single(figures: readonly PlacedFigure[]): Terms {
  return { figures, groups: [{ label: '', figures }] };
}

/** Figures by the unit, sentence or clause they stand in, in the order of the first of each. */
export function byPlace(
  figures: readonly PlacedFigure[],
  place: 'unit' | 'sentence' | 'part' | 'clause',
): PlacedFigure[][] {
  const groups = new Map<string | number, PlacedFigure[]>();
  for (const figure of figures) {
    const key = place === 'unit' ? figure.unit : figure[place].start;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()];
}

const PERSONS = new Set(['人', '名', '位', '人次']);

/** 多少人 is met by 64人, 3500多名 and 8475人次. */
export function fitsUnits({ measured }: PlacedFigure, units: readonly string[]): boolean {
  return units.includes(measured) || (PERSONS.has(measured) && units.some((unit) => PERSONS.has(unit)));
}

/** The amounts the question names as the bulletin prints them: 260人, 614起, 285名 for 285人. */
export function findGiven(
  figures: readonly PlacedFigure[],
  { given }: Pick<Operation, 'given'>,
): PlacedFigure[] {
  return given.flatMap((amount) => {
    const same = figures.filter((figure) => meansFigure(amount, figure));
    return [
      same.find(({ measured }) => measured === amount.unit) ?? (amount.approximate ? [] : (same[0] ?? [])),
    ].flat();
  });
}

/** 八百多条 means 864条, 一百三十多条 means 137条. */
function meansFigure({ value, approximate, text }: Amount, figure: PlacedFigure): boolean {
  if (!approximate || !/[多余几]/u.test(text)) return figure.value === value;
  const step = 10 ** (/0*$/u.exec(String(value))?.[0].length ?? 0);
  return figure.value >= value && figure.value < value + step;
}

/** Amounts of the units retrieval finds for the question. */
export function readFigures(context: IntentContext): PlacedFigure[] {
  return findFigures(context, [context.question.text], READ_UNITS).filter(({ kind }) => kind === 'amount');
}

function readCandidates(context: IntentContext, { labels, units }: Operation): PlacedFigure[] {
  const { text, references } = context.question;
  const named = references.flatMap(({ kind, units: ids }) => (kind === 'measure' ? ids : []));
  const figures =
    named.length > 0
      ? named.flatMap((id) => figuresOf(context, id))
      : findFigures(context, [text, ...labels.map((label) => `${label} ${text}`)], READ_UNITS);
  return figures.filter(
    ({ kind, measured }) =>
      kind === 'amount' && measured !== '%' && (units.length === 0 || units.includes(measured)),
  );
}

/** Terms told in one breath belong together more often than terms from all over a unit. */
const TOGETHER = { clause: 0.3, sentence: 0.2, unit: 0 };

/** One figure per label, none twice, all in one clause, sentence or unit; the place whose figures fit best. */
export function findLabelled(context: IntentContext, operation: Operation): Terms | null {
  const match = createLabelMatcher(context);
  const all = readCandidates(context, operation);
  let best: { figures: PlacedFigure[]; worth: number } | null = null;
  for (const place of operation.loose
    ? (['clause', 'sentence'] as const)
    : (['clause', 'sentence', 'unit'] as const)) {
    for (const figures of byPlace(all, place)) {
      const found = assignLabels(operation.labels, figures, match, context.question.text);
      if (found === null) continue;
      const worth = found.worth + TOGETHER[place];
      if (best === null || worth > best.worth) best = { figures: found.figures, worth };
    }
  }
  return best === null ? findNamed(context, operation) : single(best.figures);
}

/** 541件和559件合计: every term is a number the question names, printed wherever. */
function findNamed(context: IntentContext, { labels, given }: Operation): Terms | null {
  if (given.length !== labels.length || labels.length < 2) return null;
  const match = createLabelMatcher(context);
  const anywhere = context.lookup.measures
    .flatMap(({ id }) => figuresOf(context, id))
    .filter((figure) => given.some(({ value, unit }) => value === figure.value && unit === figure.measured))
    .sort((a, b) => match(context.question.text, b) - match(context.question.text, a));
  const found = findGiven(anywhere, { given });
  return found.length === labels.length ? single(found) : null;
}

interface Assigned {
  readonly figures: PlacedFigure[];
  /** Mean fit of a label. */
  readonly worth: number;
}

function assignLabels(
  labels: readonly string[],
  figures: readonly PlacedFigure[],
  match: MatchLabel,
  question: string,
): Assigned | null {
  if (figures.length < labels.length) return null;
  const chosen: PlacedFigure[] = [];
  let worth = 0;
  for (const [index, label] of labels.entries()) {
    const [best] = figures
      .filter((figure) => !chosen.includes(figure) && figure.measured === (chosen[0] ?? figure).measured)
      .map((figure) => ({ figure, fit: fitLabel(label, figure, match, index === 0) }))
      .filter(({ fit }) => fit >= ENOUGH)
      .map((one) => ({ ...one, worth: one.fit + WHOLE_QUESTION * match(question, one.figure) }))
      .sort((a, b) => b.worth - a.worth);
    if (best === undefined) return null;
    chosen.push(best.figure);
    worth += best.worth;
  }
  return { figures: chosen, worth: worth / labels.length };
}

/** 还没收回的 means 剩余8处…暂未收回, 收回来的 does not. */
function agreeOnRest(label: string, { around }: PlacedFigure): number {
  const left = /没有?|未|剩/u;
  return left.test(label) === left.test(around[1] ?? '') ? 1 : DISAGREES;
}

const DISAGREES = 0.6;

/**
 * A label that names a number (37个, 32人谈话提醒) means the figure of that value. The first label may carry words of the whole list in
 * front (理论宣讲进机关): then its end says more.
 */
function fitLabel(label: string, figure: PlacedFigure, match: MatchLabel, first: boolean): number {
  const amount = findAmounts(label).find(({ unit, text }) => unit !== '' && /\d/u.test(text));
  if (amount !== undefined) return amount.value === figure.value && amount.unit === figure.measured ? 1 : 0;
  const whole = match(label, figure) * agreeOnRest(label, figure);
  return first && label.length > 4 ? Math.max(whole, match(label.slice(-2), figure) * 0.9) : whole;
}

/** 三处…加起来多少人次: exactly so many figures of that measure in one sentence, else in one unit. */
export function findCounted(context: IntentContext, operation: Operation): Terms | null {
  const { count, loose, units } = operation;
  const ofCount = (figures: readonly PlacedFigure[]): boolean => figures.length === count;
  const ofRow = (figures: readonly PlacedFigure[]): boolean => !loose && figures.length >= LEAST_UNNAMED;
  // 拨的钱总数: one figure may be meant, but for two told in one clause.
  const together = (figures: readonly PlacedFigure[]): boolean =>
    !loose && units.length > 0 && inOneClause(figures);
  if (/总[人件户场]?数/u.test(context.question.text))
    return findRow(context, operation, 'sentence', together);
  if (count === null)
    return findRow(context, operation, 'sentence', (figures) => ofRow(figures) || together(figures));
  // 那4个问题处理的人加起来: the number counts something else.
  return (
    findRow(context, operation, 'sentence', ofCount) ??
    findRow(context, operation, 'unit', ofCount) ??
    findRow(context, operation, 'sentence', ofRow)
  );
}

function findRow(
  context: IntentContext,
  operation: Operation,
  place: 'sentence' | 'unit',
  fits: (figures: readonly PlacedFigure[]) => boolean,
): Terms | null {
  const match = createLabelMatcher(context);
  const { text } = context.question;
  const fitting = byPlace(readCandidates(context, operation), place)
    .map(withoutTotal)
    .filter((figures) => figures.length >= 2 && new Set(figures.map(({ measured }) => measured)).size === 1)
    .filter(fits)
    .map((figures) => ({ figures, fit: Math.max(...figures.map((figure) => match(text, figure))) }))
    .filter(({ figures, fit }) => fit >= enoughFor(context, figures[0]))
    .sort((a, b) => b.fit - a.fit)[0];
  return fitting === undefined ? null : single(fitting.figures);
}

/** 「办公经费680万元、专项经费14万元」. */
function inOneClause(figures: readonly PlacedFigure[]): boolean {
  return new Set(figures.map(({ clause }) => clause.start)).size === 1;
}

/** 活动750余场,其中进机关108场、…: the total in front of 其中 is none of its parts. */
function withoutTotal(figures: readonly PlacedFigure[]): PlacedFigure[] {
  const [total, ...parts] = figures;
  const first = parts[0];
  if (total === undefined || first === undefined || parts.length < 2) return [...figures];
  const opens = first.clause.start > total.clause.start && /其中/u.test((first.around[1] ?? '').slice(0, 4));
  return opens && parts.every(({ value }) => value < total.value) ? parts : [...figures];
}

/** Share of the question that must stand near a figure: little in the unit retrieval finds first, whatever words it is put in. */
export function enoughFor({ engine, question }: IntentContext, figure: PlacedFigure | undefined): number {
  const first = engine.rank(question.text, { limit: 1 })[0]?.unit === figure?.unit;
  return first ? ENOUGH_FIRST : ENOUGH_QUESTION;
}

/** 「其他处理260人里,除掉诫勉的」: the total the question names, less the labelled part, in one unit. */
export function findDifference(context: IntentContext, operation: Operation): Terms | null {
  const match = createLabelMatcher(context);
  const [label] = operation.labels;
  if (label === undefined) return null;
  for (const figures of byPlace(readCandidates(context, operation), 'unit')) {
    const [total, named] = findGiven(figures, operation).sort((a, b) => b.value - a.value);
    if (total === undefined) continue;
    if (named !== undefined && named.value < total.value && sameMeasure([total, named]))
      return single([total, named]);
    const part = figures
      .filter(
        (figure) => figure !== total && figure.measured === total.measured && figure.value < total.value,
      )
      .map((figure) => ({ figure, fit: match(label, figure) }))
      .filter(({ fit }) => fit >= ENOUGH)
      .sort((a, b) => b.fit - a.fit)[0];
    if (part !== undefined) return single([total, part.figure]);
  }
  return null;
}

/** What is finished and what remains, each told in several parts: 14个…62个已完成, 5个…43个推进中. */
export function findParts(context: IntentContext, { units }: Operation): Terms | null {
  const ranked = context.engine.rank(context.question.text, { limit: READ_PARTS });
  const problem = context.lookup.get(ranked[0]?.unit ?? '')?.parent;
  for (const { unit } of ranked) {
    if (context.lookup.get(unit)?.parent !== problem) continue;
    const status = context.facts.get(unit)?.status;
    if (status === undefined) continue;
    const figures = figuresOf(context, unit).filter(
      (figure) => figure.kind === 'amount' && (units.length === 0 || fitsUnits(figure, units)),
    );
    const inside = (citations: typeof status.finished): PlacedFigure[] =>
      citations.flatMap(
        ({ span }) =>
          figures.find((figure) => span.start <= figure.span.start && figure.span.end <= span.end) ?? [],
      );
    const finished = inside(status.finished);
    const remaining = inside(status.remaining);
    if (finished.length < 2 || remaining.length < 2) continue;
    const done = { label: '已完成', figures: finished };
    if (!/还|没|未|剩/u.test(context.question.text)) return { figures: finished, groups: [done] };
    const groups = [done, { label: '未完成', figures: remaining }];
    return { figures: [...finished, ...remaining], groups };
  }
  return null;
}
