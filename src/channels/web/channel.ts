import type { Context } from 'hono';
import type { Channel } from '../channel.ts';
import { refuseOtherMethods, renderProblem } from '../problem.ts';
import type { ChatHost } from './chat.ts';
import { createChatRoutes } from './chat.ts';
import { renderChatPage } from './chat-page.ts';
import type { Html } from './layout.ts';
import { PAGE_POLICY } from './layout.ts';
import { renderMissingPage, renderUnitPage } from './unit-page.ts';

/** A file of `page/`: its text, its media type and a strong entity tag (quoted). */
export interface PageAsset {
  readonly body: string;
  readonly type: string;
  readonly tag: string;
}

/** The page's files by name, e.g. `main.js`; read from disk by the composition root. */
export type PageAssets = ReadonlyMap<string, PageAsset>;

/** The web chat: `/`, a page per unit, the page's files and its endpoints. */
export function createWebChannel(host: ChatHost, assets: PageAssets): Channel {
  const { library } = host;
  const routes = createChatRoutes(host);

  routes.get('/', (c) => sendPage(c, renderChatPage(library.bulletins())));
  routes.all('/', refuseOtherMethods('GET'));

  routes.get('/b/:bulletin/:unit', (c) => {
    const { bulletin: id, unit } = c.req.param();
    const bulletin = library.bulletins().find((one) => one.id === id);
    const view = library.unit(id, unit);
    if (bulletin === undefined || view === null) {
      return sendPage(c, renderMissingPage('这份通报没有此编号，或没有这份通报。'), 404);
    }
    const neighbour = (name: string | null) => (name === null ? null : library.unit(id, name));
    const parts = { bulletin, view, previous: neighbour(view.previous), next: neighbour(view.next) };
    return sendPage(c, renderUnitPage(parts));
  });
  routes.all('/b/:bulletin/:unit', refuseOtherMethods('GET'));

  routes.get('/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'));
    if (asset === undefined) {
      return renderProblem(c, { status: 404, code: 'not-found', message: '没有此文件。' });
    }
    const headers = { 'Content-Type': asset.type, ETag: asset.tag, 'Cache-Control': 'no-cache' };
    const fresh = c.req.header('if-none-match')?.includes(asset.tag) === true;
    return fresh ? c.body(null, 304, headers) : c.body(asset.body, 200, headers);
  });
  routes.all('/assets/:name', refuseOtherMethods('GET'));

  return { name: 'web', description: '网页问答：用浏览器打开上面的地址', routes, workers: [] };
}

async function sendPage(c: Context, page: Html, status: 200 | 404 = 200): Promise<Response> {
  c.header('Content-Security-Policy', PAGE_POLICY);
  c.header('Cache-Control', 'no-cache');
  return c.html(await page, status);
}
