// figure or name of the claim → the words around it → does another one stand among those words in the source?
import type { Amount } from '../text/amounts.ts';
import type { Span } from '../text/span.ts';
import { clauseAt, countShared, splitIntoClauses } from './alignment.ts';
import { placeFigures } from './figure-clauses.ts';
import type { Stated } from './stated.ts';
import { sameUnit } from './measure-words.ts';

const BEFORE = 10;
const AFTER = 8;
/** Shorter names (青禾) stand everywhere. */
const SHORTEST_NAME = 3;

/** A rival so close behind is part of the same phrase. */
const NEXT = 3;

/** One way of printing a name; forms of the same body share it. */
export interface Name {
  readonly form: string;
  readonly name: string;
}

interface Item {
  readonly span: Span;
  readonly text: string;
  /** Items with the same value are the same thing. */
  readonly value: string;
}

/**
 * Why a figure of the claim stands where the source has another one of its unit (「已完成16个」 for 27个); null when
 * none does.
 */
export function refuteFigurePlaces(claim: Stated, sources: readonly Stated[]): string | null {
  for (const amount of claim.amounts) {
    const item = { span: amount.span, text: amount.text, value: String(amount.value) };
    const rivals = sources.map((source) => ({
      text: source.text,
      items: source.amounts
        .filter(
          ({ unit, value }) =>
            unit === amount.unit || (value === amount.value && sameUnit(unit, amount.unit)),
        )
        .map(({ span, text, value }) => ({ span, text, value: String(value) })),
    }));
    const others = claim.amounts.map(({ span, text, value }) => ({ span, text, value: String(value) }));
    const rival = findRival(claim.text, item, others, rivals);
    if (rival !== null && !isAtHome(claim, amount, rival, sources))
      return `figure ${amount.text} stands where the source has ${rival}`;
  }
  return null;
}

/**
 * The clause says more of what the source says of this figure than of the rival: 「5个小区不合改造标准,暂时没办法改造」 of
 * 「剩余5个…不符合老旧小区改造标准,暂无法进行改造」, beside 「37个小区」.
 */
function isAtHome(claim: Stated, amount: Amount, rival: string, sources: readonly Stated[]): boolean {
  const clauses = splitIntoClauses(claim.text);
  const own = clauseAt(clauses, amount.span.start);
  const next = clauses.find(
    ({ index, sentence }) => own !== undefined && index === own.index + 1 && sentence === own.sentence,
  );
  if (own === undefined) return false;
  // where several of a kind stand together, the words around do not tell which is which
  const alike = claim.amounts.filter(
    ({ span, unit }) => unit === amount.unit && clauseAt(clauses, span.start) === own,
  );
  if (alike.length > 1) return false;
  const figureless = next !== undefined && !/\d/u.test(next.text) ? next.grams : [];
  const words = new Set(
    [...own.grams, ...figureless].filter((gram) => gram.replace('%', '') !== String(amount.number)),
  );
  const numbers = new Set([...words].filter((word) => /\d/u.test(word)));
  // figures beside it tell more than words do
  const weigh = (grams: ReadonlySet<string>): number =>
    countShared(words, grams) + 2 * countShared(numbers, grams);
  const most = (prints: (figure: Amount) => boolean): number =>
    Math.max(
      0,
      ...sources.flatMap((source) => {
        const placed = placeFigures(source);
        return placed
          .map(({ figures, said, source: { sentence } }, at) => {
            const behind = placed[at + 1];
            const more = behind?.source.sentence === sentence ? behind.source.grams : [];
            return { figures, said: new Set([...said, ...more]) };
          })
          .filter(({ figures }) => figures.some(prints))
          .map(({ said }) => weigh(said));
      }),
    );
  const home = most(({ value, unit }) => value === amount.value && sameUnit(unit, amount.unit));
  return home >= LEAST_AT_HOME && home > most(({ text }) => text === rival);
}
const LEAST_AT_HOME = 4;

/** The same for names: 「社会福利中心正在装修改造」 for 同晖配套幼儿园. */
export function refuteNamePlaces(
  claim: string,
  sources: readonly Stated[],
  names: readonly Name[],
): string | null {
  const own = findNames(claim, names);
  const rivals = sources.map(({ text }) => ({ text, items: findNames(text, names) }));
  for (const item of own) {
    const rival = findRival(claim, item, own, rivals);
    if (rival !== null) return `name ${item.text} stands where the source has ${rival}`;
  }
  return null;
}

/**
 * Why a figure seems to have displaced another: the claim prints it more often than its sources do, and leaves out one of
 * the same unit that stands there (「立案6人:5人已受处分,5人正在审查」 for 1人); null when none does.
 */
export function refuteRepeatedFigures(claim: Stated, sources: readonly Stated[]): string | null {
  const printed = sources.flatMap(({ text, amounts }) => amounts.map((amount) => ({ text, amount })));
  for (const own of claim.amounts) {
    const repeated = claim.amounts.filter(({ value, unit }) => value === own.value && unit === own.unit);
    const known = printed.filter(
      ({ amount: { value, unit } }) => value === own.value && sameUnit(unit, own.unit),
    );
    if (known.length === 0 || repeated.length <= known.length) continue;
    const displaced = printed.find(
      ({ text, amount }) =>
        amount.unit === own.unit &&
        !claim.amounts.some(({ value }) => value === amount.value) &&
        repeated.some(({ span }) => sharesSide(claim.text, span, text, amount.span)),
    );
    if (displaced !== undefined)
      return `figure ${own.text} is repeated where the source has ${displaced.amount.text}`;
  }
  return null;
}

interface Rivals {
  readonly text: string;
  readonly items: readonly Item[];
}

function findRival(
  claim: string,
  item: Item,
  others: readonly Item[],
  sources: readonly Rivals[],
): string | null {
  const around = readSurroundings(claim, item.span);
  if (around.size < 1) return null;
  let own = -1;
  let best: { readonly text: string; readonly shared: number } | null = null;
  for (const { text, items } of sources) {
    const homes = items.filter(({ value }) => value === item.value);
    for (const candidate of items) {
      // 「省生态环境厅向生态环境部推荐…」 restated as 「省生态环境厅推荐…」
      const beside = homes.some(({ span }) => Math.abs(span.end - candidate.span.start) <= NEXT);
      if (candidate.value !== item.value && (beside || contains(candidate, item))) continue;
      const there = readSurroundings(text, candidate.span);
      const shared = countShared(around, there);
      if (candidate.value === item.value) {
        if (sharesSide(claim, item.span, text, candidate.span)) return null;
        own = Math.max(own, shared);
      } else if (sharesSide(claim, item.span, text, candidate.span) && shared > (best?.shared ?? 0)) {
        const stated = others.some(
          (other) =>
            other !== item &&
            other.value === candidate.value &&
            countShared(readSurroundings(claim, other.span), there) >= shared,
        );
        if (!stated) best = { text: candidate.text, shared };
      }
    }
  }
  return own >= 0 && best !== null && outweighs(best.shared, own) ? best.text : null;
}

/** 区级医院 is 青禾区级医院. */
function contains(a: Item, b: Item): boolean {
  return !/^\d/u.test(a.value) && (a.text.includes(b.text) || b.text.includes(a.text));
}

/** The two characters right before, or right after, are the same and Chinese. */
function sharesSide(a: string, inA: Span, b: string, inB: Span): boolean {
  const before = a.slice(Math.max(0, inA.start - 2), inA.start);
  const after = a.slice(inA.end, inA.end + 2);
  const han =
    /^(?!等|涉及|其中|共计|累计|其余|剩余|共有|金额|推动|推进|加快|加强|开展|组织|召开)[\u3400-\u9fff]{2}$/u;
  return (
    (han.test(before) && before === b.slice(Math.max(0, inB.start - 2), inB.start)) ||
    (han.test(after) && after === b.slice(inB.end, inB.end + 2))
  );
}

/** Words moved about share much with both; a swapped item shares next to nothing with its own place. */
function outweighs(rival: number, own: number): boolean {
  return own === 0 ? rival >= 1 : rival > 2 * own;
}

export function findNames(text: string, names: readonly Name[]): Item[] {
  const items: Item[] = [];
  for (const { form, name } of names) {
    if (form.length < SHORTEST_NAME) continue;
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
      items.push({ span: { start: at, end: at + form.length }, text: form, value: name });
    }
  }
  return items.filter(
    ({ span }) =>
      !items.some(
        (other) =>
          other.span.start <= span.start &&
          span.end <= other.span.end &&
          other.span.end - other.span.start > span.end - span.start,
      ),
  );
}

/** Character pairs left and right of a span inside its clause. */
function readSurroundings(text: string, span: Span): ReadonlySet<string> {
  const before = text.slice(Math.max(0, span.start - BEFORE), span.start);
  const after = text.slice(span.end, span.end + AFTER);
  const left = /[^,;。:、]*$/u.exec(before)?.[0] ?? '';
  const right = /^[^,;。:、]*/u.exec(after)?.[0] ?? '';
  return new Set([...pairs(left), ...pairs(right)]);
}

function pairs(text: string): string[] {
  const found: string[] = [];
  for (const [run] of text.matchAll(/[\u3400-\u9fff]+/gu)) {
    for (let i = 0; i + 1 < run.length; i += 1) found.push(run.slice(i, i + 2));
  }
  return found;
}
