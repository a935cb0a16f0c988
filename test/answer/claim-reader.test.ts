import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClaimReader, type OutputMode, type ReadClaim } from '../../src/answer/claim-reader.ts';
import { createThinkingFilter } from '../../src/answer/thinking.ts';

/** The text in pieces cut at the given places. */
function cut(text: string, places: readonly number[]): string[] {
  const ends = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [...ends, text.length].map((end, at) => text.slice(ends[at - 1] ?? 0, end));
}

function read(mode: OutputMode, pieces: readonly string[]): ReadClaim[] {
  const reader = createClaimReader(mode);
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}

const claims = [
  { text: '红星小学可新增2700个学位。', units: ['M37'] },
  { text: '“美丽闽江”基地{已}建成,"引号"与\\斜杠]', units: ['M11', 'D1.12'] },
];
const places = fc.array(fc.nat({ max: 400 }), { maxLength: 12 });

describe('claims are read the moment they are complete', () => {
  it('the same however the stream is cut, as JSON', () => {
    const text = `好的：\n\`\`\`json\n${JSON.stringify({ claims }, null, 1)}\n\`\`\`\n以上。`;
    fc.assert(
      fc.property(places, (at) => {
        expect(read('json', cut(text, at))).toEqual(claims.map((claim) => ({ kind: 'claim', claim })));
      }),
    );
  });

  it('the same however the stream is cut, as lines', () => {
    const text = `好的，以下是要点：\n[M37] 红星小学可新增2700个学位。\n\n[M11 D1.12] 已建成。\n[第3条] 无效`;
    fc.assert(
      fc.property(places, (at) => {
        expect(read('lines', cut(text, at))).toEqual([
          { kind: 'claim', claim: { text: '红星小学可新增2700个学位。', units: ['M37'] } },
          { kind: 'claim', claim: { text: '已建成。', units: ['M11', 'D1.12'] } },
        ]);
      }),
    );
  });

  it('before the rest has arrived', () => {
    const reader = createClaimReader('schema');
    expect(reader.push('{"claims":[{"text":"红星小学可新增2700个学位。","units":["M37"]')).toEqual([]);
    expect(reader.push('},{"te')).toHaveLength(1);
    expect(reader.end()).toEqual([{ kind: 'invalid', why: 'JSON was cut' }]);
  });

  it('and nothing is read from anything else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), places, (text, at) => {
        const found = read('json', cut(text, at));
        expect(found.every(({ kind }) => kind === 'invalid')).toBe(true);
      }),
    );
  });
});

describe('thinking is removed', () => {
  it('wherever its tags are cut', () => {
    const text = '<think>先想\n[M1] 假</think>甲<thinking>再想</thinking>乙 3<5 丙<think>没完';
    fc.assert(
      fc.property(places, (at) => {
        const filter = createThinkingFilter();
        const shown = cut(text, at).map((piece) => filter.push(piece));
        expect(shown.join('') + filter.end()).toBe('甲乙 3<5 丙');
      }),
    );
  });
});
