// the SDK's fetch → proxy, own certificates, no redirects, no telemetry headers, at most so many bytes
import { ModelError } from './model-error.ts';

export interface NetworkSettings {
  /** Proxies; absent: HTTP_PROXY, HTTPS_PROXY and NO_PROXY of the environment. */
  readonly proxy?: { readonly http?: string; readonly https?: string; readonly none?: string };
  /** Certificates (PEM) trusted besides the system's. */
  readonly ca?: string;
  /** Bytes of one response, thinking included. */
  readonly maxBytes: number;
}

/** Loads undici when first called. Loopback endpoints are never sent through a proxy. */
export async function createModelFetch(network: NetworkSettings): Promise<typeof fetch> {
  const { EnvHttpProxyAgent, fetch: undiciFetch } = await import('undici');
  const { rootCertificates } = await import('node:tls');
  const { proxy, ca, maxBytes } = network;
  const none = proxy?.none ?? process.env['no_proxy'] ?? process.env['NO_PROXY'] ?? '';
  const tls = ca === undefined ? {} : { ca: [...rootCertificates, ca] };
  const dispatcher = new EnvHttpProxyAgent({
    ...(proxy?.http === undefined ? {} : { httpProxy: proxy.http }),
    ...(proxy?.https === undefined ? {} : { httpsProxy: proxy.https }),
    noProxy: [none, 'localhost', '127.0.0.1', '::1'].filter((entry) => entry !== '').join(','),
    connect: tls,
    requestTls: tls,
    allowH2: false,
  });
  const send = undiciFetch as unknown as typeof fetch;
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    for (const name of [...headers.keys()]) if (name.startsWith('x-stainless')) headers.delete(name);
    headers.set('user-agent', 'rectification-assistant');
    const sent = { ...init, headers: Object.fromEntries(headers), redirect: 'error', dispatcher };
    return limitBytes(await send(input, sent as unknown as RequestInit), maxBytes);
  };
}

function limitBytes(response: Response, maxBytes: number): Response {
  if (response.body === null) return response;
  let received = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      received += chunk.byteLength;
      if (received > maxBytes)
        controller.error(new ModelError('oversize', `response of more than ${maxBytes} bytes`));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText } = response;
  return new Response(response.body.pipeThrough(counter), {
    status,
    statusText,
    headers: Object.fromEntries(response.headers),
  });
}
