import type { UnitLookup } from '../bulletin/lookup.ts';
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';
import type { Reference } from './question.ts';

const N = `(?:\\d{1,3}|[${NUMERAL_CHARACTERS}]{1,4})`;
const ITEM = new RegExp(
  `第\\(?(?<n>${N})\\)?(?:项|条|个|号|人|位)|(?<!哪)(?<n2>(?!一[项条])${N})(?:项|条|号)(?!里|中|当中|之中|人|合|加|[一总]?共|总|之和|相加)`,
  'u',
);
/** 诫勉(9). */
const BRACKETED = new RegExp(`^\\((?<n>${N})\\)`, 'u');
/** 第5项诫勉谈话. */
const ITEM_BEFORE = new RegExp(`第(?<n>${N})(?:项|条|个|号)(?:的)?$`, 'u');
/** How far behind the name of its section an item may be named. */
const FAR = 8;
/** 诫勉谈话里最后一条, 名单的末一个. */
const LAST = /(?:最后|最末|末)(?:的)?(?:一|那)?(?:项|条|个|人|位|名)/u;
const INSIDE = '(?:[,.的里中内]|里面|下面|当中)*';
const COUNTED = '(?:项|条|个|点|人|位|号|名)?';
/** 四(一)5, 四、(一)第5项, 第四部分(三)里的第(10)个, 第四部分第三项最后一条, D1.5. */
const ADDRESS = new RegExp(
  `(?:(?<=第)(?<part>[一二三四五六七八九\\d])部分${INSIDE}(?:第)?\\(?(?<section>[一二三四五六七八九\\d])\\)?(?:部分|节|点|方面|项|类|块)?${INSIDE}(?:第\\(?(?<item>${N})\\)?|\\((?<item2>${N})\\)|(?<item5>\\d{1,2})(?![\\d人个条名件项])|(?<last>${LAST.source}))${COUNTED}|(?<![\\p{L}\\d])(?<part3>[一二三四五六七八九])[、.]?\\((?<section3>[一二三四五六七八九\\d]{1,2})\\)${INSIDE}(?:第?\\(?(?<item3>${N})\\)?(?![共些])|(?<last3>${LAST.source}))${COUNTED}|d(?<section4>\\d)\\.(?<item4>\\d{1,2}))`,
  'u',
);

/**
 * Items of the sanctions part: by address, or by the name of their section with a number
 * (第四部分党纪处分第5项, 诫勉谈话里面第7条). Section names are read from the bulletin's own headings.
 */
export function readSanctionReferences(text: string, lookup: UnitLookup): Reference[] {
  const address = ADDRESS.exec(text);
  const groups = address?.groups;
  if (address !== null && groups !== undefined && isSanctionPart(groups['part'] ?? groups['part3'], lookup)) {
    const section = parseInteger(groups['section'] ?? groups['section3'] ?? groups['section4'] ?? '') ?? 0;
    const written =
      groups['item'] ?? groups['item2'] ?? groups['item3'] ?? groups['item4'] ?? groups['item5'];
    const item = written === undefined ? countItems(section, lookup) : (parseInteger(written) ?? 0);
    return [referTo(address[0], section, item, lookup)];
  }
  const heading = findHeading(text, lookup);
  if (heading === null) return [];
  const before = ITEM_BEFORE.exec(text.slice(0, heading.start));
  const last = LAST.exec(text.slice(heading.end));
  if (last !== null && last.index <= FAR) {
    const written = text.slice(heading.start, heading.end + last.index + last[0].length);
    return [referTo(written, heading.section, countItems(heading.section, lookup), lookup)];
  }
  const behind = text.slice(heading.end);
  const after = BRACKETED.exec(behind) ?? ITEM.exec(behind);
  if (after !== null && after.index <= FAR) {
    const number = parseInteger(after.groups?.['n'] ?? after.groups?.['n2'] ?? '');
    const written = text.slice(heading.start, heading.end + after.index + after[0].length);
    if (number !== null) return [referTo(written, heading.section, number, lookup)];
  }
  const number = parseInteger(before?.groups?.['n'] ?? '');
  return before === null || number === null
    ? []
    : [referTo(text.slice(before.index, heading.end), heading.section, number, lookup)];
}

/** 「第四部分第三点第5项」 is a sanction only where part four lists sanctions; an address without a part always is. */
function isSanctionPart(part: string | undefined, lookup: UnitLookup): boolean {
  const [sanction] = lookup.sanctions;
  if (sanction === undefined) return false;
  return part === undefined || sanction.path[0] === `S${parseInteger(part) ?? 0}.0`;
}

/** Number of the last item of a section of sanctions. */
function countItems(section: number, lookup: UnitLookup): number {
  return lookup.sanctions.filter(({ id }) => id.startsWith(`D${section}.`) && !id.endsWith('.0')).length;
}

function referTo(text: string, section: number, item: number, lookup: UnitLookup): Reference {
  const id = `D${section}.${item}`;
  const units = lookup.get(id) === undefined ? [] : [id];
  return { text, kind: 'sanction', number: item, units, under: null, places: [] };
}

/** The section whose heading shares the longest name with the message: 党纪政务处分情况 ↔ 党纪处分. */
function findHeading(
  text: string,
  lookup: UnitLookup,
): { section: number; start: number; end: number } | null {
  let best: { section: number; start: number; end: number } | null = null;
  let length = 0;
  for (const unit of lookup.sanctions) {
    if (!unit.id.endsWith('.0')) continue;
    const section = Number(unit.id.slice(1).split('.')[0]);
    for (const name of headingNames(unit.text)) {
      const start = text.indexOf(name);
      if (start < 0 || name.length <= length) continue;
      length = name.length;
      best = { section, start, end: start + name.length };
    }
  }
  return best;
}

/**
 * 「党纪政务处分情况(13人)」 → 党纪政务处分, 党纪处分, 政务处分, 党纪; 「组织处理情况(12人)」 → 组织处理; 「诫勉谈话处理情况(27人)」
 * → 诫勉谈话处理, 诫勉谈话, 诫勉.
 */
function headingNames(heading: string): string[] {
  const names: string[] = [];
  for (const line of heading.split('\n')) {
    const title = line
      .trim()
      .replace(/[(（].*$/u, '')
      .replace(/情况$/u, '');
    const name = title.replace(/处理$/u, '').length >= 4 ? title.replace(/处理$/u, '') : title;
    if (name.length < 3 || name === '其他') continue;
    names.push(name);
    if (name.endsWith('处分') && name.length === 6)
      names.push(name.slice(0, 2) + '处分', name.slice(2), '处分名单');
    if (name.length === 4 && !name.endsWith('处理')) names.push(name.slice(0, 2));
  }
  return names;
}
