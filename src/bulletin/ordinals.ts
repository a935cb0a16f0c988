import type { Diagnostic, Unit, UnitKind } from './bulletin.ts';
import type { OpenUnit } from './open-unit.ts';

const NAMES: Readonly<Record<UnitKind, string>> = {
  section: '章节',
  problem: '问题',
  measure: '举措',
  sanction: '处理事项',
  contact: '联系方式',
};

/**
 * Numbers that jump or repeat, and units without text. A number that starts again at 1 is a restart, not a repetition.
 */
export function checkOrdinals(opened: readonly OpenUnit[], units: readonly Unit[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const last = new Map<UnitKind, number>();
  opened.forEach((unit, index) => {
    if (units[index]?.text === '' && unit.id !== 'S0.0') {
      diagnostics.push({
        line: unit.line,
        code: 'empty-unit',
        message: `${NAMES[unit.kind]}(${unit.ordinal ?? '无编号'})没有正文`,
      });
    }
    if (unit.value === null || (unit.kind !== 'problem' && unit.kind !== 'measure')) return;
    const before = last.get(unit.kind);
    last.set(unit.kind, unit.value);
    if (before === undefined || unit.value === before + 1 || unit.value === 1) return;
    const repeated = unit.value <= before;
    diagnostics.push({
      line: unit.line,
      code: repeated ? 'ordinal-repeated' : 'ordinal-gap',
      message: `${NAMES[unit.kind]}编号从${before}${repeated ? '回到' : '跳到'}${unit.value}`,
    });
  });
  return diagnostics;
}
