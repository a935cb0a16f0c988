import { openComposer } from './composer.js';
import { button, byId, el } from './dom.js';
import { openDrawer } from './drawer.js';
import { renderReply } from './reply.js';
import { newToken, openStore } from './store.js';
import { AskError, fetchUnit, sendMessage } from './transport.js';

/** @typedef {import('./store.js').Entry} Entry */
/** @typedef {import('./transport.js').ChatReply} ChatReply */

const log = byId('log', HTMLElement);
const welcome = byId('welcome', HTMLElement);
const reset = byId('reset', HTMLButtonElement);
const toEnd = byId('to-end', HTMLButtonElement);
const store = openStore();

const composer = openComposer((question, about) => ask(question, about));
const drawer = openDrawer({
  askAbout: (view) => composer.askAbout({ unit: view.unit, label: view.label }),
  sourceLine: (bulletin) => `《${titleOf(bulletin)}》`,
});

/** @type {import('./reply.js').Actions} */
const actions = {
  openUnit: (unit, { answer }) => drawer.showUnit(unit, answer),
  openList: (units, { answer }) => drawer.showList(units, answer),
  ask: (question) => ask(question, null),
};

/** @param {string} id */
function titleOf(id) {
  const title = document.querySelector(`[data-bulletin="${CSS.escape(id)}"] .bulletin-title`);
  return title?.textContent?.trim() ?? id;
}

/** The bulletin the reader chose; the first one when there is no choice. */
function chosenBulletin() {
  const chosen = document.querySelector('input[name="bulletin"]:checked');
  if (chosen instanceof HTMLInputElement) return chosen.value;
  return document.querySelector('[data-bulletin]')?.getAttribute('data-bulletin') ?? '';
}

/**
 * @param {string} question
 * @param {import('./composer.js').About | null} about
 */
function ask(question, about) {
  /** @type {Entry} */
  const entry = {
    key: newToken(),
    question,
    bulletin: chosenBulletin(),
    units: about === null ? [] : [about.unit],
    about: about?.label ?? '',
    reply: null,
  };
  store.add(entry);
  const slot = showEntry(entry);
  void deliver(entry, slot);
}

/**
 * Shows a question, and its answer if there is one; returns where the answer goes.
 * @param {Entry} entry
 */
function showEntry(entry) {
  welcome.hidden = true;
  reset.hidden = false;
  const about = entry.about === '' ? [] : [el('span', { class: 'about-tag', text: `针对${entry.about}` })];
  const slot = el('div', { class: 'slot' });
  const question = el('div', { class: 'question' }, ...about, el('p', { text: entry.question }));
  log.append(
    el('section', { class: 'entry' }, el('h2', { class: 'visually-hidden', text: '问' }), question, slot),
  );
  if (entry.reply !== null) showReply(entry.reply, slot);
  return slot;
}

/**
 * @param {ChatReply} reply
 * @param {HTMLElement} slot
 */
function showReply(reply, slot) {
  const chips = reply.suggestions.map((text) => button({ text }, () => actions.ask(text)));
  const suggestions =
    chips.length === 0
      ? []
      : [el('div', { class: 'suggestions', role: 'group', 'aria-label': '接着问' }, ...chips)];
  slot.removeAttribute('aria-busy');
  slot.replaceChildren(renderReply(reply, actions), ...suggestions);
}

/**
 * Sends a message and shows what becomes of it: words as they are verified, retries, the reply or the failure.
 * @param {Entry} entry
 * @param {HTMLElement} slot
 */
async function deliver(entry, slot) {
  const progress = el(
    'p',
    { class: 'progress' },
    el('span', { class: 'dots', 'aria-hidden': 'true' }),
    el('span', { text: '正在查阅通报' }),
  );
  const draft = el('article', { class: 'reply draft' }, progress);
  slot.setAttribute('aria-busy', 'true');
  slot.replaceChildren(draft);
  slot.parentElement?.scrollIntoView({ block: 'start' });
  try {
    const reply = await sendMessage(
      {
        question: entry.question,
        conversation: store.conversation,
        key: entry.key,
        bulletin: entry.bulletin,
        units: entry.units,
      },
      {
        onClaim: (claim) => progress.before(el('p', { class: 'claim', text: claim.text })),
        onRetry: (attempt) => {
          progress.lastElementChild?.replaceChildren(`连接中断，正在第${attempt + 1}次尝试`);
          draft.replaceChildren(progress);
        },
      },
    );
    entry.reply = reply;
    store.save();
    showReply(reply, slot);
    slot.parentElement?.scrollIntoView({ block: 'start' });
  } catch (error) {
    showFailure(error instanceof AskError ? error : new AskError('页面出错', 'never'), entry, slot);
  }
}

/**
 * @param {AskError} error
 * @param {Entry} entry
 * @param {HTMLElement} slot
 */
function showFailure(error, entry, slot) {
  const retry = button({ class: 'retry', text: '重新发送' }, () => void deliver(entry, slot));
  const said = el('p', { text: `没有得到回答：${error.message.replace(/。$/u, '')}。` });
  slot.removeAttribute('aria-busy');
  slot.replaceChildren(
    el(
      'article',
      { class: 'reply failed', role: 'alert' },
      said,
      ...(error.again === 'never' ? [] : [retry]),
    ),
  );
}

function startOver() {
  store.clear();
  log.replaceChildren();
  welcome.hidden = false;
  reset.hidden = true;
  composer.focus();
}

/** An address may bring a unit to ask about: `/?bulletin=…&unit=M148`. */
async function readAddress() {
  const address = new URLSearchParams(location.search);
  const [bulletin, unit] = [address.get('bulletin'), address.get('unit')];
  if (bulletin === null || unit === null) return;
  history.replaceState(null, '', '/');
  const choice = document.querySelector(`input[name="bulletin"][value="${CSS.escape(bulletin)}"]`);
  if (choice instanceof HTMLInputElement) choice.checked = true;
  const { label } = await fetchUnit(bulletin, unit);
  composer.askAbout({ unit, label });
}

for (const example of document.querySelectorAll('[data-ask]')) {
  example.addEventListener('click', () => ask(example.getAttribute('data-ask') ?? '', null));
}
reset.addEventListener('click', startOver);
window.addEventListener('online', () => {
  for (const retry of document.querySelectorAll('.retry'))
    if (retry instanceof HTMLButtonElement) retry.click();
});
toEnd.addEventListener('click', () => log.lastElementChild?.scrollIntoView({ block: 'end' }));
new IntersectionObserver(
  ([end]) => (toEnd.hidden = end?.isIntersecting !== false || store.entries.length === 0),
  { rootMargin: '0px 0px 200px 0px' },
).observe(byId('end', HTMLElement));

const open = store.entries
  .map((entry) => ({ entry, slot: showEntry(entry) }))
  .filter(({ entry }) => entry.reply === null);
for (const { entry, slot } of open) void deliver(entry, slot);
void readAddress();
