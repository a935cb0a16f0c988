// question nothing was found for → the model's other wordings → the first that the bulletin answers
import type { Rewrite } from './answer/rewrite.ts';
import type { AskContext } from './delivery/ask.ts';
import type { PreparedAnswer } from './rewording.ts';

/** `prepare` answers another wording in the same conversation; what comes back is the asker's own message, answered. Never rejects. */
export type Requery = (
  prepared: PreparedAnswer,
  context: AskContext,
  prepare: (text: string) => PreparedAnswer,
) => Promise<PreparedAnswer>;

const NOTE = '原话没有直接查到,以下按意思相近的说法查得,请核对是否所问。';

/** Wordings serve the search alone: neither the answer nor the conversation holds a word of them. */
export function createRequery(rewrite: Rewrite): Requery {
  return async (prepared, context, prepare) => {
    if (prepared.draft.refusal !== 'not-in-bulletin') return prepared;
    for (const text of await rewrite(prepared.message, prepared.turn?.question ?? null, context)) {
      const other = prepare(text);
      if (other.draft.refusal !== null || other.draft.claims.length === 0) continue;
      const { message, question, started } = prepared;
      return {
        ...other,
        message,
        question,
        started,
        draft: { ...other.draft, notes: [NOTE, ...other.draft.notes] },
      };
    }
    return prepared;
  };
}
