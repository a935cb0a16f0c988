import { describeAsOf } from './as-of.ts';
import { renderParts, type Paragraph, type TelegramPart } from './telegram.ts';

/** What a card says of a unit; `UnitView` of delivery/ask.ts is one. */
export interface UnitCard {
  readonly label: string;
  readonly text: string;
  readonly path: readonly { readonly label: string; readonly heading: string }[];
  readonly status: { readonly label: string; readonly evidence: string } | null;
}

/** A unit whole and verbatim, under the heading it belongs to, with its status and the deciding words. */
export function renderTelegramUnit(
  unit: UnitCard,
  asOf: { readonly published: string | null; readonly data: string | null },
): readonly TelegramPart[] {
  const body: Paragraph[] = [{ style: 'strong', text: `${unit.label}原文` }];
  const parent = unit.path.at(-1);
  if (parent !== undefined) body.push({ style: 'plain', text: `${parent.label}：${parent.heading}` });
  body.push({ style: 'quote', text: unit.text });
  if (unit.status !== null) {
    const { label, evidence } = unit.status;
    body.push({ style: 'plain', text: `状态：${label}（“${evidence}”）` });
  }
  const dates = describeAsOf(asOf);
  return renderParts(body, dates === '' ? [] : [{ style: 'plain', text: dates }]);
}
