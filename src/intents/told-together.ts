// a whole and a part of one matter → how near to one another they are told
import type { PlacedFigure } from './figure-place.ts';
import { wordsBetween, type Matter } from './matter.ts';

/** Headings that print their counts one under the other: 其他情况(260人), 诫勉谈话处理情况(27人). */
const HEADINGS = 60;

/** 1 in one sentence behind the whole, or in the next that begins with 其中; 0.5 in the next; 0 elsewhere. */
export function nearness(matter: Matter, whole: PlacedFigure, part: PlacedFigure): number {
  if (whole.span.start > part.span.start) return 0;
  if (whole.sentence.start === part.sentence.start) return 1;
  const between = wordsBetween(matter, whole.sentence.end, part.sentence.start);
  if (between.length > 1 && matter.unit.text.length > HEADINGS) return 0;
  return wordsBetween(matter, part.sentence.start, part.sentence.start + 2) === '其中' ? 1 : 0.5;
}

/** 已办结65件,正在办理22件,处理87件: what a figure and one before it come to is their whole. */
export function closes(amounts: readonly PlacedFigure[], whole: PlacedFigure, part: PlacedFigure): boolean {
  return amounts.some(
    (other) =>
      other !== part &&
      sameSentence(other, whole) &&
      sameSentence(part, whole) &&
      Math.max(other.span.start, part.span.start) < whole.span.start &&
      other.measured === part.measured &&
      other.value + part.value === whole.value,
  );
}

/** 生成项目175个。…已完成162项,剩余13个: what is left beside the part makes up a whole told elsewhere. */
export function leavesRest(
  amounts: readonly PlacedFigure[],
  whole: PlacedFigure,
  part: PlacedFigure,
): boolean {
  return amounts.some(
    (other) =>
      other !== part &&
      other !== whole &&
      sameSentence(other, part) &&
      /剩|余|未|尚/u.test(other.around[0] ?? '') &&
      other.value + part.value === whole.value,
  );
}

/** 已办结65件,正在办理22件,处理87件: a whole named by its number may stand behind its part. */
export function sameSentence(whole: PlacedFigure, part: PlacedFigure): boolean {
  return whole.sentence.start === part.sentence.start;
}
