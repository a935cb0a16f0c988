import type { Citation, Unit } from '../bulletin/bulletin.ts';
import { citeSpan } from './cite.ts';
import type { Clause } from './clauses.ts';

/** What of a task is finished and what remains, in the text's own words. */
export interface PartialCounts {
  readonly finished: readonly Citation[];
  readonly remaining: readonly Citation[];
}

const COUNT = '[\\d,.]+(?:余|多)?[万亿]?(?:个|项|条|处|件|户|人|名|家|宗|栋|套|平方米|公里|元|根)';
/** 「已完成14个老旧小区改造」「43个为民办实事项目已完成27个」「62个无物业小区已完成整改」「已整改946条」「累计收回…53处」 */
const FINISHED = new RegExp(
  `已(?:基本|全部)?(?:完成|整改|收回|办结|盘活|处置|拆除|建成|搬迁|追缴|清退|退休)[^,，。;；]*${COUNT}|${COUNT}[^,，。;；]{0,16}已(?:基本)?(?:完成|整改到位|办结)|累计(?:收回|盘活|完成)[^,，。;；]*${COUNT}`,
  'u',
);
/** 「剩余37个」「其余正序时推进」「16个项目按序时进度稳步推进」「5个正在有序推进」「未退款金额262562元」 */
const REMAINING = new RegExp(
  `(?:剩余|剩下|其余|余下|尚余|尚有|还有)(?=[^,，。;；]*(?:${COUNT}|正|推进))|${COUNT}[^,，。;；]{0,8}(?:正|按序时)[^,，。;；]*|(?:未退款|未收回|未完成|未整改)[^,，。;；]{0,6}${COUNT}`,
  'u',
);

/** Finished and remaining shares of the measure's tasks: 「目前已完成14个老旧小区改造」 / 「剩余37个老旧小区正陆续…」. */
export function findPartialCounts(unit: Unit, source: string, clauses: readonly Clause[]): PartialCounts {
  const finished: Citation[] = [];
  const remaining: Citation[] = [];
  for (const clause of clauses) {
    if (REMAINING.test(clause.text)) remaining.push(citeSpan(unit, source, clause.span));
    else if (FINISHED.test(clause.text)) finished.push(citeSpan(unit, source, clause.span));
  }
  return { finished, remaining };
}
