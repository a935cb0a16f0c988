// 哪天能全部弄好, 几号正式开张: a date still to come → announced in the bulletin, or not stated
import type { Deadline } from '../ledger/ledger.ts';
import { foldWidth } from '../text/width.ts';

const WHEN = /什么时候|啥时候|何时|几时|哪一?[天日年月]|哪个月|几月|几号|多久|多长时间/u;
const TO_COME = /(?<![可功职])能(?![力源动])|才|得|要(?!求)|打算|准备|预计|计划|正式|全部|剩|最[晚迟快早]/u;
/** What a project comes to: it is finished, or it is opened, used, handed over. */
const ENDS = [
  /完(?!善)|(?:弄|搞|做|办|修|建|盖|改|整)(?:好|成)|搬光|清零|结束|竣工/u,
  /开业|开张|开门|开馆|开放|营业|运营|投用|启用|投入使用|用上|交[楼房付]|入[住学读]/u,
];
/** 力争年内, 计划10月底前, 2024年3月完工: a date and what announces it. */
const ANNOUNCED =
  /(?:计划|预计|力争|争取|确保|明确|拟|将|定于|限|目标)[^,，。;；]{0,14}(?:年|月|日|天内|季度)|(?:年|月|日)[内底末]?前/u;

/** 已于2023年6月30日: a day that stands in the clause with the end it is the day of. */
const DAY_OF = '\\d{1,2}月(?:\\d{1,2}日)?[^,，。;；]{0,20}';

/** True where the end of something is asked for and the sentence has no date to come. */
export function lacksEnd(text: string, sentence: string, deadlines: readonly Deadline[]): boolean {
  const ends = ENDS.filter((end) => end.test(text));
  if (!WHEN.test(text) || !TO_COME.test(text) || ends.length === 0) return false;
  return (
    !ANNOUNCED.test(sentence) &&
    !ends.some((end) => new RegExp(`${DAY_OF}(?:${end.source})`, 'u').test(sentence)) &&
    deadlines.every(({ citation }) => !sentence.includes(foldWidth(citation.quote)))
  );
}
