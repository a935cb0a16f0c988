import { loadBrains, type Brain } from '../../src/brains.ts';
import type { IntentContext } from '../../src/intents/intent.ts';
import { readQuestion } from '../../src/question/read.ts';
import type { Turn } from '../../src/question/turn.ts';

export function loadBrain(): Brain {
  const [brain] = loadBrains();
  if (brain === undefined) throw new Error('no bulletin in seeds/');
  return brain;
}

/** The scene an intent sees for one message. */
export function askOf(brain: Brain, message: string, turn: Turn | null = null): IntentContext {
  const { lookup, engine, correct } = brain;
  const question = readQuestion(message, { lookup, engine, turn, quotedUnits: [], correct });
  return { ...brain, question, turn, today: brain.bulletin.meta.published };
}

/** What a conversation keeps after a summary was given for `question`. */
export function turnAfter(brain: Brain, question: string, intent = 'summary'): Turn {
  return {
    bulletin: brain.bulletin.id,
    question,
    intent,
    units: [],
    near: [],
    list: [],
    shown: 0,
    history: [],
  };
}
