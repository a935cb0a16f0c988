// units → embeddings endpoint → index/<bulletin>.vectors.json, text by text; read back where model and texts still fit
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Embed } from './answer/embedder.ts';
import type { Bulletin, Unit, UnitId } from './bulletin/bulletin.ts';
import { hashContent, replaceFile, VECTORS_END } from './search/corpus.ts';
import type { UnitVectors } from './search/dense.ts';

const fileSchema = z.object({
  model: z.string(),
  /** sha256 of the text → its vector, 32-bit floats as base64. */
  vectors: z.record(z.string(), z.base64()),
});

export interface VectorPlace {
  readonly index: string;
  readonly bulletin: Bulletin;
  /** Vectors of different models do not mix. */
  readonly model: string;
}

const BATCH = 16;
/** Endpoints cut or refuse long inputs; the beginning of a measure says what it is about. */
const LONGEST_TEXT = 800;

/**
 * Asks for the vectors that are missing and writes after every batch, so that a run cut short goes on where it ended.
 * Rejects with ModelError; what was written stands.
 */
export async function buildVectors(
  place: VectorPlace,
  embed: Embed,
  signal: AbortSignal,
  report: (done: number, total: number) => void,
): Promise<void> {
  const vectors = readFile(place);
  const texts = new Map(
    place.bulletin.units.map((unit) => textOf(place.bulletin, unit)).map((text) => [hashContent(text), text]),
  );
  const missing = [...texts].filter(([hash]) => vectors[hash] === undefined);
  for (let at = 0; at < missing.length; at += BATCH) {
    const batch = missing.slice(at, at + BATCH);
    const found = await embed(
      batch.map(([, text]) => text),
      signal,
    );
    batch.forEach(([hash], i) => (vectors[hash] = packVector(found[i] ?? new Float32Array())));
    writeFile(place, Object.fromEntries(Object.entries(vectors).filter(([hash]) => texts.has(hash))));
    report(texts.size - missing.length + at + batch.length, texts.size);
  }
}

/** Null where a unit has no vector of this model. */
export function readVectors(place: VectorPlace): UnitVectors | null {
  const vectors = readFile(place);
  const found = new Map<UnitId, Float32Array>();
  for (const unit of place.bulletin.units) {
    const packed = vectors[hashContent(textOf(place.bulletin, unit))];
    if (packed === undefined) return null;
    found.set(unit.id, unpackVector(packed));
  }
  return found;
}

/** A measure with the problem it answers. */
function textOf({ units }: Bulletin, unit: Unit): string {
  const above = units.find(({ id }) => id === unit.parent);
  const heading = above?.kind === 'problem' ? `${above.text}\n` : '';
  return `${heading}${unit.text}`.slice(0, LONGEST_TEXT);
}

function pathOf({ index, bulletin }: VectorPlace): string {
  return join(index, `${bulletin.id}${VECTORS_END}`);
}

/** What the file holds for this model; nothing when it is missing, cut or of another. */
function readFile(place: VectorPlace): Record<string, string> {
  try {
    const file = fileSchema.safeParse(JSON.parse(readFileSync(pathOf(place), 'utf8')));
    return file.success && file.data.model === place.model ? file.data.vectors : {};
  } catch {
    return {};
  }
}

function writeFile(place: VectorPlace, vectors: Record<string, string>): void {
  replaceFile(pathOf(place), JSON.stringify({ model: place.model, vectors }) + '\n');
}

function packVector(vector: Float32Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}

function unpackVector(packed: string): Float32Array {
  const bytes = new Uint8Array(Buffer.from(packed, 'base64'));
  return new Float32Array(bytes.buffer, 0, Math.floor(bytes.length / 4));
}
