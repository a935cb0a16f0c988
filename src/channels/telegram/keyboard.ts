import type { Answer } from '../../answer/answer.ts';
import type { UnitId } from '../../bulletin/bulletin.ts';
import type { Library, Reply, UnitView } from '../../delivery/ask.ts';
import type { ButtonAction } from '../../delivery/buttons.ts';
import type { Keyboard } from './request.ts';

/** Part four names individuals: its units (D1.3, D3.0 …) are shown in private chats only. */
export function isSanction(unit: UnitId): boolean {
  return /^D\d/.test(unit);
}

export type UnitsAction = Extract<ButtonAction, { kind: 'units' }>;

/** Makes the data of a button: a token, so that any action fits Telegram's 64 bytes. */
export type SaveAction = (action: ButtonAction) => string;

interface Desk {
  readonly library: Library;
  readonly save: SaveAction;
  /** In a group no button leads to a unit of part four. */
  readonly group: boolean;
}

type Button = Keyboard[number][number];
/** More units than this get one button that lists them. */
const UNIT_BUTTONS = 4;
const PER_ROW = 2;

/** Under an answer: the cited unit with its neighbours (or the cited units, or a button that lists them), then what to ask next. */
export function composeAnswerKeyboard(reply: Reply, desk: Desk): Keyboard {
  const { answer } = reply;
  const units = findShownUnits(answer, desk);
  const [only] = units;
  const nav =
    units.length === 1 && only !== undefined
      ? [navigate(only, false, desk)]
      : [...inRows(units, desk), ...offerSources(answer, desk)];
  const taken = new Set(nav.flat().map(({ text }) => text));
  if (units.length > 0) taken.add('原文');
  const suggestions = reply.suggestions
    .filter((text) => !taken.has(text))
    .map((text) => press(text, { kind: 'ask', text }, desk));
  return [...nav, ...chunk(suggestions)];
}

/** Under a unit shown in full: its neighbours, which take its place when pressed. */
export function composeUnitKeyboard(unit: UnitView, desk: Desk): Keyboard {
  return [navigate(unit, true, desk).filter(({ text }) => text !== `${unit.label}原文`)].filter(
    (row) => row.length > 0,
  );
}

/** One button a unit, for search results. */
export function composeUnitList(units: readonly UnitView[], desk: Desk): Keyboard {
  return inRows(units, desk);
}

export function composeSuggestions(texts: readonly string[], desk: Pick<Desk, 'save'>): Keyboard {
  return texts.map((text) => [press(text, { kind: 'ask', text }, desk)]);
}

/** What an answer rests on; for a refusal the nearest units it names. */
function findShownUnits(answer: Answer, desk: Desk): UnitView[] {
  const cited = [...new Set(answer.citations.map(({ unit }) => unit))];
  if (cited.length > UNIT_BUTTONS) return [];
  const ids = cited.length > 0 || !answer.refused ? cited : answer.candidates.slice(0, 2);
  return ids.flatMap((id) => {
    if (desk.group && isSanction(id)) return [];
    const view = desk.library.unit(answer.bulletin, id);
    return view === null ? [] : [view];
  });
}

/** The way to what a count or a list rests on, where its units are too many for a button each. */
function offerSources(answer: Answer, desk: Desk): Keyboard {
  const units = [...new Set(answer.citations.map(({ unit }) => unit))];
  if (units.length <= UNIT_BUTTONS) return [];
  const action = { kind: 'units' as const, bulletin: answer.bulletin, units, from: 0, inPlace: false };
  return [[press(`列出依据的${units.length}条`, action, desk)]];
}

/** Under a page of a list: the pages beside it, which take its place when pressed. */
export function composePages(list: UnitsAction, perPage: number, desk: Pick<Desk, 'save'>): Keyboard {
  const to = (text: string, from: number): Button[] =>
    from < 0 || from >= list.units.length ? [] : [press(text, { ...list, from, inPlace: true }, desk)];
  const row = [...to('上一页', list.from - perPage), ...to('下一页', list.from + perPage)];
  return row.length === 0 ? [] : [row];
}

function navigate(unit: UnitView, inPlace: boolean, desk: Desk): Button[] {
  const to = (text: string, id: UnitId | null): Button[] =>
    id === null || (desk.group && isSanction(id))
      ? []
      : [press(text, { kind: 'unit', bulletin: unit.bulletin, unit: id, inPlace }, desk)];
  return [...to('上一条', unit.previous), showUnit(unit, desk), ...to('下一条', unit.next)];
}

function inRows(units: readonly UnitView[], desk: Desk): Keyboard {
  return chunk(units.map((unit) => showUnit(unit, desk)));
}

function showUnit(unit: UnitView, desk: Pick<Desk, 'save'>): Button {
  const action = { kind: 'unit' as const, bulletin: unit.bulletin, unit: unit.unit, inPlace: false };
  return press(`${unit.label}原文`, action, desk);
}

function press(text: string, action: ButtonAction, desk: Pick<Desk, 'save'>): Button {
  return { text, callback_data: desk.save(action) };
}

function chunk(buttons: readonly Button[]): Keyboard {
  return Array.from({ length: Math.ceil(buttons.length / PER_ROW) }, (_, row) =>
    buttons.slice(row * PER_ROW, (row + 1) * PER_ROW),
  );
}
