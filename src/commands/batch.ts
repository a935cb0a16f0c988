import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Answer } from '../answer/answer.ts';
import { answerMessage } from '../assistant.ts';
import type { Brain } from '../brains.ts';
import type { Turn } from '../question/turn.ts';

const questionSchema = z.object({ id: z.union([z.string(), z.number()]), q: z.string() });
const dialogueSchema = z.object({
  id: z.union([z.string(), z.number()]),
  type: z.literal('dialogue'),
  turns: z.array(z.object({ q: z.string() })),
});

/** Answers JSONL in order; a bad line gives `{"line","error"}` and the rest go on. Answers carry the line's `id`. */
export async function answerBatch(
  input: Readable,
  write: (line: string) => void,
  brain: Brain,
  now: string | null,
): Promise<void> {
  let number = 0;
  for await (const read of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const line = number === 1 ? read.replace(/^\uFEFF/u, '') : read;
    if (line.trim() === '') continue;
    for (const result of answerLine(line, number, brain, now)) write(JSON.stringify(result));
  }
}

type LineError = { line: number; error: { code: string; message: string } };

function answerLine(line: string, number: number, brain: Brain, now: string | null): (Answer | LineError)[] {
  const fail = (code: string, message: string): LineError[] => [{ line: number, error: { code, message } }];
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fail('bad-json', '这一行不是 JSON');
  }
  const dialogue = dialogueSchema.safeParse(value);
  if (dialogue.success) {
    let turn: Turn | undefined;
    return dialogue.data.turns.map(({ q }, i) => {
      const reply = answerMessage(brain, q, turn === undefined ? {} : { turn }, now);
      turn = reply.turn;
      return { ...reply.answer, id: `${dialogue.data.id}#${i + 1}` };
    });
  }
  const question = questionSchema.safeParse(value);
  if (!question.success)
    return fail('bad-question', '这一行应为 {"id","q"} 或 {"id","type":"dialogue","turns":[{"q"},…]}');
  return [{ ...answerMessage(brain, question.data.q, {}, now).answer, id: String(question.data.id) }];
}
