import { describe, expect, test } from 'vitest';
import { countsWithoutNaming } from '../../src/intents/counted-set.ts';
import { otherNumber } from '../../src/intents/numbered-name.ts';

describe('members of a counted set', () => {
  test.each([
    ['有五个旧小区不够格翻新,是哪五个', '剩余5个不符合改造标准,暂无法进行改造'],
    ['督查跑的那5个街道,名称列一下', '督查覆盖5个街道,15个单位,共发现问题8个'],
    ['由市里处理的三名干部系何人', '处级干部8人(含市里处理3人)'],
    ['派去的10名干部,分别到的哪10个社区', '选派10名干部兼任10个社区第一书记'],
  ])('%s: counted, not named', (question, unit) => {
    expect(countsWithoutNaming(question, unit)).toBe(true);
  });

  test.each([
    ['重点推进的4个地块是哪几个', '重点推进的雁塔、南站、状元等4个地块已征收'],
    ['出台的3项制度分别是什么', '出台3项制度,分别为甲、乙、丙'],
    ['一共处理了5个人吗', '处理5人'],
    ['这6家单位分别有多少人', '共6家单位,84人'],
  ])('%s: named, or not asked for', (question, unit) => {
    expect(countsWithoutNaming(question, unit)).toBe(false);
  });
});

describe('a name told from its fellows by a number', () => {
  const unit = '江滨街区二期项目已建成,台一小、台三小已开学';
  test('the unit prints only the fellows', () => {
    expect(otherNumber('江滨街区三期何时开街', unit, unit)).toBe('江滨街区三期');
    expect(otherNumber('台四小开学了没有', unit, unit)).toBe('台四小');
  });
  test('it is printed, there or elsewhere, or no series is', () => {
    expect(otherNumber('江滨街区二期何时开街', unit, unit)).toBeNull();
    expect(otherNumber('台四小开学了没有', unit, `${unit}台四小停课`)).toBeNull();
    expect(otherNumber('花园三期何时开工', unit, unit)).toBeNull();
  });
});
