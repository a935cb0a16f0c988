// a kind of body (街道, 社区, 局, 集团) → the names of that kind the bulletin prints, each with the units that print it
import type { Citation, Unit } from '../bulletin/bulletin.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { IntentContext } from './intent.ts';
import { bodySource } from './filter-names.ts';
import { citeAround } from './quote.ts';

/** Kinds whose names are part of other names: 后洲街道 of 后洲街道某某社区, of 后洲街道党工委. */
const PLACES: Readonly<Record<string, RegExp>> = {
  街道: /^(?:\p{Script=Han}{0,6}[市区县旗])?(?<name>\p{Script=Han}{2,3}街道)/u,
  社区: /^(?:\p{Script=Han}{0,6}[市区县旗])?(?:\p{Script=Han}{2,3}街道)?(?<name>\p{Script=Han}{2,4}社区)$/u,
};
/** Kinds whose names are those of the ledger. */
const ENDS: Readonly<Record<string, RegExp>> = {
  局: /局$/u,
  部门: /(?:局|(?<!^[省市区县旗]|党工)委|办|(?<!指挥)部|中心)$/u,
  集团: /集团$/u,
  公司: /公司$/u,
  企业: /(?:公司|集团)$/u,
  国企: /(?:公司|集团)$/u,
};

export const BODY_KINDS: readonly string[] = [...Object.keys(PLACES), ...Object.keys(ENDS)];

export interface NamedBody {
  readonly name: string;
  /** The first place of every unit that prints it, in document order. */
  readonly citations: readonly Citation[];
}

/** The names of the kind the ledger knows, as the bulletin prints them. */
export function namesOfKind(
  { organizations }: Pick<Ledger, 'organizations'>,
  kind: string,
): readonly string[] {
  const place = PLACES[kind];
  const end = ENDS[kind];
  if (place === undefined)
    return end === undefined ? [] : organizations.flatMap(({ name }) => (end.test(name) ? [name] : []));
  const names = organizations.flatMap(({ name, variants }) =>
    [name, ...variants].flatMap((form) => place.exec(form)?.groups?.['name'] ?? []),
  );
  return [...new Set(names)];
}

/** The bodies of the kind that `units` print by their names, those in most units first. */
export function findBodies(context: IntentContext, kind: string, units: readonly Unit[]): NamedBody[] {
  return namesOfKind(context.ledger, kind)
    .map((name) => ({ name, citations: citeBody(context, name, units) }))
    .filter(({ citations }) => citations.length > 0)
    .sort((a, b) => b.citations.length - a.citations.length);
}

/** In any form the ledger knows it by, in a row with others too: 柳桥、河西等2个街道. */
export function citeBody(context: IntentContext, name: string, units: readonly Unit[]): Citation[] {
  const body = context.ledger.organizations.find((one) => one.name === name);
  const forms = [...new Set([name, ...(body?.variants ?? [])])].filter(
    (form) => form === name || form.length >= SHORTEST_FORM,
  );
  const sources = forms.map((form) => bodySource(form, context.ledger.organizations));
  const pattern = new RegExp(sources.join('|'), 'u');
  return units.flatMap((unit): Citation[] => {
    const match = pattern.exec(unit.text);
    if (match === null) return [];
    const start = unit.body.start + match.index;
    return [citeAround(unit, context.bulletin.source, { start, end: start + match[0].length })];
  });
}

/** 教育 alone is no body. */
const SHORTEST_FORM = 3;
