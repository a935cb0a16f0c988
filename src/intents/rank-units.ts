// question → ranked units: bound by numbers named, leaning on the conversation, or free
import type { RankedUnit } from '../search/engine.ts';
import { readConversation } from './conversation-units.ts';
import type { IntentContext } from './intent.ts';

/** Units that may answer, best first. */
export function rankUnits(context: IntentContext): RankedUnit[] {
  const { engine, question, lookup } = context;
  const bound = question.references.flatMap((reference) =>
    reference.units.flatMap((id) => [id, ...lookup.measuresOf(id).map((unit) => unit.id)]),
  );
  if (bound.length > 0) return engine.rank(withoutReferences(context), { within: new Set(bound), limit: 10 });
  if (question.about.length === 0) {
    if (question.previous === null) return engine.rank(question.text, { limit: 20 });
    // 不是这个,我问巡察那个: anything but what was shown.
    const shown = context.turn?.units ?? [];
    const within = new Set(lookup.bulletin.units.map(({ id }) => id).filter((id) => !shown.includes(id)));
    return engine.rank(question.text, { limit: 20, within, leaning: question.previous });
  }
  const reading = readConversation(context);
  if (reading !== null) return [...reading.ranked];
  return engine.rank(question.text, {
    limit: 20,
    ...(question.previous === null ? {} : { leaning: question.previous }),
  });
}

function withoutReferences({ question }: IntentContext): string {
  return question.references.reduce((text, { text: written }) => text.replace(written, ' '), question.text);
}
