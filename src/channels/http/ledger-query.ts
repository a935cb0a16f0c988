import { z } from 'zod';
import type { Ledger, MeasureFacts, Status } from '../../ledger/ledger.ts';
import { STATUS_LABELS } from '../../ledger/ledger.ts';

const STATUSES = Object.keys(STATUS_LABELS) as readonly Status[];

/** `completed`, `已完成`, or what people say for unfinished (CONTRACT.md: 「未完成」 means `in_progress`). */
function readStatus(word: string): Status | null {
  if (word === '未完成') return 'in_progress';
  return STATUSES.find((status) => status === word || STATUS_LABELS[status] === word) ?? null;
}

const statusesSchema = z.string().transform((text, context) => {
  const statuses: Status[] = [];
  for (const word of text.split(/[,，、]/u)) {
    const status = readStatus(word.trim());
    if (status === null) {
      context.addIssue({ code: 'custom', message: `只能是 ${STATUSES.join('、')}，可用逗号并列` });
      return z.NEVER;
    }
    statuses.push(status);
  }
  return statuses;
});

const word = z.string().trim().min(1, '不能为空').max(100, '最多100字').optional();

/** The filters of `GET …/ledger`; an unknown one is an error, since ignoring it would show everything. */
export const ledgerQuerySchema = z.strictObject(
  {
    status: statusesSchema.optional(),
    /** Any printed name or abbreviation of a body, or a part of one. */
    organization: word,
    /** A section's unit id, e.g. S2.2. */
    section: z
      .string()
      .regex(/^S\d+\.\d+$/iu, '应为部分的编号，如 S2.2')
      .optional(),
    /** A document's title, or a part of it, with or without 《》. */
    document: word,
    /** ISO date; measures with a deadline on or before it. */
    dueBefore: z.iso.date('应为 YYYY-MM-DD 形式的日期').optional(),
  },
  { error: '只接受 status、organization、section、document、dueBefore，各一次' },
);
export type LedgerQuery = z.infer<typeof ledgerQuerySchema>;

/** The measures that fit every given filter, in document order. */
export function selectMeasures(ledger: Ledger, query: LedgerQuery): readonly MeasureFacts[] {
  const { status, organization, section, document, dueBefore } = query;
  const bodies = organization === undefined ? null : findNames(organization, bodyNames(ledger));
  const titles =
    document === undefined ? null : findNames(document.replace(/[《》]/gu, ''), titleNames(ledger));
  return ledger.measures.filter(
    (facts) =>
      (status === undefined || status.includes(facts.status.value)) &&
      (bodies === null || facts.organizations.some((mention) => bodies.has(mention.name))) &&
      (section === undefined || facts.section === section.toUpperCase()) &&
      (titles === null || facts.documents.some((mention) => titles.has(mention.name))) &&
      (dueBefore === undefined || facts.deadlines.some(({ date }) => date !== null && date <= dueBefore)),
  );
}

interface Named {
  readonly name: string;
  readonly variants: readonly string[];
}

function bodyNames(ledger: Ledger): readonly Named[] {
  return ledger.organizations;
}

function titleNames(ledger: Ledger): readonly Named[] {
  return ledger.documents.map(({ name, titles }) => ({ name, variants: titles }));
}

/** Canonical names meant by `word`: those printed exactly so, else those it is a part of. */
function findNames(word: string, names: readonly Named[]): ReadonlySet<string> {
  const spellings = names.map((named) => ({ name: named.name, all: [named.name, ...named.variants] }));
  const exact = spellings.filter(({ all }) => all.includes(word));
  const found =
    exact.length > 0 ? exact : spellings.filter(({ all }) => all.some((one) => one.includes(word)));
  return new Set(found.map(({ name }) => name));
}
