// question → deadlines it asks for: 10月底前要完成, 年内, 预计2025年完成, 等到2024年以后, 有明确时限, 已过期
import { findDates, type DateMention } from '../text/dates.ts';
import type { IntentContext } from './intent.ts';
import type { Read } from './slots.ts';

/** Deadlines from `from` to `to` (ISO days, both included); both null for any deadline. */
export interface DeadlineRange {
  readonly from: string | null;
  readonly to: string | null;
  /** Only those that had passed when the bulletin was published. */
  readonly passed: boolean;
  /** Only unfinished measures for which the bulletin gives no deadline at all. */
  readonly none: boolean;
  /** One of these characters is printed in it, where the very phrase is meant: 底 of 写明10月底前; else empty. */
  readonly edge: string;
  /** As the asker put it: 2023年10月底前. */
  readonly asked: string;
}

const ANY_DEADLINE = { from: null, to: null, passed: false, none: false, edge: '' } as const;

/** What is due, behind the date: 前要完成, 到期, 才能投用的. */
const DUE = new RegExp(
  '^(?:(?:及|或|和)?(?:其|更)?(?:以后|之后)|以前|之前|后|前|内|以内|(?:或|或者|甚至)?(?:更|再)(?:晚|迟|往后)(?:些|一点)?)?(?:' +
    '(?:需要|要求|必须|应当|应该|要|应|须|需|得|能|可|该|才|就|全部|全面|计划|预计|力争)*' +
    '(?:(?:完成|到期|[做改办弄搞干建修装拆招](?:完|好|成|定|结|到位)|整改到位|交付|落实|结束|收尾|收工|完得成|[做办弄搞建修]得完|竣工|完工|投用|投入使用|开工|动工|动建|进场(?:施工)?|开标|交楼|交房|开业|建成|启用|到位|印发|出台|下发|启动|交卷|交账|交差|兑现|了结|办结|销号|见效|[做办弄搞拿]出来)(?:、|或者?|和)?)+(?:整改)?|截止)的?|^(?:前|以前|之前)?(?:的|[这那]个|这一)?(?:完成|整改)?(?:时限|期限|时间节点|时间点|节点|截止(?:时间|日期))(?:完成|到期|办结)?的?',
  'u',
);
/** A word of duty or plan behind the date. */
const DUTY = /^(?:以后|之后|以前|之前|后|前|内)?(?:需|要|必|应|须|得|才|计划|预计|力争|到期|截止)/u;
/** The same in front of it: 预计2025年…, 要求在…, 等到…. */
const ANNOUNCED =
  /(?:写明|载明|明确|规定|安排)?(?<word>(?:时限|期限|时间点|时间节点|节点|最后时间|截止(?:时间|日期|期限)?)(?:都|是)?(?:定|设|限定|规定|写|卡|放|排|落)|截止(?:时间|日期)|承诺|许诺|说好|(?:当时|原来|之前)说|说是|答应|预计|计划|力争|拟|定于|定在|要求|限|(?:要|得|须|会)?[等拖排推延许定放]到了?|带有|时限|期限|要|须|应)(?:是|为|在|于|到|了)*$/u;
const WAITS = /[等拖排推延许定放]到|时限|期限|截止|时间|节点/u;
const HAS_DEADLINE =
  /(?:有|写了|写明|明确|定了|载明|带)(?:了|明确的?|具体的?)*(?:完成|整改)?(?:时限|期限|时间表|截止(?:时间|日期)|完成时间)的?/u;
/** 没有明确时限, 没写期限, 未给出完成时间: the opposite of the above. */
const NO_DEADLINE =
  /(?:还|都)?(?:没有?|未|不)(?:有|写|写明|明确|给|给出|定|定下?|设|说|说明|载明|规定|标|注明|明说|带)*(?:明确|具体|任何)?的?(?:完成|整改|办结)?(?:时限|期限|时间表|时间节点|截止(?:时间|日期)|完成时间|完成日期)的?/u;
const PASSED =
  /(?:已经?)?(?:过期|逾期|超期|过了?(?:完成|整改)?(?:时限|期限|限期))(?:了|的|未完成|没完成)*|的?(?:完成|整改)?(?:时限|期限)(?:已经?|都)*(?:过了?|到期了?|到了)的?/u;
const AFTER =
  /^(?:(?:及|或|和|以及|或者)?(?:其|更)?(?:以后|之后|往后|后)|(?:或者?|甚至)?(?:更|再)(?:晚|迟|往后))/u;
const BEFORE = /^(?:以前|之前|前|内|以内)/u;

/**
 * Dates relative to the bulletin's year, 今年 and 过期 to `today`. A year with 以后 counts itself, a month or day does not.
 */
export function readDeadline({ question, bulletin, today }: Scene, text: string): Read<DeadlineRange> | null {
  const none = NO_DEADLINE.exec(text);
  if (none !== null) {
    const value = { ...ANY_DEADLINE, none: true, asked: '正在推进、没有写明完成时限' };
    return { value, rest: text.replace(none[0], '\u0001') };
  }
  const passed = PASSED.exec(text);
  if (passed !== null && !/问题线索|案件/u.test(text)) {
    const rest = text.replace(passed[0], '\u0001');
    const moved = today !== null && today !== bulletin.meta.published;
    const value = moved
      ? { ...ANY_DEADLINE, to: addDays(today, -1), asked: `${today}前` }
      : { ...ANY_DEADLINE, passed: true, asked: '已过完成时限' };
    return { value, rest };
  }
  const spoken = spellRelative(text, today);
  const year = Number(bulletin.meta.dataAsOf?.slice(0, 4) ?? Number.NaN);
  const dates = spoken === text ? question.dates : findDates(spoken, Number.isNaN(year) ? {} : { year });
  const [first, ...more] = dates;
  const dated = first === undefined ? null : readDated(spoken, first, more);
  if (dated !== null) return dated;
  const any = HAS_DEADLINE.exec(text);
  if (any === null) return null;
  const value = { ...ANY_DEADLINE, asked: '有完成时限' };
  return { value, rest: text.replace(any[0], '\u0001') };
}

type Scene = Pick<IntentContext, 'question' | 'bulletin' | 'today'>;

const MONTH_OF_YEAR =
  /(?<![年\d])(?<month>\d{1,2}月[^()]*)\((?:指的?是?|都?是|说的?是)?(?<year>20\d\d年)的?\)/u;

/** 今年 → 2024年, 2023年年底 → 2023年底. */
function spellRelative(text: string, today: string | null): string {
  const year = Number(today?.slice(0, 4));
  const plain = text
    .replace(/\((?<edge>之?前|以前|之?后|以后|以内)\)/gu, '$<edge>') // 10月底(前)
    .replace(
      /(?<![一二三四五六七八九十])(?<tens>十)?(?<ones>[一二三四五六七八九])?月(?=底|末|初|[上中下]旬|份|以|之|[前后内])/gu,
      (written: string, tens?: string, ones?: string) =>
        tens === undefined && ones === undefined
          ? written
          : `${(tens === undefined ? 0 : 10) + (ones === undefined ? 0 : '一二三四五六七八九'.indexOf(ones) + 1)}月`,
    ) // 十月底前
    .replace(MONTH_OF_YEAR, '$<year>$<month>') // 10月底前要交的…(2023年的)
    .replace(/年年(?=[底末初内中])/gu, '年')
    .replace(/(?<![\d.])(?<year>2\d)年(?=\d|[底末初]|以|之|[前后内])/gu, '20$<year>年'); // 23年10月底
  if (Number.isNaN(year)) return plain;
  return plain
    .replace(/今年|本年度?/gu, `${year}年`)
    .replace(/明年/gu, `${year + 1}年`)
    .replace(/后年/gu, `${year + 2}年`);
}

/** 、2025年, 或年内, 到2025年: goes on with the date before it. */
const JOINT = /^(?:前|底前|之前|以前)?(?:、|,|或者?|和|到|至|-|—)(?:是|在)?$/u;
/** 2024、 before 2025年. */
const BARE_YEAR = /(?<year>20\d\d)年?(?:、|或者?|和|到|至|-|—)$/u;
/** 给出的完工或投用时间: what is due, in front of the date. */
const DUE_NOUN =
  /(?:给出|写|定|说)?(?:的)?(?:(?:完工|投用|完成|交付|竣工|建成|开工|启用|使用|办结)(?:或者?|和|、)?)*(?:时间|期限|日期|时限|日子)?(?:都)?$/u;
/** 承诺, 写明: the very phrase is meant, not all that is due before. */
const LITERAL =
  /(?:承诺|说好|讲好|当时说|说(?:的|了|好)?是|答应|写明|载明|明确|注明|[写定卡][着了到]|标明|标[着了])(?:的?是)?(?:要?在|于)?$/u;
/** 2024年以后的措施: measures have no other date that far on. */
const LATER =
  /^(?:及|或|和|以及)?(?:其|更)?(?:以后|之后|往后|后)?(?:的(?:整改)?(?:措施|举措|条目|条|编号|任务|事|有|都|是|[?。!,])|的?$)/u;
/** 写了9月底前, and no more. */
const ENDS = /^(?:以前|之前|前|内|以内)?(?:这个)?(?:期限|时限)?的?(?=$|[?。!,])/u;

function readDated(
  text: string,
  date: DateMention,
  more: readonly DateMention[],
): Read<DeadlineRange> | null {
  const at = text.indexOf(date.text);
  if (at < 0) return null;
  const group = [date];
  let end = at + date.text.length;
  for (const next of more) {
    const start = text.indexOf(next.text, end);
    if (start < 0 || !JOINT.test(text.slice(end, start))) break;
    group.push(next);
    end = start + next.text.length;
  }
  const bare = BARE_YEAR.exec(text.slice(0, at));
  const head = bare === null ? text.slice(0, at) : text.slice(0, bare.index);
  const tail = text.slice(end);
  const announced = ANNOUNCED.exec(head);
  const due = DUE.exec(tail);
  const last = group.at(-1) ?? date;
  const open = AFTER.test(tail) || last.since;
  const before = date.before || last.before || BEFORE.test(tail);
  const limit = before || open || /[内底末]前?$/u.test(date.text);
  const waits = WAITS.test(announced?.groups?.['word'] ?? '');
  const printedSo = LITERAL.test(head) && limit && ENDS.test(tail);
  const later = open && LATER.test(tail);
  if (
    due === null
      ? !waits && !printedSo && !later
      : !(limit || DUTY.test(tail) || announced !== null || date.precision === 'year')
  )
    return null;
  const edge = (BEFORE.exec(tail) ?? AFTER.exec(tail))?.[0] ?? '';
  const lead =
    announced?.[0] ??
    /(?:写明|载明|明确|规定|[定设标给限卡排][了着])?(?:要)?(?:在|到|于)?$/u.exec(head)?.[0] ??
    '';
  const noun = waits ? (DUE_NOUN.exec(head.slice(0, head.length - lead.length))?.[0] ?? '') : '';
  const used = Math.max(due?.[0].length ?? 0, edge.length);
  const literal = LITERAL.exec(head)?.[0] ?? '';
  const cut = head.length - Math.max(lead.length + noun.length, literal.length);
  const rest = `${text.slice(0, cut)}\u0001${text.slice(end + used)}`;
  const to = open ? null : latest(group);
  const from = open
    ? dayFrom(last)
    : literal !== ''
      ? to
      : before && bare === null
        ? null
        : bare === null
          ? date.start
          : `${bare.groups?.['year'] ?? ''}-01-01`;
  const asked = `${bare?.[0] ?? ''}${text.slice(at, end)}${edge}`;
  const phrases = [...group.map((one) => one.text), edge].join('');
  const printed = literal === '' || open ? '' : (phrases.match(/[底末内]/gu) ?? []).join('');
  const value = { ...ANY_DEADLINE, from, to, edge: printed, asked };
  return from === null && to === null ? null : { value, rest };
}

function latest(dates: readonly DateMention[]): string | null {
  return dates.reduce<string | null>(
    (last, { end }) => (end !== null && (last === null || end > last) ? end : last),
    null,
  );
}

/** First day meant by 以后. */
function dayFrom({ precision, start, end }: DateMention): string | null {
  if (precision === 'year' || end === null) return start;
  return addDays(end, 1);
}

function addDays(iso: string, days: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}
