// 原副局长甲已完成备案,乙等其余21名干部已辞去… → 牵涉几名干部: those named and the rest of them, counted together
import { PERSONS } from '../text/amounts.ts';
import { trimCitation } from './quote.ts';
import { isAside, type PlacedFigure } from './figure-place.ts';
import { saySum } from './figure-words.ts';
import { claim, draftAnswer, type Draft, type IntentContext } from './intent.ts';
import { findMatters, isArabic, wordsBetween, type Matter } from './matter.ts';
import { findNames } from './surnames.ts';
import { DONE } from './whole-part.ts';
import { asksForWhole } from './whole-of-parts.ts';

const ASKS_PERSONS = /(?:多少|(?<![这那])几)个?(?:[人名位](?!次)|党员|干部|同志)|(?:人|干部)的?总数|总人数/u;
const REST = /其余|其他|另外/u;
/** 备案的加辞职的: both are asked for by name. */
const BOTH = /[加和跟与+]/u;

/** Null where no whole of persons is asked for, or none of those in front of the rest is named. */
export function draftNamedAndRest(context: IntentContext): Draft | null {
  const { text } = context.question;
  if (!asksForWhole(text) || !ASKS_PERSONS.test(text)) return null;
  for (const matter of findMatters(context)) {
    const rest = matter.figures.find((figure) => isRest(matter, figure));
    if (rest === undefined) continue;
    const before = { start: rest.sentence.start, end: rest.clause.start };
    const names = findNames(wordsBetween(matter, before.start, before.end));
    if (names.length === 0 || countedBefore(matter, rest) || asksForOne(text, matter, rest)) continue;
    const named = `${String(names.length)}${rest.measured}`;
    const { result } = saySum([{ ...rest, value: rest.value + names.length }]);
    const citation = trimCitation(matter.unit, context.bulletin.source, {
      start: before.start,
      end: rest.sentence.end,
    });
    const said = `计算:${named}(${names.join('、')})+${rest.text}=${result}`;
    return draftAnswer({
      claims: [claim(citation.quote, [citation]), claim(said, [citation], { computed: [named, result] })],
      candidates: [matter.unit.id],
      suggestions: ['原文'],
    });
  }
  return null;
}

function isRest(matter: Matter, figure: PlacedFigure): boolean {
  const lead = wordsBetween(matter, figure.segment.start, figure.span.start);
  return REST.test(lead) && PERSONS.includes(figure.measured) && isArabic(figure);
}

/** 2012年以前的22名…其余17名: what the rest is of is counted, not named. */
function countedBefore({ figures }: Matter, rest: PlacedFigure): boolean {
  return figures.some(
    (figure) =>
      figure.sentence.start === rest.sentence.start &&
      figure.span.start < rest.span.start &&
      PERSONS.includes(figure.measured) &&
      !isAside(figure),
  );
}

/** 辞去职务的有几名: what was done by the one and not by the other. */
function asksForOne(text: string, matter: Matter, rest: PlacedFigure): boolean {
  const deeds: readonly string[] = text.match(new RegExp(DONE.source, 'gu')) ?? [];
  const pieces = [
    wordsBetween(matter, rest.sentence.start, rest.clause.start),
    wordsBetween(matter, rest.clause.start, rest.sentence.end),
  ];
  const done = pieces.filter((piece) => deeds.some((deed) => piece.includes(deed)));
  return done.length === 1 && !BOTH.test(text);
}
