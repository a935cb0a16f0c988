// message → question → intent → draft → gate → answer → document, and what the next turn needs
import type { Answer } from './answer/answer.ts';
import { composeAnswer } from './answer/compose.ts';
import { verifyClaims } from './answer/verify.ts';
import type { Brain } from './brains.ts';
import type { UnitId } from './bulletin/bulletin.ts';
import type { UnitLookup } from './bulletin/lookup.ts';
import type { Ask, AskContext, Library, Reply } from './delivery/ask.ts';
import { chooseIntent } from './intents/intents.ts';
import type { Draft, IntentContext } from './intents/intent.ts';
import { readQuestion } from './question/read.ts';
import type { Question } from './question/question.ts';
import type { Told, Turn } from './question/turn.ts';
import { buildDocument } from './render/build-document.ts';
import type { Ledger } from './ledger/ledger.ts';
import { createLibrary } from './library.ts';
import { renderPlain } from './render/plain.ts';
import type { Requery } from './requery.ts';
import type { Locate } from './locate.ts';
import type { PreparedAnswer, Reword, Rewording } from './rewording.ts';

const MOST_SUGGESTIONS = 6;
const LONGEST_HISTORY = 8;
const LONGEST_TOLD = 3;

export interface Assistant {
  readonly ask: Ask;
  readonly library: Library;
  readonly ledger: (bulletin: string) => Ledger | null;
}

export interface AssistantOptions {
  /** ISO date that 今年, 已过期 are read against; null for each bulletin's publication date. */
  readonly today: string | null;
  /** The optional model; absent: every answer is extractive. */
  readonly reword?: Reword;
  /** Searches again in a model's words where nothing was found; absent: a refusal stands. */
  readonly requery?: Requery;
  /** Finds units by meaning, see `Locate`; absent: by words alone. */
  readonly locate?: Locate;
}

/** All bulletins behind one `ask`; the first answers where the context names none. */
export function createAssistant(brains: readonly Brain[], options: AssistantOptions): Assistant {
  const { today, reword, requery, locate } = options;
  const [first] = brains;
  if (first === undefined) throw new RangeError('an assistant needs at least one bulletin');
  const find = (id: string | undefined): Brain => brains.find(({ bulletin }) => bulletin.id === id) ?? first;
  return {
    ask: async (text, context) => {
      const brain = find(context.bulletin ?? context.turn?.bulletin);
      const nearest = await locate?.(text, brain.bulletin.id);
      const prepare = (message: string): PreparedAnswer =>
        prepareAnswer(brain, message, context, today, nearest);
      const first = prepare(text);
      const prepared = (await requery?.(first, context, prepare)) ?? first;
      return finishReply(prepared, (await reword?.(prepared, context)) ?? EXTRACTIVE);
    },
    library: createLibrary(brains),
    ledger: (id) => brains.find(({ bulletin }) => bulletin.id === id)?.ledger ?? null,
  };
}

/** Answers one message without a model: synchronous, and the same for the same message, turn and bulletin. */
export function answerMessage(
  brain: Brain,
  message: string,
  context: AskContext,
  today: string | null,
): Reply {
  return finishReply(prepareAnswer(brain, message, context, today), EXTRACTIVE);
}

const EXTRACTIVE: Rewording = { claims: null, writer: 'extractive', dropped: [] };

/** message → question → intent → draft, its claims verified. */
function prepareAnswer(
  brain: Brain,
  message: string,
  context: AskContext,
  today: string | null,
  nearest?: readonly UnitId[],
): PreparedAnswer {
  const started = performance.now();
  const { lookup, engine, correct } = brain;
  const turn = context.turn?.bulletin === brain.bulletin.id ? keepKnown(context.turn, lookup) : null;
  const quotedUnits = (context.quotedUnits ?? []).filter((unit) => lookup.get(unit) !== undefined);
  const question = readQuestion(message, { lookup, engine, turn, quotedUnits, correct });
  const scene: IntentContext = {
    ...brain,
    question,
    turn,
    today: today ?? brain.bulletin.meta.published,
    ...(nearest === undefined ? {} : { nearest }),
  };
  const intent = chooseIntent(scene);
  const drafted = intent.draft(scene);
  const { passed, dropped } = verifyClaims(drafted.claims, brain);
  const draft = { ...drafted, claims: passed };
  return { brain, message, question, turn, intent: intent.name, draft, drafted, dropped, started };
}

/** A conversation may be older than the bulletin's present text: units that are gone are forgotten. */
function keepKnown(turn: Turn, lookup: UnitLookup): Turn {
  const known = (units: readonly UnitId[]): UnitId[] =>
    units.filter((unit) => lookup.get(unit) !== undefined);
  const quoted = (told: readonly Told[] = []): Told[] =>
    told.filter(({ unit, start, end }) => {
      const span = lookup.get(unit)?.span;
      return span !== undefined && span.start <= start && end <= span.end;
    });
  const list = known(turn.list);
  return {
    ...turn,
    units: known(turn.units),
    told: quoted(turn.told),
    near: known(turn.near),
    list,
    shown: Math.min(turn.shown, list.length),
    history: turn.history.map((past) => ({ ...past, units: known(past.units), told: quoted(past.told) })),
  };
}

/** verified claims (the model's, where it wrote) → answer → document, and what the next turn needs. */
function finishReply(prepared: PreparedAnswer, rewording: Rewording): Reply {
  const { brain, message, question, turn, intent, draft, drafted, started } = prepared;
  const { lookup } = brain;
  const claims = rewording.claims ?? draft.claims;
  const meta = { question: message, intent, writer: rewording.writer, lookup, turn };
  const composed = composeAnswer({ ...draft, claims }, meta, drafted.claims.length);
  const foreign = composed.reason === 'out-of-scope' || composed.reason === 'not-allowed';
  const read = foreign ? [] : showCorrections(question);
  const notes = [...read, ...draft.notes, ...explainLoss(composed.refused, draft)];
  const document = buildDocument(notes, claims, lookup.shortLabel);
  const elapsedMs = Math.round((performance.now() - started) * 100) / 100;
  const answer: Answer = { ...composed, text: renderPlain(document), elapsedMs };
  const lost = prepared.dropped.map(({ claim, why }) => ({
    text: claim.text,
    units: claim.citations.map(({ unit }) => unit),
    reason: why,
  }));
  return {
    answer,
    document,
    turn: nextTurn(answer, draft, question, turn),
    suggestions: draft.suggestions.slice(0, MOST_SUGGESTIONS),
    dropped: [...lost, ...rewording.dropped],
  };
}

/** 「已按“近亲繁殖”理解」 */
function showCorrections({ corrections }: Question): string[] {
  if (corrections.length === 0) return [];
  return [`已按${corrections.map(({ to }) => `“${to}”`).join('、')}理解。`];
}

/** A draft whose every claim fell at the gate says so instead of saying nothing. */
function explainLoss(refused: boolean, draft: Draft): string[] {
  return refused && draft.refusal === null ? ['通报里没有找到能核实的依据,不作回答。'] : [];
}

function nextTurn(answer: Answer, draft: Draft, question: Question, turn: Turn | null): Turn {
  const talk = answer.claims.length === 0 && !answer.refused;
  if (talk && turn !== null) return turn;
  const cited = [...new Set(answer.citations.map(({ unit }) => unit))];
  const units = cited.length > 0 ? cited.slice(0, 20) : [...question.about];
  // An attribute that was not found leaves the matter what it was.
  const kept = answer.refused && question.bound ? question.previous : null;
  const understood = kept ?? question.completed ?? question.text;
  const past =
    turn === null || turn.units.length === 0
      ? []
      : [{ question: turn.question, units: turn.units.slice(0, 5), told: turn.told }];
  // A row of a list that was shown whole leaves the list where it was, and so does what was not answered.
  const inList =
    turn !== null && turn.shown === turn.list.length && units.every((unit) => turn.list.includes(unit));
  const listed = draft.list.length <= 1 && turn !== null && (inList || answer.refused) ? turn : draft;
  return {
    bulletin: answer.bulletin,
    question: understood.slice(0, 200),
    intent: answer.intent,
    units,
    told: answer.citations.slice(0, LONGEST_TOLD).map(({ unit, start, end }) => ({ unit, start, end })),
    near: answer.candidates.filter((unit) => !units.includes(unit)).slice(0, 3),
    list: [...listed.list],
    shown: listed.shown,
    history: [...past, ...(turn?.history ?? [])].slice(0, LONGEST_HISTORY),
  };
}
