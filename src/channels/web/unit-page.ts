import { html } from 'hono/html';
import type { BulletinView, UnitView } from '../../delivery/ask.ts';
import { describeAsOf } from '../../render/as-of.ts';
import type { Html } from './layout.ts';
import { PRODUCT_NAME, renderPage } from './layout.ts';

export interface UnitPageParts {
  readonly bulletin: BulletinView;
  readonly view: UnitView;
  readonly previous: UnitView | null;
  readonly next: UnitView | null;
}

/** One unit verbatim under an address of its own; needs no script. */
export function renderUnitPage({ bulletin, view, previous, next }: UnitPageParts): Html {
  const { status } = view;
  return renderPage({
    title: `${view.label} · ${bulletin.title}`,
    styles: ['base.css', 'unit.css'],
    script: null,
    body: html`<body class="unit-page">
      <header class="masthead">
        <div class="masthead-inner">
          <a class="home" href="/"
            ><img src="/assets/icon.svg" alt="" width="28" height="28" />${PRODUCT_NAME}</a
          >
        </div>
      </header>
      <main>
        <p class="bulletin-title">${bulletin.title}</p>
        ${renderPath(view)}
        <article aria-labelledby="label">
          <header>
            <h1 id="label">${view.label}</h1>
            ${status === null ? '' : html`<span class="status ${status.value}">${status.label}</span>`}
          </header>
          <div class="verbatim">
            ${splitParagraphs(view.text).map((paragraph) => html`<p>${paragraph}</p>`)}
          </div>
          ${
            status === null
              ? ''
              : html`<p class="evidence">状态由原文判定，依据：<q>${status.evidence}</q></p>`
          }
        </article>
        <p class="as-of">${describeAsOf(bulletin)}</p>
        <nav class="neighbours" aria-label="相邻条目">
          ${renderNeighbour(previous, '上一条', 'prev')} ${renderNeighbour(next, '下一条', 'next')}
          <a href="/?bulletin=${view.bulletin}&amp;unit=${view.unit}">就这条提问</a>
        </nav>
      </main>
    </body>`,
  });
}

function renderPath({ bulletin, path }: UnitView): Html | string {
  if (path.length === 0) return '';
  return html`<nav class="path" aria-label="所在位置">
    <ol>
      ${path.map(
        ({ unit, label, heading }) =>
          html`<li>
            <a href="/b/${bulletin}/${unit}"><span class="path-label">${label}</span>${heading}</a>
          </li>`,
      )}
    </ol>
  </nav>`;
}

function renderNeighbour(view: UnitView | null, name: string, rel: string): Html | string {
  if (view === null) return '';
  return html`<a rel="${rel}" href="/b/${view.bulletin}/${view.unit}">${name} ${view.label}</a>`;
}

/** The unit's paragraphs without the indentation they are printed with. */
export function splitParagraphs(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Shown for an address that names no unit. */
export function renderMissingPage(message: string): Html {
  return renderPage({
    title: `没有找到 · ${PRODUCT_NAME}`,
    styles: ['base.css', 'unit.css'],
    script: null,
    body: html`<body class="unit-page">
      <main>
        <h1>没有找到</h1>
        <p>${message}</p>
        <nav class="neighbours"><a href="/">回到问答</a></nav>
      </main>
    </body>`,
  });
}
