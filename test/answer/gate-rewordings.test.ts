import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkModelClaim, type ModelClaim } from '../../src/answer/model-gate.ts';
import { createWordTagger } from '../../src/answer/wording.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { createRandom, EDITS, mutateClaim, type Edit, type Vocabulary } from './mutations.ts';
import { readRealBulletin } from './real-bulletin.ts';

const { lookup, ledger } = readRealBulletin();
const { bulletin } = lookup;
const context = {
  lookup,
  ledger,
  tag: createWordTagger(),
  allowed: new Set(bulletin.units.map(({ id }) => id)),
};

const line = z.strictObject({ unit: z.string(), text: z.string() });

/** Faithful rewordings written by hand, one a line. */
function readRewordings(file: string): ModelClaim[] {
  return readFileSync(`test/answer/${file}`, 'utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => line.parse(JSON.parse(text)))
    .map(({ unit, text }) => ({ text, units: [unit] }));
}

const tuned = readRewordings('rewordings.jsonl');
const held = readRewordings('rewordings.held.jsonl');

/** How many pass as they are, and what became of the others. */
function judge(claims: readonly ModelClaim[]): { rate: number; failed: string[] } {
  const failed = claims.flatMap((claim) => {
    const verdict = checkModelClaim(claim, context);
    return verdict.kind === 'passed' ? [] : [`${verdict.why}: ${claim.text}`];
  });
  return { rate: 1 - failed.length / claims.length, failed };
}

describe('faithful rewordings pass', () => {
  it.each<[string, ModelClaim[]]>([
    ['the even half of the first 360', tuned.filter((_, at) => at % 2 === 0)],
    ['the odd half of the first 360', tuned.filter((_, at) => at % 2 === 1)],
    ['those written after the gate', held],
  ])('at least 98 % of %s', (_, claims) => {
    expect(claims.length).toBeGreaterThanOrEqual(150);
    const { rate, failed } = judge(claims);
    expect(rate, failed.join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  it('and so does every sentence of the bulletin in its own words', () => {
    const sentences = lookup.measures.flatMap(({ id, body }) =>
      splitSentences(bulletin.source, body)
        .map((span) => ({ text: bulletin.source.slice(span.start, span.end), units: [id] }))
        .filter(({ text }) => text.length >= 12 && text.length <= 300),
    );
    const { rate, failed } = judge(sentences);
    expect(rate, failed.join('\n')).toBeGreaterThanOrEqual(0.99);
  });
});

/** Names of one kind are exchanged for one another. */
const vocabulary: Vocabulary = {
  units: lookup.measures.map(({ id }) => id),
  names: [
    ledger.organizations.flatMap(({ variants }) => variants).filter((name) => name.length >= 3),
    ledger.names.map(({ name }) => name).filter((name) => name.length >= 3 && name.length <= 10),
    [
      '赖悦心',
      '陈国兰',
      '洪光曦',
      '黄金根',
      '倪沛业',
      '张家焜',
      '董建峰',
      '林挺',
      '杜成发',
      '叶杰',
      '卓毅',
    ].concat([
      '陈雨晴',
      '张海鹰',
      '戴天惠',
      '林岚',
      '林杭',
      '卓文达',
      '戴金艺',
      '宋建华',
      '陈云帆',
      '郑传芳',
    ]),
    ledger.documents.flatMap(({ titles }) => titles),
  ],
};

describe('one wrong word is caught', () => {
  const verbatim = lookup.measures.flatMap(({ id, body }) =>
    splitSentences(bulletin.source, body)
      .map((span) => ({ text: bulletin.source.slice(span.start, span.end), units: [id] }))
      .filter(({ text }) => text.length >= 12 && text.length <= 160),
  );
  const right = [...tuned, ...held, ...verbatim].filter(
    (claim) => checkModelClaim(claim, context).kind === 'passed',
  );

  function mutate(edit: Edit, random: () => number): ModelClaim {
    for (;;) {
      const claim = right[Math.floor(random() * right.length)];
      const mutant = claim === undefined ? null : mutateClaim(claim, edit, vocabulary, random);
      if (mutant !== null) return mutant;
    }
  }

  it('in at least 99 % of 1,000 single edits of right claims (seed 2024)', () => {
    const random = createRandom(2024);
    const missed: string[] = [];
    for (let i = 0; i < 1_000; i += 1) {
      const edit = EDITS[i % EDITS.length] ?? 'digit';
      const mutant = mutate(edit, random);
      if (checkModelClaim(mutant, context).kind === 'passed') {
        missed.push(`${edit} [${mutant.units.join(' ')}] ${mutant.text}`);
      }
    }
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(10);
  });
});
