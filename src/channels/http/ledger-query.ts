import { z } from 'zod';
import { filterMeasures, UnknownFilterError } from '../../ledger/facts.ts';
import type { Ledger, MeasureFacts, Status } from '../../ledger/ledger.ts';
import { STATUS_LABELS, STATUSES } from '../../ledger/ledger.ts';
import type { Problem } from '../problem.ts';
import type { Read } from '../request.ts';
import { checkShape } from '../request.ts';

/** `completed`, `已完成`, or what people say for unfinished (CONTRACT.md: 「未完成」 means `in_progress`). */
function readStatus(word: string): Status | null {
  if (word === '未完成') return 'in_progress';
  return STATUSES.find((status) => status === word || STATUS_LABELS[status] === word) ?? null;
}

const statuses = z.string('只能给一次').transform((text, context) => {
  const words = text.split(/[,，、]/u).map((word) => readStatus(word.trim()));
  if (words.every((status) => status !== null)) return words;
  context.addIssue({ code: 'custom', message: `只能是 ${STATUSES.join('、')}，可用逗号并列` });
  return z.NEVER;
});
const unit = z.string('只能给一次').transform((id) => [id.trim().toUpperCase()]);
const day = z.iso.date('应为 YYYY-MM-DD 形式的日期').transform((iso) => [iso]);
const word = z
  .string('只能给一次')
  .trim()
  .min(1, '不能为空')
  .max(100, '最多100字')
  .transform((name) => [name]);

/** The values of each filter, any of which may fit; names of filters are the ledger's own. */
const querySchema = z
  .object({ status: statuses, section: unit, problem: unit, dueBefore: day, dueAfter: day })
  .partial()
  .catchall(word);

/**
 * The measures that fit every filter of the query, in document order. A body or a document may be given by
 * a part of any of its printed names.
 */
export function selectMeasures(ledger: Ledger, query: unknown): Read<readonly MeasureFacts[]> {
  const checked = checkShape(query, querySchema);
  if (!checked.ok) return checked;
  let selected = ledger.measures;
  try {
    for (const [filter, values = []] of Object.entries(checked.value)) {
      const wanted =
        filter === 'organization' || filter === 'document' ? findNames(ledger, filter, values) : values;
      const fitting = new Set(wanted.flatMap((value) => filterMeasures(ledger, { [filter]: value })));
      selected = selected.filter((facts) => fitting.has(facts));
    }
  } catch (error) {
    if (!(error instanceof UnknownFilterError)) throw error;
    return { ok: false, problem: describeUnknown(error) };
  }
  return { ok: true, value: selected };
}

function describeUnknown(error: UnknownFilterError): Problem {
  return { status: 400, code: 'unknown-filter', message: `${error.message}。` };
}

/** Canonical names meant by `values`: those printed exactly so, else those it is a part of. */
function findNames(ledger: Ledger, filter: 'organization' | 'document', values: readonly string[]): string[] {
  const named =
    filter === 'organization'
      ? ledger.organizations.map(({ name, variants }) => ({ name, printed: [name, ...variants] }))
      : ledger.documents.map(({ name, titles }) => ({ name, printed: [name, ...titles] }));
  return values.flatMap((value) => {
    const bare = value.replace(/[《》]/gu, '');
    const exact = named.filter(({ printed }) => printed.includes(bare));
    const found =
      exact.length > 0 ? exact : named.filter(({ printed }) => printed.some((one) => one.includes(bare)));
    return found.map(({ name }) => name);
  });
}
