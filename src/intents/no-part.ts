// part asked for + figure, or whole + figure → what cannot be that part: another year, other pieces counted behind
import type { PlacedFigure } from './figure-place.ts';

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
