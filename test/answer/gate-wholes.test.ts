import { describe, expect, it } from 'vitest';
import { checkModelClaim } from '../../src/answer/model-gate.ts';
import { context } from './gate-scene.ts';

function why(text: string, unit: string): string | null {
  const verdict = checkModelClaim({ text, units: [unit] }, context);
  return verdict.kind === 'passed' ? null : verdict.why;
}

describe('all is not said of a part', () => {
  it.each([
    ['that the source counts', '395宗违建已全部拆除。', 'M271', /counts a part/],
    [
      'beside which it counts what is left',
      '区金科局违规款项已全部追缴,共2653938元。',
      'M191',
      /what is left/,
    ],
    ['of which there are fewer', '勉强运行的食堂也已全部消除。', 'M44', /fewer|all/],
  ])('%s: %s', (_, text, unit, reason) => {
    expect(why(text, unit)).toMatch(reason);
  });

  it('but of what is named one by one', () => {
    expect(why('对整治进展慢的问题发出工作提示函,区教育局、区文旅局都收到过。', 'M133')).toBeNull();
  });
});

describe('what no source says is not added', () => {
  it.each([
    ['praise', '实名举报4件,群众满意率100%,同比上升50%,表现突出。', 'M126', /praise/],
    ['a rank', '在全市率先检查餐饮店1900多家次。', 'M33', /rank/],
    ['a reason', '由于市里领导亲自出面协调,检查餐饮店1900多家次。', 'M33', /reason/],
    ['the end of an inquiry', '该问题线索经市纪委监委提级办理,已查结。', 'M141', /查结/],
    ['a judgement', '市中院已于2023年10月11日对合同纠纷案作出判决。', 'M149', /判决/],
  ])('%s: %s', (_, text, unit, reason) => {
    expect(why(text, unit)).toMatch(reason);
  });
});

describe('work that goes on may be told in everyday words', () => {
  it.each([
    ['宝龙城市广场还在打造2万平方米的双层餐饮主题区。', 'M48'],
    ['钢趸船还在封板、压载。', 'M17'],
  ])('%s', (text, unit) => {
    expect(why(text, unit)).toBeNull();
  });
});
