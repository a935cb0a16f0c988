import { describe, expect, it } from 'vitest';
import { isRecord, readLabels, splitHalves } from './labels.ts';
import { deriveRealLedger, readRealBulletin } from './seeds.ts';

interface Label {
  readonly n: number;
  readonly mentions: readonly { readonly text: string; readonly count: number; readonly elliptic: boolean }[];
}

function isLabel(value: unknown): value is Label {
  return isRecord(value) && typeof value['n'] === 'number' && Array.isArray(value['mentions']);
}

const bulletin = readRealBulletin();
const ledger = deriveRealLedger(bulletin);

function countMentions(labels: readonly Label[]): { precision: number; recall: number } {
  let right = 0;
  let found = 0;
  let gold = 0;
  for (const { n, mentions } of labels) {
    const got = new Map<string, number>();
    for (const { citation } of ledger.measures.find(({ unit }) => unit === `M${n}`)?.organizations ?? []) {
      got.set(citation.quote, (got.get(citation.quote) ?? 0) + 1);
      found += 1;
    }
    for (const { text, count } of mentions) {
      right += Math.min(count, got.get(text) ?? 0);
      gold += count;
    }
  }
  return { precision: right / found, recall: right / gold };
}

describe('organisations against 66 measures annotated by hand, span by span', () => {
  const { tuned, held } = splitHalves(readLabels('organizations.labels.jsonl', isLabel));

  it.each([
    ['the half looked at', tuned, 0.96, 0.98],
    ['the half kept aside', held, 0.96, 0.93],
  ])('%s: precision and recall stay above their floors', (_, labels, precision, recall) => {
    const measured = countMentions(labels);
    expect(measured.precision).toBeGreaterThanOrEqual(precision);
    expect(measured.recall).toBeGreaterThanOrEqual(recall);
  });
});
