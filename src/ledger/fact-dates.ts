import { z } from 'zod';
import { findDateFacts } from './dates.ts';
import { quoteCitation, quotedSchema, type FactDeclaration } from './fact.ts';

export const datesFact: FactDeclaration<'dates'> = {
  key: 'dates',
  derive: ({ bulletin, unit }) => findDateFacts(unit, bulletin.source),
  schema: {
    dates: z.array(quotedSchema.extend({ from: z.iso.date().nullable(), to: z.iso.date().nullable() })),
  },
  line: ({ dates }) => ({
    dates: dates.map(({ citation, start, end }) => ({ ...quoteCitation(citation), from: start, to: end })),
  }),
  columns: [],
  filters: {},
};
