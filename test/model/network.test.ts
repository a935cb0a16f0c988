import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createModel, type ModelSettings } from '../../src/answer/model.ts';
import { chunk, DONE, startScriptedServer, streamText, type ScriptedServer } from './scripted-server.ts';

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer((_, response) => {
    streamText(response, '[M1] 一句');
  });
});
afterAll(() => server.close());

async function read(settings: Partial<ModelSettings> & { baseUrl: string }): Promise<string> {
  const model = createModel({ model: 'scripted', apiKey: 'secret', ...settings });
  let text = '';
  const request = { system: 's', user: 'u', maxTokens: 50, output: 'text' } as const;
  for await (const piece of model.stream({ ...request, signal: AbortSignal.timeout(20_000) })) text += piece;
  return text;
}

/** A CONNECT proxy that leads every name to one port, and remembers what it was asked for. */
async function startProxy(to: number): Promise<{ port: number; asked: string[]; server: Server }> {
  const asked: string[] = [];
  const proxy = createServer();
  proxy.on('connect', (request, client: Socket, head: Buffer) => {
    asked.push(request.url ?? '');
    const upstream = connect(to, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return { port: (proxy.address() as AddressInfo).port, asked, server: proxy };
}

it('goes through the proxy that is set, and past it for a local server', async () => {
  const proxy = await startProxy(server.port);
  try {
    const http = `http://127.0.0.1:${proxy.port}`;
    expect(await read({ baseUrl: 'http://llm.example.internal/v1', proxy: { http, https: http } })).toBe(
      '[M1] 一句',
    );
    expect(proxy.asked).toEqual(['llm.example.internal:80']);
    expect(await read({ baseUrl: server.baseUrl, proxy: { http, https: http } })).toBe('[M1] 一句');
    expect(proxy.asked).toHaveLength(1);
  } finally {
    proxy.server.closeAllConnections();
    proxy.server.close();
  }
});

it('sends the key only as a bearer token', async () => {
  server.requests.length = 0;
  await read({ baseUrl: server.baseUrl });
  const [request] = server.requests;
  expect(request?.headers.authorization).toBe('Bearer secret');
  expect(request?.path).toBe('/v1/chat/completions');
});

it('sends what an endpoint wants besides, e.g. no thinking', async () => {
  server.requests.length = 0;
  await read({ baseUrl: server.baseUrl, extraBody: { chat_template_kwargs: { enable_thinking: false } } });
  expect(server.requests[0]?.body).toMatchObject({ chat_template_kwargs: { enable_thinking: false } });
});

it('trusts a certificate authority it is given, and no other', async () => {
  // self-signed for localhost, made for this test alone
  const ca = readFileSync('test/model/fixtures/localhost-test-cert.pem', 'utf8');
  const key = readFileSync('test/model/fixtures/localhost-test-key.pem', 'utf8');
  const secure = createTlsServer({ key, cert: ca }, (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(chunk({ content: '安全' }) + chunk({}, 'stop') + DONE);
  });
  await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
  const baseUrl = `https://localhost:${(secure.address() as AddressInfo).port}/v1`;
  try {
    expect(await read({ baseUrl, ca })).toBe('安全');
    await expect(read({ baseUrl })).rejects.toMatchObject({ failure: 'network' });
  } finally {
    secure.closeAllConnections();
    secure.close();
  }
});
