import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import type { Block } from '../../src/render/document.ts';
import {
  renderParts,
  renderTelegramAnswer,
  TELEGRAM_LIMIT,
  type Paragraph,
} from '../../src/render/telegram.ts';
import { renderTelegramUnit } from '../../src/render/telegram-unit.ts';
import { readTelegramHtml } from './telegram-html.ts';

const QUOTE = '已盘活闲置房产133处6.37万平方米';
const ANSWER: Answer = {
  id: 'a',
  question: '闲置房产盘活了多少',
  bulletin: 'b',
  intent: 'fact',
  text: `${QUOTE}〔148〕`,
  claims: [{ text: QUOTE, units: ['M148'] }],
  citations: [{ unit: 'M148', label: '第148条', quote: QUOTE, start: 0, end: QUOTE.length }],
  candidates: ['M148'],
  refused: false,
  reason: null,
  writer: 'extractive',
  asOf: { published: '2024-01-26', data: '2023-10-18' },
  elapsedMs: 1,
};
const claim = (text: string): Block => ({
  kind: 'claim',
  text,
  marks: [{ unit: 'M148', label: '148' }],
  more: 0,
});

function show(html: string): { text: string; quotes: string[] } {
  const shown = readTelegramHtml(html);
  if (typeof shown === 'string') throw new Error(`Telegram would refuse this: ${shown}`);
  return shown;
}

describe('an answer for Telegram', () => {
  test('gives the words, the citation and both dates, the quote once', () => {
    const [part, ...rest] = renderTelegramAnswer({ blocks: [claim(`${QUOTE}。`)] }, ANSWER);
    expect(rest).toEqual([]);
    expect(show(part?.html ?? '').text).toBe(
      `${QUOTE}。〔148〕\n\n依据：第148条\n据2024年1月26日发布的通报，数据截至2023年10月。`,
    );
    expect(show(part?.html ?? '').quotes).toEqual([]);
  });

  test('quotes what the answer says in other words, and labels what a model wrote', () => {
    const reworded = { ...ANSWER, writer: 'llm:small@12345678' };
    const [part] = renderTelegramAnswer({ blocks: [claim('盘活了133处。')] }, reworded);
    expect(part?.html).toContain(`<blockquote expandable>${QUOTE}</blockquote>`);
    expect(part?.text).toContain('AI生成，请以原文为准。');
  });

  test('names the first eight of many sources and how many there are; their words are a button away', () => {
    const citations = Array.from({ length: 31 }, (_, i) => ({
      ...{
        unit: `M${i + 1}`,
        label: `第${i + 1}条`,
        quote: `第${i + 1}条的原文，`.repeat(40),
        start: 0,
        end: 1,
      },
    }));
    const parts = renderTelegramAnswer({ blocks: [claim('共31条。')] }, { ...ANSWER, citations });
    expect(parts).toHaveLength(1);
    const { text, quotes } = show(parts[0]?.html ?? '');
    expect(text).toContain('、第8条等31条');
    expect(quotes).toEqual([]);
  });

  test('an answer without blocks, sources and dates is its text', () => {
    const asOf = { published: null, data: null };
    const parts = renderTelegramAnswer({ blocks: [] }, { ...ANSWER, text: '您好。', citations: [], asOf });
    expect(parts).toEqual([{ html: '您好。', text: '您好。' }]);
  });

  test('a row shows its status by a sign, and names it where rows differ', () => {
    const row = (text: string): Block => ({ kind: 'item', text, marks: [], more: 0 });
    const none = { ...ANSWER, citations: [] };
    const [same] = renderTelegramAnswer({ blocks: [row('[正在推进] 甲'), row('[正在推进] 乙')] }, none);
    expect(same?.text).toBe('◐ 甲\n◐ 乙');
    const [mixed] = renderTelegramAnswer(
      { blocks: [row('[已完成] 甲'), row('[长期坚持] 乙'), row('丙')] },
      none,
    );
    expect(mixed?.text).toBe('● 已完成：甲\n○ 长期坚持：乙\n· 丙');
  });

  test('a list keeps its rows, a heading is bold', () => {
    const blocks: Block[] = [
      { kind: 'heading', text: '未完成 <3条>' },
      { kind: 'item', text: '甲 & 乙', marks: [{ unit: 'M1', label: '1' }], more: 30 },
    ];
    const [part] = renderTelegramAnswer({ blocks }, { ...ANSWER, citations: [] });
    expect(part?.html).toBe('<b>未完成 &lt;3条&gt;</b>\n· 甲 &amp; 乙〔第1…等31条〕');
  });
});

describe('for any text', () => {
  const printable = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });
  const spiced = fc.array(
    fc.constantFrom(
      '<b>',
      '</b>',
      '&amp;',
      '<',
      '>',
      '"',
      '&lt;',
      '闲置。',
      '</blockquote>',
      '\n',
      '@x',
      '/start',
    ),
    { minLength: 1, maxLength: 60 },
  );
  const text = fc
    .oneof(
      printable,
      spiced.map((parts) => parts.join('')),
    )
    .filter((it) => it.trim() !== '' && !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(it));
  const style = fc.constantFrom<Paragraph['style']>('plain', 'strong', 'quote');

  test('what Telegram shows is what was given', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ style, text }), { minLength: 1, maxLength: 8 }), (paragraphs) => {
        const parts = renderParts(paragraphs);
        expect(parts).toHaveLength(1);
        expect(show(parts[0]?.html ?? '').text).toBe(paragraphs.map((each) => each.text).join('\n'));
        expect(parts[0]?.text).toBe(paragraphs.map((each) => each.text).join('\n'));
      }),
    );
  });

  test('long answers fit in messages, numbered, whole, markup closed in each, the tail undivided', () => {
    const long = fc.record({ style, text: text.map((it) => it.repeat(40)) });
    fc.assert(
      fc.property(fc.array(long, { minLength: 1, maxLength: 8 }), (body) => {
        const tail: Paragraph[] = [
          { style: 'strong', text: '依据：第148条' },
          { style: 'quote', text: QUOTE.repeat(60) },
        ];
        const parts = renderParts(body, tail);
        const shown = parts.map(({ html }) => show(html).text);
        for (const part of shown) expect(part.length).toBeLessThanOrEqual(TELEGRAM_LIMIT);
        const bare = shown.map((part, i) => {
          const number = `(${i + 1}/${parts.length})\n`;
          if (parts.length === 1) return part;
          expect(part.startsWith(number)).toBe(true);
          return part.slice(number.length);
        });
        const given = [...body, ...tail].map((each) => each.text).join('');
        expect(bare.join('').replaceAll('\n', '')).toBe(given.replaceAll('\n', ''));
        expect(bare.at(-1)).toContain(`依据：第148条\n${QUOTE.repeat(60)}`);
      }),
      { numRuns: 60 },
    );
  });

  test('lone surrogates and control characters never get out', () => {
    const [part] = renderParts([{ style: 'plain', text: 'a\uD800b\u0000c\r\nd' }]);
    expect(part?.html).toBe('a\uFFFDb c\nd');
  });
});

describe('a unit in full', () => {
  const unit = {
    label: '第148条',
    text: `加强管理。${QUOTE}。`,
    path: [{ label: '问题49', heading: '针对房产闲置问题。' }],
    status: { label: '正在推进', evidence: '剩余37个正在办理' },
  };
  const dates = { published: '2024-01-26', data: null };

  test('stands verbatim in a quote, with heading, status and its words', () => {
    const [part] = renderTelegramUnit(unit, dates);
    expect(show(part?.html ?? '')).toEqual({
      text: `第148条原文\n问题49：针对房产闲置问题。\n${unit.text}\n状态：正在推进（“剩余37个正在办理”）\n据2024年1月26日发布的通报。`,
      quotes: [unit.text],
    });
  });

  test('longer than a message is quoted on in the next', () => {
    const text = `${QUOTE}。`.repeat(400);
    const parts = renderTelegramUnit({ ...unit, text }, dates);
    const quotes = parts.flatMap(({ html }) => show(html).quotes);
    expect(quotes.length).toBeGreaterThan(1);
    expect(quotes.join('')).toBe(text);
  });
});
