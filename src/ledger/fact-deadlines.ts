import { z } from 'zod';
import { quoteCitation, quotedSchema, type FactDeclaration } from './fact.ts';
import type { Deadline } from './ledger.ts';

/** 「2023年10月底前(2023-10-31,发布时已过):剩余13个项目均可在2023年10月底前完成」 */
function describeDeadline({ citation, date, passed, task }: Deadline): string {
  const resolved = [date ?? '', passed === true ? '发布时已过' : ''].filter((part) => part !== '');
  return `${citation.quote}${resolved.length === 0 ? '' : `(${resolved.join(',')})`}:${task.quote}`;
}

export const deadlinesFact: FactDeclaration<'deadlines'> = {
  key: 'deadlines',
  derive: ({ deadlines }) => deadlines,
  schema: {
    deadlines: z.array(quotedSchema.extend({ date: z.iso.date().nullable(), task: z.string().min(1) })),
  },
  line: ({ deadlines }) => ({
    deadlines: deadlines.map(({ citation, date, task }) => ({
      ...quoteCitation(citation),
      date,
      task: task.quote,
    })),
  }),
  columns: [
    { title: '完成时限', width: 32, cell: ({ deadlines }) => deadlines.map(describeDeadline).join('\n') },
  ],
  filters: {
    dueBefore: ({ deadlines }, day) => deadlines.some(({ date }) => date !== null && date <= day),
    dueAfter: ({ deadlines }, day) => deadlines.some(({ date }) => date !== null && date > day),
  },
};
