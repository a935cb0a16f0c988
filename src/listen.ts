import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';

/** How long a sender may take. Node looks only every 30 s unless `checkMs` says otherwise. */
export interface SendingTime {
  readonly headersMs: number;
  readonly requestMs: number;
  readonly checkMs: number;
}

/** ASVS 13.1.3: Node's defaults (60 s, 300 s) leave a slow sender far too long. */
const SENDING_TIME: SendingTime = { headersMs: 10_000, requestMs: 30_000, checkMs: 1000 };
const IDLE_SWEEP_MS = 100;

/** The address cannot be listened on; the message says what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

export interface Listener {
  /** The port that was bound, also where the system chose it. */
  readonly port: number;
  /** Takes no new connection, lets answers under way finish for `graceMs`, then cuts what is left. */
  readonly close: (graceMs: number) => Promise<void>;
}

/** @throws ListenError */
export async function listen(
  fetch: (request: Request, env: object) => Response | Promise<Response>,
  host: string,
  port: number,
  time: SendingTime = SENDING_TIME,
): Promise<Listener> {
  const server = createAdaptorServer({
    fetch,
    serverOptions: {
      headersTimeout: time.headersMs,
      requestTimeout: time.requestMs,
      connectionsCheckingInterval: time.checkMs,
    },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new ListenError(explainFailure(error.code, host, port), { cause: error }));
    });
    server.listen(port, host, resolve);
  });
  server.on('clientError', refuseMalformed);
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : port,
    close: (graceMs) => closeServer(server, graceMs),
  };
}

function explainFailure(code: string | undefined, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `端口 ${port} 已被占用（${host}）。请停止占用它的程序，或换一个端口，例如：PORT=${port + 1} npm start`;
  }
  if (code === 'EACCES') return `没有权限监听端口 ${port}。请改用 1024 以上的端口：设置环境变量 PORT`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `本机没有地址 ${host}。请把环境变量 HOST 改为本机地址，如 127.0.0.1 或 0.0.0.0`;
  }
  return `无法在 ${host}:${port} 监听（${code ?? '原因不明'}）。请检查环境变量 HOST 和 PORT`;
}

/** What never becomes a request gets the error body of every other one (CONTRACT.md), where Node sends none. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, message] = MALFORMED.get(error.code ?? '') ?? NO_HTTP;
  const body = JSON.stringify({ error: { code: 'bad-http', message } });
  const headers = ['Connection: close', 'Content-Type: application/json; charset=utf-8'];
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  socket.end([`HTTP/1.1 ${status}`, ...headers, length, '', body].join('\r\n'));
}

const NO_HTTP = ['400 Bad Request', '不是合法的 HTTP 请求；地址里的中文请用百分号编码。'] as const;
const MALFORMED: ReadonlyMap<string, readonly [status: string, message: string]> = new Map([
  ['HPE_HEADER_OVERFLOW', ['431 Request Header Fields Too Large', '请求头过大。']],
  ['ERR_HTTP_REQUEST_TIMEOUT', ['408 Request Timeout', '请求没有在限定时间内发完。']],
]);

async function closeServer(server: Server, graceMs: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  // A connection kept alive becomes idle only when its answer has been sent.
  const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(cut);
  clearInterval(sweep);
}
