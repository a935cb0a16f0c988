// conversation → the units a follow-up may mean, nearest first
import type { UnitId } from '../bulletin/bulletin.ts';
import type { IntentContext } from './intent.ts';
import { tellsSame } from './rest-counted.ts';
import { findKnownNames } from './surnames.ts';

/** What was cited; with its neighbours under the same problem and what came close; with what stands or was said around it. */
export function conversationRings(context: IntentContext): ReadonlySet<UnitId>[] {
  const { question, turn, lookup } = context;
  const about = question.about;
  const beside = about.flatMap((id) =>
    lookup.measuresOf(lookup.get(id)?.parent ?? '').map((unit) => unit.id),
  );
  // 总投资多少 is asked of what was spoken of, not of all that came close to it.
  const asked = [question.previous, turn?.history[0]?.question].join('\n');
  const names = question.bound ? namesIn(context, asked) : [];
  const isNamed = (id: UnitId): boolean => names.some((name) => lookup.get(id)?.text.includes(name) === true);
  const close = (turn?.near ?? []).filter((id) => !question.bound || isNamed(id));
  // 他前后挪走多少: whatever unit names the same person; what another says of another person is no answer.
  const near = new Set(
    question.bound && OF_PERSON.test(question.text)
      ? [...about, ...unitsNaming(context, personsOf(context))]
      : [
          ...about,
          // 挪了多少, after 某某判了几年: whatever unit names the person.
          ...unitsNaming(context, findKnownNames(asked, context.bulletin.source)),
          ...(names.length > 0 ? beside.filter(isNamed) : beside),
          ...close,
          ...(question.bound ? toldBefore(context) : []),
        ],
  );
  const around = about.slice(0, 3).flatMap((id) => {
    const at = lookup.measures.findIndex((unit) => unit.id === id);
    return at < 0
      ? []
      : lookup.measures.slice(Math.max(0, at - AROUND), at + AROUND + 1).map((unit) => unit.id);
  });
  const before = (turn?.history ?? []).slice(0, RECALLED).flatMap(({ units }) => units);
  // A list is spoken of as a whole; of an answer's passages the first is meant.
  const cited = (turn?.list.length ?? 0) > 0 ? about : about.slice(0, 1);
  return [new Set(cited), near, new Set([...near, ...around, ...before])];
}

/** 总投资多少, after 43项…27项 in one unit and 43个…27个 in another: asked of either. */
function toldBefore(context: IntentContext): UnitId[] {
  const [unit = ''] = context.question.about;
  const units = (context.turn?.history ?? []).slice(0, RECALLED).flatMap((past) => past.units);
  return units.filter((id) => tellsSame(context, unit, id));
}

const OF_PERSON = /^(?:那|那么)?(?:他|她|这人|那人|这位)/u;

/** Persons named where the conversation stands. */
function personsOf({ question, lookup, bulletin }: IntentContext): string[] {
  return findKnownNames(lookup.get(question.about[0] ?? '')?.text ?? '', bulletin.source);
}

function unitsNaming({ bulletin }: IntentContext, names: readonly string[]): UnitId[] {
  return bulletin.units.filter(({ text }) => names.some((name) => text.includes(name))).map(({ id }) => id);
}

const AROUND = 5;
const RECALLED = 3;

/** Projects and bodies the ledger knows that `text` names: 柳岸小学 of 「柳岸小学总投资多少」. */
function namesIn({ ledger }: IntentContext, text: string): string[] {
  const names = [
    ...ledger.names.map(({ name }) => name),
    ...ledger.organizations.flatMap(({ variants }) => variants),
  ];
  return names.filter((name) => name.length >= 3 && text.includes(name));
}
