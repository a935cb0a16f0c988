import { describe, expect, it } from 'vitest';
import { ask } from './ledger-scene.ts';
import { loadBrain } from './summary-scene.ts';

const brain = loadBrain();

describe('an answer holds what was asked for where its unit does', () => {
  it.each([
    ['纠治基层不良现象立了6个人,还有几个没查完', 'M178', '其余5人'],
    ['470个小区排查出多少条隐患', 'M79', '1015条'],
    ['福利中心竣工验收是哪天通过的', 'M182', '2023年5月19日'],
  ])('%s', (message, unit, words) => {
    const answer = ask(brain, message);
    expect(answer.units).toContain(unit);
    expect(answer.text).toContain(words);
  });

  it('stays short where the sentence that answers is shown already', () => {
    expect(ask(brain, '红星小学新建能添多少学位').text.length).toBeLessThan(160);
  });
});
