import { el } from './dom.js';

/**
 * A small sign of a measure's status, told apart by shape as well as by colour.
 * @param {{ value: string, label: string }} status
 * @param {boolean} named whether the status is also written out
 */
export function statusGlyph({ value, label }, named) {
  const glyph = el('span', { class: `glyph ${value}`, role: 'img', 'aria-label': label, title: label });
  return named
    ? el('span', { class: 'glyph-named' }, glyph, el('span', { 'aria-hidden': 'true', text: label }))
    : glyph;
}
