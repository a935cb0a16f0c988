// 哪一类最少, 三处里头哪个来的人最多 → the row of figures last shown, compared
import { findAmounts } from '../text/amounts.ts';
import { foldWidth } from '../text/width.ts';
import { countCommon } from './as-of.ts';
import { claim, draftAnswer, type Draft, type IntentContext } from './intent.ts';
import { trimCitation } from './quote.ts';

const ASKS =
  /哪[^,。?]{0,9}(?:最|更|比较)(?<most>多|少|高|低|大|小)|最(?<which>多|少|高|低|大|小)的?(?:又)?是?(?:哪|什么)/u;
/** Measures and problems are counted by intents of their own. */
const OTHER = /措施|举措|问题|方面|部分/u;
const LEAST_ITEMS = 2;
const MOST_UNITS = 3;

interface Item {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: number;
}

/** Null when no such row stands in what was spoken of. */
export function draftSuperlative({ question, turn, lookup, bulletin }: IntentContext): Draft | null {
  const groups = ASKS.exec(question.text)?.groups;
  const which = groups?.['most'] ?? groups?.['which'];
  if (which === undefined || OTHER.test(question.text)) return null;
  const before = (turn?.history ?? []).slice(0, MOST_UNITS).map((past) => past.question);
  const asked = [question.text, question.previous, ...before].join('\n');
  const rows = question.about.slice(0, MOST_UNITS).flatMap((id) => {
    const unit = lookup.get(id);
    if (unit === undefined) return [];
    const text = bulletin.source.slice(unit.body.start, unit.body.end);
    // Semicolons part the items of a row, so sentences end at full stops only.
    return Array.from(text.matchAll(/[^。\n]+/gu), ({ 0: sentence, index }) => {
      const row = readRow(sentence, unit.body.start + index, asked);
      return { unit, row, spoken: countCommon(asked, row.map((item) => item.text).join('')) };
    });
  });
  const [best] = rows
    .filter(({ row, spoken }) => row.length >= LEAST_ITEMS && spoken > 0)
    .sort((a, b) => b.spoken - a.spoken || b.row.length - a.row.length);
  const first = best?.row[0];
  const last = best?.row.at(-1);
  if (best === undefined || first === undefined || last === undefined) return null;
  const { unit, row } = best;
  const least = /少|低|小/u.test(which);
  const found = row.reduce((best, item) =>
    (least ? item.value < best.value : item.value > best.value) ? item : best,
  );
  const citation = trimCitation(unit, bulletin.source, { start: first.start, end: last.end });
  return draftAnswer({
    claims: [claim(`${citation.quote}。最${which}的是:${found.text}`, [citation])],
    candidates: [unit.id],
    suggestions: ['原文'],
  });
}

/** Items counted in the same unit: 进机关108场、进学校60场; the total before 其中 is none of them. */
function readRow(text: string, start: number, asked: string): Item[] {
  const from = Math.max(0, text.indexOf('其中'));
  const items = new Map<string, Item[]>();
  for (const match of text.slice(from).matchAll(/(?:“[^”]*”|[^、,，;；。\n])+/gu)) {
    const at = start + from + match.index;
    const label = match[0].replace(/^其中[::]?/u, '');
    for (const { value, unit } of findAmounts(foldWidth(label)))
      items.set(unit, [
        ...(items.get(unit) ?? []),
        { start: at, end: at + match[0].length, text: label, value },
      ]);
  }
  const rows = [...items].filter(
    ([unit, row]) => unit !== '' && !/[年月日]/u.test(unit) && row.length >= LEAST_ITEMS,
  );
  const meant = rows.filter(([unit]) => asked.includes(unit));
  const near = rows.filter(([unit]) => Array.from(unit).some((char) => asked.includes(char)));
  return (meant[0] ?? near[0] ?? rows.sort(([, a], [, b]) => b.length - a.length)[0])?.[1] ?? [];
}
