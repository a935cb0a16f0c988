// two figures or names of a claim → what is said of each → would the source's words fit better the other way round?
import type { Span } from '../text/span.ts';
import { sameUnit } from './measure-words.ts';
import { findNames, type Name } from './places.ts';
import type { Stated } from './stated.ts';
import { beginsWithSurname } from './wording.ts';

/** So much better must the exchanged places fit. */
const MARGIN = 2;
const NUMBER_WEIGHT = 3;
const NOUN_WEIGHT = 2;
const NAME_MARGIN = 3;
const LONGEST_PERSON = 3;

/** 「160项中已完成150项」: the second is a part of the first. */
const WITHIN = /^[^;。]{0,24}(?:[里中内](?!河|心|学|央|期)|其中)/u;
/** 「90条,占100条的90%」 */
const SHARE = /占[^,;。]{0,6}$/u;

/** A figure or a name where it stands. */
interface Item {
  readonly unit: string;
  /** What stands right behind it: what is counted. */
  readonly noun: string;
  readonly before: ReadonlySet<string>;
  readonly behind: ReadonlySet<string>;
  /** What leads up to it in its sentence, with the numbers: 「追缴…元,涉及」. */
  readonly lead: ReadonlySet<string>;
  /** What its sentence says behind a name, up to the next one: 「…,予以合并调查处理」. */
  readonly tail: ReadonlySet<string>;
}

/** Why two figures of one kind seem exchanged: 「申请入驻40家,成功入驻60家」 for 「申请入驻60家,成功入驻40家」; null when none do. */
export function refuteSwappedFigures(claim: Stated, sources: readonly Stated[]): string | null {
  const own = claim.amounts.filter(({ unit }) => unit !== '');
  if (own.length < 2) return null;
  for (const [at, first] of own.entries()) {
    for (const second of own.slice(at + 1)) {
      if (first.value === second.value || !sameUnit(first.unit, second.unit)) continue;
      const between = claim.text.slice(first.span.end, second.span.start);
      // 「分别发了18份、6份」: which is which, the list before tells
      if (/分别[^;。]*$/u.test(claim.text.slice(0, second.span.start))) continue;
      // 「200宗违建里只拆了30宗」, 「90条已完成,占100条的…」
      const [whole, part] = SHARE.test(between)
        ? [second, first]
        : WITHIN.test(between)
          ? [first, second]
          : [null, null];
      if (whole !== null && whole.value > part.value) continue;
      const homes = [first, second].map((wanted) =>
        sources.flatMap((source) =>
          source.amounts
            .filter(({ value, unit }) => value === wanted.value && sameUnit(unit, wanted.unit))
            .map((amount) => readItem(source, amount)),
        ),
      );
      if (areSwapped([readItem(claim, first), readItem(claim, second)], homes, whole === null ? MARGIN : 0))
        return `figures ${first.text} and ${second.text} seem exchanged`;
    }
  }
  return null;
}

/** Why two names seem exchanged: 「甲被党纪立案,乙被提醒谈话」 where it is the other way round; null when none do. */
export function refuteSwappedNames(
  claim: string,
  sources: readonly Stated[],
  names: readonly Name[],
  bodies: ReadonlySet<string>,
): string | null {
  const own = findNames(claim, names).sort((a, b) => a.span.start - b.span.start);
  if (own.length < 2) return null;
  const printed = sources.map(({ text }) => ({ text, items: findNames(text, names) }));
  for (const [at, first] of own.entries()) {
    const second = own[at + 1];
    if (second === undefined || first.value === second.value) continue;
    const kinds = [first, second].map(({ text }) =>
      bodies.has(text)
        ? 'body'
        : text.length <= LONGEST_PERSON && beginsWithSurname(text)
          ? 'person'
          : 'thing',
    );
    if (kinds[0] !== kinds[1] || kinds[0] === 'thing') continue;
    const between = claim.slice(first.span.end, second.span.start);
    // of what is listed the order says nothing; a passive turns it round
    if (LIST.test(between) || PASSIVE.test(claim.slice(0, second.span.start))) continue;
    const homes = [first, second].map((wanted) =>
      printed.flatMap(({ text, items }) =>
        items.filter(({ value }) => value === wanted.value).map(({ span }) => readName(text, span, items)),
      ),
    );
    const pair = [readName(claim, first.span, own), readName(claim, second.span, own)] as const;
    if (areSwapped(pair, homes, NAME_MARGIN)) return `names ${first.text} and ${second.text} seem exchanged`;
  }
  return null;
}

const LIST = /^(?:[^,;。]{0,4}[、和与及]|,)[^,;。]{0,4}$|^[“”]{0,2}$/u;
const PASSIVE = /[被由][^,;。]{0,8}$/u;

function readName(text: string, span: Span, items: readonly { readonly span: Span }[]): Item {
  const spans = items.map(readSpan);
  const next = Math.min(text.length, ...spans.map(({ start }) => start).filter((start) => start >= span.end));
  const tail = /^[^;。]*/u.exec(text.slice(span.end, next))?.[0] ?? '';
  return { ...readSides(text, span, spans, spans), noun: '', lead: NOTHING, tail: readGrams(tail), unit: '' };
}

function readItem({ text, amounts }: Stated, { span, unit }: Stated['amounts'][number]): Item {
  const alike = amounts.filter((other) => sameUnit(other.unit, unit));
  return { ...readSides(text, span, amounts.map(readSpan), alike.map(readSpan)), tail: NOTHING, unit };
}

function readSpan({ span }: { readonly span: Span }): Span {
  return span;
}

const NOTHING: ReadonlySet<string> = new Set();

/** @param alike the items one of which may have displaced another */
function readSides(
  text: string,
  span: Span,
  items: readonly Span[],
  alike: readonly Span[],
): Omit<Item, 'unit' | 'tail'> {
  const ends = (among: readonly Span[]): number =>
    Math.max(0, ...among.map(({ end }) => end).filter((end) => end <= span.start));
  const next = Math.min(text.length, ...items.map(({ start }) => start).filter((start) => start >= span.end));
  const left = /[^,;:。、]*$/u.exec(text.slice(ends(items), span.start))?.[0] ?? '';
  const right = /^[^,;:。、]*/u.exec(text.slice(span.end, next))?.[0] ?? '';
  const lead = /[^;。]*$/u.exec(text.slice(ends(alike), span.start))?.[0] ?? '';
  return {
    noun: right.slice(0, 2),
    before: readGrams(left),
    behind: readGrams(right),
    lead: readGrams(lead),
  };
}

function areSwapped(
  own: readonly [Item, Item],
  homes: readonly (readonly Item[])[],
  margin: number,
): boolean {
  const near = compare(own, homes, weighNear);
  if (near < -margin) return false;
  // what leads up to them tells where what stands beside them does not
  return (
    near > margin ||
    compare(own, homes, (item, home) => weighNear(item, home) + weighFar(item, home)) > margin
  );
}

/** By how much the exchanged places fit better; below zero where one of the two fits worse. */
function compare(
  [first, second]: readonly [Item, Item],
  [firstHomes = [], secondHomes = []]: readonly (readonly Item[])[],
  weigh: (own: Item, home: Item) => number,
): number {
  const most = (own: Item, among: readonly Item[]): number =>
    Math.max(0, ...among.map((home) => weigh(own, home)));
  const gains = [
    most(first, secondHomes) - most(first, firstHomes),
    most(second, firstHomes) - most(second, secondHomes),
  ] as const;
  return Math.min(...gains) < 0 ? Math.min(0, gains[0] + gains[1]) : gains[0] + gains[1];
}

function weighNear(own: Item, home: Item): number {
  return (
    shared(own.before, home.before) +
    shared(own.behind, home.behind) +
    shared(own.before, home.behind) +
    shared(own.behind, home.before) +
    (own.unit === home.unit ? 1 : 0) +
    (own.noun === home.noun && /^[^正已还在均都的]{2}$/u.test(own.noun) ? NOUN_WEIGHT : 0)
  );
}

function weighFar(own: Item, home: Item): number {
  return shared(own.lead, home.lead) + shared(own.tail, home.tail);
}

function shared(grams: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let sum = 0;
  for (const gram of grams) if (others.has(gram)) sum += /\d/u.test(gram) ? NUMBER_WEIGHT : 1;
  return sum;
}

/** Pairs of neighbouring Chinese characters, and numbers whole. */
function readGrams(text: string): ReadonlySet<string> {
  const grams = new Set(text.match(/\d+(?:\.\d+)?%?/gu));
  for (const [run] of text.matchAll(/[\u3400-\u9fff]{2,}/gu))
    for (let at = 0; at + 1 < run.length; at += 1) grams.add(run.slice(at, at + 2));
  return grams;
}
