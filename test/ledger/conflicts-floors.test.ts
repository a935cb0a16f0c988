import { describe, expect, it } from 'vitest';
import { isRecord, readLabels } from './labels.ts';
import { deriveRealLedger, readRealBulletin } from './seeds.ts';

interface Label {
  readonly kind: string;
  readonly topic: string;
  readonly sides: readonly { readonly unit: string; readonly text: string }[];
}

function isLabel(value: unknown): value is Label {
  return isRecord(value) && typeof value['kind'] === 'string' && Array.isArray(value['sides']);
}

const { conflicts } = deriveRealLedger(readRealBulletin());

/** Two of the reader's units, and words of one of the reader's sides. */
function isFound({ sides }: Label): boolean {
  const units = new Set(sides.map(({ unit }) => unit));
  return conflicts.some((conflict) => {
    const found = new Set(conflict.sides.map(({ citation }) => citation.unit));
    const shared = [...units].filter((unit) => found.has(unit)).length;
    const words = conflict.sides.some(({ citation: { unit, quote } }) =>
      sides.some((side) => side.unit === unit && (side.text.includes(quote) || quote.includes(side.text))),
    );
    return words && shared >= Math.min(2, units.size);
  });
}

describe('conflicts against an independent reading of the whole bulletin', () => {
  const labels = readLabels('conflicts.labels.jsonl', isLabel);

  it('finds at least a third of the 69 places worth a look and of the contradictions among them', () => {
    const contradictions = labels.filter(({ kind }) => kind === 'contradiction');
    expect(labels.filter(isFound).length).toBeGreaterThanOrEqual(25);
    expect(contradictions.filter(isFound).length).toBeGreaterThanOrEqual(16);
  });

  it('reports as contradiction only what was checked against the source, side by side', () => {
    // each pair of units was read in full; a new one has to be read before it is added here
    const checked = new Set([
      'S1.4 M285', // 建立完善规章制度140项 / 建章立制92项
      'M6 M10', // …实施细则方案 / …实施方案
      'M20 M30 M254', // 完成率100% / 加速征迁
      'M47 M62', // 推进…实施方案 / 推动…实施意见
      'M115 M118', // 188.2% / 488.2%
      'M150 M191', // 直属集体企业… / 直属企业…
      'M150 M291', // 修订 / 制定(试行)
      'M151 M285', // 通知 / 告知
      'M160 M161 M165', // 正在谋划, 公告报名 / 新开工
      'M174 M285', // 研究制定出台 / 修订出台
      'M218', // 39-8=31 / 其余30名
      'M258 M287', // 30余场 / 60场
      'S4.0', // 270人 / 285名
    ]);
    const reported = conflicts
      .filter(({ kind }) => kind === 'contradiction')
      .map(({ sides }) => [...new Set(sides.map(({ citation }) => citation.unit))].join(' '));
    expect(reported.length).toBeGreaterThanOrEqual(13);
    expect(reported.filter((units) => !checked.has(units))).toEqual([]);
  });
});
