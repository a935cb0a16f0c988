import type { OrganizationLexicon } from './organization-lexicon.ts';
import type { OwnPlace } from './organization-places.ts';

/** Type words two variants of one body share at their end. */
const TYPE = /(?:有限责任公司|股份有限公司|有限公司|公司|集团|委员会|领导小组|中心|局|办|所|院|大队|组)$/u;

/**
 * Printed name → canonical name. Joined are: names of one lexicon group; names that differ by the place's own name in
 * front (台江区司法局, 区司法局); an abbreviation and the full name it is made of (区金科局 ⊂ 区金融和科技局: same level,
 * same type word, same first character, the rest in order); a bare name and the same name with its level.
 */
export function joinNames(
  printed: ReadonlyMap<string, number>,
  place: OwnPlace,
  lexicon: OrganizationLexicon,
): Map<string, string> {
  const short = new Map([...printed.keys()].map((name) => [name, localName(name, place)]));
  const bodies = new Set(short.values());
  const canonical = new Map<string, string>();
  for (const [name, local] of short) {
    canonical.set(name, lexicon.canonical.get(local) ?? joinByShape(local, bodies, place, lexicon));
  }
  return canonical;
}

function joinByShape(
  name: string,
  bodies: ReadonlySet<string>,
  place: OwnPlace,
  lexicon: OrganizationLexicon,
): string {
  const leveled = place.level + name;
  if (lexicon.canonical.has(leveled)) return lexicon.canonical.get(leveled) ?? leveled;
  if (bodies.has(leveled)) return leveled;
  const longer = [...bodies].filter((other) => other !== name && abbreviates(name, other));
  const best = longer.sort((a, b) => b.length - a.length)[0];
  if (best === undefined) return name;
  return lexicon.canonical.get(best) ?? best;
}

/** 中共福州市台江区委 → 区委, 台江区司法局 → 区司法局, 台江公安分局 → 区公安分局. */
export function localName(name: string, place: OwnPlace): string {
  let local = name.replace(/^中共/u, '');
  const own = place.full.at(-1);
  if (own === undefined) return local;
  const at = local.indexOf(own);
  if (at >= 0 && place.full.some((full) => local.startsWith(full)))
    local = place.level + local.slice(at + own.length);
  const ownShort = own.slice(0, -1);
  if (ownShort.length >= 2 && local.startsWith(ownShort) && /(?:局|集团)$/u.test(local))
    local = place.level + local.slice(ownShort.length);
  return local;
}

/** 区金科局 / 区金融和科技局. False for 区科技局 / 区金融科技局: they begin with different words. */
export function abbreviates(short: string, long: string): boolean {
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
