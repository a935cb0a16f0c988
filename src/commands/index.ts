// npm run index [-- --force]
import { setTimeout as sleep } from 'node:timers/promises';
import { withPatience } from '../answer/ask-json.ts';
import { createEmbedder, type Embed } from '../answer/embedder.ts';
import { ModelError } from '../answer/model-error.ts';
import { ensureIndex, readSeedBulletins } from '../build.ts';
import { readConfig, type EmbeddingsConfig } from '../config.ts';
import type { Places } from '../index-files.ts';
import { readPlaces } from '../places.ts';
import { buildVectors } from '../vectors.ts';

const LONGEST_BUILD_MS = 600_000;
const LONGEST_REQUEST_MS = 60_000;
const PATIENCE = {
  tries: 4,
  pauseMs: 1_000,
  longestPauseMs: 30_000,
  sleep: (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }),
};

/** A failing endpoint costs the search by meaning, nothing else. */
async function addVectors(places: Places, embeddings: EmbeddingsConfig): Promise<void> {
  const endpoint = createEmbedder(embeddings);
  const signal = AbortSignal.timeout(LONGEST_BUILD_MS);
  const embed: Embed = (texts, stop) =>
    withPatience(
      () => endpoint(texts, AbortSignal.any([stop, AbortSignal.timeout(LONGEST_REQUEST_MS)])),
      PATIENCE,
      stop,
    );
  for (const bulletin of readSeedBulletins(places.seeds)) {
    const place = { index: places.index, bulletin, model: embeddings.model };
    try {
      await buildVectors(place, embed, signal, (done, total) => {
        process.stderr.write(`${bulletin.id} 向量 ${done}/${total}\n`);
      });
    } catch (error) {
      // A pause between two tries is cut short by an error that is none of the endpoint's.
      if (!(error instanceof ModelError) && !signal.aborted) throw error;
      const why = signal.aborted ? `超过 ${LONGEST_BUILD_MS / 60_000} 分钟` : (error as Error).message;
      process.stderr.write(`注意:向量未建全,先按词检索(${why});再次运行 npm run index 续建\n`);
    }
  }
}

async function main(): Promise<void> {
  const { embeddings } = readConfig(process.env);
  const places = readPlaces(process.env);
  const { rebuilt, warnings, files } = ensureIndex(places, { force: process.argv.includes('--force') });
  for (const warning of warnings) process.stderr.write(`注意:${warning}\n`);
  process.stdout.write(rebuilt ? `索引已重建:${files.size} 个文件\n` : '索引已是最新\n');
  if (embeddings !== null) await addVectors(places, embeddings);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
