import type { RankedUnit } from '../search/engine.ts';
import type { IntentContext } from './intent.ts';
import type { Passage } from './passage.ts';
import type { RefusalReason } from './refusal.ts';

export interface Verdict {
  readonly refusal: RefusalReason | null;
  readonly message: string;
}

const ANSWER: Verdict = { refusal: null, message: '' };

/** Decides between an answer and a refusal from how much of the question the best passage meets. */
export function judgeAnswer(_context: IntentContext, top: RankedUnit, best: Passage): Verdict {
  const wording = top.lines[0]?.similarity ?? 0;
  if (top.coverage < 0.2 && wording < 0.3 && best.share < 0.2) {
    return { refusal: 'not-in-bulletin', message: '通报里没有找到能回答这个问题的内容。' };
  }
  return ANSWER;
}
