import { z } from 'zod';

const turnSchema = z.object({
  q: z.string(),
  gold: z.array(z.string()).default([]),
  accept: z.array(z.string()).default([]),
  any_of: z.boolean().default(false),
  facts: z.array(z.array(z.string())).default([]),
  refuse: z.boolean().default(false),
});
const lineSchema = z.union([
  turnSchema.extend({ id: z.string(), type: z.string(), expect: z.string().optional() }),
  z.object({ id: z.string(), type: z.literal('dialogue'), turns: z.array(turnSchema).min(1) }),
]);

export type ExpectedTurn = z.infer<typeof turnSchema>;

/** One line of a question set: a single question or a dialogue of several turns. */
export interface ExpectedQuestion {
  readonly id: string;
  readonly type: string;
  readonly turns: readonly ExpectedTurn[];
}

/** Reads a set in the format of `eval/questions.sample.jsonl`; a bad line is an error that names it. */
export function readQuestionSet(jsonl: string, name: string): ExpectedQuestion[] {
  return jsonl.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = lineSchema.safeParse(parseJson(line));
    if (!parsed.success)
      throw new Error(`${name} 第${index + 1}行不是一道题:${parsed.error.issues[0]?.message ?? ''}`);
    const { id, type } = parsed.data;
    return [{ id, type, turns: 'turns' in parsed.data ? parsed.data.turns : [parsed.data] }];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
