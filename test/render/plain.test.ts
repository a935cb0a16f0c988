import { describe, expect, it } from 'vitest';
import { createUnitLookup } from '../../src/bulletin/lookup.ts';
import { claim } from '../../src/intents/intent.ts';
import { buildDocument } from '../../src/render/build-document.ts';
import { renderMarks, renderPlain } from '../../src/render/plain.ts';
import { taijiang } from '../bulletin/bulletins.ts';

const { cite, shortLabel } = createUnitLookup(taijiang);
const write = (units: readonly string[], kind: 'item' | 'statement' = 'statement'): string =>
  renderPlain(buildDocument([], [claim('已盘活6.37万平方米', units.map(cite), { kind })], shortLabel));

describe('a claim in plain text', () => {
  it.each([
    [['M148'], '〔148〕'],
    [['P49', 'M148'], '〔问题49、148〕'],
    [['D1.5'], '〔四(一)5〕'],
    [['M1', 'M2', 'M3', 'M4', 'M5', 'M6'], '〔1、2、3、4、5、6〕'],
    [['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7'], '〔第1、2、3…等7条〕'],
    [['P1', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6'], '〔问题1、1、2…等7处〕'],
    [['M148', 'M148'], '〔148〕'],
  ])('citing %j ends with %s', (units, marks) => {
    expect(write(units)).toBe(`已盘活6.37万平方米${marks}`);
  });

  it('that is a row of a list begins with a point', () => {
    expect(write(['M148'], 'item')).toBe('· 已盘活6.37万平方米〔148〕');
  });
});

it('notes come before claims, a line each, without marks', () => {
  const claims = [claim('甲', [cite('M1')]), claim('乙', [cite('M2')], { kind: 'item' })];
  expect(renderPlain(buildDocument(['按发布时判断。'], claims, shortLabel))).toBe(
    '按发布时判断。\n甲〔1〕\n· 乙〔2〕',
  );
});

it('every unit cited is marked or counted, and nothing cited leaves no brackets', () => {
  const all = taijiang.units.map(({ id }) => cite(id));
  for (let n = 1; n <= 40; n += 1) {
    const [block] = buildDocument([], [claim('共计', all.slice(0, n))], shortLabel).blocks;
    if (block?.kind !== 'claim') throw new Error('no claim');
    expect(block.marks.length + block.more).toBe(n);
  }
  expect(renderMarks([], 0)).toBe('');
});
