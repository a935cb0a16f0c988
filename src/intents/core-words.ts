// words no measure prints in one piece → the pieces of them it does print (找找说到柳桥街道 → 柳桥街道), all in one measure
import type { UnitId } from '../bulletin/bulletin.ts';
import type { IntentContext } from './intent.ts';
import { exactSource } from './phrase.ts';
import { CALLED, readPieces, type Piece } from './pieces.ts';

/** A name so many measures print narrows nothing beside one that few print: 党员 beside 微党课. */
const COMMON_NAME = 0.08;
export interface Core {
  readonly phrases: readonly string[];
  /** The measures that print them all; those of a compound close together. */
  readonly units: readonly UnitId[];
}

/**
 * Null when no piece of `part` names anything, or when a word that names something (元宇宙) is printed nowhere.
 */
export function findCore(context: IntentContext, part: string, loose = false): Core | null {
  const { lookup } = context;
  const read = readPieces(context, part, loose);
  if (read === null || read.unprinted.length > 0) return null;
  const { pieces } = read;
  if (!pieces.some(({ names }) => names)) return null;
  const groups = pieces.reduce<Piece[][]>((so, piece) => {
    const last = so.at(-1)?.at(-1);
    const compound = last?.end === piece.start && last.edges[1] && piece.edges[0];
    return compound ? [...so.slice(0, -1), [...(so.at(-1) ?? []), piece]] : [...so, [piece]];
  }, []);
  const patterns = groups.map(
    (group) => new RegExp(group.map(({ text }) => exactSource(text)).join(GAP), 'iu'),
  );
  const printing = patterns.map((pattern) => lookup.measures.filter(({ text }) => pattern.test(text)));
  const most = lookup.measures.length * COMMON_NAME;
  const telling = printing.some(({ length }) => length > 0 && length <= most)
    ? printing.filter(({ length }) => length <= most)
    : printing;
  const units = lookup.measures.filter((unit) => telling.every((found) => found.includes(unit)));
  return units.length === 0
    ? null
    : { phrases: pieces.map(({ text }) => text), units: units.map(({ id }) => id) };
}

/** What may stand inside a compound: 登革热*疫情*防控, 招投标*业务*培训; not 柳桥人家生活馆+十条街道. */
const GAP = '[\\u4e00-\\u9fff]{0,4}';

/** 网上买菜送菜那家鲜达: the name behind what describes it. */
const APPOSED = /^.{3,}?[这那](?:家|个|位|座|栋|款|支|所)(?<name>\p{Script=Han}{2,8})$/u;

export function findApposed(context: IntentContext, part: string): Core | null {
  const name = APPOSED.exec(part)?.groups?.['name'];
  if (name === undefined || CALLED.test(name)) return null;
  const pattern = new RegExp(exactSource(name), 'iu');
  const units = context.lookup.measures.filter(({ text }) => pattern.test(text)).map(({ id }) => id);
  return units.length === 0 || units.length > FEW ? null : { phrases: [name], units };
}

/** A name so few measures print is what is meant, whatever else is said of it. */
const FEW = 8;
const NUMBERED = /第?[\d一二三四五六七八九十]+(?![个条些下起般样])\p{Script=Han}/u;

/**
 * The rarest name the measures print, where what else is said belongs to it: each other word is known of
 * a measure that prints it, be it in everyday words (网上买菜送菜那家鲜达, 灯泡厂宿舍旁边修路那个小工程). Null otherwise.
 */
export function findDescribed(context: IntentContext, part: string): Core | null {
  const { lookup, engine } = context;
  const { pieces, unprinted } = readPieces(context, part, true) ?? { pieces: [], unprinted: [] };
  const [rarest] = pieces
    .filter(({ names }) => names)
    .map(({ text }) => {
      const pattern = new RegExp(exactSource(text), 'iu');
      return { text, units: lookup.measures.filter((unit) => pattern.test(unit.text)).map(({ id }) => id) };
    })
    .sort((a, b) => a.units.length - b.units.length);
  if (rarest === undefined || rarest.units.length > lookup.measures.length * COMMON_NAME) return null;
  // 省委巡视四组: a number tells it from others.
  if (NUMBERED.test(part.replace(rarest.text, ''))) return null;
  const said = engine.tokenize(part, { wordsOnly: true }).filter((word) => !CALLED.test(word));
  const others = [...unprinted, ...said].filter((word) => !rarest.text.includes(word));
  const numbers = others.map((word) => engine.numberOf(word));
  if (numbers.includes(undefined)) return null;
  const told = rarest.units.filter((id) => {
    const unit = lookup.get(id);
    const near = unit === undefined ? null : engine.termsNear(id, unit.body);
    return near !== null && numbers.every((number) => near.has(number ?? -1));
  });
  if (told.length === 0) return null;
  return { phrases: [rarest.text], units: rarest.units.length <= FEW ? rarest.units : told };
}
