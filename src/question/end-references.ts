// 最后一条措施, 倒数第二条, 最后一个问题, 首条措施 → a measure or problem at either end
import type { UnitLookup } from '../bulletin/lookup.ts';
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';
import type { Reference } from './question.ts';

const ENDS = new RegExp(
  `(?:(?:最后|末尾?|最末)的?(?:一|1)|倒数第(?<n>\\d{1,3}|[${NUMERAL_CHARACTERS}]{1,5})|(?<first>头一|首|最前面?的?一))(?:(?:条|项(?=措施|举措)|个(?=措施|举措))(?:整改)?(?:措施|举措)?|(?:个|条)(?:反馈|整改)?(?<problem>问题)(?=$|[?。]|的|[是讲说写有叫几指]|针对|怎么|标题|内容|对应))`,
  'u',
);

/** 首条 alone opens a name (首条线路); 最后一个问题,… says that no more will be asked. */
export function readEndReference(text: string, lookup: UnitLookup): Reference | null {
  const end = ENDS.exec(text);
  if (end === null || (end.groups?.['first'] !== undefined && !/措施|举措|问题/u.test(end[0]))) return null;
  const { n, first, problem } = end.groups ?? {};
  const number = parseInteger(n ?? '1') ?? 1;
  const rows = problem === undefined ? lookup.measures : lookup.problems;
  const unit = first === undefined ? rows.at(-number) : rows[0];
  const units = unit === undefined ? [] : [unit.id];
  const kind = problem === undefined ? 'measure' : 'problem';
  return { text: end[0], kind, number, units, under: null, places: [] };
}
