// 「更多」 after a list: its next rows
import { claim, draftAnswer, type DraftClaim, type Intent, type IntentContext } from './intent.ts';
import { claimRows, SHOWN_ROWS } from './list-draft.ts';
import { citeStart } from './select.ts';

export const pagingIntent: Intent = {
  name: 'paging',
  examples: [],
  score: ({ question, turn }) =>
    question.navigation?.to === 'more' && turn !== null && turn.list.length > 0 ? 0.98 : 0,
  draft: (context) => {
    const list = context.turn?.list ?? [];
    const from = context.turn?.shown ?? 0;
    const rows = list.slice(from, from + SHOWN_ROWS);
    const shown = Math.min(list.length, from + SHOWN_ROWS);
    if (rows.length === 0) {
      return draftAnswer({ notes: [`这份清单的${list.length}条已全部列出。`], list, shown: list.length });
    }
    const claims = rows.flatMap((id) => showUnit(context, id));
    const note = `第${from + 1}—${shown}条,共${list.length}条。`;
    return draftAnswer({
      claims,
      notes: [note],
      candidates: rows,
      list,
      shown,
      suggestions: shown < list.length ? ['更多'] : [],
    });
  },
};

/** A measure by the words that decide its status, another unit by its first words. */
function showUnit(context: IntentContext, id: string): DraftClaim[] {
  const unit = context.lookup.get(id);
  if (unit === undefined) return [];
  const citation = citeStart(context, unit);
  return unit.kind === 'measure'
    ? claimRows(context, [{ unit: id, citation, exact: true }])
    : [claim(citation.quote, [citation], { kind: 'item' })];
}
