import { button, el } from './dom.js';
import { statusGlyph } from './status.js';

/** @typedef {import('./transport.js').UnitBrief} UnitBrief */

/**
 * Units as rows that open them when pressed; where their statuses differ, with a filter above.
 * @param {readonly UnitBrief[]} briefs
 * @param {(unit: string) => void} open
 * @returns {HTMLElement[]}
 */
export function renderRows(briefs, open) {
  const rows = briefs.map((brief) => ({ brief, row: el('li', {}, renderRow(brief, open)) }));
  const list = el('ul', { class: 'rows' }, ...rows.map(({ row }) => row));
  const statuses = new Map(briefs.flatMap(({ status }) => (status === null ? [] : [[status.value, status]])));
  if (statuses.size < 2) return [list];

  /** @type {HTMLButtonElement[]} */
  const choices = [];
  /**
   * @param {string} label
   * @param {(brief: UnitBrief) => boolean} fits
   * @param {...Node} sign
   */
  const addChoice = (label, fits, ...sign) => {
    const count = el('span', { text: String(briefs.filter(fits).length) });
    const choice = button(
      { 'aria-pressed': String(choices.length === 0) },
      () => {
        for (const other of choices) other.setAttribute('aria-pressed', String(other === choice));
        for (const { brief, row } of rows) row.hidden = !fits(brief);
      },
      ...sign,
      label,
      count,
    );
    choices.push(choice);
  };
  addChoice('全部', () => true);
  for (const [value, status] of statuses) {
    const sign = el('span', { class: `glyph ${value}`, 'aria-hidden': 'true' });
    addChoice(status.label, (brief) => brief.status?.value === value, sign);
  }
  return [el('div', { class: 'filter', role: 'group', 'aria-label': '按状态筛选' }, ...choices), list];
}

/**
 * @param {UnitBrief} brief
 * @param {(unit: string) => void} open
 */
export function renderRow({ unit, label, opening, status }, open) {
  const sign = status === null ? [] : [statusGlyph(status, false)];
  const words = [el('b', { text: label }), el('span', { text: opening })];
  return button({ class: 'row' }, () => open(unit), ...sign, ...words);
}
