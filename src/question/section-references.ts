// 第三部分(二), 一、(三), 第二方面第一条措施, 组织路线方面最后一个问题 → parts and sections, and what they hold by its place in them
import type { Unit, UnitId } from '../bulletin/bulletin.ts';
import type { UnitLookup } from '../bulletin/lookup.ts';
import { contentSections, findSectionNamed } from '../bulletin/sections.ts';
import { parseInteger } from '../text/numerals.ts';
import { N } from './number-lists.ts';
import type { Reference } from './question.ts';

const ITEM = '[一二三四五六七八九十\\d]{1,3}';
const OF = '(?:(?:个|大|小)*(?:节|点|方面|块)|项|条|个)';
const SECTIONS = new RegExp(
  [
    // 第三部分, 第三部分(二), 第一部分第三点, 第三部分里最后一点, 部分三
    `(?:第(?<part>${N})(?:大)?部分|部分(?<part2>${N}))(?:[的,里中]*(?:第\\(?(?<item>${ITEM})\\)?(?<of>${OF})?|\\((?<item2>${ITEM})\\)(?:节|点|小节|方面|项|块)?|(?<item3>${ITEM})(?:(?<of3>节|点|小节|方面|项)|(?=$|[,。?讲说写是]))|(?<end>最后)(?:一|那)?(?<of4>${OF})))?`,
    // S3.2
    `(?<![\\p{L}\\d])s(?<p2>\\d)\\.(?<i2>\\d)`,
    // 三(二), 一、(三), 三(4), 1、(三)
    `(?<=^|[^\\p{L}\\d第]|[和与跟及比])(?<p3>[一二三四五六]|[1-6](?=[、.]?\\([一二三四五六七八九十]))[、.]?\\((?<i3>[一二三四五六七八九十]{1,2}|\\d{1,2})\\)(?!\\d)`,
  ].join('|'),
  'gu',
);

/** A part or section, and whether its number was written out with what it counts: 第三部分第四点 names no measure. */
export interface SectionReference extends Reference {
  readonly closed: boolean;
}

export function readSections(text: string, lookup: UnitLookup): SectionReference[] {
  return Array.from(text.matchAll(SECTIONS), (match): SectionReference => {
    const groups = match.groups ?? {};
    const part = parseInteger(groups['part'] ?? groups['part2'] ?? groups['p2'] ?? groups['p3'] ?? '') ?? 0;
    const written = groups['item'] ?? groups['item2'] ?? groups['item3'] ?? groups['i2'] ?? groups['i3'];
    const named =
      groups['end'] === undefined ? (parseInteger(written ?? '0') ?? 0) : countItems(lookup, part);
    // 第二部分第九条: a measure, where the part holds any; 第三部分里四点: all of them, where there are four.
    const counts = /^[条项个]$/u.test(groups['of'] ?? groups['of4'] ?? '') && holdsNumbered(lookup, part);
    const all = groups['of3'] !== undefined && named > 1 && named === countItems(lookup, part);
    const item = counts || all ? 0 : named;
    const ids = [`S${part}.${item}`, item === 0 ? '' : `D${item}.0`];
    const found = ids.filter(
      (id) => lookup.get(id)?.path.includes(`S${part}.0`) === true || id === `S${part}.0`,
    );
    const units = found.filter((id) => lookup.get(id) !== undefined);
    const closed = item > 0 && units.length > 0 && new RegExp(`(?:${OF}|\\))$`, 'u').test(match[0]);
    return { text: match[0], kind: 'section', number: part, units, under: null, places: [], closed };
  });
}

/** Number of the last section of a part: 第三部分最后一点. */
function countItems({ bulletin }: UnitLookup, part: number): number {
  const items = bulletin.units.filter(({ id }) => id.startsWith(`S${part}.`));
  return Math.max(0, items.length - 1);
}

function holdsNumbered(lookup: UnitLookup, part: number): boolean {
  return lookup.within(`S${part}.0`).some(({ kind }) => kind === 'measure' || kind === 'sanction');
}

/** 第二方面, 第(三)大方面; 组织路线方面, 从严治党板块. */
const NTH = new RegExp(`第\\(?(?<section>${N})\\)?(?:个|大)*方面`, 'u');
const NAMED = /(?<name>[^,。?!、\s]{4,24}?)(?:这|那)?一?(?:个|大)?(?:方面|部分|板块|块)/u;
/** 的第一条措施, 里最后一个问题, 首个问题. */
const INSIDE = new RegExp(
  `^(?:的|里面?|中|下面?|名下|当中|,)*(?:第(?<n>${N})|(?<first>首|头一|最前一)|倒数第(?<back>${N})|(?<last>最后一|最末一|末))(?:(?:条|项)(?:整改)?(?:措施|举措)?|个(?:整改)?(?:措施|举措)|(?:个|条)(?:反馈|整改)?(?<problem>问题))`,
  'u',
);

/** A measure or problem by its place, or its printed number, among those of a section; null where none is counted so. */
export function readInSection(text: string, lookup: UnitLookup): Reference | null {
  for (const { section, start, end } of findSections(text, lookup)) {
    const inside = INSIDE.exec(text.slice(end));
    if (inside === null) continue;
    const { n, back, last, problem } = inside.groups ?? {};
    const rows = (problem === undefined ? lookup.measures : lookup.problems).filter(({ path }) =>
      path.includes(section),
    );
    if (rows.length === 0) continue;
    const number = parseInteger(n ?? back ?? '1') ?? 0;
    const unit = back === undefined && last === undefined ? pickNumbered(rows, number) : rows.at(-number);
    return {
      text: text.slice(start, end + inside[0].length),
      kind: problem === undefined ? 'measure' : 'problem',
      number,
      units: unit === undefined ? [] : [unit.id],
      under: null,
      places: [],
    };
  }
  return null;
}

/** The one that prints the number, else the one in that place. */
export function pickNumbered(rows: readonly Unit[], number: number): Unit | undefined {
  const printed = rows.find(({ ordinal }) => ordinal !== null && parseInteger(ordinal) === number);
  return printed ?? rows[number - 1];
}

function findSections(
  text: string,
  lookup: UnitLookup,
): { readonly section: UnitId; readonly start: number; readonly end: number }[] {
  const found = [];
  const nth = NTH.exec(text);
  const section = contentSections(lookup)[(parseInteger(nth?.groups?.['section'] ?? '') ?? 0) - 1];
  if (nth !== null && section !== undefined)
    found.push({ section, start: nth.index, end: nth.index + nth[0].length });
  const named = NAMED.exec(text);
  const id = named === null ? null : findSectionNamed(lookup, named.groups?.['name'] ?? '');
  if (named !== null && id !== null)
    found.push({ section: id, start: named.index, end: named.index + named[0].length });
  for (const { text: written, units } of readSections(text, lookup)) {
    // 第二部分(四)第一条: the section ends before what is counted in it.
    const bare = written.replace(/(?:第[一二三四五六七八九十\d]{1,3}|最后[一那]?)[条个项]?$/u, '');
    const start = text.indexOf(written);
    for (const unit of units) found.push({ section: unit, start, end: start + bare.length });
  }
  return found;
}
