// documents of measures → verb in front or behind → issued anew here, revised there → conflict
import type { Bulletin } from '../bulletin/bulletin.ts';
import type { Conflict, ConflictSide, DocumentMention, MeasureFacts } from './ledger.ts';

type Issuance = 'new' | 'revised';

/** 研究制定出台了《…》, 制定《…》: issued anew; 出台, 印发 alone say nothing about it. */
const NEW = /(?:研究)?制定(?:并)?(?:出台|印发|下发|实施)?了?$/u;
/** 修订出台《…》, 重新修订制定《…》. */
const REVISED = /(?:重新)?修(?:订|改)(?:完善|出台|制定|印发|下发)*了?$/u;
/** 已完成对《…》《…》的修订 */
const REVISED_BEHIND = /^(?:[、和及]?《[^《》]*》)*等?(?:制度|文件|办法)?的(?:重新)?修(?:订|改)/u;

interface Issued {
  readonly mention: DocumentMention;
  readonly how: Issuance;
}

/** One document that is new in one measure and a revision in another; documents of the same two measures are joined. */
export function findIssuanceConflicts(bulletin: Bulletin, measures: readonly MeasureFacts[]): Conflict[] {
  const byName = new Map<string, Issued[]>();
  for (const mention of measures.flatMap((measure) => measure.documents)) {
    const how = readIssuance(bulletin.source, mention);
    if (how !== null) byName.set(mention.name, [...(byName.get(mention.name) ?? []), { mention, how }]);
  }
  const byUnits = new Map<string, { names: string[]; issued: Issued[] }>();
  for (const [name, issued] of byName) {
    const fresh = issued.find(({ how }) => how === 'new');
    const revised = issued.find(({ how }) => how === 'revised');
    if (fresh === undefined || revised === undefined) continue;
    if (fresh.mention.citation.unit === revised.mention.citation.unit) continue;
    const key = `${fresh.mention.citation.unit}|${revised.mention.citation.unit}`;
    const entry = byUnits.get(key) ?? { names: [], issued: [] };
    entry.names.push(name);
    entry.issued.push(fresh, revised);
    byUnits.set(key, entry);
  }
  return [...byUnits.values()].flatMap(({ names, issued }) => {
    const ordered = [...issued].sort((a, b) => a.mention.citation.span.start - b.mention.citation.span.start);
    const [first, second, ...rest] = ordered.map(({ mention }): ConflictSide => ({
      citation: mention.citation,
      figure: null,
    }));
    if (first === undefined || second === undefined) return [];
    return [
      {
        kind: 'contradiction' as const,
        topic: `文件是新制定还是修订:${names[0] ?? ''}`,
        why: `${names.map((name) => `《${name}》`).join('')}一处称制定,另一处称修订${describeTitles(issued)}。`,
        sides: [first, second, ...rest] as const,
      },
    ];
  });
}

function describeTitles(issued: readonly Issued[]): string {
  const titles = new Map<string, Set<string>>();
  for (const { mention } of issued) {
    titles.set(mention.name, (titles.get(mention.name) ?? new Set()).add(mention.title));
  }
  return [...titles.values()].some((printed) => printed.size > 1) ? ',名称也不完全一致' : '';
}

function readIssuance(source: string, { citation }: DocumentMention): Issuance | null {
  const before = source.slice(Math.max(0, citation.span.start - 200), citation.span.start);
  const head = /[^,，。;；:：\n]*$/u.exec(before.replace(/(?:《[^《》]*》[、和及]?)+$/u, ''))?.[0] ?? '';
  if (REVISED.test(head)) return 'revised';
  if (REVISED_BEHIND.test(source.slice(citation.span.end, citation.span.end + 200))) return 'revised';
  return NEW.test(head) ? 'new' : null;
}
