import type { Ledger } from '../ledger/ledger.ts';
import type { Channel, ChannelHost } from './channel.ts';
import { createHttpChannel } from './http/channel.ts';
import type { TelegramSettings } from './telegram/settings.ts';
import { createTelegramChannel } from './telegram/telegram.ts';
import { createWebChannel, type PageAssets } from './web/channel.ts';

/** What single channels need beyond what all are given. */
export interface ChannelSettings {
  readonly assets: PageAssets;
  readonly ledger: (bulletin: string) => Ledger | null;
  readonly telegram: TelegramSettings;
}

/** Every channel, one line each; `hostOf` gives what a channel of that name works with. */
export async function createChannels(
  hostOf: (channel: string) => ChannelHost,
  settings: ChannelSettings,
): Promise<readonly Channel[]> {
  return [
    createWebChannel(hostOf('web'), settings.assets),
    createHttpChannel(hostOf('http'), { ledger: settings.ledger }),
    await createTelegramChannel(settings.telegram, hostOf('telegram')),
  ];
}
