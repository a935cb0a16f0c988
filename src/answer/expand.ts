// unit → what people might ask → lines of seeds/<bulletin>.queries.jsonl
import { z } from 'zod';
import type { Unit } from '../bulletin/bulletin.ts';
import { expansionLineSchema } from '../search/expansion.ts';
import { askJson } from './ask-json.ts';
import { createFence } from './fence.ts';
import type { Model } from './model.ts';
import { fillPrompt, type Prompt } from './prompt.ts';

export type ExpansionLine = z.infer<typeof expansionLineSchema>;

const answerSchema = z.object({
  expansions: z.array(z.object({ quote: z.string().nullish(), queries: z.array(z.string()).default([]) })),
});

const LONGEST_QUERY = 60;
const LONGEST_QUOTE = 120;
const MOST_QUERIES = 6;

/**
 * Everyday wordings for one unit. A quote that is not verbatim in the unit loses its group: nothing about where the
 * answer stands is taken on trust. @throws ModelError
 */
export async function expandUnit(
  unit: Unit,
  label: string,
  { model, prompt, signal }: { readonly model: Model; readonly prompt: Prompt; readonly signal: AbortSignal },
): Promise<ExpansionLine[]> {
  const fence = createFence([unit.text]);
  const filled = fillPrompt(prompt, 'json', { label, text: fence.enclose(unit.text), fence: fence.mark });
  const { expansions } = await askJson(model, filled, answerSchema, prompt.max_tokens, signal);
  const seen = new Set<string>();
  return expansions.slice(0, prompt.max_items).flatMap(({ quote, queries }) => {
    const place = quote == null || quote === '' ? undefined : quote;
    if (place !== undefined && (place.length > LONGEST_QUOTE || !unit.text.includes(place))) return [];
    const kept = [...new Set(queries.map((query) => query.replace(/\s+/gu, ' ').trim()))]
      .filter((query) => query.length >= 3 && query.length <= LONGEST_QUERY && !seen.has(query))
      .slice(0, MOST_QUERIES);
    for (const query of kept) seen.add(query);
    const line = expansionLineSchema.safeParse({
      unit: unit.id,
      ...(place === undefined ? {} : { quote: place }),
      queries: kept,
    });
    return line.success ? [line.data] : [];
  });
}
