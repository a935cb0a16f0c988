// colloquial question → terms of the genre, for retrieval only; off unless LLM_REWRITE=on
import { z } from 'zod';
import { askJson } from './ask-json.ts';
import { untilAborted } from './deadlines.ts';
import { createFence } from './fence.ts';
import { useModel, type Guard } from './guarded.ts';
import { ModelError } from './model-error.ts';
import { fillPrompt, type Prompt } from './prompt.ts';

const answerSchema = z.object({ queries: z.array(z.string()) });
const LONGEST = 60;

/** `user`: whose daily uses it counts among; undefined: nobody's. Never rejects. */
export type Rewrite = (
  question: string,
  previous: string | null,
  asker: { readonly user?: string; readonly signal?: AbortSignal },
) => Promise<string[]>;

/**
 * Other wordings of a question to search with; none when the model fails or takes longer than `limitMs`. What it says is
 * never shown: at worst the search finds what it would have found without.
 */
export function createRewrite(guard: Guard, prompt: Prompt, limitMs: number): Rewrite {
  return async (question, previous, { user, signal }) => {
    let queries: string[] = [];
    await useModel(guard, { prompt, firstMs: limitMs, totalMs: limitMs, user, signal }, async (deadlines) => {
      const fence = createFence([question, previous ?? '']);
      const filled = fillPrompt(prompt, 'json', {
        request: fence.enclose(question),
        previous: previous === null ? '无' : fence.enclose(previous),
        fence: fence.mark,
      });
      const asked = askJson(guard.model, filled, answerSchema, prompt.max_tokens, deadlines.signal);
      const answer = await untilAborted(asked, deadlines.signal);
      if (answer === null) throw new ModelError('aborted', 'aborted');
      queries = answer.queries
        .map((query) => query.trim())
        .filter((query) => query.length >= 2 && query.length <= LONGEST && /^[^<>{}[\]\n]+$/u.test(query))
        .slice(0, prompt.max_items);
      return null;
    });
    return queries;
  };
}
