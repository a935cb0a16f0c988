// what a summary is asked about → a kind of sanction, or the persons sanctioned for something → items of part four
import type { UnitId } from '../bulletin/bulletin.ts';
import type { IntentContext } from './intent.ts';
import { readSanctionFilter, speaksOfSanctions } from './sanction-filter.ts';
import { selectSanctions } from './sanction-select.ts';

/** 都有谁, 怎么处理的, 因为什么, 的12个人, 及原因: every item tells who, how and why. */
const TOLD_ANYWAY =
  /(?:都|分别)*(?:是|有)谁|(?:是|都)*(?:被)?(?:怎么|如何|怎样)(?:处理|处分|处置)的?|(?:是|都)*(?:因|为)(?:什么|啥|何)[^,]{0,4}|[和及与、以]*(?:其|各自|具体)?(?:原因|事由|缘由|理由|姓名|名字|名单)|的?\d+(?:个人|名|人|位)|(?:名单|清单)$/gu;
/** Persons are asked for: a measure may tell of the same punishment without their names. */
const PERSONS =
  /谁|人员|名单|哪些人|(?:的|被处[理分]|诫勉|问责)(?:干部|人|同志)|(?:校|园|院|厂|所|科|局|处)长|主任|书记|(?:被|受|挨)(?:到|过|了)?(?:党纪|政务|组织)*(?:处分|处理|问责)/u;

/**
 * 「受党纪政务处分的都有谁」: the kind whole, with its heading; 「云溪街道被处理的干部」: the items that fit. None where the words
 * may as well mean what measures tell (滥发补贴的处分情况). `said`: the message without the words of the request.
 */
export function findPunished(context: IntentContext, said: string): UnitId[] {
  const text = said.replace(TOLD_ANYWAY, '');
  const scene = { ...context, question: { ...context.question, text } };
  if (!speaksOfSanctions(scene)) return [];
  const filter = readSanctionFilter(scene);
  const isWhole = filter.groups.length === 0 && filter.kinds.length > 0;
  if (filter.unknown.length > 0 || (!isWhole && !PERSONS.test(said))) return [];
  if (filter.kinds.length + filter.measures.length + filter.groups.length === 0) return [];
  const items = selectSanctions(scene, filter).map(({ sanction }) => sanction.unit);
  const headings = isWhole ? items.map((id) => context.lookup.get(id)?.parent ?? id) : [];
  return [...new Set([...headings, ...items])];
}
