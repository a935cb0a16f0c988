// question + passage → how it asks, against how the everyday wordings around that passage ask
import { readAskKinds, readPairs } from '../search/ask-kinds.ts';
import type { IntentContext } from './intent.ts';
import type { Passage } from './passage.ts';

/** What is asked of a passage in hundreds of wordings is what it answers: nobody asks there for what it leaves out. */
export interface Asking {
  /** How usual the question's ways of asking are around the passage, as the sum of their logarithms: 0 and below. */
  readonly usual: number;
  /** Ways of asking nobody used around the passage, by number. */
  readonly unasked: ReadonlySet<number>;
  /** Share of the question's pairs of characters that are speech (the bulletin never prints them) used around the passage. */
  readonly speech: number;
  /** Logarithm of how many everyday wordings there are around the passage. */
  readonly wordings: number;
}

export function measureAsking(
  { asksNear, isPrinted }: IntentContext['engine'],
  text: string,
  best: Passage,
): Asking {
  const near = asksNear(best.unit, best.span);
  const kinds = readAskKinds(text);
  const speech = [...readPairs(text)].filter((pair) => !isPrinted(pair));
  const times = kinds.map((kind) => near.kinds.get(kind) ?? 0);
  return {
    usual: times.reduce((sum, count) => sum + Math.log((count + 0.5) / (near.lines + 1)), 0) / 10,
    unasked: new Set(kinds.filter((kind) => !near.kinds.has(kind))),
    speech: speech.length === 0 ? 0.5 : speech.filter((pair) => near.pairs.has(pair)).length / speech.length,
    wordings: Math.log(near.lines + 1) / 5,
  };
}
