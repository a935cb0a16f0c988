import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What was wrong with a request: a stable code for programs, a Chinese sentence for people. */
export interface Problem {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly message: string;
}

/** The one error body of every HTTP route: `{error:{code,message}}` (CONTRACT.md). */
export function renderProblem(c: Context, problem: Problem): Response {
  return c.json({ error: { code: problem.code, message: problem.message } }, problem.status);
}

/** Registered after a path's real methods, so that a known path never answers 404 to a wrong method. */
export function refuseOtherMethods(...allowed: readonly string[]): (c: Context) => Response {
  return (c) => {
    c.header('Allow', allowed.join(', '));
    return renderProblem(c, {
      status: 405,
      code: 'method-not-allowed',
      message: `此地址只接受 ${allowed.join('、')} 请求。`,
    });
  };
}
