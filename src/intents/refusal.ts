/** Why a question was not answered; the same words as in CONTRACT.md. */
export type RefusalReason =
  'not-in-bulletin' | 'false-premise' | 'out-of-range' | 'out-of-scope' | 'unclear' | 'not-allowed';
