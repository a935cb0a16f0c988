// question → ranked units: bound by numbers named, leaning on the conversation, or free
import type { UnitId } from '../bulletin/bulletin.ts';
import type { RankedUnit } from '../search/engine.ts';
import type { IntentContext } from './intent.ts';

/** Follow-ups prefer what the conversation is about. */
const POINTING_BONUS = 0.9;
const SHORT_BONUS = 0.4;
const SIBLING_BONUS = 0.12;

/** Units that may answer, best first. */
export function rankUnits(context: IntentContext): RankedUnit[] {
  const { engine, question, lookup } = context;
  const bound = question.references.flatMap((reference) =>
    reference.units.flatMap((id) => [id, ...lookup.measuresOf(id).map((unit) => unit.id)]),
  );
  if (bound.length > 0) return engine.rank(withoutReferences(context), { within: new Set(bound), limit: 10 });
  if (question.about.length === 0) return engine.rank(question.text, { limit: 20 });
  const bonus = new Map<UnitId, number>();
  for (const id of question.about) {
    for (const sibling of lookup.measuresOf(lookup.get(id)?.parent ?? ''))
      bonus.set(sibling.id, SIBLING_BONUS);
  }
  // One word alone (总投资多少) asks for an attribute of what was spoken of, not of all that came close to it.
  const free = contentWords(context).length !== 1;
  const subjects = free ? [] : namesIn(context, question.previous ?? '');
  for (const id of context.turn?.near ?? []) {
    const text = lookup.get(id)?.text ?? '';
    if (free || subjects.some((name) => text.includes(name))) bonus.set(id, SIBLING_BONUS);
  }
  const about = question.followUp ? POINTING_BONUS : SHORT_BONUS;
  question.about.forEach((id, i) => bonus.set(id, about * (i === 0 ? 1 : 0.8)));
  const options = { bonus, limit: 20, ...(question.previous === null ? {} : { leaning: question.previous }) };
  if (namesNothingNew(context)) {
    const own = engine.rank(question.text, { ...options, within: new Set(bonus.keys()) });
    if (own.some(({ coverage }) => coverage >= LEAST_OWN)) return own;
  }
  const ranked = engine.rank(question.text, options);
  const known = new Set(ranked.map(({ unit }) => unit));
  const own = engine
    .rank(question.text, { ...options, within: new Set(question.about) })
    .filter(({ unit }) => !known.has(unit));
  return [...ranked, ...own].sort((a, b) => b.score - a.score);
}

/** Below this share of the message the units of the conversation do not speak of it at all. */
const LEAST_OWN = 0.1;

/** A message of so few words that names no project or body of its own speaks of what the conversation is about. */
const FEW_WORDS = 2;

/** Projects and bodies the ledger knows that `text` names: 红星小学 of 「红星小学总投资多少」. */
function namesIn({ ledger }: IntentContext, text: string): string[] {
  const names = [
    ...ledger.names.map(({ name }) => name),
    ...ledger.organizations.flatMap(({ variants }) => variants),
  ];
  return names.filter((name) => name.length >= 3 && text.includes(name));
}

function namesNothingNew(context: IntentContext): boolean {
  const { engine, question, lookup } = context;
  const words = contentWords({ engine, question });
  if (words.length > FEW_WORDS) return false;
  const known = question.about.map((id) => lookup.get(id)?.text ?? '').join('\n');
  const named = namesIn(context, question.text);
  const rare = words.some(
    (word) => word.length >= 2 && !known.includes(word) && engine.idf(word) > RARE_WORD,
  );
  return named.every((name) => known.includes(name)) && (question.followUp || !rare);
}

/** As rare as the name of a project. */
const RARE_WORD = 5;

function contentWords({ engine, question }: Pick<IntentContext, 'engine' | 'question'>): string[] {
  return engine.tokenize(question.text, { dropStopwords: true, wordsOnly: true });
}

function withoutReferences({ question }: IntentContext): string {
  return question.references.reduce((text, { text: written }) => text.replace(written, ' '), question.text);
}
