// bulletin + ledger → sheets (columns, rows of text and numbers); what writes the file stands in delivery/
import type { UnitLookup } from '../bulletin/lookup.ts';
import { LEDGER_COLUMNS } from '../ledger/facts.ts';
import {
  countStatuses,
  STATUS_LABELS,
  STATUSES,
  type Conflict,
  type Ledger,
  type SanctionKind,
} from '../ledger/ledger.ts';
import { summarizeProgress } from '../ledger/progress.ts';
import { parseInteger } from '../text/numerals.ts';

export interface SheetColumn {
  readonly title: string;
  /** In characters of the default font; a Chinese character takes two. */
  readonly width: number;
}

/** One sheet as plain data: the first row is `columns`' titles, every row has as many cells. */
export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const SANCTION_LABELS: Readonly<Record<SanctionKind, string>> = {
  disciplinary: '党纪政务处分',
  organizational: '组织处理',
  admonition: '诫勉等其他处理',
};
/** What people call a kind of conflict. */
export const CONFLICT_LABELS: Readonly<Record<Conflict['kind'], string>> = {
  contradiction: '前后矛盾',
  rounding: '四舍五入',
  'different-scope': '口径不同',
};

/** The 整改台账 and its companions: problems, sanctions, conflicts. */
export function renderWorkbook(lookup: UnitLookup, ledger: Ledger): readonly WorkbookSheet[] {
  return [
    listMeasures(lookup, ledger),
    listProblems(lookup, ledger),
    listSanctions(lookup, ledger),
    listConflicts(lookup, ledger),
  ];
}

function listMeasures(lookup: UnitLookup, ledger: Ledger): WorkbookSheet {
  const [bodies, ...rest] = LEDGER_COLUMNS;
  const facts = bodies === undefined ? [] : [bodies];
  return {
    name: '整改台账',
    columns: [
      { title: '序号', width: 7 },
      { title: '反馈问题', width: 30 },
      { title: '整改举措', width: 70 },
      ...facts,
      { title: '进展摘要', width: 44 },
      ...rest,
    ],
    rows: ledger.measures.map((measure) => [
      numberOf(lookup.shortLabel(measure.unit)),
      measure.problem === null ? '' : printUnit(lookup, measure.problem),
      lookup.get(measure.unit)?.text ?? '',
      ...facts.map((column) => column.cell(measure)),
      summarizeProgress(lookup.bulletin, measure),
      ...rest.map((column) => column.cell(measure)),
    ]),
  };
}

function listProblems(lookup: UnitLookup, ledger: Ledger): WorkbookSheet {
  return {
    name: '反馈问题',
    columns: [
      { title: '序号', width: 7 },
      { title: '部分', width: 26 },
      { title: '反馈问题', width: 60 },
      { title: '举措条数', width: 10 },
      ...STATUSES.map((status) => ({ title: STATUS_LABELS[status], width: 10 })),
      { title: '举措编号', width: 24 },
    ],
    rows: lookup.problems.map((problem) => {
      const measures = ledger.measures.filter((facts) => facts.problem === problem.id);
      const counts = countStatuses({ measures });
      const section = problem.parent === null ? undefined : lookup.get(problem.parent);
      return [
        numberOf(problem.id.slice(1)),
        section?.text.split('\n')[0] ?? '',
        problem.text,
        measures.length,
        ...STATUSES.map((status) => counts[status]),
        measures.map((facts) => lookup.shortLabel(facts.unit)).join('、'),
      ];
    }),
  };
}

/** What was done, why and to how many; no sheet lists persons. */
function listSanctions(lookup: UnitLookup, ledger: Ledger): WorkbookSheet {
  return {
    name: '处理情况',
    columns: [
      { title: '编号', width: 12 },
      { title: '类别', width: 18 },
      { title: '处理方式', width: 18 },
      { title: '人数', width: 8 },
      { title: '事由', width: 70 },
    ],
    rows: ledger.sanctions.map((sanction) => [
      lookup.label(sanction.unit),
      SANCTION_LABELS[sanction.kind],
      sanction.measure.value,
      sanction.persons,
      sanction.ground.quote,
    ]),
  };
}

function listConflicts(lookup: UnitLookup, ledger: Ledger): WorkbookSheet {
  return {
    name: '数据差异',
    columns: [
      { title: '类型', width: 12 },
      { title: '事项', width: 30 },
      { title: '说明', width: 44 },
      { title: '出处', width: 24 },
      { title: '原文', width: 80 },
    ],
    rows: ledger.conflicts.map(({ kind, topic, why, sides }) => [
      CONFLICT_LABELS[kind],
      topic,
      why,
      sides.map(({ citation }) => lookup.label(citation.unit)).join('、'),
      sides.map(({ citation }) => `${lookup.label(citation.unit)}:${citation.quote}`).join('\n'),
    ]),
  };
}

function printUnit(lookup: UnitLookup, id: string): string {
  const unit = lookup.get(id);
  return unit === undefined ? '' : `${unit.ordinal === null ? '' : `${unit.ordinal}.`}${unit.text}`;
}

/** 148 as a number so that the column sorts as one; other labels stay text. */
function numberOf(label: string): string | number {
  return parseInteger(label) ?? label;
}
