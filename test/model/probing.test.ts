import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createModel } from '../../src/answer/model.ts';
import { ModelError } from '../../src/answer/model-error.ts';
import { createScene, FAITHFUL } from './scene.ts';
import {
  startScriptedServer,
  streamText,
  writeClaims,
  type Behaviour,
  type ScriptedServer,
} from './scripted-server.ts';

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer(writeClaims(FAITHFUL));
});
afterAll(() => server.close());
beforeEach(() => {
  server.requests.length = 0;
});

const CLAIMS = '{"claims":[{"text":"测试一句","units":["M1"]}]}';

/** An endpoint that refuses what `refuses` matches, by the names a 400 would give. */
function refuse(message: string, refuses: (format: string) => boolean): Behaviour {
  return ({ body }, response) => {
    const format = body.response_format?.type ?? 'none';
    if (refuses(format)) response.writeHead(400).end(JSON.stringify({ error: { message } }));
    else streamText(response, format === 'none' ? '[M1] 测试一句' : CLAIMS);
  };
}

function probe(): Promise<string> {
  const model = createModel({ baseUrl: server.baseUrl, model: 'scripted', apiKey: 'sk-test' });
  return model.probe(AbortSignal.timeout(20_000));
}

describe('what the endpoint can do is asked once', () => {
  it.each<[string, Behaviour, string]>([
    ['keeps to a schema', refuse('', () => false), 'schema'],
    ['knows JSON mode only', refuse('json_schema is not supported', (f) => f === 'json_schema'), 'json'],
    ['knows neither', refuse('response_format is not supported', (f) => f !== 'none'), 'lines'],
    [
      'accepts a schema and ignores it',
      ({ body }, response) => {
        streamText(response, body.response_format?.type === 'json_object' ? CLAIMS : '好的，测试一句。');
      },
      'json',
    ],
  ])('an endpoint that %s', async (_, behaviour, mode) => {
    server.behave = behaviour;
    expect(await probe()).toBe(mode);
  });

  it('learns which parameters are refused, and leaves them out from then on', async () => {
    const model = createModel({ baseUrl: server.baseUrl, model: 'scripted', apiKey: null });
    server.behave = ({ body }, response) => {
      const complaint =
        body.max_tokens !== undefined
          ? "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."
          : body.temperature !== undefined
            ? "Unsupported value: 'temperature' does not support 0.1 with this model."
            : null;
      if (complaint === null) streamText(response, CLAIMS);
      else response.writeHead(400).end(JSON.stringify({ error: { message: complaint } }));
    };
    expect(await model.probe(AbortSignal.timeout(20_000))).toBe('schema');
    expect(server.requests.at(-1)?.body).toMatchObject({ max_completion_tokens: 600 });
    expect(server.requests).toHaveLength(3);
  });

  it('says that the endpoint is unreachable, without the key in the message', async () => {
    server.behave = (_, response) => void response.writeHead(401).end('{"error":{"message":"bad key"}}');
    const failure = await probe().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ModelError);
    expect(failure).toMatchObject({ failure: 'http', status: 401 });
    expect(String(failure)).not.toContain('sk-test');
  });

  it('writes by schema once that is known, in lines before', async () => {
    const scene = createScene(server);
    server.behave = writeClaims(FAITHFUL);
    expect((await scene.write()).writer).toMatch(/^llm:/);
    expect(server.requests.at(-1)?.body.response_format).toBeUndefined();
    expect(await scene.writer.prepare(AbortSignal.timeout(20_000))).toBe('schema');
    const { writer, draft } = await scene.write();
    expect(writer).toMatch(/^llm:/);
    expect(draft.claims).toHaveLength(2);
    expect(server.requests.at(-1)?.body.response_format?.type).toBe('json_schema');
  });
});
