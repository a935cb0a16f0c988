// messages → streamed chat completion of any OpenAI-compatible endpoint → text without thinking; output mode by probe
import type OpenAI from 'openai';
import { CLAIMS_JSON_SCHEMA, claimSchema, type OutputMode } from './claim-reader.ts';
import { openClient, readError, type EndpointSettings } from './client.ts';
import { ModelError } from './model-error.ts';
import { createThinkingFilter } from './thinking.ts';

export interface ModelSettings extends EndpointSettings {
  readonly temperature?: number;
  /** Sent as they are, e.g. `{"chat_template_kwargs":{"enable_thinking":false}}` for Qwen3 on vLLM. */
  readonly extraBody?: Readonly<Record<string, unknown>>;
}

export interface ModelRequest {
  readonly system: string;
  readonly user: string;
  readonly maxTokens: number;
  /** `claims`: by schema or JSON where the endpoint can; `json`: JSON mode where it can; `text`: neither. */
  readonly output: 'claims' | 'json' | 'text';
  readonly signal: AbortSignal;
}

export interface TokenUsage {
  readonly prompt: number;
  readonly completion: number;
}

export interface Model {
  readonly name: string;
  /** `lines` until `probe` has found more. */
  readonly mode: () => OutputMode;
  /** Asks the endpoint what it can do; meant for start-up, in the background. Throws ModelError when unreachable. */
  readonly probe: (signal: AbortSignal) => Promise<OutputMode>;
  /** The answer as it is written; throws ModelError. `onUsage` once, where the endpoint counts. */
  readonly stream: (request: ModelRequest, onUsage?: (usage: TokenUsage) => void) => AsyncGenerator<string>;
}

type Body = OpenAI.Chat.ChatCompletionCreateParamsStreaming;

/** Parameters that endpoints are known to refuse; each is left out (or renamed) once a 400 names it. */
interface Dialect {
  tokens: 'max_tokens' | 'max_completion_tokens';
  temperature: boolean;
  usage: boolean;
}

/** No request is sent and nothing is loaded before the first call. */
export function createModel(settings: ModelSettings): Model {
  let mode: OutputMode = 'lines';
  const dialect: Dialect = { tokens: 'max_tokens', temperature: true, usage: true };
  let loading: Promise<OpenAI> | null = null;
  const connect = (): Promise<OpenAI> => (loading ??= openClient(settings));
  const build = (request: ModelRequest, as: OutputMode): Body => ({
    model: settings.model,
    stream: true,
    messages: [
      { role: 'system', content: request.system },
      { role: 'user', content: request.user },
    ],
    [dialect.tokens]: request.maxTokens,
    ...(dialect.temperature ? { temperature: settings.temperature ?? 0.1 } : {}),
    ...(dialect.usage ? { stream_options: { include_usage: true } } : {}),
    ...responseFormat(request.output, as),
    ...settings.extraBody,
  });
  async function* stream(
    request: ModelRequest,
    onUsage?: (usage: TokenUsage) => void,
    as: OutputMode = mode,
  ): AsyncGenerator<string> {
    const client = await connect();
    const filter = createThinkingFilter();
    let finish: string | null = null;
    try {
      const chunks = await client.chat.completions.create(build(request, as), { signal: request.signal });
      for await (const chunk of chunks) {
        const usage = chunk.usage;
        if (usage != null) onUsage?.({ prompt: usage.prompt_tokens, completion: usage.completion_tokens });
        const choice = Array.isArray(chunk.choices) ? chunk.choices[0] : undefined;
        finish = choice?.finish_reason ?? finish;
        const text = filter.push(readContent(choice?.delta));
        if (text !== '') yield text;
      }
      const rest = filter.end();
      if (rest !== '') yield rest;
    } catch (error) {
      throw readError(error, request.signal);
    }
    if (finish === null) throw new ModelError('cut', 'the stream ended without finish_reason');
    if (finish !== 'stop') throw new ModelError('cut', `finish_reason ${finish}`);
  }
  const attempt = async (as: OutputMode, signal: AbortSignal): Promise<boolean> => {
    let text = '';
    for await (const piece of stream({ ...PROBE, signal }, undefined, as)) text += piece;
    return as === 'lines' || keepsShape(text);
  };
  return {
    name: settings.model,
    mode: () => mode,
    stream,
    probe: async (signal) => {
      for (const as of ['schema', 'json'] as const) {
        for (let adapted = true; adapted;) {
          adapted = false;
          try {
            if (await attempt(as, signal)) return (mode = as);
          } catch (error) {
            if (!(error instanceof ModelError) || !isRefusal(error)) throw error;
            adapted = adaptDialect(dialect, error.message);
          }
        }
      }
      return (mode = 'lines');
    },
  };
}

/** Only `content` is for people; `reasoning` and `reasoning_content` are not. */
function readContent(delta: unknown): string {
  const content = (delta as { content?: unknown } | null | undefined)?.content;
  return typeof content === 'string' ? content : '';
}

const PROBE = {
  system: '按要求的 JSON 格式输出，不要输出别的内容。',
  user: '输出 {"claims":[{"text":"测试一句","units":["M1"]}]}',
  maxTokens: 600,
  output: 'claims',
} as const;

function keepsShape(text: string): boolean {
  try {
    const parsed = JSON.parse(text) as { claims?: unknown };
    return Array.isArray(parsed.claims) && claimSchema.array().min(1).safeParse(parsed.claims).success;
  } catch {
    return false;
  }
}

/** The endpoint understood and would not: try with less. Cut or unreadable answers count as a refusal of the format. */
function isRefusal({ failure, status }: ModelError): boolean {
  return status === 400 || status === 404 || status === 422 || failure === 'content' || failure === 'cut';
}

/** True when something was changed that the message complains of. */
function adaptDialect(dialect: Dialect, message: string): boolean {
  const before = JSON.stringify(dialect);
  if (/max_tokens/u.test(message)) dialect.tokens = 'max_completion_tokens';
  if (/temperature/u.test(message)) dialect.temperature = false;
  if (/stream_options|include_usage/u.test(message)) dialect.usage = false;
  return JSON.stringify(dialect) !== before;
}

function responseFormat(output: ModelRequest['output'], as: OutputMode): Partial<Body> {
  if (output === 'text' || as === 'lines') return {};
  if (output === 'json' || as === 'json') return { response_format: { type: 'json_object' } };
  const schema = { name: 'claims', strict: true, schema: CLAIMS_JSON_SCHEMA };
  return { response_format: { type: 'json_schema', json_schema: schema } };
}
