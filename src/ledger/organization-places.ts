import type { Bulletin } from '../bulletin/bulletin.ts';

/** The place the bulletin is about, read from its own words. */
export interface OwnPlace {
  /** What its bodies begin with: 区, 县, 市 or 旗. */
  readonly level: string;
  /** Full names from the largest down: 某省, 某市, 某区. */
  readonly full: readonly string[];
  /** The same without their last character: 某某公安分局. */
  readonly short: readonly string[];
}

/** 「中共江城市青禾区委关于…」, 「中共某县委员会」 */
const OWNER =
  /(?:中共)?(?<province>[\u4e00-\u9fff]{2,3}省)?(?<city>[\u4e00-\u9fff]{2,4}?市)?(?<own>[\u4e00-\u9fff]{1,4}?[区县旗市])委/u;

/** Learned from issuer and title; empty names where neither tells. */
export function learnOwnPlace(bulletin: Bulletin): OwnPlace {
  const groups = [bulletin.meta.issuer ?? '', bulletin.meta.title]
    .map((text) => OWNER.exec(text)?.groups)
    .find((found) => found !== undefined);
  const own = groups?.['own'] ?? null;
  const full = [findProvince(bulletin.source), groups?.['province'], groups?.['city'], own].filter(
    (name): name is string => name != null && name.length > 1,
  );
  const unique = [...new Set(full)];
  return {
    level: own?.at(-1) ?? '区',
    full: unique,
    short: unique.map((name) => name.slice(0, -1)).filter((name) => name.length >= 2),
  };
}

/** The province named most often with its full name: 福建省委党校, 福建省公共资源…平台. */
function findProvince(source: string): string | null {
  const counts = new Map<string, number>();
  for (const match of source.matchAll(
    /(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,3}省(?=[\u4e00-\u9fff])|[\u4e00-\u9fff]{2}省(?=委|政府|人民|工程|公共|发展|财政)/gu,
  )) {
    const name = match[0];
    if (/[全各本我由对和与及、在]/u.test(name)) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best !== undefined && best[1] >= 2 ? best[0] : null;
}
