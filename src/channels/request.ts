import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Problem } from './problem.ts';
import { renderProblem } from './problem.ts';

/** PLATFORMS.md C.1, unbounded consumption: a question has at most this many UTF-16 code units. */
const QUESTION_LIMIT = 2000;

/** Enough for 2,000 characters written as `\uXXXX`, with room for the other fields. */
export const BODY_LIMIT_BYTES = 32 * 1024;

export const questionSchema = z
  .string({ error: 'question 应为文字' })
  .max(QUESTION_LIMIT, `问题最多${QUESTION_LIMIT}字`)
  .refine((text) => text.trim() !== '', '问题不能为空');

/** A conversation's id is its client's own, a short printable token. */
export const conversationSchema = z
  .string({ error: 'conversation 应为文字' })
  .regex(/^[\x21-\x7e]{1,128}$/u, 'conversation 应为1至128个可见的 ASCII 字符');

export function limitBody(): MiddlewareHandler {
  return bodyLimit({
    maxSize: BODY_LIMIT_BYTES,
    onError: (c) =>
      renderProblem(c, {
        status: 413,
        code: 'too-large',
        message: `请求体超过${BODY_LIMIT_BYTES / 1024} KB。`,
      }),
  });
}

export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** The request's JSON body after its schema, or what is wrong with it (never an exception). */
export async function readJson<T>(c: Context, schema: z.ZodType<T>): Promise<Read<T>> {
  let body: unknown;
  try {
    body = JSON.parse(await c.req.text());
  } catch {
    return { ok: false, problem: { status: 400, code: 'bad-json', message: '请求体不是合法的 JSON。' } };
  }
  return checkShape(body, schema);
}

/** `value` after its schema; the problem names the first field that does not fit. */
export function checkShape<T>(value: unknown, schema: z.ZodType<T>): Read<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  const what = issue?.message ?? '形状不对';
  return {
    ok: false,
    problem: {
      status: 400,
      code: 'bad-request',
      message: where === '' ? `请求不合要求：${what}。` : `字段 ${where} 不合要求：${what}。`,
    },
  };
}
