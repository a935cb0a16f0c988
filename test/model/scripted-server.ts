import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the endpoint does with one request. */
export type Behaviour = (request: ScriptedRequest, response: ServerResponse) => void | Promise<void>;

export interface ScriptedRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: ChatBody;
  /** Resolves when the client has closed the connection. */
  readonly closed: Promise<void>;
}

export interface ChatBody {
  readonly model?: string;
  readonly stream?: boolean;
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: { readonly type: string };
  readonly temperature?: number;
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
}

export interface ScriptedServer {
  readonly baseUrl: string;
  readonly port: number;
  readonly requests: ScriptedRequest[];
  behave: Behaviour;
  readonly close: () => Promise<void>;
}

/** A real HTTP server that speaks the chat completions protocol as told. */
export async function startScriptedServer(behave: Behaviour): Promise<ScriptedServer> {
  const requests: ScriptedRequest[] = [];
  const server = createServer((incoming, response) => {
    void serve(incoming, response);
  });
  const scripted: ScriptedServer = {
    baseUrl: '',
    port: 0,
    requests,
    behave,
    close: () => closeServer(server),
  };
  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    const request: ScriptedRequest = {
      path: incoming.url ?? '',
      headers: incoming.headers,
      body: JSON.parse(Buffer.concat(parts).toString('utf8')) as ChatBody,
      closed,
    };
    requests.push(request);
    response.on('error', () => undefined);
    await scripted.behave(request, response);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(scripted, { port, baseUrl: `http://127.0.0.1:${port}/v1` });
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

/** One chunk of the stream. */
export function chunk(delta: Readonly<Record<string, unknown>>, finish: string | null = null): string {
  const body = {
    id: 'scripted',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'scripted',
    choices: [{ index: 0, delta, finish_reason: finish }],
  };
  return `data: ${JSON.stringify(body)}\n\n`;
}

export const DONE = 'data: [DONE]\n\n';

export function startStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
}

/** Streams a text in small pieces and ends properly, with usage. */
export function streamText(response: ServerResponse, text: string, size = 7): void {
  startStream(response);
  const letters = Array.from(text);
  for (let at = 0; at < letters.length; at += size) {
    response.write(chunk({ content: letters.slice(at, at + size).join('') }));
  }
  response.write(chunk({}, 'stop'));
  const usage = { prompt_tokens: 1200, completion_tokens: 80, total_tokens: 1280 };
  response.write(
    `data: ${JSON.stringify({ id: 'scripted', object: 'chat.completion.chunk', choices: [], usage })}\n\n`,
  );
  response.end(DONE);
}

export interface WrittenClaim {
  readonly text: string;
  readonly units: readonly string[];
}

/** Claims in the form the request asks for. */
export function writeClaims(claims: readonly WrittenClaim[]): Behaviour {
  return ({ body }, response) => {
    const lines = claims.map(({ text, units }) => `[${units.join(' ')}] ${text}`).join('\n');
    streamText(response, body.response_format === undefined ? lines : JSON.stringify({ claims }));
  };
}
