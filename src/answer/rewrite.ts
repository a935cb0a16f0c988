// colloquial question → terms of the genre, for retrieval only; off unless LLM_REWRITE=on
import { z } from 'zod';
import { askJson } from './ask-json.ts';
import { startDeadlines, untilAborted } from './deadlines.ts';
import { createFence } from './fence.ts';
import type { Model } from './model.ts';
import { fillPrompt, type Prompt } from './prompt.ts';

const answerSchema = z.object({ queries: z.array(z.string()) });
const LONGEST = 60;

/** `user`: whose daily uses it counts among; undefined: nobody's. Never rejects. */
export type Rewrite = (
  question: string,
  previous: string | null,
  user: string | undefined,
) => Promise<string[]>;

/**
 * Other wordings of a question to search with; null when the model fails or takes longer than `limitMs`. What it says is
 * never shown: at worst the search finds what it would have found without.
 */
export async function rewriteQuestion(
  question: string,
  previous: string | null,
  { model, prompt, limitMs }: { readonly model: Model; readonly prompt: Prompt; readonly limitMs: number },
): Promise<string[] | null> {
  const fence = createFence([question, previous ?? '']);
  const filled = fillPrompt(prompt, 'json', {
    request: fence.enclose(question),
    previous: previous === null ? '无' : fence.enclose(previous),
    fence: fence.mark,
  });
  const deadlines = startDeadlines(limitMs, limitMs, undefined);
  try {
    const asked = askJson(model, filled, answerSchema, prompt.max_tokens, deadlines.signal);
    const answer = await untilAborted(asked, deadlines.signal);
    if (answer === null) return null;
    return answer.queries
      .map((query) => query.trim())
      .filter((query) => query.length >= 2 && query.length <= LONGEST && /^[^<>{}[\]\n]+$/u.test(query))
      .slice(0, prompt.max_items);
  } catch {
    return null;
  } finally {
    deadlines.stop();
    deadlines.clear();
  }
}
