import type { UnitId } from '../bulletin/bulletin.ts';
import type { UnitLookup } from '../bulletin/lookup.ts';
import type { Span } from '../text/span.ts';

/** 〔148〕, 第148条, 第1、3、7条, 第1—3条, 问题49, 四(一)5, 二(三), 第四部分 in normalised text. */
const LABEL =
  /〔(?!\d{4}〕)[^〔〕]{1,60}〕|第(?<measures>\d+(?:[、,和至到~—–-]\d+)*)条|第(?<problem>\d+)(?:个|号)?问题|问题(?<problems>\d+(?:[、,和至到~—–-]\d+)*)(?![\d.]|[余多万]?(?:个|次|条|件|起|人|项|处|家|宗|类|批|名|户|%|年|月))|第?[一二三四五六七八九十]+\([一二三四五六七八九十]+\)\d*|第[一二三四五六七八九十]+部分/gu;
/** A list number in front of a row: 「1.」, 「(2)」, 「3、」. */
const LIST_NUMBER = /^(?:\(\d{1,3}\)|\d{1,3}[.、](?!\d)|[一二三四五六七八九十]{1,3}[是、])/u;

/** What addresses units in a claim and is no figure: only numbers under which a unit exists. */
export function findLabels(text: string, lookup: UnitLookup): Span[] {
  const spans: Span[] = [];
  const first = LIST_NUMBER.exec(text);
  if (first !== null) spans.push({ start: 0, end: first[0].length });
  for (const match of text.matchAll(LABEL)) {
    const { measures, problem, problems } = match.groups ?? {};
    const exists =
      eachNumber(measures).every((n) => lookup.measuresNumbered(n).length > 0) &&
      eachNumber(problems ?? problem).every((n) => lookup.problemsNumbered(n).length > 0);
    if (exists) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

function eachNumber(text: string | undefined): number[] {
  return (text?.match(/\d+/gu) ?? []).map(Number);
}

/** Each unit a claim speaks of by number, as the units that may be meant: 「第148条」 → [M148]. */
export function findAddressed(text: string, lookup: UnitLookup): UnitId[][] {
  return [...text.matchAll(LABEL)].flatMap((match) => {
    const { measures, problem, problems } = match.groups ?? {};
    return [
      ...eachNumber(measures).map((n) => lookup.measuresNumbered(n)),
      ...eachNumber(problems ?? problem).map((n) => lookup.problemsNumbered(n)),
    ].map((units) => units.map(({ id }) => id));
  });
}
