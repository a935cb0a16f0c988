// operation → the placed figures it works on: all in one unit of the bulletin where one has them, else none
import type { Operation } from './compute-ask.ts';
import { createLabelMatcher, figuresOf, findFigures, type MatchLabel } from './figure-match.ts';
import type { PlacedFigure } from './figure-place.ts';
import type { IntentContext } from './intent.ts';

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
/** What the rest of the question adds to a label's fit. */
const WHOLE_QUESTION = 0.3;
const READ_UNITS = 6;

/** Null when the bulletin does not print what the operation needs. */
export function findTerms(context: IntentContext, operation: Operation): Terms | null {
  switch (operation.kind) {
    case 'parts':
      return findParts(context);
    case 'average':
      return findAverage(context, operation);
    case 'difference':
      return findDifference(context, operation);
    case 'share':
      return findShares(context, operation);
    case 'sum':
      return operation.labels.length >= 2
        ? findLabelled(context, operation)
        : findCounted(context, operation);
  }
}

function single(figures: readonly PlacedFigure[]): Terms {
  return { figures, groups: [{ label: '', figures }] };
}

function candidates(context: IntentContext, { labels, units }: Operation): PlacedFigure[] {
  const { text } = context.question;
  return findFigures(context, [text, ...labels.map((label) => `${label} ${text}`)], READ_UNITS).filter(
    ({ kind, measured }) => kind === 'amount' && (units.length === 0 || units.includes(measured)),
  );
}

function groupBy(
  figures: readonly PlacedFigure[],
  key: (figure: PlacedFigure) => string | number,
): PlacedFigure[][] {
  const groups = new Map<string | number, PlacedFigure[]>();
  for (const figure of figures) groups.set(key(figure), [...(groups.get(key(figure)) ?? []), figure]);
  return [...groups.values()];
}

function byUnit(figures: readonly PlacedFigure[]): PlacedFigure[][] {
  return groupBy(figures, ({ unit }) => unit);
}

/** Terms told in one breath belong together more often than terms from all over a unit. */
const TOGETHER = { clause: 0.3, sentence: 0.2, unit: 0 };

/** One figure per label, none twice, all in one clause, sentence or unit; the place whose figures fit best. */
function findLabelled(context: IntentContext, operation: Operation): Terms | null {
  const match = createLabelMatcher(context);
  const all = candidates(context, operation);
  const places = [
    { bonus: TOGETHER.clause, groups: groupBy(all, ({ clause }) => clause.start) },
    { bonus: TOGETHER.sentence, groups: groupBy(all, ({ sentence }) => sentence.start) },
    ...(operation.loose ? [] : [{ bonus: TOGETHER.unit, groups: groupBy(all, ({ unit }) => unit) }]),
  ];
  let best: { figures: PlacedFigure[]; worth: number } | null = null;
  for (const { bonus, groups } of places) {
    for (const figures of groups) {
      const found = assignLabels(operation.labels, figures, match, context.question.text);
      if (found === null) continue;
      const worth = found.worth + bonus;
      if (best === null || worth > best.worth) best = { figures: found.figures, worth };
    }
  }
  return best === null ? null : single(best.figures);
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
      .filter((figure) => !chosen.includes(figure))
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

/** The first label may carry words of the whole list in front (理论宣讲进机关): then its end says more. */
function fitLabel(label: string, figure: PlacedFigure, match: MatchLabel, first: boolean): number {
  const whole = match(label, figure);
  return first && label.length > 4 ? Math.max(whole, match(label.slice(-2), figure) * 0.9) : whole;
}

/** 三处…加起来多少人次: exactly so many figures of that measure in one sentence. */
function findCounted(context: IntentContext, operation: Operation): Terms | null {
  const match = createLabelMatcher(context);
  const { text } = context.question;
  const sentences = new Map<number, PlacedFigure[]>();
  for (const figure of candidates(context, operation)) {
    sentences.set(figure.sentence.start, [...(sentences.get(figure.sentence.start) ?? []), figure]);
  }
  const fitting = [...sentences.values()]
    .filter(
      (figures) => figures.length >= 2 && (operation.count === null || figures.length === operation.count),
    )
    .map((figures) => ({ figures, fit: Math.max(...figures.map((figure) => match(text, figure))) }))
    .filter(({ fit }) => fit >= ENOUGH_QUESTION)
    .sort((a, b) => b.fit - a.fit)[0];
  return fitting === undefined ? null : single(fitting.figures);
}

/** The amount the question names as the bulletin prints it: 260人, 614起, 285名 for 285人. */
function findGiven(figures: readonly PlacedFigure[], { given }: Operation): PlacedFigure[] {
  return given.flatMap(({ value }) => figures.filter((figure) => figure.value === value).slice(0, 1));
}

/** 「其他处理260人里,除掉诫勉的」: the total the question names, less the labelled part, in one unit. */
function findDifference(context: IntentContext, operation: Operation): Terms | null {
  const match = createLabelMatcher(context);
  const [label] = operation.labels;
  if (label === undefined) return null;
  for (const figures of byUnit(candidates(context, operation))) {
    const [total] = findGiven(figures, operation);
    if (total === undefined) continue;
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

/** 285名责任人里处级干部和科级以下各占多少: each part over the total, all in one unit; 108场占750余场: the two named. */
function findShares(context: IntentContext, operation: Operation): Terms | null {
  const match = createLabelMatcher(context);
  for (const figures of byUnit(candidates(context, { ...operation, units: [] }))) {
    const named = findGiven(figures, operation).sort((a, b) => b.value - a.value);
    const [total, part] = named;
    if (total === undefined) continue;
    if (part !== undefined && operation.labels.length === 0) return single([total, part]);
    const same = figures.filter(
      (figure) => figure !== total && figure.value < total.value && figure.measured !== '%',
    );
    const parts = assignLabels(operation.labels, same, match, context.question.text);
    if (parts === null || parts.figures.length === 0) continue;
    return {
      figures: [total, ...parts.figures],
      groups: parts.figures.map((part, index) => ({
        label: operation.labels[index] ?? '',
        figures: [total, part],
      })),
    };
  }
  return null;
}

/** The amount of the asked measure over a count: the one the question names (614起), or one of what stands behind 每. */
function findAverage(context: IntentContext, operation: Operation): Terms | null {
  const match = createLabelMatcher(context);
  const { text } = context.question;
  const per =
    /每(?:一)?(?<per>[^,多少大平]{1,6}?)(?=大概|大约|平均|多少|[^\p{Script=Han}]|罚|花|有|是|的|给|用|补|$)/u.exec(
      text,
    )?.groups?.['per'];
  if (per === undefined || operation.units.length === 0) return null;
  const all = findFigures(context, [text], READ_UNITS).filter(({ kind }) => kind === 'amount');
  for (const figures of byUnit(all)) {
    const given = findGiven(figures, operation);
    const counts = given.length > 0 ? given : figures.filter((figure) => countsPer(figure, per));
    const pairs = counts.flatMap((count) =>
      figures
        .filter(
          ({ measured, sentence }) =>
            operation.units.includes(measured) && sentence.start === count.sentence.start,
        )
        .map((amount) => ({ amount, count, fit: match(text, amount) - distance(amount, count) })),
    );
    const best = pairs.sort((a, b) => b.fit - a.fit)[0];
    if (best !== undefined) return single([best.amount, best.count]);
  }
  return null;
}

/** 每个社区 ↔ 52个社区, 每起 ↔ 614起. */
function countsPer({ measured, segment, span, text, around }: PlacedFigure, per: string): boolean {
  const noun = per.replace(/^[个名家件起户处项条]/u, '');
  if (noun === '') return measured === per;
  const behind = (around[0] ?? '').slice(span.start - segment.start + text.length);
  return behind.startsWith(noun);
}

/** Farther figures fit less: up to 0.3 over a hundred characters. */
function distance(a: PlacedFigure, b: PlacedFigure): number {
  return Math.min(0.3, Math.abs(a.span.start - b.span.start) / 333);
}

/** What is finished and what remains, each told in several parts: 14个…62个已完成, 5个…43个推进中. */
function findParts(context: IntentContext): Terms | null {
  for (const { unit } of context.engine.rank(context.question.text, { limit: 1 })) {
    const status = context.facts.get(unit)?.status;
    if (status === undefined) continue;
    const figures = figuresOf(context, unit).filter(({ kind }) => kind === 'amount');
    const inside = (citations: typeof status.finished): PlacedFigure[] =>
      citations.flatMap(
        ({ span }) =>
          figures.find((figure) => span.start <= figure.span.start && figure.span.end <= span.end) ?? [],
      );
    const finished = inside(status.finished);
    const remaining = inside(status.remaining);
    if (finished.length < 2 || remaining.length < 2) continue;
    return {
      figures: [...finished, ...remaining],
      groups: [
        { label: '已完成', figures: finished },
        { label: '未完成', figures: remaining },
      ],
    };
  }
  return null;
}
