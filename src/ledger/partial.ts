import type { Citation, Unit } from '../bulletin/bulletin.ts';
import { citeSpan } from './cite.ts';
import type { Clause } from './clauses.ts';

/** What of a task is finished and what remains, in the text's own words. */
export interface PartialCounts {
  readonly finished: readonly Citation[];
  readonly remaining: readonly Citation[];
}

const MEASURES = '个|项|条|处|件|户|人|名|家|宗|栋|套|平方米|公里|元|根|辆|亩';
const COUNT = `[\\d,.]+(?:余|多)?[万亿]?(?:${MEASURES})`;
const VERBS = '完成|整改|收回|办结|盘活|处置|拆除|建成|搬迁|追缴|清退|退休|消化|改造|销号|验收';
/** 「已完成14个老旧小区改造」「43个为民办实事项目已完成27个」「62个无物业小区已完成整改」「已整改946条」「累计收回…53处」 */
const FINISHED = new RegExp(
  `已(?:基本|全部|通过)?[^,，。;；\\d]{0,10}(?:${VERBS})[^,，。;；]*${COUNT}|${COUNT}[^,，。;；]{0,16}已(?:基本)?(?:完成|整改到位|办结)|累计(?:收回|盘活|完成)[^,，。;；]*${COUNT}`,
  'u',
);
/** 「剩余37个」「其余正序时推进」「16个项目按序时进度稳步推进」「5个正在有序推进」「未退款金额262562元」 */
const REMAINING = new RegExp(
  `(?:剩余|剩下|其余|余下|尚余|尚有)(?=[^,，。;；]*(?:${COUNT}|正|推进))(?![^,，。;；]*具备)|${COUNT}[^,，。;；]{0,8}(?:正(?!式)|按序时)[^,，。;；]*|(?:未退款|未收回|未完成|未整改)[^,，。;；]{0,6}${COUNT}`,
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

const DONE_OF_TOTAL = new RegExp(
  `(?<total>\\d+)(?<unit>${MEASURES})[^。;；]*?已(?:基本|累计)?(?:完成|整改|改造|拆除|收回|销号)(?<done>\\d+)\\k<unit>`,
  'u',
);
/** 「完成率94.16%」「搬迁封房856户,完成率86.99%」「核心区招商已完成90%」, not 「投资完成率」 against a yearly plan. */
const RATE =
  /(?:(?<!投资)(?:完成率|整改率|搬迁率|签约率|清退率|建设进度)(?:为|达|达到)?|已完成)(?<rate>\d{1,2}(?:\.\d+)?)%/u;
/** 「搜集居民意见864条,解决问题840个,办结率97.22%」「办理检控类初信初访13件,办结8件」: caseloads never end; no task is left open. */
const CASELOAD = /诉求|投诉|信访|初访|线索|案件|意见、建议|咨询|办结|受理|开工率|投资/u;

/**
 * The clause that shows a finite task done in part, without saying what remains: 「137条创新改革事项清单已完成129条」,
 * 「已搬迁封房856户,完成率86.99%」. Null when there is none.
 */
export function findShortfall(clauses: readonly Clause[]): Clause | null {
  for (const clause of clauses) {
    if (CASELOAD.test(clause.text)) continue;
    if (RATE.test(clause.text)) return clause;
    const counts = DONE_OF_TOTAL.exec(clause.text)?.groups;
    if (counts !== undefined && Number(counts['done']) < Number(counts['total'])) return clause;
  }
  return null;
}
