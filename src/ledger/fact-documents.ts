import { z } from 'zod';
import { joinDistinct, type FactDeclaration } from './fact.ts';

export const documentsFact: FactDeclaration<'documents'> = {
  key: 'documents',
  derive: ({ unit, documents }) => documents.get(unit.id) ?? [],
  schema: {
    documents: z.array(
      z.object({
        title: z.string().min(1),
        number: z.string().nullable(),
        start: z.number().int().nonnegative(),
        end: z.number().int().positive(),
      }),
    ),
  },
  line: ({ documents }) => ({
    documents: documents.map(({ title, number, citation }) => ({
      title,
      number,
      start: citation.span.start,
      end: citation.span.end,
    })),
  }),
  columns: [
    {
      title: '文件',
      width: 36,
      cell: ({ documents }) =>
        joinDistinct(
          documents.map(({ title, number }) => `《${title}》${number === null ? '' : `(${number})`}`),
          '\n',
        ),
    },
  ],
  filters: {
    document: ({ documents }, wanted) =>
      documents.some(({ title, name }) => title === wanted || name === wanted),
  },
};
