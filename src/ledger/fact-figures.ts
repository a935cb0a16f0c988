import { z } from 'zod';
import { quoteCitation, quotedSchema, type FactDeclaration } from './fact.ts';
import { findFigures } from './figures.ts';

export const figuresFact: FactDeclaration<'figures'> = {
  key: 'figures',
  derive: ({ bulletin, unit }) => findFigures(unit, bulletin.source),
  schema: {
    figures: z.array(quotedSchema.extend({ value: z.number(), unit: z.string(), of: z.string() })),
  },
  line: ({ figures }) => ({
    figures: figures.map(({ citation, value, unit, of }) => ({
      ...quoteCitation(citation),
      value,
      unit,
      of,
    })),
  }),
  columns: [],
  filters: {},
};
