import type { Conflict, DocumentMention, MeasureFacts } from './ledger.ts';
import { compareTitles } from './titles.ts';

/** One document under titles that differ in wording: …有关事项的通知 in one measure, …有关事项的告知 in another. */
export function findTitleConflicts(measures: readonly MeasureFacts[]): Conflict[] {
  const first = new Map<string, DocumentMention>();
  for (const measure of measures) {
    for (const mention of measure.documents) if (!first.has(mention.title)) first.set(mention.title, mention);
  }
  const titles = [...first.values()];
  const conflicts: Conflict[] = [];
  titles.forEach((a, index) => {
    for (const b of titles.slice(index + 1)) {
      if (a.citation.unit === b.citation.unit || compareTitles(a.title, b.title) !== 'variant') continue;
      conflicts.push({
        kind: 'contradiction',
        topic: `文件名称:${a.name}`,
        why: `两处所指应为同一份文件,但名称不一致:一处作《${a.title}》,另一处作《${b.title}》。`,
        sides: [
          { citation: a.citation, figure: null },
          { citation: b.citation, figure: null },
        ],
      });
    }
  });
  return conflicts;
}
