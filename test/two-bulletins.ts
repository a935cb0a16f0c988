import { expect } from 'vitest';
import type { Answer } from '../src/answer/answer.ts';
import { answerMessage } from '../src/assistant.ts';
import { loadBrains, type Brain } from '../src/brains.ts';
import type { AskContext, Reply } from '../src/delivery/ask.ts';
import { openQinghe } from './qinghe.ts';
import { findBreaches } from './reply-contract.ts';

export interface TwoBulletins {
  readonly taijiang: Brain;
  readonly qinghe: Brain;
  readonly remove: () => void;
}

/** The real bulletin, and the synthetic one built into a temporary folder with the real lexicon. */
export function loadTwoBulletins(): TwoBulletins {
  const places = openQinghe({ lexicon: true });
  const [taijiang] = loadBrains();
  const [qinghe] = loadBrains(places);
  if (taijiang === undefined || qinghe === undefined) throw new Error('two bulletins are needed');
  return { taijiang, qinghe, remove: () => places.remove() };
}

/** Asks, and expects of the answer all that CONTRACT.md promises. */
export function ask(brain: Brain, message: string, context: AskContext = {}): Reply {
  const reply = answerMessage(brain, message, context, null);
  expect([message, findBreaches(reply, brain)]).toEqual([message, []]);
  return reply;
}

export function citedUnits({ citations }: Answer): string[] {
  return [...new Set(citations.map(({ unit }) => unit))];
}
