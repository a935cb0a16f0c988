import { STATUS_LABELS, STATUSES, type Status } from '../ledger/ledger.ts';
import type { Block } from './document.ts';

/** Full: done; half: under way; ring: for good. The same signs as on the page. */
const MARKS: Readonly<Record<Status, string>> = { completed: '●', in_progress: '◐', long_term: '○' };

/** The sign of a status; a plain dot where there is none. */
export function markStatus(value: string | null): string {
  const status = STATUSES.find((one) => one === value);
  return status === undefined ? '·' : MARKS[status];
}

/** A row 「[正在推进] 剩余8处…」 without the status it begins with, and that status. */
export function readRow(text: string): { readonly status: Status | null; readonly text: string } {
  const status = STATUSES.find((one) => text.startsWith(`[${STATUS_LABELS[one]}]`)) ?? null;
  return status === null
    ? { status, text }
    : { status, text: text.slice(STATUS_LABELS[status].length + 2).trimStart() };
}

/** Whether the rows of a list differ in status, so that each must name its own. */
export function mixesStatuses(blocks: readonly Block[]): boolean {
  return (
    new Set(blocks.flatMap(({ kind, text }) => (kind === 'item' ? [readRow(text).status] : []))).size > 1
  );
}
