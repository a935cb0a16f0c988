// the head-counts part four prints itself: 党纪政务处分情况(13人), 其他情况(260人), 对285名责任人作出处理
import type { Citation, Unit } from '../bulletin/bulletin.ts';
import type { SanctionKind } from '../ledger/ledger.ts';
import { rememberEach } from '../text/remember.ts';
import type { IntentContext } from './intent.ts';
import { trimCitation } from './quote.ts';

/** What a head-count is of: the items of one kind, persons dealt with otherwise, all persons. */
export type HeadCounted = SanctionKind | 'other' | 'all';

export interface HeadCount {
  readonly persons: number;
  /** The line or the words that print it. */
  readonly citation: Citation;
  /** Where the opening of the part prints the same number of the same. */
  readonly opening?: Citation;
}

const LINE = /[^\n]*[(（](?<count>\d+)人[)）]/gu;
const OTHER = /^\s*(?:[(（][^()（）]*[)）])?其他/u;
/** 对285名责任人作出处理. */
const ALL = /对(?<count>\d+)(?:名|人)[^,，。;；\d]{0,8}(?:作出|进行|给予|予以)(?:了)?处理/u;

type Scene = Pick<IntentContext, 'ledger' | 'lookup' | 'bulletin'>;

/** The line above the items of a kind; null where none prints a number. */
function readHeading({ ledger, lookup, bulletin }: Scene, kind: SanctionKind): HeadCount | null {
  const item = ledger.sanctions.find((sanction) => sanction.kind === kind);
  const heading = lookup.get(lookup.get(item?.unit ?? '')?.parent ?? '');
  const line = heading === undefined ? undefined : readLines(heading, bulletin.source).at(-1);
  const part = lookup.get(heading?.path[0] ?? '');
  if (line === undefined || part === undefined) return line ?? null;
  const printed = new RegExp(`${OPENING[kind]}${String(line.persons)}人`, 'u').exec(part.text);
  return printed === null ? line : { ...line, opening: citeCount(part, bulletin.source, printed).citation };
}

/** 已给予党纪政务处分13人、组织处理12人: how the opening of the part says the same. */
const OPENING: Readonly<Record<SanctionKind, string>> = {
  disciplinary: '(?:党纪|政务|党内)[^,，。;；、\\d]{0,6}处分',
  organizational: '组织(?:处理|调整)',
  admonition: '诫勉(?:谈话|处理)*',
};

/** The head-count as printed; null where the bulletin prints none. */
export function findHeadCount({ ledger, lookup, bulletin }: Scene, of: HeadCounted): HeadCount | null {
  const counts = headCounts(ledger);
  const known = counts.get(of);
  if (known !== undefined) return known;
  const read = readHeadCount({ ledger, lookup, bulletin }, of);
  counts.set(of, read);
  return read;
}

/** Read once a bulletin. */
const headCounts = rememberEach(() => new Map<HeadCounted, HeadCount | null>());

function readHeadCount({ ledger, lookup, bulletin }: Scene, of: HeadCounted): HeadCount | null {
  if (of !== 'all' && of !== 'other') return readHeading({ ledger, lookup, bulletin }, of);
  const part = lookup.get(lookup.get(ledger.sanctions[0]?.unit ?? '')?.path[0] ?? '');
  if (part === undefined) return null;
  if (of === 'all') {
    const match = ALL.exec(part.text);
    return match === null ? null : citeCount(part, bulletin.source, match);
  }
  const headings = bulletin.units.filter(({ parent, kind }) => parent === part.id && kind === 'sanction');
  return (
    headings
      .flatMap((heading) => readLines(heading, bulletin.source))
      .find(({ citation }) => OTHER.test(citation.quote)) ?? null
  );
}

function readLines(heading: Unit, source: string): HeadCount[] {
  return Array.from(heading.text.matchAll(LINE), (match) => citeCount(heading, source, match));
}

function citeCount(unit: Unit, source: string, match: RegExpExecArray): HeadCount {
  const start = unit.body.start + match.index;
  const citation = trimCitation(unit, source, { start, end: start + match[0].length });
  return { persons: Number(match.groups?.['count']), citation };
}
