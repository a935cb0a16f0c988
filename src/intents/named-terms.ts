// labels of a sum (办公经费, 专项经费) → one figure each, none twice, told together: in one clause, sentence or unit
import { createLabelMatcher, figuresOf, findFigures, type MatchLabel } from './figure-match.ts';
import { isAside, type PlacedFigure } from './figure-place.ts';
import { countsCases, fitsUnits } from './figure-words.ts';
import type { IntentContext } from './intent.ts';
import { readNumber } from './sum-labels.ts';

/** Share of a label that must stand near its figure. */
const ENOUGH = 0.5;
/** What the rest of the question adds to a label's fit. */
const WHOLE_QUESTION = 0.3;
const READ_UNITS = 6;
/** Terms told in one breath belong together more often than terms from all over a unit. */
const TOGETHER = { clause: 0.22, sentence: 0.2, unit: 0 };
const DISAGREES = 0.6;

type Place = keyof typeof TOGETHER;

/** `loose`: the question may mean one figure, so its terms must stand in one sentence. */
export interface NamedSum {
  readonly labels: readonly string[];
  readonly units: ReadonlySet<string>;
  readonly loose: boolean;
}

/** 批评教育帮助和处理132人: printed in one breath, and one figure is of both. */
function areOnePhrase({ bulletin }: IntentContext, [a = '', b = '', ...more]: readonly string[]): boolean {
  return more.length === 0 && bulletin.source.includes(`${a.slice(-2)}和${b.slice(0, 2)}`);
}

/** 查处4起, 查处6件. */
function areAlike(a: PlacedFigure, b: PlacedFigure): boolean {
  return a.measured === b.measured || (countsCases(a) && countsCases(b));
}

/** The place whose figures fit the labels best; null where a label has none. */
export function findNamedTerms(
  context: IntentContext,
  { labels, units, loose }: NamedSum,
): readonly PlacedFigure[] | null {
  if (loose && areOnePhrase(context, labels)) return null;
  const match = createLabelMatcher(context);
  const all = readCandidates(context, labels).filter(
    (figure) =>
      fitsUnits(figure, units) ||
      (countsCases(figure) && [...units].some((measured) => countsCases({ measured }))),
  );
  const places: readonly Place[] = loose ? ['clause', 'sentence'] : ['clause', 'sentence', 'unit'];
  const found = places.flatMap((place) =>
    groupByPlace(all, place).flatMap((figures) => {
      const assigned = assignLabels(labels, figures, match, context.question.text);
      return assigned === null ? [] : [{ ...assigned, worth: assigned.worth + TOGETHER[place] }];
    }),
  );
  found.sort((a, b) => b.worth - a.worth);
  return found[0]?.figures ?? findNumbers(context, labels, match);
}

/** Amounts of the measures named, else of the units that retrieval finds for the question and for each label. */
function readCandidates(context: IntentContext, labels: readonly string[]): PlacedFigure[] {
  const { text, references } = context.question;
  const named = references.flatMap(({ kind, units }) => (kind === 'measure' ? units : []));
  const figures =
    named.length > 0
      ? named.flatMap((id) => figuresOf(context, id))
      : findFigures(context, [text, ...labels.map((label) => `${label} ${text}`)], READ_UNITS);
  return figures.filter((figure) => figure.kind === 'amount' && figure.measured !== '%' && !isAside(figure));
}

/** Figures by the unit, sentence or clause they stand in, in the order of the first of each. */
export function groupByPlace(
  figures: readonly PlacedFigure[],
  place: 'unit' | 'sentence' | 'clause',
): PlacedFigure[][] {
  const groups = new Map<string | number, PlacedFigure[]>();
  for (const figure of figures) {
    const key = place === 'unit' ? figure.unit : figure[place].start;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()];
}

interface Assigned {
  readonly figures: readonly PlacedFigure[];
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
      .filter((figure) => !chosen.includes(figure) && areAlike(figure, chosen[0] ?? figure))
      .map((figure) => ({ figure, fit: fitLabel(label, figure, match, index === 0) }))
      .filter(({ fit }, _, fits) => fit >= ENOUGH && tellsApart(fit, fits, labels.length - index))
      .map((one) => ({ ...one, worth: one.fit + WHOLE_QUESTION * match(question, one.figure) }))
      .sort((a, b) => b.worth - a.worth);
    if (best === undefined) return null;
    chosen.push(best.figure);
    worth += best.worth;
  }
  return { figures: chosen, worth: worth / labels.length };
}

/** 流动摊贩、低效回复那几个问题,…立案1人、提醒2人、函询3人: of more figures than labels, a label that all of them are told with is none of one. */
function tellsApart(
  fit: number,
  all: readonly { readonly figure: PlacedFigure; readonly fit: number }[],
  labelsLeft: number,
): boolean {
  const alike = all.filter((other) => other.figure.measured === all[0]?.figure.measured);
  return alike.length <= labelsLeft || alike.some((other) => Math.abs(other.fit - fit) > ALIKE);
}

/** Labels met less apart than this are met alike. */
const ALIKE = 0.02;

/**
 * A label that names a number (37个, 32人谈话提醒) means the figure of that value. The first label may carry words of the whole list in
 * front (理论宣讲进机关): then its end says more.
 */
function fitLabel(label: string, figure: PlacedFigure, match: MatchLabel, first: boolean): number {
  const number = readNumber(label);
  if (number !== null) return number.value === figure.value && number.unit === figure.measured ? 1 : 0;
  const whole = match(label, figure) * agreeOnRest(label, figure) * agreeOnYear(label, figure);
  return first && label.length > 4 ? Math.max(whole, match(label.slice(-2), figure) * 0.9) : whole;
}

/** 还没收回的 means 剩余8处…暂未收回, 收回来的 does not. */
function agreeOnRest(label: string, { around }: PlacedFigure): number {
  const left = /没有?|未|剩/u;
  return left.test(label) === left.test(around[1] ?? '') ? 1 : DISAGREES;
}

/** 2023和2024两年: a bare year means the figure that stands with it, not one of another year, nor one of none. */
function agreeOnYear(label: string, { text, around: [, clause = ''] }: PlacedFigure): number {
  const year = /(?<!\d)(?:19|20)\d{2}(?![\d年])/u.exec(label)?.[0];
  const own = clause.split('、').find((piece) => piece.includes(text)) ?? clause;
  if (year === undefined || own.includes(year)) return 1;
  return /(?:19|20)\d{2}/u.test(own) ? 0 : DISAGREES;
}

/** 541件和559件合计: every term is a number the question names, printed wherever. */
function findNumbers(
  context: IntentContext,
  labels: readonly string[],
  match: MatchLabel,
): readonly PlacedFigure[] | null {
  const numbers = labels.map(readNumber).filter((number) => number !== null);
  if (numbers.length < labels.length) return null;
  const anywhere = context.lookup.measures.flatMap(({ id }) => figuresOf(context, id));
  const found = numbers.flatMap(({ value, unit }) => {
    const printed = anywhere.filter((figure) => figure.value === value && figure.measured === unit);
    return chooseFitting(printed, (figure) => match(context.question.text, figure)) ?? [];
  });
  return found.length === labels.length ? found : null;
}

/** The first of the figures that fit best. */
function chooseFitting(
  figures: readonly PlacedFigure[],
  fit: (figure: PlacedFigure) => number,
): PlacedFigure | undefined {
  return figures.map((figure) => ({ figure, fit: fit(figure) })).sort((a, b) => b.fit - a.fit)[0]?.figure;
}
