import type { ChannelHost } from '../channel.ts';
import { readUpdate } from './update.ts';

/** `duplicate` and `nothing` need no work; `malformed` was not stored. Rejects with StoreError. */
export type Received = 'new' | 'duplicate' | 'nothing' | 'malformed';

/** Takes one update, however it came; when this resolves to `new` it is on the disk. */
export type Intake = (body: unknown) => Promise<Received>;

/** `wake` is called after each new update. */
export function createIntake(host: Pick<ChannelHost, 'delivery' | 'clock'>, wake: () => void): Intake {
  return async (body) => {
    const read = readUpdate(body);
    if (read.kind !== 'work') return read.kind;
    const { dedupeKey, chat, payload } = read;
    const { inbox, commit } = host.delivery;
    const row = { channel: TELEGRAM, dedupeKey, chat, payload };
    const received = await commit(() => inbox.receive(row, host.clock()));
    if (received === 'new') wake();
    return received;
  };
}

/** The channel's name in the database and in logs. */
export const TELEGRAM = 'telegram';
