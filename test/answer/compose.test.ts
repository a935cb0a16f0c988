import { describe, expect, it } from 'vitest';
import { answerSchema } from '../../src/answer/answer.ts';
import { composeAnswer } from '../../src/answer/compose.ts';
import { claim, draftAnswer, draftRefusal } from '../../src/intents/intent.ts';
import { readRealBulletin } from './real-bulletin.ts';

const { lookup } = readRealBulletin();
const meta = { question: '红星小学有多少学位?', intent: 'fact', writer: 'extractive', lookup, turn: null };
const school = claim('可新增2700个学位', [lookup.cite('M37')]);
const both = claim('红星小学已缴纳地价款', [lookup.cite('M35'), lookup.cite('M37')]);

describe('an answer', () => {
  it('cites exactly the units of its claims, each quote once, with the label people say', () => {
    const answer = composeAnswer(draftAnswer({ claims: [school, both] }), meta);
    expect(answerSchema.parse({ ...answer, text: '', elapsedMs: 0 })).toMatchObject({
      refused: false,
      reason: null,
    });
    expect(answer.claims.map(({ units }) => units)).toEqual([['M37'], ['M35', 'M37']]);
    expect(answer.citations.map(({ unit, label }) => [unit, label])).toEqual([
      ['M37', '第37条'],
      ['M35', '第35条'],
    ]);
    for (const { quote, start, end } of answer.citations) {
      expect(lookup.bulletin.source.slice(start, end)).toBe(quote);
    }
  });

  it('refuses when verification left nothing of what it meant to say', () => {
    const answer = composeAnswer(draftAnswer({ candidates: ['M37'] }), meta, 2);
    expect(answer).toMatchObject({ refused: true, reason: 'not-in-bulletin', candidates: ['M37'] });
  });

  it('is no refusal when it never meant to state anything', () => {
    expect(composeAnswer(draftAnswer({ notes: ['您好'] }), meta)).toMatchObject({
      refused: false,
      claims: [],
    });
  });

  it('keeps the reason of a refusal and the claims that correct the premise', () => {
    const answer = composeAnswer(draftRefusal('false-premise', '前提有误', { claims: [school] }), meta);
    expect(answer).toMatchObject({ refused: true, reason: 'false-premise' });
    expect(answer.citations).toHaveLength(1);
  });

  it('has the same id for the same question and another one for another', () => {
    const id = (question: string): string => composeAnswer(draftAnswer({}), { ...meta, question }).id;
    expect(id('红星小学')).toBe(id('红星小学'));
    expect(id('红星小学')).not.toBe(id('十四中'));
    expect(id('红星小学')).toMatch(/^[0-9a-f]{16}$/);
  });
});
