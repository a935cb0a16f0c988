// text → sentences (。!?; newline) → clauses (, 、 not); brackets, quotes and 《》 are never cut
import type { Span } from './span.ts';

const OPENING = '“‘《〈(（【[〔「『';
const CLOSING = '”’》〉)）】]〕」』';
/** A bracket that is never closed must not swallow the rest of the text. */
const LONGEST_BRACKET = 400;

/** Cut behind the characters that are breaks, never inside brackets. */
export function splitAt(
  text: string,
  within: Span,
  isBreak: (char: string, index: number) => boolean,
): Span[] {
  const spans: Span[] = [];
  const closeAt = matchBrackets(text, within);
  let start = within.start;
  let i = within.start;
  while (i < within.end) {
    const close = closeAt.get(i);
    if (close !== undefined) {
      i = close + 1;
      // 「…。”」 ends a sentence only where the quotation itself closes one; keep it whole instead.
      continue;
    }
    if (isBreak(text.charAt(i), i)) {
      pushTrimmed(text, spans, start, i + 1);
      start = i + 1;
    }
    i += 1;
  }
  pushTrimmed(text, spans, start, within.end);
  return spans;
}

function matchBrackets(text: string, within: Span): Map<number, number> {
  const stack: { kind: number; at: number }[] = [];
  const pairs = new Map<number, number>();
  for (let i = within.start; i < within.end; i += 1) {
    const char = text.charAt(i);
    if (char === '\n') {
      stack.length = 0;
      continue;
    }
    const open = OPENING.indexOf(char);
    if (open >= 0) {
      stack.push({ kind: open, at: i });
      continue;
    }
    const close = CLOSING.indexOf(char);
    if (close < 0) continue;
    while (stack.length > 0) {
      const top = stack.pop();
      if (top?.kind === close) {
        if (i - top.at <= LONGEST_BRACKET) pairs.set(top.at, i);
        break;
      }
    }
  }
  return pairs;
}

function pushTrimmed(text: string, spans: Span[], start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  if (to > from) spans.push({ start: from, end: to });
}

function isDecimalPoint(text: string, index: number): boolean {
  return /\d/.test(text.charAt(index - 1)) && /\d/.test(text.charAt(index + 1));
}

/** Sentences of `text` inside `within` (default: all of it), white space trimmed, closing mark included. */
export function splitSentences(text: string, within: Span = { start: 0, end: text.length }): Span[] {
  return splitAt(text, within, (char) => '。!?！？;；\n'.includes(char));
}

/** Clauses of one sentence: cut at , : and sentence marks, never inside numbers such as 1,000. */
export function splitClauses(text: string, within: Span = { start: 0, end: text.length }): Span[] {
  return splitAt(
    text,
    within,
    (char, index) =>
      '。!?！？;；\n'.includes(char) || (',，:：'.includes(char) && !isDecimalPoint(text, index)),
  );
}
