// question → deadlines it asks for: 10月底前要完成, 年内, 预计2025年完成, 等到2024年以后, 有明确时限, 已过期
import type { Question } from '../question/question.ts';
import type { DateMention } from '../text/dates.ts';
import type { Read } from './slots.ts';

/** Deadlines from `from` to `to` (ISO days, both included); both null for any deadline. */
export interface DeadlineRange {
  readonly from: string | null;
  readonly to: string | null;
  /** Only those that had passed when the bulletin was published. */
  readonly passed: boolean;
  /** As the asker put it: 2023年10月底前. */
  readonly asked: string;
}

/** What is due, behind the date: 前要完成, 到期, 才能投用的. */
const DUE = new RegExp(
  '^(?:以后|之后|以前|之前|后|前|内|以内)?(?:' +
    '(?:需要|要求|必须|应当|应该|要|应|须|需|得|能|可|该|才|就|全部|全面|计划|预计|力争)*' +
    '(?:完成|到期|做完|改完|办完|办结|搞定|整改到位|交付|落实|结束|竣工|完工|投用|开工|动工|到位)(?:整改)?|截止)的?|^的?(?:完成)?(?:时限|期限)的?',
  'u',
);
/** A word of duty or plan behind the date. */
const DUTY = /^(?:以后|之后|以前|之前|后|前|内)?(?:需|要|必|应|须|得|才|计划|预计|力争|到期|截止)/u;
/** The same in front of it: 预计2025年…, 要求在…, 等到…. */
const ANNOUNCED =
  /(?:写明|载明|明确|规定|安排)?(?<word>预计|计划|力争|拟|定于|要求|限|等到|拖到|排到|推到|延到|带有|时限|期限|要|须|应)(?:是|为|在|于|到)?$/u;
const WAITS = /等到|拖到|排到|推到|延到|时限|期限/u;
const HAS_DEADLINE =
  /(?:有|写了|写明|明确|定了|载明|带)(?:了|明确的?|具体的?)*(?:完成|整改)?(?:时限|期限|时间表|截止(?:时间|日期)|完成时间)的?/u;
const PASSED =
  /(?:已经?)?(?:过期|逾期|超期|过了?(?:完成|整改)?(?:时限|期限|限期))(?:了|的|未完成|没完成)*|的?(?:完成|整改)?(?:时限|期限)(?:已经?|都)*(?:过了?|到期了?|到了)的?/u;
const AFTER = /^(?:以后|之后|后)/u;
const BEFORE = /^(?:以前|之前|前|内|以内)/u;

/** Relative to the bulletin's year. A year with 以后 counts itself, a month or day does not. */
export function readDeadline(question: Question, text: string): Read<DeadlineRange> | null {
  const passed = PASSED.exec(text);
  if (passed !== null && !/问题线索|案件/u.test(text)) {
    const value = { from: null, to: null, passed: true, asked: '已过完成时限' };
    return { value, rest: text.replace(passed[0], '\u0001') };
  }
  const date = question.dates[0];
  const dated = date === undefined ? null : readDated(text, date);
  if (dated !== null) return dated;
  const any = HAS_DEADLINE.exec(text);
  if (any === null) return null;
  const value = { from: null, to: null, passed: false, asked: '有完成时限' };
  return { value, rest: text.replace(any[0], '\u0001') };
}

function readDated(text: string, date: DateMention): Read<DeadlineRange> | null {
  const at = text.indexOf(date.text);
  if (at < 0) return null;
  const head = text.slice(0, at);
  const tail = text.slice(at + date.text.length);
  const announced = ANNOUNCED.exec(head);
  const due = DUE.exec(tail);
  const open = AFTER.test(tail) || date.since;
  const before = date.before || BEFORE.test(tail);
  const limit = before || open || /[内底末]前?$/u.test(date.text);
  const waits = WAITS.test(announced?.groups?.['word'] ?? '');
  if (due === null ? !waits : !(limit || DUTY.test(tail) || announced !== null)) return null;
  const edge = (BEFORE.exec(tail) ?? AFTER.exec(tail))?.[0] ?? '';
  const lead = (announced?.[0] ?? /(?:写明|载明|明确|规定)?(?:要)?(?:在|到|于)?$/u.exec(head)?.[0] ?? '')
    .length;
  const used = date.text.length + Math.max(due?.[0].length ?? 0, edge.length);
  const rest = `${text.slice(0, at - lead)}\u0001${text.slice(at + used)}`;
  const value = {
    from: open ? dayFrom(date) : before ? null : date.start,
    to: open ? null : date.end,
    passed: false,
    asked: `${date.text}${edge}`,
  };
  return value.from === null && value.to === null ? null : { value, rest };
}

/** First day meant by 以后. */
function dayFrom({ precision, start, end }: DateMention): string | null {
  if (precision === 'year' || end === null) return start;
  const [year = 0, month = 1, day = 1] = end.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
}
