// seeds/ and index/ → every bulletin, ready to be asked
import { openBrains, type Brain } from './brain.ts';
import { ensureIndex } from './build.ts';
import { readPlaces } from './places.ts';
import type { Places } from './index-files.ts';

export { NoBulletinError, type Brain } from './brain.ts';

/** Opens every bulletin of the index, building what is stale. The first is the default one. */
export function loadBrains(places: Places = readPlaces(process.env)): Brain[] {
  return openBrains(ensureIndex(places).files, places.seeds);
}
