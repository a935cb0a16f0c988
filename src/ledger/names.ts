// text → “…” and strings that end like a project or place → those repeated in two units → longest form → units
import type { Bulletin, Unit, UnitId } from '../bulletin/bulletin.ts';
import type { Ledger } from './ledger.ts';
import { cutName, openPart } from './name-boundary.ts';

/** How projects and places of the genre end: 红星小学, 状元地块, 恒大天璟二期, 南公河口街区, 台江数智港, 供应链平台经济产业园. */
const ENDINGS =
  '小学|中学|学校|幼儿园|附中|医院|福利中心|地块|小区|新村|新苑|新城|花园|公寓|街区|步行街|老街|夜市|广场|商圈|城市广场|产业园|创业园|园区|公园|大厦|大楼|中心|生活馆|展示馆|文化馆|纪念馆|馆|基地|港|桥|码头|平台|项目|工程|示范区|试点区|先行区|实验室|食堂|驿站|[一二三四]期|城';
const ENDING = new RegExp(`(?:${ENDINGS})`, 'gu');
const QUOTED = /“([^“”\n]{2,20})”/gu;
/** Longest name in characters before its ending. */
const REACH = 14;

/**
 * Projects, places, slogans and brands named in at least two units, learned from repetition alone.
 * `name` is the form as printed; `units` are in document order.
 */
export function learnNames(bulletin: Bulletin): Ledger['names'] {
  const seen = new Map<string, Set<UnitId>>();
  const add = (name: string, unit: Unit): void => {
    const units = seen.get(name) ?? new Set<UnitId>();
    units.add(unit.id);
    seen.set(name, units);
  };
  for (const unit of bulletin.units) {
    for (const match of unit.text.matchAll(QUOTED)) add(match[1] ?? '', unit);
    for (const candidate of findEndings(unit.text)) add(candidate, unit);
  }
  const repeated = [...seen].filter(([name, units]) => units.size >= 2 && name.length >= 3);
  const kept = repeated.filter(
    ([name, units]) =>
      !repeated.some(
        ([other, more]) =>
          other !== name && other.includes(name) && more.size === units.size && sameSet(units, more),
      ),
  );
  return kept
    .map(([name]) => ({ name, units: unitsNaming(bulletin, name) }))
    .sort((a, b) => b.units.length - a.units.length || a.name.localeCompare(b.name));
}

function findEndings(text: string): Set<string> {
  const found = new Set<string>();
  for (const match of text.matchAll(ENDING)) {
    const name = cutName(openPart(text.slice(Math.max(0, match.index - REACH), match.index)));
    if (name !== null) found.add(name + match[0]);
  }
  return found;
}

function unitsNaming(bulletin: Bulletin, name: string): UnitId[] {
  return bulletin.units.filter((unit) => unit.text.includes(name)).map((unit) => unit.id);
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].every((value) => b.has(value));
}
