// 第三个干啥的, 最后一个呢, 前一个哪个公司的 → the person in that place of the sentence last quoted, in its own words
import type { Citation, Unit } from '../bulletin/bulletin.ts';
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';
import { claim, draftAnswer, draftRefusal, type Draft, type IntentContext } from './intent.ts';
import { trimCitation } from './quote.ts';
import { findKnownNames } from './surnames.ts';

const PLACE = `第(?<n>[\\d${NUMERAL_CHARACTERS}]{1,2})|(?<last>最后一?|末尾一?|最末一?)|(?<first>头一|前一|前面|前头)|(?<second>后一|后面|后头|另一|另外一)`;
/** 第三个干啥的, 后面那位是什么职务, 最后一个呢: who or what one of several is, and nothing else. */
const ASKS = new RegExp(
  `^(?:那|再)?(?:${PLACE})(?:这|那)?(?:个|位|名|人)?(?:人)?(?:呢|(?:又|现在|当时|原来)?(?:是)?(?:(?:干|做)(?:什么|啥)(?:工作)?的|(?:在)?(?:哪|什么|啥)(?:一)?(?:个)?(?:单位|公司|学校|街道|部门|地方|局)的?|(?:什么|啥)(?:职务|岗位|职位|身份|人)|谁|叫(?:什么|啥)(?:名字?)?))[?。!]*$`,
  'u',
);
const MOST_UNITS = 4;

interface Named {
  readonly unit: Unit;
  readonly name: string;
  readonly at: number;
}

/** Null where nothing but a place is asked for and the units last cited name no such person. */
export function draftPersonTold(context: IntentContext): Draft | null {
  const { question, bulletin, turn } = context;
  const groups = ASKS.exec(question.text)?.groups;
  if (groups === undefined || turn === null || question.references.length > 0) return null;
  const persons = findPersons(context);
  if (persons.length < 2) return null;
  const index = placeOf(groups, persons.length);
  const person = persons[index];
  if (person === undefined)
    return draftRefusal('out-of-range', `刚才的回答只写到${String(persons.length)}人,没有这一位。`, {
      candidates: [...new Set(persons.map(({ unit }) => unit.id))],
      suggestions: ['原文'],
    });
  const citation = citePerson(bulletin.source, person, persons[index - 1]);
  return draftAnswer({
    claims: [claim(citation.quote, [citation])],
    candidates: [person.unit.id],
    suggestions: ['原文'],
  });
}

function placeOf(groups: Readonly<Record<string, string | undefined>>, count: number): number {
  const { n, last, first } = groups;
  if (n !== undefined) return (parseInteger(n) ?? 0) - 1;
  if (last !== undefined) return count - 1;
  return first === undefined ? 1 : 0;
}

/** In the order the answer told them. */
function findPersons({ turn, lookup, bulletin }: IntentContext): Named[] {
  return (turn?.units ?? []).slice(0, MOST_UNITS).flatMap((id) => {
    const unit = lookup.get(id);
    if (unit?.kind !== 'sanction' && unit?.kind !== 'measure') return [];
    const names = new Set(findKnownNames(unit.text, bulletin.source));
    return [...names]
      .map((name) => ({ unit, name, at: unit.text.indexOf(name) }))
      .sort((a, b) => a.at - b.at);
  });
}

/** 「某小学总务主任某某」: from the mark, or the person, before to the name's end. */
function citePerson(source: string, { unit, name, at }: Named, before: Named | undefined): Citation {
  const from = before?.unit.id === unit.id ? before.at + before.name.length : 0;
  const lead = /[^、,，;；。]*$/u.exec(unit.text.slice(from, at))?.[0].length ?? 0;
  const start = unit.body.start + at - lead;
  return trimCitation(unit, source, { start, end: unit.body.start + at + name.length });
}
