// shares, what goes beyond a plan, averages: a part and its whole, or an amount and a count, told together
import type { Operation } from './compute-ask.ts';
import { byPlace, findGiven, fitsUnits, readFigures, single, type Terms } from './compute-terms.ts';
import { agreePeriod, createLabelMatcher, figuresOf, type MatchLabel } from './figure-match.ts';
import { sameMeasure } from './figure-words.ts';
import { isLeftOut, type PlacedFigure } from './figure-place.ts';
import type { IntentContext } from './intent.ts';

/** Share of a label that must stand near its figure. */
const ENOUGH = 0.5;
/** The same for the name of a whole that is only told in its parts. */
const ENOUGH_ROW = 0.3;
/**
 * 285名责任人里处级干部和科级以下各占多少: each part over the whole, all in one unit; the whole is the number the question
 * names, or the figure of its name (信访举报); 108场占750余场: the two named.
 */
export function findShares(context: IntentContext, operation: Operation): Terms | null {
  const labels = operation.labels.filter((label) => label.length > 1);
  return shareOf(context, { ...operation, labels });
}

function shareOf(context: IntentContext, operation: Operation): Terms | null {
  const match = createLabelMatcher(context);
  const all = readFigures(context);
  for (const figures of byPlace(all, 'unit')) {
    const [whole, part] = findGiven(figures, operation).sort((a, b) => b.value - a.value);
    if (whole !== undefined && part !== undefined && sameMeasure([whole, part])) return single([whole, part]);
    if (operation.labels.length === 0) continue;
    const terms =
      whole === undefined
        ? shareOfNamed(figures, operation, match)
        : shareOfGiven(figures, whole, operation, match);
    if (terms !== null) return terms;
  }
  if (operation.labels.length > 0 || operation.given.length < 2) return null;
  const anywhere = context.bulletin.units.flatMap(({ id }) => figuresOf(context, id));
  const [whole, part] = findGiven(anywhere, operation).sort((a, b) => b.value - a.value);
  return whole !== undefined && part !== undefined && sameMeasure([whole, part])
    ? single([whole, part])
    : null;
}

function shareOfGiven(
  figures: readonly PlacedFigure[],
  whole: PlacedFigure,
  { labels }: Operation,
  match: MatchLabel,
): Terms | null {
  const parts = labels.map((label) => bestPart(figures, whole, withoutNoun(label, whole), match));
  const found = parts.filter((part) => part !== null);
  if (found.length < labels.length || found.length === 0) return null;
  return {
    figures: [whole, ...found],
    groups: found.map((part, index) => ({ label: labels[index] ?? '', figures: [whole, part] })),
  };
}

/** 违建拆掉 of 395宗违建 → 拆掉: what is counted says nothing of the part. */
function withoutNoun(label: string, { around, span, segment }: PlacedFigure): string {
  const behind = (around[0] ?? '').slice(span.end - segment.start);
  for (let length = Math.min(behind.length, label.length - 1); length >= 2; length -= 1) {
    const noun = behind.slice(0, length);
    if (label.startsWith(noun)) return label.slice(length);
    if (label.endsWith(noun)) return label.slice(0, -length).replace(/的$/u, '');
  }
  return label;
}

function shareOfNamed(
  figures: readonly PlacedFigure[],
  { labels }: Operation,
  match: MatchLabel,
): Terms | null {
  const [part, whole] = labels;
  if (part === undefined || whole === undefined) return null;
  for (const sentence of byPlace(figures, 'sentence')) {
    const total = [...sentence].sort((a, b) => match(whole, b) - match(whole, a) || b.value - a.value)[0];
    if (total === undefined || match(whole, total) < ENOUGH) continue;
    const larger =
      sentence
        .filter((figure) => match(whole, figure) >= match(whole, total) - 0.1)
        .sort((a, b) => b.value - a.value)[0] ?? total;
    const found = bestPart(sentence, larger, part, match);
    if (found !== null)
      return { figures: [larger, found], groups: [{ label: part, figures: [larger, found] }] };
  }
  return shareOfRow(figures, part, whole, match);
}

const LEAST_ROW = 3;

/** 噪声投诉在环保投诉里: no total is printed, but every kind is told in one clause row; the whole is their sum. */
function shareOfRow(
  figures: readonly PlacedFigure[],
  part: string,
  whole: string,
  match: MatchLabel,
): Terms | null {
  for (const sentence of byPlace(figures, 'part')) {
    for (const row of [...new Set(sentence.map(({ measured }) => measured))].map((measured) =>
      sentence.filter((figure) => figure.measured === measured),
    )) {
      const [best] = [...row].sort((a, b) => match(part, b) - match(part, a));
      if (row.length < LEAST_ROW || best === undefined) continue;
      if (match(part, best) < ENOUGH || match(whole, best) < ENOUGH_ROW) continue;
      const value = row.reduce((sum, figure) => sum + figure.value, 0);
      const total = { ...best, text: `(${row.map(({ text }) => text).join('+')})`, value };
      return { figures: row, groups: [{ label: part, figures: [total, best] }] };
    }
  }
  return null;
}

/** The figure of the label, smaller than the whole and of its measure. */
function bestPart(
  figures: readonly PlacedFigure[],
  whole: PlacedFigure,
  label: string,
  match: MatchLabel,
): PlacedFigure | null {
  const [best] = figures
    .filter((figure) => figure !== whole && figure.value < whole.value && sameMeasure([figure, whole]))
    .filter((figure) => !isLeftOut(figure))
    .map((figure) => ({ figure, fit: match(label, figure) }))
    .filter(({ fit }) => fit >= ENOUGH)
    .sort((a, b) => b.fit - a.fit);
  return best?.figure ?? null;
}

const SET = /任务|计划|目标|指标/u;

/** 「任务500米,目前已完成800米」: what was set and what was done, in one sentence. */
export function findSurplus(context: IntentContext, operation: Operation): Terms | null {
  const match = createLabelMatcher(context);
  const { text } = context.question;
  const pairs = byPlace(readFigures(context), 'sentence').flatMap((sentence) =>
    sentence
      .filter(({ around }) => SET.test(around[0] ?? ''))
      .flatMap((set) =>
        sentence
          .filter((done) => done.value > set.value && done.measured === set.measured)
          .filter((done) => operation.units.length === 0 || fitsUnits(done, operation.units))
          .map((done) => ({ done, set, fit: match(text, set) + match(text, done) })),
      ),
  );
  const [best] = pairs.sort((a, b) => b.fit - a.fit);
  return best === undefined || best.fit < ENOUGH ? null : single([best.done, best.set]);
}

const PER =
  /每(?:一)?(?<measure>批次|人次|场次|个|起|件|家|户|人|名|位|处|场|次|条|项|期|批|宗|篇|栋|天)?(?<noun>[\p{Script=Han}]{0,4})/u;

/** The amount of the asked measure over a count: the one the question names (614起), or one of what stands behind 每. */
export function findAverage(context: IntentContext, operation: Operation): Terms | null {
  const match = createLabelMatcher(context);
  const { text } = context.question;
  const groups = PER.exec(text)?.groups;
  if (groups === undefined) return null;
  const per = { measure: groups['measure'] ?? '个', noun: groups['noun'] ?? '' };
  const pairs = byPlace(readFigures(context), 'sentence').flatMap((sentence) => {
    const counts = sentence.filter((figure) => countsPer(figure, per));
    const given = findGiven(sentence, operation);
    return counts.flatMap((count) =>
      sentence
        .filter((figure) => figure !== count && figure.measured !== count.measured && figure.measured !== '%')
        .filter((figure) => operation.units.length === 0 || fitsUnits(figure, operation.units))
        .map((amount) => ({
          amount,
          count,
          fit:
            match(text, amount) +
            match(text, count) +
            (given.includes(count) ? 1 : 0) +
            agreePeriod(amount, context.question.dates[0]) * 0.5 -
            distance(amount, count),
        })),
    );
  });
  const [best] = pairs.sort((a, b) => b.fit - a.fit);
  return best === undefined || best.fit < ENOUGH ? null : single([best.amount, best.count]);
}

interface Per {
  readonly measure: string;
  readonly noun: string;
}

/** 每起 ↔ 614起, 每批次 ↔ 331批次, 每个社区 ↔ 52个社区. */
function countsPer({ measured, segment, span, around }: PlacedFigure, { measure, noun }: Per): boolean {
  if (measure !== '个') return measured === measure;
  const behind = (around[0] ?? '').slice(span.end - segment.start);
  return noun.length >= 2 && behind.startsWith(noun.slice(0, 2));
}

/** Farther figures fit less: up to 0.6 over a hundred characters. */
function distance(a: PlacedFigure, b: PlacedFigure): number {
  return Math.min(0.6, Math.abs(a.span.start - b.span.start) / 166);
}
