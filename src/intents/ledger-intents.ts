// the intents that answer from the ledger; intents.ts puts them beside the others
import type { Intent } from './intent.ts';
import { countIntent } from './count.ts';
import { listIntent } from './list.ts';
import { problemIntent } from './problem.ts';
import { sanctionsIntent } from './sanctions.ts';

export const LEDGER_INTENTS: readonly Intent[] = [countIntent, listIntent, problemIntent, sanctionsIntent];
