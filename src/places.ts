// SEEDS_DIR and INDEX_DIR → where a command reads its bulletins and keeps what is built of them
import { existsSync } from 'node:fs';
import { ConfigError } from './config.ts';
import { DEFAULT_PLACES, type Places } from './index-files.ts';

/**
 * For commands that need nothing else of the environment.
 * @throws ConfigError where `SEEDS_DIR` is no folder
 */
export function readPlaces(env: NodeJS.ProcessEnv): Places {
  const seeds = env['SEEDS_DIR']?.trim() ?? '';
  const index = env['INDEX_DIR']?.trim() ?? '';
  if (seeds !== '' && !existsSync(seeds)) throw new ConfigError(`SEEDS_DIR：没有这个文件夹：${seeds}`);
  return {
    seeds: seeds === '' ? DEFAULT_PLACES.seeds : seeds,
    index: index === '' ? DEFAULT_PLACES.index : index,
  };
}
