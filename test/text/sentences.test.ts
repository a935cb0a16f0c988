import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitClauses, splitSentences } from '../../src/text/sentences.ts';

const cut = (text: string, spans: { start: number; end: number }[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('sentences and clauses', () => {
  it('ends sentences at full stops and semicolons', () => {
    const text = '已盘活6.37万平方米。其中:人才房1.18万平方米;安置房1.93万平方米。';
    expect(cut(text, splitSentences(text))).toEqual([
      '已盘活6.37万平方米。',
      '其中:人才房1.18万平方米;',
      '安置房1.93万平方米。',
    ]);
  });

  it('never cuts quotes, brackets or titles', () => {
    const text = '印发《关于甲、乙,丙。的通知》(台办〔2023〕3号;附件),强调“不放松。不停步,”继续推进。';
    expect(cut(text, splitSentences(text))).toEqual([text]);
    expect(cut(text, splitClauses(text))).toHaveLength(2);
  });

  it('never cuts a number', () => {
    expect(cut('共1,436人次,其中11人', splitClauses('共1,436人次,其中11人'))).toEqual([
      '共1,436人次,',
      '其中11人',
    ]);
  });

  it('is not led astray by a bracket that is never closed', () => {
    expect(splitSentences('他说“开始。第二句。第三句。')).toHaveLength(3);
  });

  it('loses nothing but white space, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('甲', '。', ',', '“', '”', '(', ')', '《', '》', '\n', ' ', '1', ';'),
        }),
        (text) => {
          for (const split of [splitSentences, splitClauses]) {
            expect(cut(text, split(text)).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
          }
        },
      ),
    );
  });
});
