// question → status, deadline, section, role: what narrows a list besides the words it mentions
import type { UnitId } from '../bulletin/bulletin.ts';
import type { UnitLookup } from '../bulletin/lookup.ts';
import type { Status } from '../ledger/ledger.ts';
import type { Question } from '../question/question.ts';
import { parseInteger } from '../text/numerals.ts';
import { trimEdges } from './shape.ts';

/** A slot as read, and the question without its words. */
export interface Read<T> {
  readonly value: T;
  readonly rest: string;
}

/** 还没完成, 没了结, 还没处置完, 未整改到位, 正在推进, 没做完的. */
const OPEN =
  /(?:还|都|仍|仍然|至今|目前)*(?:没有?|未|尚未|仍未|没能)(?:全部|完全|彻底|按期)?(?:完成|了结|办结|解决|落实|整改(?:完成|到位|完|好)?|处置(?:完|到位)?|处理(?:完|好)|收尾|销号|到位|[做办弄改搞干拆建盖]完|[做办弄改搞]好)(?:完毕|完成|到位|完)?的?|(?:还|仍|正|尚)?在(?:推进|进行|整改|办理|落实|施工)(?:中|当中)?的?|正在(?:推进|进行|整改|办理|落实)(?:中|当中)?的?|(?:推进|进行|整改|办理)中的?|待完成的?/u;
/** 已完成, 完成了的, 已办结, 整改完了的. */
const DONE =
  /(?:已经?|都|全部)(?:全部|经)?(?:完成|办结|整改(?:完成|到位|完|好)|落实(?:到位)?|解决|销号|[做办弄改]完)(?:整改)?了?的?|(?:完成|做完|办完|改完|整改完|办结)了?的(?!\S*(?:时限|期限))|(?:完成|办结)了(?!吗|没)/u;
/** 长期坚持, 常态化推进. */
const STANDING = /(?:需要?|要)?长期(?:坚持|整改|推进|落实|抓)?的?|常态化(?:推进|坚持|开展)?的?/u;

/** The class of part 三 a list is narrowed to; 「未完成」 means `in_progress`. */
export function readStatus(text: string): Read<Status> | null {
  for (const [value, pattern] of [
    ['in_progress', OPEN],
    ['completed', DONE],
    ['long_term', STANDING],
  ] as const) {
    const match = pattern.exec(text);
    if (match !== null) return { value, rest: text.replace(match[0], '\u0001') };
  }
  return null;
}

/** Deadlines from `from` to `to` (ISO days, both included); both null for any deadline. */
export interface DeadlineRange {
  readonly from: string | null;
  readonly to: string | null;
  /** Only those that had passed when the bulletin was published. */
  readonly passed: boolean;
  /** As the asker put it: 2023年10月底前. */
  readonly asked: string;
}

const DUE =
  '(?:需要|要求|必须|应当|应该|要|应|须|需|得|能|可|该|才|计划|预计|力争)*(?:全部|全面)?(?:完成|到期|做完|改完|办完|办结|搞定|整改到位|交付|落实|结束|竣工|完工|投用|到位)(?:整改)?的?';
const HAS_DEADLINE =
  /(?:有|写了|写明|明确|定了|载明|带)(?:了|明确的?|具体的?)*(?:完成|整改)?(?:时限|期限|时间表|截止(?:时间|日期)|完成时间)的?/u;
const PASSED =
  /(?:已经?)?(?:过期|逾期|超期|过了?(?:完成|整改)?(?:时限|期限|限期))(?:了|的|未完成|没完成)*|的?(?:完成|整改)?(?:时限|期限)(?:已经?|都)*(?:过|到)(?:期)?了?的?/u;
const AFTER = /^(?:以后|之后|后)/u;
const BEFORE = /^(?:以前|之前|前|内|以内)/u;

/** 10月底前要完成, 年内, 2024年到期, 2024年以后 (that year counts), 11月以后 (it does not), 有明确时限, 已过期. */
export function readDeadline(question: Question, text: string): Read<DeadlineRange> | null {
  const passed = PASSED.exec(text);
  if (passed !== null && /时限|期限|过期|逾期|限期/u.test(passed[0]) && !/问题线索|案件/u.test(text)) {
    const value = { from: null, to: null, passed: true, asked: '已过完成时限' };
    return { value, rest: text.replace(passed[0], '\u0001') };
  }
  const date = question.dates[0];
  if (date !== undefined) {
    const at = text.indexOf(date.text);
    const tail = text.slice(at + date.text.length);
    const due = new RegExp(`^(?:以后|之后|以前|之前|后|前|内)?${DUE}|^(?:到期|截止)`, 'u').exec(tail);
    const limit = date.before || BEFORE.test(tail) || /[内底末]前?$/u.test(date.text);
    const wanted =
      /^(?:以后|之后|以前|之前|后|前|内)?(?:需|要|必|应|须|得|才|计划|预计|力争|到期|截止)/u.test(tail);
    if (at >= 0 && due !== null && (limit || wanted || AFTER.test(tail) || date.since)) {
      const open = AFTER.test(tail) || date.since;
      const before = date.before || BEFORE.test(tail);
      const asked = text.slice(
        at,
        at + date.text.length + (BEFORE.exec(tail) ?? AFTER.exec(tail) ?? [''])[0].length,
      );
      const rest = text.replace(
        new RegExp(`(?:写明|载明|明确|规定)?(?:要)?(?:在|到|于)?${escape(date.text)}${escape(due[0])}`, 'u'),
        '\u0001',
      );
      const value = {
        from: open
          ? date.precision === 'year'
            ? date.start
            : dayAfter(date.end)
          : before
            ? null
            : date.start,
        to: open ? null : date.end,
        passed: false,
        asked,
      };
      return value.from === null && value.to === null ? null : { value, rest };
    }
  }
  const any = HAS_DEADLINE.exec(text);
  if (any === null) return null;
  return {
    value: { from: null, to: null, passed: false, asked: '有完成时限' },
    rest: text.replace(any[0], '\u0001'),
  };
}

function dayAfter(day: string | null): string | null {
  if (day === null) return null;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}

/** Sections that hold measures, in document order: the parts problems and measures are grouped by. */
export function contentSections(lookup: UnitLookup): UnitId[] {
  const ids = lookup.measures.map((unit) => unit.path.findLast((id) => lookup.get(id)?.kind === 'section'));
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** 「落实全面从严治党战略部署方面」, the heading's first line. */
export function sectionName(lookup: UnitLookup, id: UnitId): string {
  return lookup.get(id)?.text.split('\n')[0]?.trim() ?? id;
}

const NAMED =
  /(?<name>[^,，。?？!、\s\u0001]{2,24}?)(?:这|那)?(?:一)?(?:个|块)?(?:方面|部分|板块|这块|领域)(?:的|里|中|下面?)?/u;
const NUMBERED = /第(?<n>[一二三四五六七八九十\d]{1,2})(?:个|大)*(?:方面|板块)(?:的|里|中)?/u;
const SHORTEST_NAME = 4;

/** 全面从严治党方面, 组织路线方面, 第二个方面; null where no heading holds the words. */
export function readSection(text: string, lookup: UnitLookup): Read<UnitId> | null {
  const sections = contentSections(lookup);
  const numbered = NUMBERED.exec(text);
  const ordinal = numbered === null ? null : parseInteger(numbered.groups?.['n'] ?? '');
  const nth = ordinal === null ? undefined : sections[ordinal - 1];
  if (numbered !== null && nth !== undefined)
    return { value: nth, rest: text.replace(numbered[0], '\u0001') };
  const named = NAMED.exec(text);
  if (named === null) return null;
  const name = trimEdges(named.groups?.['name'] ?? '').replace(/^(?:落实|关于|涉及|属于)/u, '');
  const found =
    name.length < SHORTEST_NAME ? [] : sections.filter((id) => holdsName(sectionName(lookup, id), name));
  const [id, ...others] = found;
  if (id === undefined || others.length > 0) return null;
  return { value: id, rest: text.replace(named[0], '\u0001') };
}

/** True when every pair of neighbouring characters of `name` stands in the heading: 巡视整改成果运用 ⊂ 落实巡视整改和成果运用方面. */
function holdsName(heading: string, name: string): boolean {
  if (heading.includes(name)) return true;
  const pairs = Array.from({ length: name.length - 1 }, (_, i) => name.slice(i, i + 2));
  return pairs.filter((pair) => heading.includes(pair)).length >= pairs.length - 1 && pairs.length >= 4;
}
