// part asked for + figure, or whole + figure → what cannot be that part: another year, other pieces counted behind
import type { PlacedFigure } from './figure-place.ts';
import type { IntentContext } from './intent.ts';
import { wordsBetween, type Matter } from './matter.ts';

const YEAR = /(?<year>\d{4})年(?:之|以)?(?<side>前|后)?/gu;

/** 2012年以后入职的 of 「2012年以前入职的22名」, 列入2024年的 of 「37个列入2023年」: another year, or its other side. */
export function isDatedOtherwise(label: string, { text, around: [, clause = ''] }: PlacedFigure): boolean {
  const [asked] = Array.from(label.matchAll(YEAR), ({ groups }) => groups);
  // 37个列入2023年、25个列入2024年: each with its own.
  const pieces = clause.split('、');
  const own = pieces.find((piece) => piece.includes(text) && piece.match(YEAR) !== null) ?? clause;
  const printed = Array.from(own.matchAll(YEAR), ({ groups }) => groups);
  if (asked === undefined) return false;
  if (printed.length === 0) return asked['side'] !== undefined;
  return !printed.some(
    (one) =>
      one?.['year'] === asked['year'] &&
      (one?.['side'] === undefined || asked['side'] === undefined || one['side'] === asked['side']),
  );
}

/** 水污染投诉30件…立案查处20起: what is counted behind, in other pieces, is no whole of them. */
export function isOtherKindBehind(whole: PlacedFigure, part: PlacedFigure): boolean {
  return whole.measured !== part.measured && whole.span.start > part.span.start;
}

/** 任职的 is no 21名未在…任职的人员. */
export function isDenied(label: string, { around: [segment = ''], text }: PlacedFigure): boolean {
  const denied = segment.split(text).some((words) => /^(?:未|没有?|不|非)/u.test(words));
  return denied && !/未|没|不|非|外/u.test(label);
}

/** 噪声19812件、大气2152件、…, 119家A产业链企业和27家B产业链企业: kinds that make up a whole; not 收集1012个,立项538个,解决300个. */
export function areKinds(matter: Matter, figures: readonly PlacedFigure[]): boolean {
  const [first, second, ...more] = figures;
  if (first === undefined || second === undefined) return false;
  const between = wordsBetween(matter, first.span.end, figures.at(-1)?.span.start ?? 0);
  if (more.length === 0) return /^[^,;:。(]*和$/u.test(between);
  return /[、;]/u.test(between) || figures.some(({ value }) => value > first.value);
}

/** 留用的 is no 录用2人 where another sentence of the unit says 留用 in so many letters. */
export function saidElsewhere(
  { engine }: Pick<IntentContext, 'engine'>,
  { unit }: Matter,
  [part, whole]: readonly [PlacedFigure, PlacedFigure],
  label: string,
): boolean {
  const told = (word: string): boolean =>
    [part, whole].some(({ around }) => around[3]?.includes(word) === true);
  const words = engine
    .tokenize(label, { dropStopwords: true, wordsOnly: true })
    .filter((word) => word.length >= 2 && engine.idf(word) >= RARE && unit.text.includes(word));
  return words.length > 0 && !words.some(told);
}
/** Such words tell one part from another. */
const RARE = 3;
