// 148、150和152, 12至15, 一百二十 → numbers
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';

/** Source of a pattern for one number, in digits or Chinese numerals. */
export const N = `(?:\\d{1,9}|[${NUMERAL_CHARACTERS}]{1,7})`;
/** The same for a list or range: 148、150和152, 12至15, 12-15, 148 150 152. */
export const LIST = `${N}(?:(?:条|号|项|个)?(?:\\s*(?:[、,和与及跟]|至|到|[-—–~])\\s*|\\s+)(?:第)?${N})*`;

const LONGEST_RANGE = 499;

/** 「12至15」 → 12,13,14,15; 「148、150和152」 → three; a range holds at most 500. */
export function expandNumbers(text: string): number[] {
  const numbers: number[] = [];
  const parts = text.split(/(至|到|[-—–~]|[、,和与及跟]|(?<=\d)\s+(?=\d))/u);
  let range = false;
  for (const part of parts) {
    if (/^(?:至|到|[-—–~])$/u.test(part)) {
      range = true;
      continue;
    }
    const value = parseInteger(part.replace(/问题|[第条号项个]/gu, ''));
    if (value === null) continue;
    const from = numbers.at(-1);
    if (range && from !== undefined && value > from) {
      for (let n = from + 1; n <= Math.min(value, from + LONGEST_RANGE); n += 1) numbers.push(n);
    } else {
      numbers.push(value);
    }
    range = false;
  }
  return numbers;
}
