// the intents that answer from the ledger; intents.ts puts them beside the others
import type { Intent } from './intent.ts';
import { compareIntent } from './compare.ts';
import { computeIntent } from './compute.ts';
import { countIntent } from './count.ts';
import { listIntent } from './list.ts';
import { problemIntent } from './problem.ts';
import { sanctionsIntent } from './sanctions.ts';

export const LEDGER_INTENTS: readonly Intent[] = [
  compareIntent,
  computeIntent,
  countIntent,
  listIntent,
  problemIntent,
  sanctionsIntent,
];
