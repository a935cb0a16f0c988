// 组织路线、巡视整改和成果运用这两个方面 → 第三方面、第四方面: sections named side by side with one word for their kind
import type { UnitId } from '../bulletin/bulletin.ts';
import type { UnitLookup } from '../bulletin/lookup.ts';
import { contentSections, findSectionNamed, sectionName } from '../bulletin/sections.ts';
import { formatChineseNumeral, parseInteger } from '../text/numerals.ts';

/** The kind behind the last of them: 这两个方面, 两大板块, 方面. */
const KIND = /[这那]?(?:(?<![第、])[两二三四五]|\d)?(?:个|大)*(?:方面|板块|部分)|这?[两二三四五]大?块/gu;
/** What stands between two of them; 和 may also stand inside a name. */
const BETWEEN = /(?<between>、|和|与|跟|及|以及|加上?|比)/u;
/** A name goes back no further than to a mark. */
const MARK = /[,，。?？!！:：;；\s“”"()（）]/u;
const ORDINAL = /第?(?<n>[一二三四五六七八九])(?:个|大)*(?:方面|板块|部分)?$/u;
const SHORTEST_NAME = 4;
/** 哪个方面, 商贸转型和新业态发展,哪一块: no name. */
const ASKS = /哪|几|多少|什么/u;

interface Named {
  readonly id: UnitId;
  /** Where its name starts in the text. */
  readonly start: number;
  readonly end: number;
}

/** 第二三四方面. */
const AT_ONCE = /第(?<list>[一二三四五六七八九]{2,5})(?:个|大)*(?<kind>方面|板块)/gu;
/** 哪个方面 behind a row of names asks which of them. */
const WHICH = /[,]?(?:这?[两二三四五]个?)?哪一?个?(?:方面|板块|部分|块)/gu;

/** The text with each section of a row written as 第N方面; unchanged where fewer than two are named in one row. */
export function spellSections(text: string, lookup: UnitLookup): string {
  const spelled = text.replace(AT_ONCE, (said: string, list: string, kind: string) => {
    const numbers = Array.from(list, (character) => parseInteger(character) ?? 0);
    const rising = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
    return rising ? Array.from(list, (character) => `第${character}${kind}`).join('、') : said;
  });
  return spellRows(spellRows(spelled, KIND, lookup), WHICH, lookup);
}

function spellRows(text: string, kind: RegExp, lookup: UnitLookup): string {
  const sections = contentSections(lookup);
  let spelled = text;
  for (const match of [...text.matchAll(kind)].reverse()) {
    const named = readRow(text, match.index, lookup);
    if (named.length < 2) continue;
    const first = named[0]?.start ?? 0;
    const row = named.map(({ id, end }, at) => {
      const next = named[at + 1]?.start ?? end;
      return `第${formatChineseNumeral(sections.indexOf(id) + 1)}方面${text.slice(end, next)}`;
    });
    const behind = spelled.slice(match.index + (kind === WHICH ? 0 : match[0].length));
    spelled = spelled.slice(0, first) + row.join('') + behind;
  }
  return spelled;
}

/** The names in front of the kind, from the last one back to the first. */
function readRow(text: string, end: number, lookup: UnitLookup): readonly Named[] {
  const start =
    text
      .slice(0, end)
      .split('')
      .findLastIndex((character) => MARK.test(character)) + 1;
  const pieces = text.slice(start, end).split(BETWEEN);
  const named: Named[] = [];
  let last = pieces.length - 1;
  let to = end;
  while (last >= 0) {
    const found = findLongest(pieces.slice(0, last + 1), to, lookup);
    if (found === null) break;
    named.unshift(found.name);
    const before = start + pieces.slice(0, found.from).join('').length;
    // A name that does not begin its piece begins the row.
    if (found.name.start > before) break;
    to = before - (pieces[found.from - 1]?.length ?? 0);
    last = found.from - 2;
  }
  return named;
}

/** 巡视整改和成果运用 rather than 成果运用: the name that joins most pieces, beginning in the first of them. */
function findLongest(
  pieces: readonly string[],
  end: number,
  lookup: UnitLookup,
): { readonly from: number; readonly name: Named } | null {
  for (let from = 0; from < pieces.length; from += 2) {
    const words = pieces.slice(from).join('');
    const name = readName(words, end, lookup);
    const inFirst = end - words.length + (pieces[from]?.length ?? 0);
    if (name !== null && name.start < inFirst) return { from, name };
  }
  return null;
}

/** The section whose name, or whose number, ends the words. */
function readName(words: string, end: number, lookup: UnitLookup): Named | null {
  if (ASKS.test(words)) return null;
  const ordinal = ORDINAL.exec(words);
  const nth = contentSections(lookup)[(parseInteger(ordinal?.groups?.['n'] ?? '') ?? 0) - 1];
  if (ordinal !== null && nth !== undefined) return { id: nth, start: end - ordinal[0].length, end };
  const plain = words.replace(/(?:[这那]?一?(?:个|大)*(?:方面|板块|部分|块))$/u, '');
  for (let from = 0; from <= plain.length - SHORTEST_NAME; from += 1) {
    const said = plain.slice(from);
    const id = findSectionNamed(lookup, said);
    // 请问从严治党: the name begins with what the heading prints.
    if (id !== null && sectionName(lookup, id).includes(said.slice(0, 2)))
      return { id, start: end - words.length + from, end };
  }
  return null;
}
