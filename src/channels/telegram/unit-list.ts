// the units behind a count → pages of one line a unit, with the sign of its status
import type { Library, UnitView } from '../../delivery/ask.ts';
import type { Handled } from '../../delivery/courier.ts';
import { markStatus } from '../../render/status-mark.ts';
import { renderParts } from '../../render/telegram.ts';
import { composePages, isSanction, type SaveAction, type UnitsAction } from './keyboard.ts';
import { composeEdit, composeMessages, type Place } from './request.ts';
import { numberPage, UNIT_GONE } from './texts.ts';

const PER_PAGE = 15;
const EXCERPT = 40;

/** One page of a list; `edit` is the message it takes the place of, null for a new one. */
export function composeUnitPage(
  place: Place,
  action: UnitsAction,
  edit: number | null,
  { library, save }: { readonly library: Library; readonly save: SaveAction },
): Pick<Handled, 'outgoing'> {
  const units = action.units.filter((unit) => !place.group || !isSanction(unit));
  const list = { ...action, units };
  const views = units
    .slice(list.from, list.from + PER_PAGE)
    .flatMap((unit) => library.unit(list.bulletin, unit) ?? []);
  const title = numberPage(units.length, 1 + list.from / PER_PAGE, Math.ceil(units.length / PER_PAGE));
  const lines = views.length === 0 ? [UNIT_GONE] : [title, ...views.map((view) => describeUnit(view))];
  const parts = renderParts(lines.map((text) => ({ style: 'plain', text })));
  const keyboard = composePages(list, PER_PAGE, { save });
  const context = { bulletin: list.bulletin, units: views.map(({ unit }) => unit), turn: null };
  const [first] = parts;
  return edit === null || first === undefined
    ? { outgoing: composeMessages(place, parts, keyboard, context) }
    : { outgoing: [composeEdit(place, edit, first, keyboard, context)] };
}

/** 「◐ 第12条：加快推进3个停车场项目建设…」 */
export function describeUnit({ label, text, status }: UnitView, excerpt = EXCERPT): string {
  const [line = ''] = text.split('\n');
  const words = line.length <= excerpt ? line : `${line.slice(0, excerpt)}…`;
  return `${markStatus(status?.value ?? null)} ${label}：${words}`;
}
