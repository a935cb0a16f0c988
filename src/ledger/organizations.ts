// units → spans by shape, lexicon and learned names → elliptic items → canonical names → mentions and index
import type { Bulletin, Unit, UnitId } from '../bulletin/bulletin.ts';
import type { Span } from '../text/span.ts';
import type { Organization, OrganizationMention } from './ledger.ts';
import { joinNames } from './organization-join.ts';
import { learnCompanies } from './organization-learned.ts';
import { readOrganizationLexicon } from './organization-lexicon.ts';
import { fieldsOf, findElliptic, findFields, markElliptic } from './organization-lists.ts';
import { findSpans, keepLongest } from './organization-mentions.ts';
import { learnOwnPlace, type OwnPlace } from './organization-places.ts';
import { readRole } from './organization-roles.ts';
import { organizationShapes } from './organization-shapes.ts';

/** Lexicon forms without a level that name a body wherever they stand: 城管局党组会, 整改办; not 财政, 街道, 党委. */
const BARE_BODY =
  /(?:局|法院|检察院|国投|城投|集团|效能办|政府办|整改办|党建办|宜居办|督查室|巡察办|联席办|编办|组织部|政法委|发改委)$/u;

interface RawMention {
  readonly unit: Unit;
  readonly span: Span;
  readonly text: string;
  readonly elliptic: boolean;
  readonly role: OrganizationMention['role'];
}

/**
 * Every body named in the bulletin, by unit and by canonical name.
 * @param lexicon text of `seeds/lexicon/organizations.txt`; the empty string leaves shapes and learning alone
 */
export function findOrganizations(
  bulletin: Bulletin,
  lexicon: string,
): { mentions: Map<UnitId, OrganizationMention[]>; organizations: Organization[] } {
  const place = learnOwnPlace(bulletin);
  const known = readOrganizationLexicon(lexicon, place.level);
  const shapes = organizationShapes(place);
  const names = [
    ...known.full,
    ...[...known.bare].filter((name) => BARE_BODY.test(name) && name.length >= 2),
    ...learnCompanies(bulletin),
  ];
  const fields = fieldsOf(known.canonical.keys());
  const raw = bulletin.units.flatMap((unit) => findInUnit(unit, shapes, names, fields, place));
  const counts = new Map<string, number>();
  for (const { text } of raw) counts.set(text, (counts.get(text) ?? 0) + 1);
  const canonical = joinNames(counts, place, known);
  const mentions = new Map<UnitId, OrganizationMention[]>();
  const index = new Map<string, { variants: Set<string>; units: Set<UnitId> }>();
  for (const mention of raw) {
    const name = canonical.get(mention.text) ?? mention.text;
    const start = mention.unit.body.start + mention.span.start;
    const span = { start, end: start + mention.text.length };
    const list = mentions.get(mention.unit.id) ?? [];
    list.push({
      name,
      citation: { unit: mention.unit.id, span, quote: bulletin.source.slice(span.start, span.end) },
      role: mention.role,
      elliptic: mention.elliptic,
    });
    mentions.set(mention.unit.id, list);
    const entry = index.get(name) ?? { variants: new Set(), units: new Set() };
    entry.variants.add(mention.text);
    entry.units.add(mention.unit.id);
    index.set(name, entry);
  }
  const organizations = [...index].map(([name, { variants, units }]) => ({
    name,
    variants: [...variants],
    units: [...units],
  }));
  return { mentions, organizations };
}

function findInUnit(
  unit: Unit,
  shapes: readonly RegExp[],
  names: readonly string[],
  fields: ReadonlySet<string>,
  place: OwnPlace,
): RawMention[] {
  const text = unit.text;
  const named = findSpans(text, shapes, names);
  const elliptic = findElliptic(text, named);
  const bare = findFields(text, fields, [...named, ...elliptic]);
  const spans = keepLongest([...named, ...elliptic, ...bare]);
  const marks = markElliptic(text, spans, place.short);
  return spans.map((span, index) => ({
    unit,
    span,
    text: text.slice(span.start, span.end),
    elliptic: marks[index] === true || bare.some((other) => other.start === span.start),
    role: readRole(text, spans, index),
  }));
}
