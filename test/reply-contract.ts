import { answerSchema } from '../src/answer/answer.ts';
import type { Brain } from '../src/brains.ts';
import type { Reply } from '../src/delivery/ask.ts';
import { turnSchema } from '../src/question/turn.ts';
import { renderPlain } from '../src/render/plain.ts';

/** Intents that speak about the program, not about the bulletin. */
const TALK = new Set(['greeting', 'thanks', 'help', 'paging']);

/** Everything CONTRACT.md promises of an answer, whatever the question was; each breach in words, none for a good one. */
export function findBreaches(
  { answer, document, turn, suggestions, dropped }: Reply,
  brain: Brain,
): string[] {
  const { bulletin, lookup } = brain;
  const breaches: string[] = [];
  const expect = (kept: boolean, breach: string): void => {
    if (!kept) breaches.push(breach);
  };
  const schema = answerSchema.strict().safeParse(answer);
  expect(schema.success, `schema: ${schema.error?.message ?? ''}`);
  expect(answer.bulletin === bulletin.id, `bulletin ${answer.bulletin}`);
  for (const { unit, label, quote, start, end } of answer.citations) {
    const cited = lookup.get(unit);
    expect(cited !== undefined, `no unit ${unit}`);
    expect(
      bulletin.source.slice(start, end) === quote,
      `quote of ${unit} is not verbatim: ${quote.slice(0, 30)}`,
    );
    expect(
      (cited?.body.start ?? Infinity) <= start && end <= (cited?.span.end ?? 0),
      `quote lies outside ${unit}`,
    );
    expect(label === lookup.label(unit), `label ${label} for ${unit}`);
  }
  const cited = [...new Set(answer.citations.map(({ unit }) => unit))].sort().join();
  const claimed = [...new Set(answer.claims.flatMap(({ units }) => units))].sort().join();
  expect(cited === claimed, `citations name ${cited}, claims ${claimed}`);
  expect(
    dropped.length === 0,
    `dropped: ${dropped.map(({ text, reason }) => `${reason}: ${text.slice(0, 60)}`).join()}`,
  );
  expect(
    answer.refused === (answer.reason !== null),
    `refused ${String(answer.refused)}, reason ${String(answer.reason)}`,
  );
  expect(
    answer.refused || answer.claims.length > 0 || TALK.has(answer.intent),
    `${answer.intent} neither answers nor refuses`,
  );
  expect(new Set(answer.candidates).size === answer.candidates.length, 'a candidate twice');
  for (const unit of answer.candidates) expect(lookup.get(unit) !== undefined, `candidate ${unit}`);
  expect(answer.text.trim() !== '', 'no text');
  expect(answer.text === renderPlain(document), 'text is not the document');
  for (const { text, units } of answer.claims) {
    expect(answer.text.includes(text), `claim not in the text: ${text.slice(0, 30)}`);
    expect(
      units.some((unit) => answer.text.includes(lookup.shortLabel(unit))),
      `no mark of ${units.join()}`,
    );
  }
  expect(
    !/undefined|NaN|\[object|\{\}|\bnull\b/u.test(answer.text.replace(/《[^》]*》/gu, '')),
    `text: ${answer.text}`,
  );
  expect(
    JSON.stringify(JSON.parse(JSON.stringify(document))) === JSON.stringify(document),
    'document is not JSON',
  );
  const kept = turnSchema.safeParse(turn);
  expect(kept.success, `turn: ${kept.error?.message ?? ''}`);
  for (const unit of [...turn.units, ...turn.near, ...turn.list])
    expect(lookup.get(unit) !== undefined, `turn names ${unit}`);
  expect(
    turn.shown <= Math.max(turn.list.length, turn.units.length),
    `shows ${turn.shown} of ${turn.list.length}`,
  );
  expect(suggestions.length <= 6 && suggestions.every((one) => one.trim() !== ''), 'suggestions');
  return breaches;
}
