import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { answerMessage } from '../../src/assistant.ts';
import { loadBrains, type Brain } from '../../src/brains.ts';
import { summarizeScores, wilsonInterval } from '../../src/commands/eval-table.ts';
import { checkFloors } from '../../src/commands/floors.ts';
import { readQuestionSet, type ExpectedTurn } from '../../src/commands/question-set.ts';
import { scoreAnswer } from '../../src/commands/score-answer.ts';
import { findUnsupportedFigures } from '../../src/commands/unsupported.ts';

let brain: Brain;
let answer: Answer;
beforeAll(() => {
  const [first] = loadBrains();
  if (first === undefined) throw new Error('seeds/ holds no bulletin');
  brain = first;
  answer = answerMessage(brain, '第148条到什么程度了', {}, null).answer;
});

const EXPECTED: ExpectedTurn = { q: '', gold: ['M148'], accept: [], any_of: false, facts: [], refuse: false };
const score = (given: Answer, expected: Partial<ExpectedTurn>, type = 'fact') =>
  scoreAnswer(given, { ...EXPECTED, ...expected }, type, brain.bulletin.source);
const withText = (text: string, units: readonly string[] = ['M148']): Answer => ({
  ...answer,
  claims: [{ text, units: [...units] }],
});

describe('an answer is scored as CONTRACT.md says', () => {
  it('is right when every gold unit is cited, every fact stands in the text and it is no refusal', () => {
    expect(score(answer, {}).correct).toBe(true);
    expect(score(answer, { gold: ['M148', 'M149'] }).why).toContain('cites M148');
    expect(score(answer, { facts: [['没有这句话', '也没有这句']] }).why).toContain('lacks 没有这句话');
    expect(score({ ...answer, refused: true }, {}).correct).toBe(false);
  });

  it('takes one of gold and accepted units where any one will do', () => {
    expect(score(answer, { gold: ['M1'], accept: ['M148'], any_of: true }).correct).toBe(true);
  });

  it('counts a stray unit against a list only', () => {
    const more = { ...answer, citations: answer.citations.map((one) => ({ ...one, unit: 'M148' })) };
    expect(score(more, { gold: [], accept: [] }, 'list').why).toContain('stray M148');
    expect(score(more, { gold: [], accept: [] }, 'fact').correct).toBe(true);
  });

  it('sees a quote that is not verbatim', () => {
    const [citation] = answer.citations;
    if (citation === undefined) throw new Error('no citation');
    expect(score(answer, {}).verbatim).toBe(true);
    expect(score({ ...answer, citations: [{ ...citation, quote: '改过的引文' }] }, {}).verbatim).toBe(false);
  });

  it('wants a refusal where a refusal is right', () => {
    expect(score(answer, { refuse: true }).why).toBe('not refused');
    expect(score({ ...answer, refused: true }, { refuse: true }).correct).toBe(true);
  });
});

describe('figures without a source', () => {
  it('are found, also a changed digit', () => {
    expect(findUnsupportedFigures(withText('盘活闲置房产98765.4平方米'), brain)).toHaveLength(1);
    expect(findUnsupportedFigures(withText(brain.lookup.get('M148')?.text ?? ''), brain)).toEqual([]);
  });

  it('are not the labels and counts of the program itself', () => {
    const counted = '通报载明相关整改措施2条(问题49、50),其中已完成9876条。';
    expect(findUnsupportedFigures(withText(counted, ['M148', 'M149']), brain)).toEqual(['9876条']);
  });
});

describe('floors', () => {
  it('are missed by a share below them, and by any unsupported figure', () => {
    const measured = { type: 'fact', score: score(answer, {}), elapsedMs: 1 };
    const rows = summarizeScores([
      { ...measured, unsupported: [] },
      { ...measured, score: score(answer, { refuse: true }), unsupported: ['98765'] },
    ]);
    expect(checkFloors(rows, { fact: { correct: 0.5 } })).toEqual(['fact: 1 个数字没有出处']);
    expect(checkFloors(rows, { fact: { correct: 0.51 } })).toHaveLength(2);
  });

  it('stand beside intervals that shrink with the number of questions', () => {
    const [low, high] = wilsonInterval(92, 100);
    expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.850', '0.959']);
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });
});

describe('a question set', () => {
  it('names the line it cannot read', () => {
    expect(() => readQuestionSet('{"id":"1","type":"fact","q":"问"}\n{"id":"2"}', 'set.jsonl')).toThrow(
      'set.jsonl 第2行',
    );
  });
});
