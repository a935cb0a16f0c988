import { formatChineseNumeral, parseInteger } from '../text/numerals.ts';
import type { Bulletin, Citation, Unit, UnitId } from './bulletin.ts';

/** A bulletin's units by id, by printed number and by kinship, and what people call them. */
export interface UnitLookup {
  readonly bulletin: Bulletin;
  readonly get: (id: UnitId) => Unit | undefined;
  readonly measures: readonly Unit[];
  readonly problems: readonly Unit[];
  readonly sanctions: readonly Unit[];
  /** Units whose printed number is `n`: one where numbers run on, several where they restart. */
  readonly measuresNumbered: (n: number) => readonly Unit[];
  readonly problemsNumbered: (n: number) => readonly Unit[];
  readonly measuresOf: (problem: UnitId) => readonly Unit[];
  /** All descendants in document order. */
  readonly within: (id: UnitId) => readonly Unit[];
  /** 第148条, 问题49, 四(一)5, 一(二), 标题, 联系方式. */
  readonly label: (id: UnitId) => string;
  /** 148, 问题49, 四(一)5 — what stands between 〔 and 〕. */
  readonly shortLabel: (id: UnitId) => string;
  /** The unit's whole text as a citation. */
  readonly cite: (id: UnitId) => Citation;
}

export function createUnitLookup(bulletin: Bulletin): UnitLookup {
  const byId = new Map(bulletin.units.map((unit) => [unit.id, unit]));
  const ofKind = (kind: Unit['kind']): Unit[] => bulletin.units.filter((unit) => unit.kind === kind);
  const measures = ofKind('measure');
  const problems = ofKind('problem');
  const numbered = (units: readonly Unit[]): Map<number, Unit[]> => {
    const groups = new Map<number, Unit[]>();
    for (const unit of units) {
      const value = unit.ordinal === null ? null : parseInteger(unit.ordinal);
      const n = value ?? Number(unit.id.slice(1));
      groups.set(n, [...(groups.get(n) ?? []), unit]);
    }
    return groups;
  };
  const measureNumbers = numbered(measures);
  const problemNumbers = numbered(problems);
  /** Numbers that restart make every printed number ambiguous: such bulletins are addressed by position. */
  const restarting = (measureNumbers.get(1)?.length ?? 0) > 1;
  const children = new Map<UnitId, Unit[]>();
  for (const unit of bulletin.units) {
    for (const above of unit.path) children.set(above, [...(children.get(above) ?? []), unit]);
  }
  const shortLabel = (id: UnitId): string => {
    const unit = byId.get(id);
    if (unit === undefined) return id;
    if (unit.kind === 'problem') return `问题${id.slice(1)}`;
    if (unit.kind === 'measure') return restarting ? id.slice(1) : (unit.ordinal ?? id.slice(1));
    return labelSection(unit, byId);
  };
  const label = (id: UnitId): string => {
    const unit = byId.get(id);
    if (unit?.kind !== 'measure') return shortLabel(id);
    if (restarting && unit.parent !== null) {
      return `第${id.slice(1)}条(${shortLabel(unit.parent)}${unit.ordinal === null ? '' : `第(${unit.ordinal})条`})`;
    }
    return `第${shortLabel(id)}条`;
  };
  return {
    bulletin,
    get: (id) => byId.get(id),
    measures,
    problems,
    sanctions: ofKind('sanction'),
    measuresNumbered: (n) =>
      restarting ? measures.filter((unit) => unit.id === `M${n}`) : (measureNumbers.get(n) ?? []),
    problemsNumbered: (n) => {
      const found = problemNumbers.get(n) ?? [];
      return found.length > 1 ? problems.filter((unit) => unit.id === `P${n}`) : found;
    },
    measuresOf: (problem) => (children.get(problem) ?? []).filter((unit) => unit.kind === 'measure'),
    within: (id) => children.get(id) ?? [],
    label,
    shortLabel,
    cite: (id) => {
      const unit = byId.get(id);
      if (unit === undefined) throw new RangeError(`no unit ${id} in ${bulletin.id}`);
      return { unit: id, span: unit.body, quote: unit.text };
    },
  };
}

/** S2.3 → 二(三); D1.5 → 四(一)5, where 四 is the part the sanctions stand in; S0.0 → 标题. */
function labelSection(unit: Unit, byId: ReadonlyMap<UnitId, Unit>): string {
  if (unit.id === 'S0.0') return '标题';
  if (unit.kind === 'contact') return '联系方式';
  const [head = '', item = '0'] = unit.id.slice(1).split('.');
  if (unit.kind === 'section') {
    const part = formatChineseNumeral(Number(head));
    return item === '0' ? `第${part}部分` : `${part}(${formatChineseNumeral(Number(item))})`;
  }
  const part =
    byId
      .get(unit.path[0] ?? '')
      ?.id.slice(1)
      .split('.')[0] ?? '';
  const section = `${part === '' ? '' : formatChineseNumeral(Number(part))}(${formatChineseNumeral(Number(head))})`;
  return item === '0' ? section : `${section}${item}`;
}
