// grouped items of part four → persons of each group, every item cited; the group that counts most
import type { Citation } from '../bulletin/bulletin.ts';
import type { SanctionKind } from '../ledger/ledger.ts';
import {
  claim,
  draftAnswer,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import { readSanctionGrouping, type SanctionGrouping } from './sanction-grouping.ts';
import { selectSanctions, type SanctionRow } from './sanction-select.ts';
import { holdsMeasure } from './sanction-words.ts';
import { KIND_LABELS } from './sanction-words.ts';

export const sanctionGroupsIntent: Intent = {
  name: 'sanction-groups',
  examples: [
    '受党纪政务处分的按档次各几人',
    '组织处理都有哪几类,每类几人',
    '诫勉谈话里哪类事由人数最多',
    '近亲繁殖被组织处理的,城投几个、国投几个',
  ],
  score: (context) => (findGroups(context) === null ? 0 : 0.94),
  draft: (context) => {
    const found = findGroups(context);
    return found === null ? draftAnswer({ refusal: 'unclear' }) : draftGroups(found);
  },
};

interface Group {
  readonly name: string;
  readonly rows: readonly SanctionRow[];
}

interface Found {
  readonly grouping: SanctionGrouping;
  readonly groups: readonly Group[];
}

/** Null where fewer than two groups can be told apart. */
function findGroups(context: IntentContext): Found | null {
  const grouping = readSanctionGrouping(context);
  if (grouping === null) return null;
  const rows = selectSanctions(context, grouping.filter);
  const groups =
    grouping.by === 'name' ? groupByName(context, rows, grouping.labels) : groupRows(rows, grouping);
  return groups === null || groups.length < 2 ? null : { grouping, groups };
}

const KEYS: Readonly<Record<'measure' | 'ground' | 'kind', (row: SanctionRow) => string>> = {
  measure: ({ sanction }) => sanction.measure.value,
  ground: ({ sanction }) => sanction.ground.quote,
  kind: ({ sanction }) => KIND_LABELS[sanction.kind satisfies SanctionKind],
};

/** In document order of the first item of each. */
function groupRows(
  rows: readonly SanctionRow[],
  { by, labels }: Pick<SanctionGrouping, 'by' | 'labels'>,
): Group[] {
  if (by === 'name') return [];
  const groups = new Map<string, SanctionRow[]>();
  for (const row of rows) {
    const key = KEYS[by](row);
    if (labels.length > 0 && !labels.some((asked) => holdsMeasure(key, asked))) continue;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([name, own]) => ({ name, rows: own }));
}

/**
 * 城投集团下属…卓毅、国投集团下属…卓文达等2人: as many persons of each name as the item prints it; null where a name stands in
 * none, or an item names more persons than names.
 */
function groupByName(
  { lookup }: IntentContext,
  rows: readonly SanctionRow[],
  labels: readonly string[],
): Group[] | null {
  const counted = rows.map((row) => {
    const item = lookup.get(row.sanction.unit)?.text.replace(row.sanction.ground.quote, '') ?? '';
    const times = labels.map((label) => item.split(label).length - 1);
    const sum = times.reduce((total, count) => total + count, 0);
    const single = row.persons === 1 && sum > 0;
    return { row, times: single ? times.map((count) => Math.min(count, 1)) : times, sum, single };
  });
  const unclear = counted.some(
    ({ row, sum, single, times }) =>
      (sum > 0 && !single && sum !== row.persons) ||
      (single && times.filter((count) => count > 0).length > 1),
  );
  if (unclear) return null;
  const groups = labels.map((name, at): Group => ({
    name,
    rows: counted.flatMap(({ row, times }) => {
      const persons = times[at] ?? 0;
      return persons > 0 ? [{ ...row, persons }] : [];
    }),
  }));
  return groups.some((group) => group.rows.length === 0) ? null : groups;
}

/** A list of more groups shows those that answer: 诫勉 has a ground to every item. */
function draftGroups({ grouping: { by, most }, groups }: Found): Draft {
  const sizes = groups.map(sizeOf);
  const end = most === null ? null : most === 'most' ? Math.max(...sizes) : Math.min(...sizes);
  const shown = end !== null && by === 'ground' ? groups.filter((group) => sizeOf(group) === end) : groups;
  const ends = groups.filter((group) => sizeOf(group) === end);
  const units = shown.flatMap(({ rows }) => rows.map(({ sanction }) => sanction.unit));
  const best =
    end === null
      ? []
      : [
          claim(
            `人数最${most === 'most' ? '多' : '少'}的是:${ends.map(({ name }) => name).join('、')}。计算:${String(end)}人`,
            ends.flatMap(({ rows }) => rows.map((row) => quoteRow(row, by))),
            { computed: [`${String(end)}人`] },
          ),
        ];
  const each = shown === groups ? groups.map((group) => claimGroup(group, by)) : [];
  return draftAnswer({
    claims: [...each, ...best],
    candidates: [...new Set(units)].slice(0, 10),
    suggestions: ['列出各项'],
  });
}

function sizeOf({ rows }: Group): number {
  return rows.reduce((sum, { persons }) => sum + persons, 0);
}

/** 「党内警告共9项。计算:1+1+…+2=10人」, citing the words of every item. */
function claimGroup({ name, rows }: Group, by: SanctionGrouping['by']): DraftClaim {
  const heads = rows.map(({ persons }) => String(persons));
  const total = `${String(sizeOf({ name, rows }))}人`;
  const items = `${String(rows.length)}项`;
  const sum = rows.length > 1 ? `${heads.join('+')}=${total}` : total;
  const text = `${name}共${items}。计算:${sum}`;
  return claim(
    text,
    rows.map((row) => quoteRow(row, by)),
    { kind: 'item', computed: [total, items, ...heads] },
  );
}

function quoteRow({ sanction }: SanctionRow, by: SanctionGrouping['by']): Citation {
  return by === 'measure' || by === 'kind' ? sanction.measure.citation : sanction.ground;
}
