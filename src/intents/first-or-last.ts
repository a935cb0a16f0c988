// 谁最晚, 哪家最先 → the days a sentence tells of several bodies (8月9日、8月22日、9月8日,甲、乙、丙分别召开) → the first or the last of them
import type { PlacedFigure } from './figure-place.ts';
import { claim, draftAnswer, type Draft, type IntentContext } from './intent.ts';
import { findMatters, wordsBetween, type Matter } from './matter.ts';
import { trimCitation } from './quote.ts';

const ASKS =
  /(?:谁|哪)[^,，。?]{0,8}(?<end>最[晚迟早先后]|先|晚)|(?<which>最[晚迟早先后])[^,，。?]{0,6}的?是?(?:谁|哪)/u;
/** 甲、乙、丙分别召开: as many bodies as days, in the same order. */
const RESPECTIVELY = /^[,，]?(?<list>[^,，。;；]+?)(?:先后|依次)?分别/u;

/** Null where the question asks for neither, or no sentence tells a day of each body. */
export function draftFirstOrLast(context: IntentContext): Draft | null {
  const groups = ASKS.exec(context.question.text)?.groups;
  if (groups === undefined) return null;
  const late = /[晚迟后]/u.test(groups['end'] ?? groups['which'] ?? '');
  for (const matter of findMatters(context)) {
    const told = readBodies(matter);
    const [extreme] = [...told].sort((a, b) => (late ? -1 : 1) * (a.day.value - b.day.value));
    if (extreme === undefined) continue;
    const citation = trimCitation(matter.unit, context.bulletin.source, extreme.day.sentence);
    const said = `最${late ? '晚' : '早'}的是:${extreme.body}(${extreme.day.text})`;
    return draftAnswer({
      claims: [claim(`${citation.quote}。${said}`, [citation])],
      candidates: [matter.unit.id],
      suggestions: ['原文'],
    });
  }
  return null;
}

interface Dated {
  readonly day: PlacedFigure;
  readonly body: string;
}

/** The days and bodies of the first passage that tells them side by side; empty where none does. */
function readBodies(matter: Matter): readonly Dated[] {
  for (const passage of matter.passages) {
    const days = matter.figures.filter(
      ({ kind, sentence }) =>
        kind === 'date' && sentence.start <= passage.span.start && passage.span.start < sentence.end,
    );
    const last = days.at(-1);
    if (last === undefined || days.length < 2) continue;
    const behind = wordsBetween(matter, last.span.end, last.sentence.end);
    const bodies = RESPECTIVELY.exec(behind)?.groups?.['list']?.split(/[、和]/u) ?? [];
    if (bodies.length === days.length) return days.map((day, at) => ({ day, body: bodies[at] ?? '' }));
  }
  return [];
}
