import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../src/assistant.ts';
import { loadBrains } from '../../src/brains.ts';
import type { UnitId } from '../../src/bulletin/bulletin.ts';
import { readQuestionSet } from '../../src/commands/question-set.ts';
import { refusalReasonSchema } from '../../src/answer/answer.ts';
import { chooseIntent, INTENTS } from '../../src/intents/intents.ts';
import type { Turn } from '../../src/question/turn.ts';
import { findBreaches } from '../reply-contract.ts';
import { askOf } from './summary-scene.ts';

const [brain] = loadBrains();
if (brain === undefined) throw new Error('no bulletin in seeds/');

describe.each(INTENTS)('$name', ({ name, examples, score, ceiling = 1, draft }) => {
  it.each(examples)('answers %s, and no other intent does', (message) => {
    const scene = askOf(brain, message);
    const others = INTENTS.filter((intent) => intent.name !== name).map((intent) => intent.score(scene));
    expect(chooseIntent(scene).name).toBe(name);
    expect(score(scene)).toBeGreaterThan(Math.max(...others));
    expect(findBreaches(answerMessage(brain, message, {}, null), brain)).toEqual([]);
  });

  it('scores between 0 and its ceiling, and gives a reason with every refusal', () => {
    const all = INTENTS.flatMap((intent) => intent.examples);
    for (const message of all) {
      const scene = askOf(brain, message);
      const given = score(scene);
      expect(given).toBeGreaterThanOrEqual(0);
      expect(given).toBeLessThanOrEqual(ceiling);
      if (given === 0) continue;
      const { refusal, notes, claims } = draft(scene);
      if (refusal !== null) expect(refusalReasonSchema.options).toContain(refusal);
      if (refusal !== null && claims.length === 0) expect(notes.join('')).not.toBe('');
    }
  });
});

it('every intent has a name of its own', () => {
  expect(new Set(INTENTS.map(({ name }) => name)).size).toBe(INTENTS.length);
});

it('chooses as if every intent were asked', () => {
  const path = 'test/eval/questions.sample.jsonl';
  for (const { turns } of readQuestionSet(readFileSync(path, 'utf8'), path)) {
    const scene = askOf(brain, turns[0]?.q ?? '');
    const scores = INTENTS.map(({ score }) => score(scene));
    expect(chooseIntent(scene)).toBe(INTENTS[scores.indexOf(Math.max(...scores))]);
  }
});

/** Tuning halves only: the held halves measure, they do not teach. */
const SETS = ['test/eval/questions.sample.jsonl'].concat(
  readdirSync('test/eval/own')
    .filter((name) => name.endsWith('.tune.jsonl'))
    .map((name) => `test/eval/own/${name}`),
);

describe.each(SETS)('every answer to %s', (path) => {
  it('keeps the contract', () => {
    const breaches = readQuestionSet(readFileSync(path, 'utf8'), path).flatMap(({ id, turns }) => {
      let turn: Turn | undefined;
      return turns.flatMap(({ q }, i) => {
        const reply = answerMessage(brain, q, turn === undefined ? {} : { turn }, null);
        turn = reply.turn;
        return findBreaches(reply, brain).map(
          (breach) => `${id}#${i + 1} ${q} [${reply.answer.intent}]: ${breach}`,
        );
      });
    });
    expect(breaches).toEqual([]);
  });
});

const PIECES = [
  '第148条',
  '问题49',
  '第298条',
  '哪些还没完成',
  '多少',
  '下一条',
  '更多',
  '汇总一下',
  '比',
  '加起来',
  '还是',
  '各多少',
  '处分了几人',
  '《关于',
  '》',
  '“',
  '10月底前',
  '区城管局',
  '闲置房产',
  '<b>',
  '<script>',
  '\u0000',
  '\ud83d',
  '\udc00',
  '0',
  '%',
  '。',
  '\n',
  'DROP TABLE',
  '${x}',
  '__proto__',
  '巡视整该',
];
const message = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })), {
      maxLength: 8,
    })
    .map((pieces) => pieces.join('')),
  fc
    .array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { maxLength: 30 })
    .map((codes) => String.fromCharCode(...codes)),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((codes) => String.fromCharCode(...codes)),
  fc
    .constantFrom(...PIECES)
    .chain((piece) => fc.integer({ min: 1, max: 1500 }).map((times) => piece.repeat(times))),
);
const units = fc.subarray<UnitId>(['M1', 'M148', 'M297', 'P49', 'D3.3', 'S1.0', 'E0'], { maxLength: 4 });
const turns: fc.Arbitrary<Turn | null> = fc.option(
  fc
    .record({
      bulletin: fc.constant(brain.bulletin.id),
      question: fc.constantFrom('闲置房产盘活了多少', '', '哪些还没完成'),
      intent: fc.constantFrom('fact', 'list', 'summary', 'lookup', 'unknown'),
      units,
      near: units,
      list: units,
      shown: fc.integer({ min: 0, max: 4 }),
      history: fc.array(fc.record({ question: fc.constant('红星小学'), units }), { maxLength: 2 }),
    })
    .map((turn) => ({ ...turn, shown: Math.min(turn.shown, turn.list.length) })),
);

it('no intent throws whatever is written, and every answer keeps the contract', () => {
  fc.assert(
    fc.property(message, turns, units, (text, turn, quotedUnits) => {
      const context = { quotedUnits, ...(turn === null ? {} : { turn }) };
      const scene = askOf(brain, text, turn);
      for (const intent of INTENTS)
        expect([intent.name, intent.score(scene) >= 0]).toEqual([intent.name, true]);
      expect(findBreaches(answerMessage(brain, text, context, null), brain)).toEqual([]);
    }),
    { numRuns: 500, seed: 20_240_126 },
  );
});
