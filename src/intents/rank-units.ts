// question → ranked units: bound by numbers named, leaning on the conversation, or free
import { fuseRanks } from '../search/dense.ts';
import type { RankedUnit } from '../search/engine.ts';
import { rememberEach } from '../text/remember.ts';
import { readConversation } from './conversation-units.ts';
import type { IntentContext } from './intent.ts';
import { findPassages, type Passage } from './passage.ts';
import { rerankPassages } from './rerank.ts';

/** Units that may answer, best first; remembered, because most intents look at them. */
export const rankUnits = rememberEach((context: IntentContext): readonly RankedUnit[] => {
  const { engine, question, lookup } = context;
  const bound = question.references.flatMap((reference) =>
    reference.units.flatMap((id) => [
      id,
      ...(reference.kind === 'section' ? lookup.within(id) : lookup.measuresOf(id)).map((unit) => unit.id),
    ]),
  );
  if (bound.length > 0) return engine.rank(withoutReferences(context), { within: new Set(bound), limit: 10 });
  if (question.about.length === 0) {
    if (question.previous === null) return rankFreely(context);
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
});

/** Units whose passages are read. */
const READ_UNITS = 8;

/** The best of them, and what of each may be quoted, best first. */
export const readPassages = rememberEach(
  (
    context: IntentContext,
  ): {
    readonly ranked: readonly RankedUnit[];
    readonly found: readonly Passage[];
    readonly passages: readonly Passage[];
  } => {
    const ranked = rankUnits(context).slice(0, READ_UNITS);
    const found = findPassages(context.bulletin.source, ranked, context.question);
    return { ranked, found, passages: rerankPassages(context, ranked, found) };
  },
);

/** By words and wordings, and by meaning where an embeddings endpoint is configured. */
function rankFreely({ engine, question, nearest }: IntentContext): RankedUnit[] {
  if (nearest === undefined) return engine.rank(question.text, { limit: 20 });
  return fuseRanks(engine.rank(question.text, { limit: 30, beside: nearest }), nearest);
}

function withoutReferences({ question }: IntentContext): string {
  return question.references.reduce((text, { text: written }) => text.replace(written, ' '), question.text);
}
