// 问题2的第(1)条, 第49个问题第2条, 问题2(1) → measures counted within a problem
import type { UnitLookup } from '../bulletin/lookup.ts';
import { parseInteger } from '../text/numerals.ts';
import { expandNumbers, LIST, N } from './number-lists.ts';
import type { Reference } from './question.ts';

const OF_PROBLEM = new RegExp(
  `(?:第(?<p>${N})(?:个|号)?问题|问题(?:第)?(?<p2>${N})(?:号)?)(?:的|下面?的?|底下的?|里面?的?|中的?|,)*第?(?:\\((?<n2>${N})\\)(?:条|项|个)?|(?<=第)(?<n>${LIST})(?:条|项|个(?=措施|举措)))(?:整改)?(?:措施|举措)?`,
  'u',
);

/**
 * Measures of a problem by their printed numbers or, where the bulletin numbers measures through, by their places in the
 * problem; a problem that does not exist comes back instead of its measures, with no units.
 */
export function readProblemReferences(text: string, lookup: UnitLookup): Reference[] {
  const match = OF_PROBLEM.exec(text);
  const { p, p2, n, n2 } = match?.groups ?? {};
  if (match === null) return [];
  const asked = parseInteger(p ?? p2 ?? '') ?? 0;
  const [problem] = lookup.problemsNumbered(asked);
  if (problem === undefined)
    return [{ text: match[0], kind: 'problem', number: asked, units: [], under: null, paragraph: null }];
  const measures = lookup.measuresOf(problem.id);
  return expandNumbers(n ?? n2 ?? '').map((number) => {
    const printed = measures.find(({ ordinal }) => ordinal !== null && parseInteger(ordinal) === number);
    const unit = printed ?? measures[number - 1];
    const units = unit === undefined ? [] : [unit.id];
    return { text: match[0], kind: 'measure', number, units, under: problem.id, paragraph: null };
  });
}
