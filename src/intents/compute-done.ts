// what is done of a whole: rates, what remains, both together where the whole is not printed
import type { Operation } from './compute-ask.ts';
import {
  byPlace,
  enoughFor,
  findGiven,
  fitsUnits,
  readFigures,
  single,
  type Terms,
} from './compute-terms.ts';
import { createLabelMatcher } from './figure-match.ts';
import { isLeftOut, type PlacedFigure } from './figure-place.ts';
import { countAlike } from './figure-words.ts';
import type { IntentContext } from './intent.ts';

/** What it adds to a pair's fit that the question names the whole. */
const GIVEN = 0.25;

/** What is done and the whole it is part of, in one sentence: 「137条…清单已完成129条」「11.03万平方米…已盘活6.37万平方米」. */
function findDone(
  context: IntentContext,
  operation: Operation,
): readonly [PlacedFigure, PlacedFigure] | null {
  const [verb = '完成'] = operation.labels;
  const match = createLabelMatcher(context);
  const all = readFigures(context);
  for (const sentence of byPlace(all, 'sentence').slice(0, 40)) {
    const given = findGiven(
      all.filter(({ unit }) => unit === sentence[0]?.unit),
      operation,
    );
    const done = sentence.filter(
      (figure) => figure.measured !== '%' && !isLeftOut(figure) && tellsDone(figure, verb),
    );
    const pairs = done.flatMap((part) => {
      const near = sentence.filter(
        (figure) => figure.clause.start === part.clause.start || standsBefore(figure, part),
      );
      const printed = [...near, ...findWhole(all, sentence, part)];
      const wholes = given.length > 0 ? given : [...printed, ...addLeft(sentence, part)];
      return wholes.flatMap((whole) =>
        whole !== part && whole.value > part.value && countAlike(whole, part)
          ? [{ whole, part, fit: match(context.question.text, part) + (given.includes(whole) ? GIVEN : 0) }]
          : [],
      );
    });
    const [best] = pairs.sort((a, b) => b.fit - a.fit);
    if (best !== undefined && best.fit >= enoughFor(context, best.part)) return [best.whole, best.part];
  }
  return null;
}

/** 「前期项目节点共有56个,上半年完成项目节点36个」: the whole ends the clause just before. */
function standsBefore(whole: PlacedFigure, part: PlacedFigure): boolean {
  return (
    countAlike(whole, part) && part.clause.start - whole.clause.end <= 1 && whole.span.end < part.span.start
  );
}

/** The whole printed elsewhere in the unit where the sentence prints what is left: 「已完成162项,剩余13个」 of 175个. */
function findWhole(
  all: readonly PlacedFigure[],
  sentence: readonly PlacedFigure[],
  part: PlacedFigure,
): PlacedFigure[] {
  const left = sentence.filter(({ around }) => /剩余|剩下|其余/u.test(around[0] ?? ''));
  return all.filter(
    ({ unit, value }) => unit === part.unit && left.some((rest) => rest.value + part.value === value),
  );
}

const LEFT = /剩余|剩下|其余|未|尚/u;

/** 「已追缴2653938元;未退款262562元」: the whole nobody prints is what is done and what is left. */
function addLeft(sentence: readonly PlacedFigure[], part: PlacedFigure): PlacedFigure[] {
  if (!tellsDone(part, '已')) return [];
  return sentence
    .filter((left) => left.measured === part.measured && LEFT.test(left.around[1] ?? ''))
    .slice(0, 1)
    .map((left) => ({ ...part, text: `(${part.text}+${left.text})`, value: part.value + left.value }));
}

/** 退回来的和没退的: of two labels one says what is done and one what is left, whatever words the bulletin has for it. */
export function findDoneAndLeft(context: IntentContext, { labels, units }: Operation): Terms | null {
  const negated = labels.filter((label) => /没|未|剩/u.test(label));
  if (labels.length !== 2 || negated.length !== 1) return null;
  const match = createLabelMatcher(context);
  const pairs = byPlace(readFigures(context), 'sentence').flatMap((sentence) => {
    const fitting = sentence.filter((figure) => units.length === 0 || fitsUnits(figure, units));
    const left = fitting.filter(({ around }) => LEFT.test(around[1] ?? ''));
    return fitting
      .filter((done) => tellsDone(done, '已'))
      .flatMap((done) =>
        left
          .filter(({ measured }) => measured === done.measured)
          .slice(0, 1)
          .map((rest) => ({ done, rest, fit: match(context.question.text, done) })),
      );
  });
  const [best] = pairs.sort((a, b) => b.fit - a.fit);
  return best === undefined || best.fit < enoughFor(context, best.done)
    ? null
    : single([best.done, best.rest]);
}

/** 已完成129条, 解决问题840个, 正式运营42家: the verb stands in front of the figure; 拆 of 拆掉 in 已拆除68宗. */
function tellsDone({ around, span, segment }: PlacedFigure, verb: string): boolean {
  const before = (around[0] ?? '').slice(0, span.start - segment.start);
  if (verb.length === 1) return before.includes(verb);
  return [0, 2, 4].some((at) => verb.length >= at + 2 && before.includes(verb.slice(at, at + 2)));
}

/** 还差几条没完成; null where the bulletin prints what remains, or a rate. */
export function findRemainder(context: IntentContext, operation: Operation): Terms | null {
  const pair = findDone(context, operation);
  if (pair === null) return null;
  const [whole, part] = pair;
  const left = whole.value - part.value;
  const printed = readFigures(context).some(
    ({ unit, value }) => unit === whole.unit && Math.abs(value - left) < 1e-6,
  );
  return printed ? null : single([whole, part]);
}

/** 盘活率, 完成率; null where a rate is printed in the same sentence, or this very rate elsewhere in the unit. */
export function findRate(context: IntentContext, operation: Operation): Terms | null {
  const pair = findDone(context, operation);
  if (pair === null) return null;
  const [whole, part] = pair;
  const [verb = ''] = operation.labels;
  const printed = readFigures(context).some(
    ({ unit, measured, sentence, around }) =>
      measured === '%' &&
      unit === part.unit &&
      (sentence.start === part.sentence.start || (around[0] ?? '').includes(`${verb}率`)),
  );
  return printed ? null : single([whole, part]);
}
