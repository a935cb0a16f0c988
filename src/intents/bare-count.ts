// a name and how many, no word for measures: 上下杭总共几条
import { splitClauses } from '../text/sentences.ts';
import { readFilter } from './filter.ts';
import type { IntentContext } from './intent.ts';
import { isEmptyFilter } from './ledger-filter.ts';
import { compileExact } from './phrase.ts';
import { withoutRemarks } from './remarks.ts';
import { stripShape } from './shape.ts';

/** 总共几条, ,多少条, 有多少条, 有几条措施 and nothing behind. */
const HOW_MANY =
  /(?<=.{2})(?:,|有|一共|总共|共有?|总计|合计)*(?:多少|(?<![哪第])几)条(?:整改)?(?:措施|举措)?[?。!]*$/u;
/** 意见822条: counted so by the bulletin itself. */
const COUNTED = /\d+[余多]?条/u;

/**
 * 上下杭总共几条, 理论学习中心组,多少条: of what measures print, not of what the bulletin itself counts so (改革事项多少条).
 */
export function countsBareName(context: IntentContext): boolean {
  const { question, lookup, bulletin } = context;
  if (question.followUp || question.references.length > 0 || !HOW_MANY.test(question.text)) return false;
  const [name = '', ...more] = stripShape(withoutRemarks(question.text));
  if (name === '' || more.length > 0) return false;
  const { filter, unknown } = readFilter(context);
  // 《工作方案》有几条措施: what it holds.
  if (filter.document !== null && /[有定列]/u.test(question.text)) return false;
  if (unknown.length > 0 || isEmptyFilter({ ...filter, section: null, status: null })) return false;
  const find = compileExact(name);
  const printing = lookup.measures.filter((unit) => find(unit) !== null);
  return (
    printing.length > 0 &&
    !printing.some((unit) =>
      splitClauses(bulletin.source, unit.body).some(({ start, end }) => {
        const clause = bulletin.source.slice(start, end);
        return COUNTED.test(clause) && find({ ...unit, text: clause }) !== null;
      }),
    )
  );
}
