import { z } from 'zod';
import { quoteCitation, quotedSchema, type FactDeclaration } from './fact.ts';
import { STATUS_LABELS, STATUSES, type MeasureFacts } from './ledger.ts';
import { deriveStatus } from './status.ts';

/** The deciding words and, where the text counts them, what is finished and what remains. */
function describeGround({ status }: MeasureFacts): string {
  const parts = [
    status.citation.quote,
    ...status.finished.map((citation) => `已完成:${citation.quote}`),
    ...status.remaining.map((citation) => `剩余:${citation.quote}`),
  ];
  return [...new Set(parts)].join('\n');
}

export const statusFact: FactDeclaration<'status'> = {
  key: 'status',
  derive: ({ bulletin, unit, deadlines }) => deriveStatus(unit, bulletin.source, deadlines),
  schema: {
    status: z.enum(STATUSES),
    evidence: quotedSchema,
    confidence: z.enum(['certain', 'likely', 'unsure']),
  },
  line: ({ status }) => ({
    status: status.value,
    evidence: quoteCitation(status.citation),
    confidence: status.confidence,
  }),
  columns: [
    { title: '状态', width: 10, cell: (facts) => STATUS_LABELS[facts.status.value] },
    { title: '判定依据', width: 44, cell: describeGround },
  ],
  filters: { status: (facts, wanted) => facts.status.value === wanted },
};
