// spans with a level → coordinated list behind (、和及) → items without a level → elliptic mentions
import type { Span } from '../text/span.ts';

const HAN = '\\u4e00-\\u9fff';
/** An item of such a list: 审计局, 宣传部, 巡察办, 城投集团. */
const ITEM = new RegExp(
  `^(?:[、]|和|及|与|以及)(?<item>[${HAN}]{1,8}?(?:局|部|办|委|集团|中心|大队|公司|督查室|政协|人大常委会))(?=[、,，。;；]|和|及|与|等|分别|负责|已|还|均|也|对|[${HAN}])`,
  'u',
);
/** Departments by their bare field of work: 组织房管、建设、卫健、宜居办…, 组织财政、国资、金科、民政等职能部门. */
const FIELD_LIST = new RegExp(
  `(?:[${HAN}]{2,4}[、和及]){2,}[${HAN}]{2,8}?(?:等(?:\\d+个|相关|有关)?(?:职能)?(?:部门|单位)|及各街道)`,
  'gu',
);

/** Elliptic items behind the leveled spans of one text, in order. */
export function findElliptic(text: string, spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of spans) {
    let end = span.end;
    for (;;) {
      const match = ITEM.exec(text.slice(end, end + 14));
      const item = match?.groups?.['item'];
      if (match === null || item === undefined || item.length < 2) break;
      const start = end + match[0].length - item.length;
      if (spans.some((other) => other.start < start + item.length && start < other.end)) break;
      found.push({ start, end: start + item.length });
      end = start + item.length;
    }
  }
  return found;
}

/** Items of a list of fields that are known as such (财政, 国资): `fields` holds them. */
export function findFields(text: string, fields: ReadonlySet<string>, taken: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(FIELD_LIST)) {
    let at = match.index;
    for (const part of match[0].split(/[、和及]|等/u)) {
      const start = text.indexOf(part, at);
      at = start + part.length;
      const field = /[\u4e00-\u9fff]{2,4}$/u.exec(part)?.[0] ?? '';
      const known = [field, field.slice(-3), field.slice(-2)].find((name) => name !== '' && fields.has(name));
      if (
        known === undefined ||
        (known !== part && !/(?:组织|由|对|会同|出具)$/u.test(part.slice(0, -known.length)))
      )
        continue;
      const span = { start: at - known.length, end: at };
      if (!taken.some((other) => other.start < span.end && span.start < other.end)) found.push(span);
    }
  }
  return found;
}
