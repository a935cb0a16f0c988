// a row of signs → what is counted: measures (or problems) of a section, with a status, over what they are part of
import type { UnitId } from '../bulletin/bulletin.ts';
import type { Status } from '../ledger/ledger.ts';
import { rememberEach } from '../text/remember.ts';
import type { IntentContext } from './intent.ts';
import { readSigns, sectionOf, STATUS_SIGNS } from './tally-signs.ts';

/** Measures (or problems) of a section, with a status; of all where neither is said. */
export interface Part {
  readonly section: UnitId | null;
  readonly status: Status | null;
}

export type Tally =
  | { readonly kind: 'count'; readonly part: Part }
  | { readonly kind: 'statuses'; readonly section: UnitId | null }
  | {
      readonly kind: 'share';
      readonly parts: readonly Part[];
      readonly whole: Part;
      readonly problems: boolean;
      /** One share of all the parts. */
      readonly together: boolean;
    }
  | { readonly kind: 'sum'; readonly parts: readonly Part[] }
  | { readonly kind: 'gap'; readonly parts: readonly [Part, Part]; readonly rates: boolean }
  | { readonly kind: 'rest'; readonly whole: Part; readonly part: Part }
  | {
      readonly kind: 'times';
      readonly parts: readonly [Part, Part];
      readonly problems: boolean;
      /** 是…的几成: told as a share. */
      readonly percent: boolean;
    };

const ALL: Part = { section: null, status: null };

/** Null where the message asks for more than numbers of measures, or for the number of all. */
export const readTally = rememberEach((context: IntentContext): Tally | null => {
  // 98个问题297条措施里: of all measures.
  const signs = readSigns(context)?.replace(/^AQ(?=AM)/u, '') ?? null;
  if (signs === null || /[BHUVW]/u.test(signs)) return null;
  // 措施多少条、完成多少条、完成率多少: one part, asked about in several ways.
  const one = [/[COL]/gu, /[a-j]/gu].every((kind) => new Set(signs.match(kind)).size <= 1);
  const row = one ? signs.replaceAll('+', '') : signs;
  const problems = row.includes('Q');
  // 问题 beside a status: problems by the statuses of their measures.
  if (problems && /[MNCOL]/u.test(row)) return null;
  const read = (signs: string): Part | null => readPart(context, signs);
  // 第一方面完成率比第二方面高多少
  const rates = row.replace(/C%/gu, 'C');
  if (row.includes('<') && row !== rates && !problems) return readGap(rates, read, true);
  if (row.includes('*') || OF_ANOTHER.test(row)) return readTimes(row, read, problems);
  if (/[Z%/]/u.test(row)) return readShare(row, read, problems);
  if (problems || !/[Nn]/u.test(row)) return null;
  // 组织路线方面有多少属于长期坚持: only measures have a status.
  if (!/[MN]/u.test(row) && !/(?=.*[a-j])(?=.*[COL])/u.test(row)) return null;
  if (row.includes('<')) return readGap(row, read, false);
  if (row.includes('-')) return readRest(row, read);
  if (new Set(row.match(/[COL]/gu)).size > 1) return readSeveral(context, row, read);
  const part = readInside(row, read);
  return part === null || isAll(part) ? null : { kind: 'count', part };
});

type ReadPart = (signs: string) => Part | null;

/** One section and one status at most. */
function readPart({ lookup }: IntentContext, signs: string): Part | null {
  const sections = new Set(signs.match(/[a-j]/gu));
  const statuses = new Set(signs.match(/[COL]/gu));
  if (!/^[a-jCOLMQANnKI]*$/u.test(signs) || sections.size > 1 || statuses.size > 1) return null;
  const [section] = [...sections].flatMap((sign) => sectionOf(lookup, sign) ?? []);
  const status = (Object.keys(STATUS_SIGNS) as Status[]).find((name) => statuses.has(STATUS_SIGNS[name]));
  return { section: section ?? null, status: status ?? null };
}

function isAll({ section, status }: Part): boolean {
  return section === null && status === null;
}

/** What `part` leaves open is as in `other`. */
function fill(part: Part, other: Part): Part {
  return { section: part.section ?? other.section, status: part.status ?? other.status };
}

/** 在推进的措施里第一方面: those of the first that are of the second. */
function readInside(signs: string, read: ReadPart): Part | null {
  return signs
    .split('I')
    .map(read)
    .reduce<Part | null>((so, one) => {
      if (so === null || one === null) return null;
      const clash =
        (so.section !== null && one.section !== null) || (so.status !== null && one.status !== null);
      return clash ? null : fill(so, one);
    }, ALL);
}

/** 完成的占总数几成, 完成率按完成的除以总数, 推进中的里面第一方面占几成, 三类各占几成. */
function readShare(row: string, read: ReadPart, problems: boolean): Tally | null {
  const signs = row.replace(/^(?<asked>[^/]*%[^/]*)C\/A[MN]*$/u, '$<asked>');
  // 第二方面在全部措施里占 → 第二方面占全部措施
  const [before = '', after = '', ...more] = signs
    .replace(/^(?<part>[^@Z]+)@(?<whole>[^@Z]+)I+E?Z/u, '$<part>Z$<whole>')
    .split(/[Z/]/u);
  if (more.length > 0 || (problems && /[COL]/u.test(signs))) return null;
  const part = before.replace(/[%E]/gu, '');
  if (!/^[MAI]*[COL](?:\+?[COL])+\+?[MNn]*$/u.test(part)) return readOneShare([part, after], read, problems);
  const parts = [...new Set(part.match(/[COL]/gu))].flatMap((sign) => read(sign) ?? []);
  // 长期的和没完成的占几成: of both together.
  const together = parts.length < ALL_STATUSES && /^[^E]*\+[^E]*$/u.test(before) && signs.includes('Z');
  return /^[%EnAMN]*$/u.test(after) ? { kind: 'share', parts, whole: ALL, problems, together } : null;
}
const ALL_STATUSES = Object.keys(STATUS_SIGNS).length;

function readOneShare(
  [before, after]: readonly [string, string],
  read: ReadPart,
  problems: boolean,
): Tally | null {
  const part = readInside(before, read);
  if (part === null || isAll(part)) return null;
  // 占多少条: a number.
  if (after === 'N') return problems ? null : { kind: 'count', part };
  const own: Part = { section: part.section, status: null };
  const said = after.replace(/[%nNE]/gu, '');
  if (said === 'T')
    return part.section === null
      ? null
      : { kind: 'share', parts: [part], whole: own, problems, together: false };
  const inside = before.lastIndexOf('I');
  const whole = read(said !== '' ? said : before.slice(0, Math.max(0, inside)));
  if (whole === null || (whole.section === part.section && whole.status === part.status)) return null;
  const both = part.section !== null && part.status !== null;
  return said === '' && isAll(whole)
    ? { kind: 'share', parts: [part], whole: both ? own : ALL, problems, together: false }
    : { kind: 'share', parts: [fill(part, whole)], whole, problems, together: false };
}

/** 第二方面比第一方面多完成几条, 完成的和没完成的差几条. */
function readGap(signs: string, read: ReadPart, rates: boolean): Tally | null {
  const groups = /^(?<a>[^<>+]+)[>+](?<b>[^<>+]+)<(?<tail>[^<>+]*)$/u.exec(signs)?.groups;
  const [a, b, tail] = [groups?.['a'], groups?.['b'], groups?.['tail']].map((one) => read(one ?? '-'));
  if (a == null || b == null || tail == null) return null;
  const [first, second] = [fill(fill(a, tail), b), fill(fill(b, tail), a)];
  const same = first.section === second.section && first.status === second.status;
  return same || isAll(first) || isAll(second) ? null : { kind: 'gap', parts: [first, second], rates };
}

/** 第四方面问题数是第二方面的几成: of a section it is no part of. */
const OF_ANOTHER = /^[a-j][MNQK]*[a-j][MNQK]*%$/u;

/** 完成的措施是没完成的几倍. */
function readTimes(signs: string, read: ReadPart, problems: boolean): Tally | null {
  const groups = /^(?<a>[MNAQK]*[a-jCOL][MNAQK]*)(?<b>[MNAQK]*[a-jCOL][MNAQK]*)[*%]$/u.exec(signs)?.groups;
  const [a, b] = [groups?.['a'], groups?.['b']].map((one) => read(one ?? '-'));
  if (a == null || b == null) return null;
  return { kind: 'times', parts: [a, b], problems, percent: signs.endsWith('%') };
}

/** 总数减去完成的还剩几条. */
function readRest(signs: string, read: ReadPart): Tally | null {
  const [before = '', after = '', ...more] = signs.split('-');
  const [whole, part] = [read(before), read(after)];
  if (more.length > 0 || whole == null || part == null || whole.status !== null || isAll(part)) return null;
  return { kind: 'rest', whole, part: fill(part, whole) };
}

/** 没完成的加长期坚持的一共几条, 已完成、未完成的各几条; parts of several sections are told side by side elsewhere. */
function readSeveral({ question }: IntentContext, signs: string, read: ReadPart): Tally | null {
  const pieces = signs
    .replace(/[EI+Nn]/gu, ' ')
    .replace(/(?=[COL])/gu, ' ')
    .split(' ')
    .map(read);
  const known = pieces.flatMap((part) => part ?? []);
  const sections = new Set(known.flatMap(({ section }) => section ?? []));
  if (known.length < pieces.length || sections.size > 1) return null;
  const [section = null] = sections;
  const statuses = [...new Set(known.flatMap(({ status }) => status ?? []))];
  const added = signs.includes('+') && !signs.includes('E') && ADDED.test(question.text);
  return added
    ? { kind: 'sum', parts: statuses.map((status) => ({ section, status })) }
    : { kind: 'statuses', section };
}

const ADDED = /加|[总一合]共|共有|[合总]计|合起来|之和/u;
