// part four → items → kind (from the heading), measure, ground, heads
import type { Bulletin, Citation, Unit } from '../bulletin/bulletin.ts';
import { countHeads } from './heads.ts';
import type { Conflict, Sanction, SanctionKind } from './ledger.ts';

/** 「…予以党内警告处分」「…予以降职降薪」「…党纪立案,免予处分,予以诫勉谈话」: the last one is the measure taken. */
const MEASURE = /(?:予以|给予|受到|作出)(?<measure>[^,，。;；(（]+?)(?:处分|决定)?(?=[,，。;；(（]|$)/gu;

/** The sanctions of part four, item by item. Persons are counted, never listed. */
export function findSanctions(bulletin: Bulletin): Sanction[] {
  const headings = new Map(bulletin.units.map((unit) => [unit.id, unit.text]));
  return bulletin.units
    .filter((unit) => unit.kind === 'sanction' && !isHeading(unit))
    .flatMap((unit) => {
      const taken = [...unit.text.matchAll(MEASURE)].at(-1);
      const measure = taken?.groups?.['measure'];
      if (taken === undefined || measure === undefined) return [];
      const at = taken.index + taken[0].indexOf(measure);
      return [
        {
          unit: unit.id,
          kind: readKind(headings.get(unit.parent ?? '') ?? '', measure),
          measure: { value: measure, citation: citeInside(unit, bulletin.source, at, at + measure.length) },
          persons: countHeads(unit.text).persons,
          ground: readGround(unit, bulletin.source, taken.index),
        },
      ];
    });
}

function isHeading(unit: Unit): boolean {
  return unit.id.endsWith('.0');
}

/** 「(一)党纪政务处分情况」「(二)组织处理情况」「诫勉谈话处理情况」; without a heading the measure tells. */
function readKind(heading: string, measure: string): SanctionKind {
  if (/诫勉|提醒|批评教育/u.test(heading)) return 'admonition';
  if (/处分/u.test(heading)) return 'disciplinary';
  if (/组织处理|组织调整/u.test(heading)) return 'organizational';
  if (/警告|记过|开除|撤职|撤销|降级|留党察看/u.test(measure)) return 'disciplinary';
  return /诫勉|谈话|批评|检查/u.test(measure) ? 'admonition' : 'organizational';
}

/** 「因…」 up to the 「对」 that names the persons; without 「因」 the words between the last name and 「被予以」. */
function readGround(unit: Unit, source: string, taken: number): Citation {
  const before = unit.text.slice(0, taken);
  if (before.startsWith('因')) {
    const aim = [...before.matchAll(/对(?![待比照策立应])/gu)].at(-1)?.index ?? before.length;
    return citeInside(unit, source, 0, aim > 0 ? aim : before.length);
  }
  const { end } = countHeads(before);
  const lead = /^(?:[(（][^)）]*[)）])?[,，、]?/u.exec(before.slice(end))?.[0].length ?? 0;
  const start = end + lead;
  const tail = /[,，]?均?被?$/u.exec(before.slice(start))?.[0].length ?? 0;
  return citeInside(unit, source, start, Math.max(before.length - tail, start + 1));
}

function citeInside(unit: Unit, source: string, from: number, to: number): Citation {
  const text = unit.text.slice(from, to).replace(/[,，、;；\s]+$/u, '');
  const span = { start: unit.body.start + from, end: unit.body.start + from + text.length };
  return { unit: unit.id, span, quote: source.slice(span.start, span.end) };
}

/** 「(13人)」 at the end of a heading; the last one printed is the number of the list that follows. */
const HEADCOUNT = /[(（](?<count>\d+)人[)）]/gu;

/** Headings whose head-count differs from the heads of their items; empty where all agree. */
export function checkHeadcounts(bulletin: Bulletin, sanctions: readonly Sanction[]): Conflict[] {
  return bulletin.units
    .filter((unit) => unit.kind === 'sanction' && isHeading(unit))
    .flatMap((heading) => {
      const items = sanctions.filter((sanction) => sanction.unit.startsWith(heading.id.slice(0, -1)));
      const printed = [...heading.text.matchAll(HEADCOUNT)].at(-1);
      const first = items[0];
      if (printed?.groups === undefined || first === undefined) return [];
      const total = items.reduce((sum, item) => sum + item.persons, 0);
      const stated = Number(printed.groups['count']);
      if (total === stated) return [];
      const side = citeInside(heading, bulletin.source, printed.index, printed.index + printed[0].length);
      const [one, ...rest] = items.map((item) => ({
        citation: item.measure.citation,
        figure: `${item.persons}人`,
      }));
      if (one === undefined) return [];
      return [
        {
          kind: 'contradiction' as const,
          topic: heading.text.split('\n').at(-1)?.replace(HEADCOUNT, '').trim() ?? '处理人数',
          why: `标题载明${stated}人,逐条相加为${total}人。`,
          sides: [{ citation: side, figure: `${stated}人` }, one, ...rest] as const,
        },
      ];
    });
}
