import { announce, el } from './dom.js';

/**
 * Copies text, also on plain http, where browsers have no clipboard interface; shows on the button how it went.
 * @param {string} text
 * @param {HTMLButtonElement} pressed
 */
export async function copyText(text, pressed) {
  const copied = await writeClipboard(text);
  const said = copied ? '已复制' : '未能复制';
  const label = pressed.textContent ?? '';
  if (label === said) return;
  announce(said);
  pressed.textContent = said;
  pressed.disabled = true;
  setTimeout(() => {
    pressed.textContent = label;
    pressed.disabled = false;
  }, 1600);
}

/**
 * @param {string} text
 * @returns {Promise<boolean>}
 */
async function writeClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** @param {string} text */
function copyBySelection(text) {
  const field = el('textarea', { class: 'visually-hidden', readonly: true, 'aria-hidden': 'true' });
  field.value = text;
  const host = document.querySelector('dialog[open]') ?? document.body;
  const focused = document.activeElement;
  host.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
