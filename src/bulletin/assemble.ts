// outline → opened units in document order → spans that tile → extents, paths, ordinals checked
import type { Diagnostic, Unit, UnitId, UnitKind } from './bulletin.ts';
import type { BulletinFormat } from './format.ts';
import { isBlankLine, type OutlineLine } from './outline.ts';
import type { OpenUnit } from './open-unit.ts';
import { checkOrdinals } from './ordinals.ts';

/** Part headings that open the list of sanctions: 「四、巡视反馈问题线索的处理情况」. */
const SANCTION_HEADING = /线索|处理情况|处分|问责|追责/u;
/** Part headings under which problems are listed: 「二、集中整改期内巡视整改进展情况」, 「二、反馈问题整改落实情况」. */
const PROBLEM_LINE = /^(?:针对|关于|对)?.{0,200}?(?:问题|方面|不到位|不够|不足|不力)/u;

interface State {
  part: number;
  section: number;
  sanctions: boolean;
  items: number;
  problems: number;
  measures: number;
  problem: { unit: OpenUnit; lines: OutlineLine[] } | null;
}

export function assembleUnits(
  source: string,
  outline: readonly OutlineLine[],
  format: BulletinFormat,
): { units: Unit[]; diagnostics: Diagnostic[] } {
  const opened: OpenUnit[] = [openUnit('S0.0', 'section', null, { start: 0, bodyStart: 0, line: 1 }, [])];
  const state: State = {
    part: 0,
    section: 0,
    sanctions: false,
    items: 0,
    problems: 0,
    measures: 0,
    problem: null,
  };
  const flush = (): void => {
    if (state.problem === null) return;
    for (const measure of format.findMeasures(source, state.problem.lines)) {
      state.measures += 1;
      const path = [...state.problem.unit.path, state.problem.unit.id];
      opened.push(openUnit(`M${state.measures}`, 'measure', measure, measure, path));
    }
    state.problem = null;
  };
  for (const line of outline) {
    if (isBlankLine(source, line)) continue;
    const unit = openLine(source, line, state);
    if (unit === null) {
      state.problem?.lines.push(line);
      continue;
    }
    flush();
    opened.push(unit);
    if (unit.kind === 'problem') state.problem = { unit, lines: inlineBody(source, line, unit) };
  }
  flush();
  const units = closeUnits(source, opened);
  return { units, diagnostics: checkOrdinals(opened, units) };
}

/** A heading line may carry its first measure: 「1.针对…问题。一是…」; the rest after the heading is a line of its own. */
function inlineBody(source: string, line: OutlineLine, unit: OpenUnit): OutlineLine[] {
  const text = source.slice(unit.bodyStart, line.end);
  const end = /问题[。::]|(?<=。)/u.exec(text);
  const start = end === null ? line.end : unit.bodyStart + end.index + end[0].length;
  if (source.slice(start, line.end).trim() === '') return [];
  return [{ ...line, opening: 'text', start, bodyStart: start, ordinal: null, value: null }];
}

function openLine(source: string, line: OutlineLine, state: State): OpenUnit | null {
  const body = source.slice(line.bodyStart, line.end);
  const partId = `S${state.part}.0`;
  if (line.opening === 'part') {
    state.part += 1;
    state.section = 0;
    state.items = 0;
    state.sanctions = SANCTION_HEADING.test(body) && !/整改进展/u.test(body);
    return openUnit(`S${state.part}.0`, 'section', line, at(line), []);
  }
  if (line.opening === 'contact' && state.part > 0) {
    state.part += 1;
    return openUnit('E0', 'contact', null, at(line), []);
  }
  if (state.part === 0) return null;
  if (line.opening === 'section') {
    state.section += 1;
    state.items = 0;
    if (state.sanctions) return openUnit(`D${state.section}.0`, 'sanction', line, at(line), [partId]);
    return openUnit(`S${state.part}.${state.section}`, 'section', line, at(line), [partId]);
  }
  if (state.sanctions && (line.opening === 'numbered' || line.opening === 'bracketed')) {
    state.items += 1;
    const section = Math.max(state.section, 1);
    const path = state.section === 0 ? [partId] : [partId, `D${section}.0`];
    return openUnit(`D${section}.${state.items}`, 'sanction', line, at(line), path);
  }
  if (!state.sanctions && line.opening === 'numbered' && PROBLEM_LINE.test(body)) {
    state.problems += 1;
    const path = state.section === 0 ? [partId] : [partId, `S${state.part}.${state.section}`];
    return openUnit(`P${state.problems}`, 'problem', line, at(line), path);
  }
  return null;
}

function at(line: OutlineLine): { start: number; bodyStart: number; line: number } {
  return { start: line.start, bodyStart: line.bodyStart, line: line.number };
}

function openUnit(
  id: UnitId,
  kind: UnitKind,
  printed: { readonly ordinal: string | null; readonly value: number | null } | null,
  place: { readonly start: number; readonly bodyStart: number; readonly line: number },
  path: UnitId[],
): OpenUnit {
  return {
    id,
    kind,
    ordinal: printed?.ordinal ?? null,
    value: printed?.value ?? null,
    start: place.start,
    bodyStart: place.bodyStart,
    line: place.line,
    path,
  };
}

function closeUnits(source: string, opened: readonly OpenUnit[]): Unit[] {
  const extentEnd = new Map<UnitId, number>();
  const ends = opened.map((_, index) => opened[index + 1]?.start ?? source.length);
  opened.forEach((unit, index) => {
    for (const id of [...unit.path, unit.id]) extentEnd.set(id, ends[index] ?? source.length);
  });
  return opened.map((unit, position) => {
    const end = ends[position] ?? source.length;
    const bodyStart = Math.min(unit.bodyStart, end);
    const raw = source.slice(bodyStart, end);
    const start = bodyStart + (raw.length - raw.trimStart().length);
    const body =
      raw.trim() === ''
        ? { start: bodyStart, end: bodyStart }
        : { start, end: bodyStart + raw.trimEnd().length };
    return {
      id: unit.id,
      kind: unit.kind,
      position,
      ordinal: unit.ordinal,
      span: { start: unit.start, end },
      extent: { start: unit.start, end: extentEnd.get(unit.id) ?? end },
      body,
      text: source.slice(body.start, body.end),
      parent: unit.path.at(-1) ?? null,
      path: unit.path,
    };
  });
}
