import type { AskedFor } from '../question/question.ts';
import { findAmounts, PERSONS } from '../text/amounts.ts';
import { findDates } from '../text/dates.ts';

/** A person with a post or punished by name, a Chinese name after a title or before 同志. */
const PERSON =
  /(?:书记|主任|局长|校长|园长|厂长|经理|队长|院长|区长|所长|科长|出纳|教授|董事长|委员|组长|会计|职员|同志|等\d+人)/u;
const ORGANIZATION =
  /(?:局|委|办|院|政府|[查调]室|街道|社区|集团|公司|中心|小组|专班|学校|小学|大队|中队|银行|法院|居委会|部门|部|厅|党组|党工委|经合社|组)(?![\p{L}]{0,2}长)/u;
const PLACE = /(?:路|街|号|社区|街道|大厦|广场|馆|园|楼|层|地块|中心|基地|市|省|县|区)/u;
const REASON = /因|由于|鉴于|为了?|导致|造成|不符合|未|故|存在/u;
/** 因半岛国际二层租赁纠纷案正由市检察院审理: gives the reason in so many words. */
const SAYS_WHY = /因(?!此|而)|由于|鉴于|导致|造成|不符合|低于|无法/u;

/** 多少场, 几家, 多少人次, 几个百分点: the unit the asker expects. */
const EXPECTED_UNIT =
  /(?<nth>第)?(?:多少|几|哪几)(?:来|多)?(?<unit>个百分点|平方米?|公里|人次|批次|场次|件次|个月|小时|亿元?|万元?|块钱|[\p{Script=Han}])/gu;
/** What people say for what officials print: 多少人 ↔ 13名, 几家 ↔ 12个, 多少钱 ↔ 373万元. */
const SAME_UNITS: readonly (readonly string[])[] = [
  ['人', '名', '位', '人次', '号'],
  ['家', '个', '户', '间', '所', '家次'],
  ['钱', '元', '块', '块钱', '亿', '万', '亿元', '万元'],
  ['件', '起', '桩', '宗', '个', '条', '项'],
  ['场', '次', '回', '场次', '趟', '轮', '遍'],
  ['项', '条', '个', '样', '款', '份'],
  ['处', '个', '套', '间', '栋'],
  ['平方米', '平方', '平', '平米'],
  ['天', '日', '个月', '年'],
  ['期', '次', '轮', '批', '批次'],
  ['成', '%'],
  ['米', '里', '公里'],
  ['岁', '年', '周岁'],
];

/** The units an answer to `question` may be counted in; empty when the question does not say. */
export function expectedUnits(question: string): ReadonlySet<string> {
  const units = new Set<string>();
  for (const match of question.matchAll(EXPECTED_UNIT)) {
    const unit = match.groups?.['unit'] ?? '';
    const groups = SAME_UNITS.filter((group) => group.includes(unit));
    for (const same of groups.flat()) units.add(same);
    if (groups.length > 0) units.add(unit);
    if (match.groups?.['nth'] !== undefined) for (const same of [...units]) units.add(nth(same));
    // 直接录用的有几个 may count persons.
    if (unit === '个') for (const person of PERSONS) units.add(person);
  }
  if (/率|百分|比例|占比|比重|几成/u.test(question)) units.add('%').add('个百分点');
  if (/钱|金额|资金|花了|投资|款|[罚挪赔](?:走|掉|了)*(?=多少)/u.test(question))
    for (const unit of ['元', '万', '亿']) units.add(unit);
  if (/面积|多大/u.test(question)) for (const unit of ['平方米', '亩']) units.add(unit);
  return units;
}

/** 10年, 第3期: lengths and ordinals answer 多少 only where they are asked for. */
const TIME_UNITS: ReadonlySet<string> = new Set([
  '年',
  '月',
  '日',
  '天',
  '岁',
  '周岁',
  '届',
  '级',
  '号',
  '层',
  '年度',
  '',
]);

/** What the amounts of `text` are counted in, dates left out; 第三轮 counts no rounds. */
export function countedUnits(text: string): readonly string[] {
  const plain = withoutDates(text);
  return findAmounts(plain).map(({ unit, span }) => (plain[span.start - 1] === '第' ? nth(unit) : unit));
}

function nth(unit: string): string {
  return `第${unit}`;
}

/** Whether amounts are counted in one of `units`: 1 exactly, 0.4 some other amount, 0 no amount. */
export function matchUnits(counted: readonly string[], units: ReadonlySet<string>): number {
  if (counted.length === 0) return 0;
  if (units.size === 0) return counted.some((unit) => !TIME_UNITS.has(unit)) ? 1 : 0.4;
  return counted.some((unit) => units.has(unit)) ? 1 : 0.4;
}

/** Words that leave something undone or left over: 还剩, 没退的, 未完成, 尚未. */
const REMAINING = /没(?!有人|错|问题)|未|剩|尚|还差|还欠|其余|余下|不(?:能|到|够|建议|符合|予)|暂/u;

/** True when the question speaks of what is left or undone. */
export function asksForRemainder(question: string): boolean {
  return REMAINING.test(question.replace(/(?:了|有|完成)没有?[?。]*$|没有?[?。]*$|有没有/u, ''));
}

/** Where what is left or undone is `asked` for: 1 when the text speaks of it too, −1 when it does not. */
export function agreeOnRemainder(asked: boolean, text: string): number {
  return asked ? (REMAINING.test(text) ? 1 : -1) : 0;
}

/** 1 where the text says why, 0.6 where it may be read so. */
export function matchReason(text: string): number {
  return SAYS_WHY.test(text) ? 1 : REASON.test(text) ? 0.6 : 0;
}

/** True when `text` holds the kind of words the question asks for. */
export function holdsAnswer(text: string, kind: AskedFor): boolean {
  switch (kind) {
    case 'amount':
      return countedUnits(text).length > 0;
    case 'date':
      return (
        findDates(text).some((date) => date.precision !== 'vague' || /年内|年底|月底/u.test(date.text)) ||
        /个月|时限|每(?:天|日|周|月|季|半?年)|\d+天|(?<!\d)\d{1,2}年(?:时间|之?久|以上|多)/u.test(text)
      );
    case 'person':
      return PERSON.test(text);
    case 'organization':
      return ORGANIZATION.test(text);
    case 'place':
      return PLACE.test(text);
    case 'document':
      return text.includes('《');
    case 'reason':
      return REASON.test(text);
    case 'manner':
    case 'yes-no':
    case 'content':
      return true;
  }
}

function withoutDates(text: string): string {
  let rest = text;
  for (const { text: date } of findDates(text)) rest = rest.replace(date, ' ');
  return rest;
}
