// texts → an OpenAI-compatible embeddings endpoint → one vector of length 1 for each
import type OpenAI from 'openai';
import { openClient, readError, type EndpointSettings } from './client.ts';
import { ModelError } from './model-error.ts';

/** One vector for each text, in order, all of one size; rejects with ModelError. */
export type Embed = (texts: readonly string[], signal: AbortSignal) => Promise<Float32Array[]>;

/** Nothing is loaded or sent before the first call. */
export function createEmbedder(settings: EndpointSettings): Embed {
  let opening: Promise<OpenAI> | null = null;
  return async (texts, signal) => {
    try {
      const client = await (opening ??= openClient(settings));
      const { data } = await client.embeddings.create(
        { model: settings.model, input: [...texts], encoding_format: 'float' },
        { signal },
      );
      return readVectors(data, texts.length);
    } catch (error) {
      throw readError(error, signal);
    }
  };
}

/** The endpoint's word is not taken for anything: as many vectors as texts, numbers only, one size. */
function readVectors(data: unknown, count: number): Float32Array[] {
  const rows = (Array.isArray(data) ? data : []) as { index?: unknown; embedding?: unknown }[];
  const vectors = Array.from({ length: count }, (_, at): Float32Array => {
    const row = rows.find(({ index }) => index === at)?.embedding;
    if (!Array.isArray(row) || row.length === 0 || !row.every((one) => Number.isFinite(one)))
      throw new ModelError('content', `no vector for text ${at + 1} of ${count}`);
    const vector = Float32Array.from(row as number[]);
    const length = Math.hypot(...vector);
    if (length === 0) throw new ModelError('content', `vector ${at + 1} is zero`);
    return vector.map((one) => one / length);
  });
  const size = vectors[0]?.length;
  if (vectors.some((vector) => vector.length !== size))
    throw new ModelError('content', 'vectors of several sizes');
  return vectors;
}
