// src/channels/web/page/* → the page's files in memory, each with its media type and entity tag
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { PageAsset, PageAssets } from './channels/web/channel.ts';

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
]);

/** Every script, style and picture of the folder; anything else there is not served. */
export function readPageAssets(folder: string): PageAssets {
  return new Map(
    readdirSync(folder).flatMap((name): [string, PageAsset][] => {
      const type = TYPES.get(extname(name));
      if (type === undefined) return [];
      const body = readFileSync(join(folder, name), 'utf8');
      const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
      return [[name, { body, type, tag }]];
    }),
  );
}
