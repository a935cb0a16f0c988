// 最后一条措施, 倒数第二条 → a measure counted from the end
import type { UnitLookup } from '../bulletin/lookup.ts';
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';
import type { Reference } from './question.ts';

const FROM_END = new RegExp(
  `(?:最后|末尾?)(?:一|1)条(?:整改)?(?:措施|举措)?|倒数第(?<n>\\d{1,3}|[${NUMERAL_CHARACTERS}]{1,5})条(?:整改)?(?:措施|举措)?`,
  'u',
);

export function readEndReference(text: string, lookup: UnitLookup): Reference | null {
  const end = FROM_END.exec(text);
  if (end === null) return null;
  const number = parseInteger(end.groups?.['n'] ?? '1') ?? 1;
  const measure = lookup.measures.at(-number);
  const units = measure === undefined ? [] : [measure.id];
  return { text: end[0], kind: 'measure', number, units, under: null, paragraph: null };
}
