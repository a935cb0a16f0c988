// 问题2的第(1)条, 第49个问题第2条, 问题2(1) → measures counted within a problem
import type { UnitLookup } from '../bulletin/lookup.ts';
import { parseInteger } from '../text/numerals.ts';
import { expandNumbers, LIST, N } from './number-lists.ts';
import type { Reference } from './question.ts';

const OF_PROBLEM = new RegExp(
  `(?:第(?<p>${N})(?:个|号)?问题|问题(?:第)?(?<p2>${N})(?:号)?)(?:的|下面?的?|底下的?|里面?的?|中的?|,)*第?(?:\\((?<n2>${N})\\)(?:条|项|个)?|(?<=第)(?<n>${LIST})(?:条|项|个(?=措施|举措)))(?:整改)?(?:措施|举措)?`,
  'u',
);

/** 第二部分第(三)方面第一个问题, 第三方面最后一个问题. */
const IN_SECTION = new RegExp(
  `第\\(?(?<section>${N})\\)?(?:个|大)?方面(?:的|里|中|下面?)*(?:第(?<n>${N})|(?<last>最后一))(?:个|条)问题`,
  'u',
);

/** A problem by its place among those of a section that holds problems. */
export function readSectionProblem(text: string, lookup: UnitLookup): Reference | null {
  const match = IN_SECTION.exec(text);
  if (match === null) return null;
  const sections = [...new Set(lookup.problems.map(({ parent }) => parent))];
  const section = sections[(parseInteger(match.groups?.['section'] ?? '') ?? 0) - 1];
  const problems = lookup.problems.filter(({ parent }) => section !== undefined && parent === section);
  const number =
    match.groups?.['last'] === undefined ? parseInteger(match.groups?.['n'] ?? '') : problems.length;
  const problem = problems[(number ?? 0) - 1];
  const units = problem === undefined ? [] : [problem.id];
  return { text: match[0], kind: 'problem', number: number ?? 0, units, under: null, paragraph: null };
}

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
