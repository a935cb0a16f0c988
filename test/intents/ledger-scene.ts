import type { UnitId } from '../../src/bulletin/bulletin.ts';
import { verifyClaims } from '../../src/answer/verify.ts';
import type { Brain } from '../../src/brains.ts';
import type { Draft } from '../../src/intents/intent.ts';
import { chooseIntent } from '../../src/intents/intents.ts';
import { askOf } from './summary-scene.ts';

export interface Asked extends Draft {
  readonly intent: string;
  readonly text: string;
  readonly units: readonly UnitId[];
}

/** The draft of the intent that wins, with the claims the gate lets through; throws when the gate drops one. */
export function ask(brain: Brain, message: string): Asked {
  const scene = askOf(brain, message);
  const intent = chooseIntent(scene);
  const draft = intent.draft(scene);
  const { dropped } = verifyClaims(draft.claims, brain);
  if (dropped.length > 0) throw new Error(`${message}: ${dropped.map(({ why }) => why).join('; ')}`);
  const units = draft.claims.flatMap(({ citations }) => citations.map(({ unit }) => unit));
  return {
    ...draft,
    intent: intent.name,
    text: draft.claims.map(({ text }) => text).join('\n'),
    units: [...new Set(units)],
  };
}

/** Numbers a claim counts with (共N条, 共N个, 共N项) beside the number of units it cites. */
export function countsOf({ claims }: Draft): { text: string; counted: number; cited: number }[] {
  return claims.flatMap(({ text, citations }) =>
    Array.from(text.matchAll(/共(\d+)(?:条|个|项)/gu), (match) => ({
      text,
      counted: Number(match[1]),
      cited: new Set(citations.map(({ unit }) => unit)).size,
    })),
  );
}
