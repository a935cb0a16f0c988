// 问题72的第2条, 第49个问题第三条措施, 最后一条, 倒数第二条 → measures counted within a problem or from the end
import type { UnitLookup } from '../bulletin/lookup.ts';
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';
import type { Reference } from './question.ts';

const N = `(?:\\d{1,3}|[${NUMERAL_CHARACTERS}]{1,5})`;
const OF_PROBLEM = new RegExp(
  `(?:第(?<p>${N})个?问题|问题(?:第)?(?<p2>${N}))(?:的|下面?的?|里的?|中的?|,)*第?(?:\\((?<n2>${N})\\)|(?<=第)(?<n>${N}))(?:条|项|个)?(?:整改)?(?:措施|举措)?`,
  'u',
);
const FROM_END = new RegExp(`(?:最后|末尾?)(?:一|1)条(?:整改)?(?:措施|举措)?|倒数第(?<n>${N})条`, 'u');

export function readCountedReferences(text: string, lookup: UnitLookup): Omit<Reference, 'paragraph'>[] {
  const within = OF_PROBLEM.exec(text);
  if (within !== null) {
    const groups = within.groups ?? {};
    const [problem] = lookup.problemsNumbered(parseInteger(groups['p'] ?? groups['p2'] ?? '') ?? 0);
    const number = parseInteger(groups['n'] ?? groups['n2'] ?? '') ?? 0;
    if (problem === undefined || number === 0) return [];
    const measure = lookup.measuresOf(problem.id)[number - 1];
    return [{ text: within[0], kind: 'measure', number, units: measure === undefined ? [] : [measure.id] }];
  }
  const end = FROM_END.exec(text);
  if (end === null) return [];
  const number = parseInteger(end.groups?.['n'] ?? '1') ?? 1;
  const measure = lookup.measures.at(-number);
  return [{ text: end[0], kind: 'measure', number, units: measure === undefined ? [] : [measure.id] }];
}
