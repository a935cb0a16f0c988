// spans with a level → coordinated list behind (、和及) → items without a level → elliptic mentions
import type { Span } from '../text/span.ts';

const HAN = '\\u4e00-\\u9fff';
/** An item of such a list: 审计局, 宣传部, 巡察办, 城投集团. */
const ITEM = new RegExp(
  `^(?:[、]|和|及|与|以及)(?<item>(?![各其])[${HAN}]{1,8}?(?:局|部(?!门|分|署)|办|委(?!员|书)|集团|中心|大队|公司|督查室|政协|人大常委会))`,
  'u',
);
/**
 * Departments by their bare field of work: 组织财政、国资、金科、民政等职能部门, 区房管、建设、城投集团等相关单位,
 * 对房管、建设、财政、国投集团、城投集团主要负责同志.
 */
const FIELD_LIST = new RegExp(
  `(?:[${HAN}]{2,8}[、和及]){1,9}[${HAN}]{2,6}?(?:等(?:\\d+个|相关|有关|多个)?(?:职能|区直|责任)*(?:部门|单位)|及各街道|主要负责)`,
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
    const items: Span[] = [];
    let at = match.index;
    for (const part of match[0].split(/[、和及]|等|主要负责/u)) {
      at = text.indexOf(part, at) + part.length;
      const known = [4, 3, 2].map((length) => part.slice(-length)).find((name) => fields.has(name));
      if (known === undefined || part.length < 2) continue;
      // 组织房管: the verb in front of the first item; 推动建设 is no list of departments
      const lead = part.slice(0, -known.length);
      if (lead !== '' && !/(?:组织|由|对|会同|约谈|联合|协调|[区县市])$/u.test(lead)) continue;
      items.push({ start: at - known.length, end: at });
    }
    // 代建、建设等单位 names builders: one known word alone is no list of departments
    if (items.length < 2) continue;
    found.push(
      ...items.filter((item) => !taken.some((other) => other.start < item.end && item.start < other.end)),
    );
  }
  return found;
}

/** 财政 of 区财政局, 国资 of 国资中心, 组织 of 组织部: the fields of work that bodies are named after. */
export function fieldsOf(names: Iterable<string>): Set<string> {
  const fields = new Set<string>();
  for (const name of names) {
    const field = /^(?:[区县旗]|市(?![场政]))?(?:委)?(?<field>[\u4e00-\u9fff]{2,4})(?:局|中心|部)$/u.exec(
      name,
    )?.groups?.['field'];
    if (field !== undefined) fields.add(field);
  }
  return fields;
}

/**
 * Which spans are elliptic: without a level of their own, in a row of bodies the first of which carries one
 * (区司法局、审计局、财政局).
 */
export function markElliptic(
  text: string,
  spans: readonly Span[],
  shortPlaces: readonly string[],
): boolean[] {
  const marks: boolean[] = [];
  spans.forEach((span, index) => {
    const before = spans[index - 1];
    const name = text.slice(span.start, span.end);
    const inRow =
      before !== undefined && /^(?:[、]|和|及|与|以及)$/u.test(text.slice(before.end, span.start));
    const follows =
      inRow && (marks[index - 1] === true || carriesLevel(text.slice(before.start, before.end), shortPlaces));
    marks.push(
      follows &&
        !carriesLevel(name, shortPlaces) &&
        /(?:局|办|部|委|集团|中心|督查室|大队)$|^[\u4e00-\u9fff]{2,3}$/u.test(name),
    );
  });
  return marks;
}

function carriesLevel(name: string, shortPlaces: readonly string[]): boolean {
  return (
    /^(?:中共|两办|[省区县旗]|市(?![场政容])|中央|国家|全国|一审|二审)/u.test(name) ||
    /街道|社区|经合社|公司/u.test(name) ||
    shortPlaces.some((place) => name.startsWith(place))
  );
}
