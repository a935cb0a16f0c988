// source → (NFKC, width) per character → simplified script → white space → text + offset map
import { Converter } from 'opencc-js/t2cn';
import type { Span } from './span.ts';

/** Normalised text and where each of its code units came from. */
export interface NormalizedText {
  readonly text: string;
  /** `origin[i]` = offset in the source of the character that gave `text[i]`; one more entry than `text` has. */
  readonly origin: Uint32Array;
}

let convertScript: ((text: string) => string) | null = null;

/** 請問 → 请问; phrase-aware. Falls back to character by character where a phrase would change the length. */
export function toSimplified(text: string): string {
  if (!/[\u3400-\u9fff]/.test(text)) return text;
  const convert = (convertScript ??= Converter({ from: 't', to: 'cn' }));
  const whole = convert(text);
  if (whole.length === text.length) return whole;
  return Array.from(text, (char) => {
    const one = convert(char);
    return one.length === char.length ? one : char;
  }).join('');
}

const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0f]/;
const HAN_OR_PUNCTUATION = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef,.。;:!?、()“”《》%]/;

/**
 * NFKC per character (full-width → half-width, ①→1), traditional → simplified, lower case, control and
 * zero-width characters dropped, white space inside Chinese text dropped and elsewhere folded to one blank.
 */
export function normalizeText(source: string): NormalizedText {
  const chars: string[] = [];
  const from: number[] = [];
  let offset = 0;
  for (const char of source) {
    if (!INVISIBLE.test(char)) {
      for (const folded of foldCharacter(char)) {
        for (let i = 0; i < folded.length; i += 1) {
          chars.push(folded.charAt(i));
          from.push(offset);
        }
      }
    }
    offset += char.length;
  }
  const simplified = toSimplified(chars.join(''));
  let text = '';
  const origin: number[] = [];
  for (let i = 0; i < simplified.length; i += 1) {
    const char = simplified.charAt(i);
    if (/\s/.test(char)) {
      let next = i + 1;
      while (next < simplified.length && /\s/.test(simplified.charAt(next))) next += 1;
      const before = text.at(-1);
      const after = simplified.charAt(next);
      const keep =
        before !== undefined &&
        after !== '' &&
        !HAN_OR_PUNCTUATION.test(before) &&
        !HAN_OR_PUNCTUATION.test(after);
      if (keep) {
        text += ' ';
        origin.push(from[i] ?? 0);
      }
      i = next - 1;
      continue;
    }
    text += char;
    origin.push(from[i] ?? 0);
  }
  origin.push(source.length);
  return { text, origin: Uint32Array.from(origin) };
}

function foldCharacter(char: string): string {
  // NFKC turns … into three dots and ㎡ into m2: keep the first, the second is what people type.
  if (char === '…') return char;
  return char.normalize('NFKC').toLowerCase();
}

/** The span of the source a span of the normalised text stands for. */
export function sourceSpan(normalized: NormalizedText, span: Span): Span {
  const start = normalized.origin[span.start] ?? 0;
  if (span.end <= span.start) return { start, end: start };
  let next = span.end;
  const last = normalized.origin[span.end - 1] ?? start;
  while (next < normalized.origin.length && (normalized.origin[next] ?? 0) <= last) next += 1;
  return { start, end: normalized.origin[next] ?? last };
}
