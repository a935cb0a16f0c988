/** Groups of names of one body, read from `seeds/lexicon/organizations.txt`. */
export interface OrganizationLexicon {
  /** Any printed form → canonical name of its group (own level already put in place of 区). */
  readonly canonical: ReadonlyMap<string, string>;
  /** Forms that name a body wherever they stand: they carry a level (区金科局, 市中院, 中央纪委). */
  readonly full: readonly string[];
  /** Forms without a level (城投集团, 审计局, 财政); they name a body only where the text supports it. */
  readonly bare: ReadonlySet<string>;
}

const LEVELED = /^(?:中共)?(?:区|县|市|旗|省|中央|国家|全国)/u;

/**
 * One group a line, full name first, variants after, `#` comments. The file is written for districts (区…);
 * `level` is the character the bulletin's own bodies begin with (区, 县, 市 or 旗).
 */
export function readOrganizationLexicon(lexicon: string, level: string): OrganizationLexicon {
  const canonical = new Map<string, string>();
  const full = new Set<string>();
  const bare = new Set<string>();
  for (const line of lexicon.split('\n')) {
    const names = line
      .replace(/#.*$/u, '')
      .trim()
      .split(/\s+/u)
      .filter((name) => name !== '')
      .map((name) => (level !== '区' && name.startsWith('区') ? level + name.slice(1) : name));
    const [head] = names;
    if (head === undefined) continue;
    for (const name of names) {
      if (!canonical.has(name)) canonical.set(name, head);
      (LEVELED.test(name) ? full : bare).add(name);
    }
  }
  return { canonical, full: [...full].sort((a, b) => b.length - a.length), bare };
}
