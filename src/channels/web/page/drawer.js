import { copyText } from './clipboard.js';
import { button, byId, el } from './dom.js';
import { renderRows } from './rows.js';
import { fetchBriefs, fetchUnit } from './transport.js';
import { findRanges, renderVerbatim } from './verbatim.js';

/** @typedef {import('./transport.js').UnitView} UnitView */
/** @typedef {import('./transport.js').UnitBrief} UnitBrief */
/** @typedef {import('../../../answer/answer.ts').AnswerCitation} AnswerCitation */
/** What the drawer is opened for: a bulletin, and the quotes of the answer it was opened from.
 * @typedef {{ bulletin: string, citations: readonly AnswerCitation[] }} Reading */

/**
 * The drawer that shows a unit verbatim, or a list of units.
 * @param {{ askAbout: (view: UnitView) => void, sourceLine: (bulletin: string) => string }} options
 */
export function openDrawer({ askAbout, sourceLine }) {
  const dialog = byId('drawer', HTMLDialogElement);
  const title = byId('drawer-title', HTMLElement);
  const status = byId('drawer-status', HTMLElement);
  const body = byId('drawer-body', HTMLElement);
  const foot = byId('drawer-foot', HTMLElement);
  const previous = byId('drawer-previous', HTMLButtonElement);
  const next = byId('drawer-next', HTMLButtonElement);
  const copy = byId('drawer-copy', HTMLButtonElement);
  const link = byId('drawer-link', HTMLAnchorElement);

  /** @type {Reading} */
  let reading = { bulletin: '', citations: [] };
  /** @type {UnitView | null} */
  let shown = null;
  /** @type {{ units: readonly string[], heading: string } | null} */
  let list = null;
  /** Counts openings, so that a late answer to an earlier one is ignored. */
  let opening = 0;

  byId('drawer-close', HTMLButtonElement).addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  previous.addEventListener('click', () => shown?.previous && showUnit(shown.previous));
  next.addEventListener('click', () => shown?.next && showUnit(shown.next));
  dialog.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowLeft') previous.click();
    if (event.key === 'ArrowRight') next.click();
  });
  copy.addEventListener('click', () => {
    if (shown !== null) void copyText(citeUnit(shown, sourceLine(shown.bulletin)), copy);
  });
  byId('drawer-ask', HTMLButtonElement).addEventListener('click', () => {
    const view = shown;
    dialog.close();
    if (view !== null) askAbout(view);
  });

  /**
   * Shows what `load` brings, or that it failed, with a way to try again.
   * @template T
   * @param {string} heading
   * @param {() => Promise<T>} load
   * @param {(loaded: T) => void} show
   */
  async function present(heading, load, show) {
    const mine = (opening += 1);
    shown = null;
    title.textContent = heading;
    status.hidden = true;
    foot.hidden = true;
    previous.disabled = true;
    next.disabled = true;
    body.replaceChildren(el('p', { class: 'loading', text: '正在取原文…' }));
    if (!dialog.open) dialog.showModal();
    title.focus();
    try {
      const loaded = await load();
      if (mine === opening) show(loaded);
    } catch {
      if (mine !== opening) return;
      const again = button({ class: 'quiet', text: '再试一次' }, () => void present(heading, load, show));
      body.replaceChildren(el('p', { class: 'failure', text: '没有取到原文。' }), again);
    }
  }

  /** @param {string} unit */
  function showUnit(unit) {
    void present('原文', () => fetchUnit(reading.bulletin, unit), renderUnit);
  }

  /** @param {UnitView} view */
  function renderUnit(view) {
    shown = view;
    title.textContent = view.label;
    status.hidden = view.status === null;
    status.className = `status ${view.status?.value ?? ''}`;
    status.textContent = view.status?.label ?? '';
    previous.disabled = view.previous === null;
    next.disabled = view.next === null;
    link.href = `/b/${encodeURIComponent(view.bulletin)}/${encodeURIComponent(view.unit)}`;
    foot.hidden = false;
    const evidence =
      view.status === null
        ? []
        : [
            el(
              'p',
              { class: 'evidence-note' },
              `“${view.status.label}”由原文判定，依据：`,
              el('q', { class: 'evidence', text: view.status.evidence }),
            ),
          ];
    body.replaceChildren(
      ...renderBack(),
      ...renderPath(view),
      renderVerbatim(view.text, findRanges(view, reading.citations)),
      ...evidence,
    );
    scrollToQuote();
  }

  /** A long unit is opened at the words the answer rests on; one that fits stays at its top. */
  function scrollToQuote() {
    body.scrollTop = 0;
    const mark = body.querySelector('mark');
    if (mark === null) return;
    const hidden = mark.getBoundingClientRect().bottom - body.getBoundingClientRect().bottom;
    if (hidden > 0) body.scrollTop = hidden + body.clientHeight / 2;
  }

  function renderBack() {
    const from = list;
    if (from === null) return [];
    return [
      button({ class: 'quiet back', text: `返回${from.heading}` }, () => showList(from.units, from.heading)),
    ];
  }

  /** @param {UnitView} view */
  function renderPath({ path }) {
    if (path.length === 0) return [];
    const rows = path.map(({ unit, label, heading }) =>
      el(
        'li',
        {},
        button(
          { class: 'path-step' },
          () => showUnit(unit),
          el('span', { class: 'path-label', text: label }),
          heading,
        ),
      ),
    );
    return [el('ol', { class: 'path', 'aria-label': '所在位置' }, ...rows)];
  }

  /**
   * @param {readonly string[]} units
   * @param {string} heading
   */
  function showList(units, heading) {
    list = { units, heading };
    void present(heading, () => fetchBriefs(reading.bulletin, units), renderList);
  }

  /** @param {readonly UnitBrief[]} briefs */
  function renderList(briefs) {
    body.replaceChildren(...renderRows(briefs, showUnit));
    body.scrollTop = 0;
  }

  return {
    /**
     * @param {string} unit
     * @param {Reading} from
     */
    showUnit(unit, from) {
      reading = from;
      list = null;
      showUnit(unit);
    },
    /**
     * @param {readonly string[]} units
     * @param {Reading} from
     */
    showList(units, from) {
      reading = from;
      showList(units, `依据的${units.length}条`);
    },
  };
}

/**
 * A unit to paste into a document: its words, then where they stand.
 * @param {UnitView} view
 * @param {string} source
 */
function citeUnit(view, source) {
  const address = new URL(`/b/${view.bulletin}/${view.unit}`, location.href);
  return `${view.text}\n——${source}，${view.label}（${address}）`;
}
