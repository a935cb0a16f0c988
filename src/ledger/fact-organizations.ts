import { z } from 'zod';
import { joinDistinct, quoteCitation, quotedSchema, type FactDeclaration } from './fact.ts';
import type { OrganizationMention } from './ledger.ts';

function describeMention({ name, role }: OrganizationMention): string {
  return role === null ? name : `${name}(${role})`;
}

/** A body once, with its role where one mention gives it. */
function describeMentions(mentions: readonly OrganizationMention[]): string {
  const withRole = new Set(mentions.filter(({ role }) => role !== null).map(({ name }) => name));
  const shown = mentions.filter((mention) => mention.role !== null || !withRole.has(mention.name));
  return joinDistinct(shown.map(describeMention), '、');
}

export const organizationsFact: FactDeclaration<'organizations'> = {
  key: 'organizations',
  derive: ({ unit, organizations }) => organizations.get(unit.id) ?? [],
  schema: {
    organizations: z.array(
      quotedSchema.extend({
        name: z.string().min(1),
        role: z.enum(['牵头', '配合', '属地', '责任单位']).nullable(),
      }),
    ),
  },
  line: ({ organizations }) => ({
    organizations: organizations.map(({ name, citation, role }) => ({
      name,
      ...quoteCitation(citation),
      role,
    })),
  }),
  columns: [{ title: '涉及单位', width: 30, cell: ({ organizations }) => describeMentions(organizations) }],
  filters: {
    organization: ({ organizations }, wanted) =>
      organizations.some(({ name, citation }) => name === wanted || citation.quote === wanted),
  },
};
