// 问题2的第(1)条, 第49个问题第2条, 问题2(1) → measures counted within a problem
import type { UnitLookup } from '../bulletin/lookup.ts';
import { parseInteger } from '../text/numerals.ts';
import { readEndReference } from './end-references.ts';
import { expandNumbers, LIST, N } from './number-lists.ts';
import type { Reference } from './question.ts';
import { pickNumbered } from './section-references.ts';

const OF_PROBLEM = new RegExp(
  `(?:第(?<p>${N})(?:个|号)?问题|问题(?:第)?(?<p2>${N})(?:号)?|(?<end>(?:最后一|倒数第${N}|首|头一)个问题))(?:的|下面?的?|底下的?|里面?的?|中的?|,|\\s)*(?:第?(?:\\((?<n2>${N})\\)(?:条|项|个)?|(?<=第)(?<n>${LIST})(?:条|项|个(?=措施|举措)))(?:整改)?(?:措施|举措)?|(?:措施|举措)(?:第)?(?<n3>${N})(?:条|项|号)?(?![\\d%个])|(?:(?<last>最后一|末)|首|头一)(?:条|个(?=措施|举措)|项)(?:整改)?(?:措施|举措)?)`,
  'u',
);

/**
 * Measures of a problem by their printed numbers or, where the bulletin numbers measures through, by their places in the
 * problem; a problem that does not exist comes back instead of its measures, with no units.
 */
export function readProblemReferences(text: string, lookup: UnitLookup): Reference[] {
  const match = OF_PROBLEM.exec(text);
  const { p, p2, end, n, n2, n3, last } = match?.groups ?? {};
  if (match === null) return [];
  const [ended] = end === undefined ? [] : (readEndReference(end, lookup)?.units ?? []);
  const asked = parseInteger(p ?? p2 ?? lookup.get(ended ?? '')?.ordinal ?? '') ?? 0;
  const [problem] = lookup.problemsNumbered(asked);
  if (problem === undefined)
    return [{ text: match[0], kind: 'problem', number: asked, units: [], under: null, places: [] }];
  const measures = lookup.measuresOf(problem.id);
  const numbers = expandNumbers(n ?? n2 ?? n3 ?? (last === undefined ? '1' : String(measures.length)));
  return numbers.map((number) => {
    const unit = pickNumbered(measures, number);
    const units = unit === undefined ? [] : [unit.id];
    return { text: match[0], kind: 'measure', number, units, under: problem.id, places: [] };
  });
}
