import type { OrganizationLexicon } from './organization-lexicon.ts';
import type { OwnPlace } from './organization-places.ts';

/** Type words two variants of one body share at their end. */
const TYPE =
  /(?:有限责任公司|股份有限公司|有限公司|公司|集团|委员会|领导小组|中心|局|办|所|院|大队|组|党组)$/u;

/** The court of a case, named without its level, may be any court: it joins nothing. */
const AMBIGUOUS = /^(?:[一二]审)?(?:法院|检察院|高院|中院)$/u;

/**
 * Printed name → canonical name, itself a printed form: the most frequent one that carries its level.
 * Joined are: names of one lexicon group; names that differ by the place's own name in front (青禾区司法局, 区司法局);
 * an abbreviation and the full name it is made of (区金科局 ⊂ 区金融和科技局: same level, same type word, same first
 * character, the rest in order); a bare name and the same name with its level (城投集团, 区城投集团).
 */
export function joinNames(
  printed: ReadonlyMap<string, number>,
  place: OwnPlace,
  lexicon: OrganizationLexicon,
): Map<string, string> {
  const local = new Map([...printed.keys()].map((name) => [name, localName(name, place)]));
  const bodies = new Set(local.values());
  const groups = new Map<string, string[]>();
  for (const [name, short] of local) {
    const key = AMBIGUOUS.test(short)
      ? short
      : (lexicon.canonical.get(short) ?? groupByShape(short, bodies, place, lexicon));
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  const canonical = new Map<string, string>();
  for (const names of groups.values()) {
    const head = chooseHead(names, printed, place);
    for (const name of names) canonical.set(name, head);
  }
  return canonical;
}

/** Leveled forms before bare ones, then the most frequent, then the longest: 区城投集团 of 城投集团, 青禾区城投集团. */
function chooseHead(names: readonly string[], printed: ReadonlyMap<string, number>, place: OwnPlace): string {
  const rank = (name: string): number =>
    localName(name, place) === name && /^(?:[省区县旗]|市(?![场政]))/u.test(name) ? 0 : 1;
  const [head] = [...names].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (printed.get(b) ?? 0) - (printed.get(a) ?? 0) ||
      b.length - a.length ||
      (a < b ? -1 : 1),
  );
  return head ?? '';
}

function groupByShape(
  name: string,
  bodies: ReadonlySet<string>,
  place: OwnPlace,
  lexicon: OrganizationLexicon,
): string {
  const leveled = place.level + name;
  const known = lexicon.canonical.get(leveled);
  if (known !== undefined) return known;
  if (bodies.has(leveled)) return leveled;
  // 金科, 组织 in a list of departments
  const field = [`${leveled}局`, `${leveled}中心`, `${place.level}委${name}部`].find(
    (body) => name.length <= 4 && (bodies.has(body) || lexicon.canonical.has(body)),
  );
  if (field !== undefined) return lexicon.canonical.get(field) ?? field;
  const longer = [...bodies].filter((other) => other !== name && abbreviates(name, other));
  const best = longer.sort((a, b) => b.length - a.length)[0];
  return best === undefined ? name : (lexicon.canonical.get(best) ?? best);
}

/** 中共江城市青禾区委 → 区委, 青禾区司法局 → 区司法局, 青禾公安分局 → 区公安分局. */
function localName(name: string, place: OwnPlace): string {
  const bare = name.replace(/^中共/u, '');
  const own = place.full.at(-1);
  if (own === undefined) return bare;
  const at = bare.indexOf(own);
  if (at >= 0 && place.full.some((full) => bare.startsWith(full)))
    return place.level + bare.slice(at + own.length);
  const short = own.slice(0, -1);
  return short.length >= 2 && bare.startsWith(short) && /(?:局|集团|公司)$/u.test(bare)
    ? place.level + bare.slice(short.length)
    : bare;
}

/** 区金科局 / 区金融和科技局. False for 区科技局 / 区金融科技局: they begin with different words. */
function abbreviates(short: string, long: string): boolean {
  const type = TYPE.exec(short)?.[0];
  const level = /^[省市区县旗]/u.exec(short)?.[0];
  if (type === undefined || level === undefined || short.length >= long.length) return false;
  if (!long.startsWith(level) || TYPE.exec(long)?.[0] !== type) return false;
  const stem = short.slice(1, -type.length);
  const full = long.slice(1, -type.length);
  if (stem.length < 2 || stem.charAt(0) !== full.charAt(0)) return false;
  let at = -1;
  for (const char of stem) {
    at = full.indexOf(char, at + 1);
    if (at < 0) return false;
  }
  return true;
}
