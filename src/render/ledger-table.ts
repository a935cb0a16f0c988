// ledger → lines of a terminal table, cut to its width; a Chinese character takes two columns
import type { UnitLookup } from '../bulletin/lookup.ts';
import { countStatuses, STATUS_LABELS, STATUSES, type Ledger, type MeasureFacts } from '../ledger/ledger.ts';
import { fitWidth } from './display-width.ts';
import { CONFLICT_LABELS } from './workbook.ts';

const NUMBER_WIDTH = 6;
const STATUS_WIDTH = 10;
const DEADLINE_WIDTH = 18;

/** Rows 序号, 状态, 完成时限, 判定依据 and the closing sum of statuses. */
export function renderLedgerTable(
  lookup: UnitLookup,
  measures: readonly MeasureFacts[],
  width: number,
): string {
  const ground = Math.max(width - NUMBER_WIDTH - STATUS_WIDTH - DEADLINE_WIDTH, 20);
  const row = (number: string, status: string, deadline: string, evidence: string): string =>
    (
      fitWidth(number, NUMBER_WIDTH) +
      fitWidth(status, STATUS_WIDTH) +
      fitWidth(deadline, DEADLINE_WIDTH) +
      fitWidth(evidence, ground)
    ).trimEnd();
  const rows = measures.map((facts) =>
    row(
      lookup.shortLabel(facts.unit),
      STATUS_LABELS[facts.status.value],
      facts.deadlines.at(-1)?.citation.quote ?? '',
      facts.status.citation.quote,
    ),
  );
  const found = countStatuses({ measures });
  const counts = STATUSES.map((status) => `${STATUS_LABELS[status]}${found[status]}条`);
  return [
    row('序号', '状态', '完成时限', '判定依据'),
    ...rows,
    '',
    `共${measures.length}条:${counts.join(',')}。`,
    '',
  ].join('\n');
}

/** Each conflict with its reason and both sides quoted. */
export function renderConflictList(lookup: UnitLookup, ledger: Ledger): string {
  if (ledger.conflicts.length === 0) return '没有发现前后不一致的数据。\n';
  return ledger.conflicts
    .map(({ kind, topic, why, sides }) =>
      [
        `[${CONFLICT_LABELS[kind]}] ${topic}`,
        `  ${why}`,
        ...sides.map(({ citation }) => `  〔${lookup.shortLabel(citation.unit)}〕「${citation.quote}」`),
        '',
      ].join('\n'),
    )
    .join('\n');
}
