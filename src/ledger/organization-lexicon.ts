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

/** Forms that stand for many bodies or for none: 区属国企, 区级医院, 区政府常务会议. */
const COLLECTIVE = /^[区县市旗](?:属|级)|(?:企业|国企|医院|常务会议)$/u;

function levelOf(name: string): string {
  return /^(?:中共)?(中央|国家|全国|[区县市旗省])/u.exec(name)?.[1] ?? '';
}

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
      // 市城管委 in the group of 区城市管理委员会 is another body: a name with another level joins nothing
      if (LEVELED.test(name) && levelOf(name) !== levelOf(head)) {
        full.add(name);
        continue;
      }
      if (!canonical.has(name)) canonical.set(name, head);
      if (!LEVELED.test(name)) bare.add(name);
      else if (!COLLECTIVE.test(name)) full.add(name);
    }
  }
  return { canonical, full: [...full].sort((a, b) => b.length - a.length), bare };
}
