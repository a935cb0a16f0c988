import { copyText } from './clipboard.js';
import { button, el } from './dom.js';
import { renderRow } from './rows.js';
import { statusGlyph } from './status.js';

/** @typedef {import('./transport.js').ChatReply} ChatReply */
/** @typedef {import('../../../render/document.ts').Block} Block */
/** @typedef {Extract<Block, { marks: unknown }>} CitedBlock */
/**
 * What can be done with a reply.
 * @typedef {{
 *   openUnit: (unit: string, reply: ChatReply) => void,
 *   openList: (units: readonly string[], reply: ChatReply) => void,
 *   ask: (question: string) => void,
 * }} Actions
 */

/** Rows of a list shown at once; the others are a tap away. */
const ROWS_SHOWN = 12;

/** @type {Readonly<Record<string, string>>} */
const VERDICTS = {
  'not-in-bulletin': '通报未载明',
  'false-premise': '与通报所载不符',
  'out-of-range': '没有这个编号',
  'out-of-scope': '不在通报范围内',
  unclear: '想再确认一下',
  'not-allowed': '这个请求不能照办',
};

/**
 * An answer as the reader sees it.
 * @param {ChatReply} reply
 * @param {Actions} actions
 */
export function renderReply(reply, actions) {
  const { answer, writerLabel } = reply;
  const talk = answer.claims.length === 0 && !answer.refused;
  const article = el('article', { class: `reply ${answer.refused ? 'refused' : ''} ${talk ? 'talk' : ''}` });
  if (writerLabel !== null) article.append(el('p', { class: 'writer', text: writerLabel }));
  if (answer.refused) {
    article.append(el('p', { class: 'verdict', text: VERDICTS[answer.reason ?? ''] ?? '未能回答' }));
  }
  article.append(...renderBlocks(reply, actions));
  const nearest = answer.refused ? renderNearest(reply, actions) : null;
  if (nearest !== null) article.append(nearest);
  if (!talk) article.append(renderFoot(reply, actions));
  if (writerLabel !== null) keepLabelOnCopy(article, writerLabel);
  return article;
}

/**
 * @param {ChatReply} reply
 * @param {Actions} actions
 */
function renderBlocks(reply, actions) {
  /** @type {HTMLElement[]} */
  const shown = [];
  /** @type {HTMLUListElement | null} */
  let list = null;
  const named = nameStatuses(reply);
  reply.document.blocks.forEach((block, index) => {
    if (block.kind === 'item') {
      if (list === null) {
        list = el('ul', { class: 'items' });
        shown.push(list);
      }
      const status = statusOf(block, reply);
      const row = status === null ? block : { ...block, text: dropStatus(block.text, status.label) };
      const glyph = status === null ? [] : [statusGlyph(status, named && !row.text.includes(status.label))];
      const words = el('span', {}, ...renderCited(row, index, reply, actions));
      list.append(el('li', { class: status === null ? 'plain' : '' }, ...glyph, words));
      return;
    }
    list = null;
    if (block.kind === 'heading') shown.push(el('h3', { text: block.text }));
    else if (block.kind === 'note') shown.push(el('p', { class: 'note', text: block.text }));
    else shown.push(el('p', { class: 'claim' }, ...renderCited(block, index, reply, actions)));
  });
  return shown.flatMap((element) => {
    if (!(element instanceof HTMLUListElement)) return [element];
    return [...foldList(element), ...offerWhole(element.children.length, reply, actions)];
  });
}

/**
 * Where the rows are the first ones of what an earlier sentence counts: a way to all of them.
 * @param {number} rows
 * @param {ChatReply} reply
 * @param {Actions} actions
 */
function offerWhole(rows, reply, actions) {
  const counted = reply.sources[reply.document.blocks.findIndex(({ kind }) => kind === 'claim')] ?? [];
  if (rows < 2 || counted.length <= rows) return [];
  const text = `列出全部${counted.length}条`;
  return [button({ class: 'quiet unfold', text }, () => actions.openList(counted, reply))];
}

/**
 * The status of the one measure a row is about.
 * @param {Block} block
 * @param {ChatReply} reply
 */
function statusOf(block, { briefs }) {
  if (block.kind !== 'item' || block.more > 0) return null;
  const [mark, another] = block.marks;
  if (mark === undefined || another !== undefined) return null;
  return briefs.find(({ unit }) => unit === mark.unit)?.status ?? null;
}

/**
 * A row's text without the status that plain text writes before it, 「[正在推进] …」: the sign says it here.
 * @param {string} text
 * @param {string} label
 */
function dropStatus(text, label) {
  const prefix = `[${label}]`;
  return text.startsWith(prefix) ? text.slice(prefix.length).trimStart() : text;
}

/**
 * Whether the rows' statuses differ, so that each must be written out.
 * @param {ChatReply} reply
 */
function nameStatuses(reply) {
  const rows = reply.document.blocks.filter((block) => block.kind === 'item');
  return new Set(rows.map((block) => statusOf(block, reply)?.value)).size > 1;
}

/**
 * A sentence followed by its marks.
 * @param {CitedBlock} block
 * @param {number} index
 * @param {ChatReply} reply
 * @param {Actions} actions
 * @returns {(Node | string)[]}
 */
function renderCited(block, index, reply, actions) {
  /** @type {HTMLElement[]} */
  const marks = block.marks.map(({ unit, label }) => renderMark(unit, `〔${label}〕`, reply, actions));
  const sources = reply.sources[index] ?? [];
  if (block.more > 0) {
    const all = block.marks.length + block.more;
    const attributes = { class: 'mark more', 'aria-label': `列出全部${all}条依据`, text: `等${all}条` };
    marks.push(button(attributes, () => actions.openList(sources, reply)));
  }
  // A word joiner keeps the first mark on the line of the words it stands for.
  if (/[。；，！？]$/u.test(block.text)) marks[0]?.classList.add('after-stop');
  return [block.text, '\u2060', ...marks];
}

/**
 * A link to a unit's own page that opens the drawer when simply pressed.
 * @param {string} unit
 * @param {string} text
 * @param {ChatReply} reply
 * @param {Actions} actions
 */
function renderMark(unit, text, reply, actions) {
  const href = `/b/${encodeURIComponent(reply.answer.bulletin)}/${encodeURIComponent(unit)}`;
  const label = `看原文：${text.replace(/[〔〕]/gu, '')}`;
  const mark = el('a', { class: 'mark', href, 'aria-label': label, 'aria-haspopup': 'dialog', text });
  mark.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    actions.openUnit(unit, reply);
  });
  return mark;
}

/**
 * @param {HTMLUListElement} list
 * @returns {HTMLElement[]}
 */
function foldList(list) {
  const rest = [...list.children].slice(ROWS_SHOWN);
  if (rest.length <= 2) return [list];
  for (const row of rest) row.toggleAttribute('hidden', true);
  const unfold = button({ class: 'quiet unfold', text: `展开其余${rest.length}条` }, () => {
    for (const row of rest) row.toggleAttribute('hidden', false);
    unfold.remove();
    rest[0]?.querySelector('a')?.focus();
  });
  return [list, unfold];
}

/**
 * @param {ChatReply} reply
 * @param {Actions} actions
 */
function renderNearest(reply, actions) {
  const { candidates } = reply.answer;
  const marked = new Set(
    reply.document.blocks.flatMap((block) => ('marks' in block ? block.marks.map(({ unit }) => unit) : [])),
  );
  const nearest = reply.briefs.filter(({ unit }) => candidates.includes(unit) && !marked.has(unit));
  if (nearest.length === 0) return null;
  const rows = nearest.map((brief) =>
    el(
      'li',
      {},
      renderRow(brief, (unit) => actions.openUnit(unit, reply)),
    ),
  );
  return el(
    'div',
    { class: 'nearest' },
    el('p', { class: 'small-caps', text: '通报中相近的内容' }),
    el('ul', {}, ...rows),
  );
}

/**
 * The words relied on, copying, and the dates.
 * @param {ChatReply} reply
 * @param {Actions} actions
 */
function renderFoot(reply, actions) {
  const copy = button({ class: 'quiet copy', text: '复制' }, () => void copyText(plainReply(reply), copy));
  const quotes = reply.answer.citations.length === 0 ? [] : [renderQuotes(reply, actions)];
  // Each date keeps together where the line has to break.
  const parts = reply.asOf.split(/(?<=，)/u).map((text) => el('span', { text }));
  const dates = reply.asOf === '' ? [] : [el('p', { class: 'as-of' }, ...parts)];
  return el('footer', { class: 'foot' }, ...quotes, ...dates, copy);
}

const QUOTES_SHOWN = 20;

/**
 * @param {ChatReply} reply
 * @param {Actions} actions
 */
function renderQuotes(reply, actions) {
  const { citations } = reply.answer;
  const rows = citations
    .slice(0, QUOTES_SHOWN)
    .map(({ unit, label, quote }) =>
      el('li', {}, renderMark(unit, label, reply, actions), el('q', { text: quote })),
    );
  const units = [...new Set(citations.map(({ unit }) => unit))];
  if (citations.length > QUOTES_SHOWN) {
    const all = button({ class: 'quiet', text: `列出全部${units.length}条` }, () =>
      actions.openList(units, reply),
    );
    rows.push(el('li', {}, all));
  }
  return el(
    'details',
    { class: 'quotes' },
    el('summary', { text: `依据原文 ${citations.length} 处` }),
    el('ol', {}, ...rows),
  );
}

/**
 * The answer as text to paste elsewhere, with its dates and, for a model's words, their label.
 * @param {ChatReply} reply
 */
export function plainReply({ answer, asOf, writerLabel }) {
  const label = writerLabel === null ? [] : [`（${writerLabel}，请以通报原文为准）`];
  return [answer.text, asOf, ...label].filter((line) => line !== '').join('\n');
}

/**
 * Copying by hand keeps the label of model-written text (GB 45438-2025).
 * @param {HTMLElement} article
 * @param {string} label
 */
function keepLabelOnCopy(article, label) {
  article.addEventListener('copy', (event) => {
    const selected = document.getSelection()?.toString() ?? '';
    if (selected === '' || event.clipboardData === null) return;
    event.clipboardData.setData('text/plain', `${selected}（${label}）`);
    event.preventDefault();
  });
}
