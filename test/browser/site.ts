import type { RunningServer } from '../../src/start-server.ts';
import { startServer } from '../../src/start-server.ts';
import { readConfig } from '../../src/config.ts';
import type { Ask } from '../../src/delivery/ask.ts';
import { createLog } from '../../src/log.ts';
import type { TestLibrary } from '../channels/library.ts';
import { createScriptedAsk } from '../channels/scripted.ts';
import { writeScenes } from './scenes.ts';

/** The real server on a free port over the real bulletin, with scripted answers. */
export async function startSite(
  world: TestLibrary,
  adapt: (ask: Ask) => Ask = (ask) => ask,
): Promise<RunningServer> {
  const ask = adapt(createScriptedAsk(world, writeScenes(world)));
  const config = { ...readConfig({ LOG_LEVEL: 'silent' }), port: 0, database: ':memory:' };
  const ledger = (id: string) => (id === world.bulletin.id ? world.ledger : null);
  return startServer(config, { ask, library: world.library, ledger }, createLog('silent'));
}
