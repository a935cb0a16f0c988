// message → question → intent → draft → gate → answer → document, and what the next turn needs
import type { Answer } from './answer/answer.ts';
import { composeAnswer } from './answer/compose.ts';
import { verifyClaims } from './answer/verify.ts';
import type { Brain } from './brains.ts';
import type { Ask, AskContext, Library, Reply } from './delivery/ask.ts';
import { chooseIntent } from './intents/intents.ts';
import type { Draft, IntentContext } from './intents/intent.ts';
import { readQuestion } from './question/read.ts';
import type { Question } from './question/question.ts';
import type { Turn } from './question/turn.ts';
import { buildDocument } from './render/build-document.ts';
import type { Ledger } from './ledger/ledger.ts';
import { createLibrary } from './library.ts';
import { renderPlain } from './render/plain.ts';

const MOST_SUGGESTIONS = 6;
const LONGEST_HISTORY = 8;

export interface Assistant {
  readonly ask: Ask;
  readonly library: Library;
  readonly ledger: (bulletin: string) => Ledger | null;
}

export interface AssistantOptions {
  /** ISO date that 今年, 已过期 are read against; null for each bulletin's publication date. */
  readonly today: string | null;
}

/** All bulletins behind one `ask`; the first answers where the context names none. */
export function createAssistant(brains: readonly Brain[], { today }: AssistantOptions): Assistant {
  const [first] = brains;
  if (first === undefined) throw new RangeError('an assistant needs at least one bulletin');
  const find = (id: string | undefined): Brain => brains.find(({ bulletin }) => bulletin.id === id) ?? first;
  return {
    ask: (text, context) =>
      Promise.resolve(answerMessage(find(context.bulletin ?? context.turn?.bulletin), text, context, today)),
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
  const started = performance.now();
  const { lookup, engine, correct } = brain;
  const turn = context.turn?.bulletin === brain.bulletin.id ? context.turn : null;
  const question = readQuestion(message, {
    lookup,
    engine,
    turn,
    quotedUnits: context.quotedUnits ?? [],
    correct,
  });
  const scene: IntentContext = { ...brain, question, turn, today: today ?? brain.bulletin.meta.published };
  const intent = chooseIntent(scene);
  const draft = intent.draft(scene);
  const { passed } = verifyClaims(draft.claims, brain);
  const composed = composeAnswer(
    { ...draft, claims: passed },
    { question: message, intent: intent.name, writer: 'extractive', lookup, turn },
    draft.claims.length,
  );
  const notes = [...showCorrections(question), ...draft.notes, ...explainLoss(composed.refused, draft)];
  const document = buildDocument(notes, passed, lookup.shortLabel);
  const answer: Answer = {
    ...composed,
    text: renderPlain(document),
    elapsedMs: Math.round((performance.now() - started) * 100) / 100,
  };
  return {
    answer,
    document,
    turn: nextTurn(answer, draft, question, turn),
    suggestions: draft.suggestions.slice(0, MOST_SUGGESTIONS),
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
  const past =
    turn === null || turn.units.length === 0
      ? []
      : [{ question: turn.question, units: turn.units.slice(0, 5) }];
  return {
    bulletin: answer.bulletin,
    question: question.text.slice(0, 200),
    intent: answer.intent,
    units,
    near: answer.candidates.filter((unit) => !units.includes(unit)).slice(0, 3),
    list: [...draft.list],
    shown: draft.shown,
    history: [...past, ...(turn?.history ?? [])].slice(0, LONGEST_HISTORY),
  };
}
