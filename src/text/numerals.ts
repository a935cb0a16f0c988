const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  俩: 2,
  三: 3,
  叁: 3,
  仨: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30, 卌: 40 };
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const GROUPS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Characters a Chinese numeral may be made of, for use inside a regular expression's class. */
export const NUMERAL_CHARACTERS = '〇零○一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟';

/**
 * Reads a Chinese integer: 一百四十八 → 148, 廿三 → 23, 二〇二三 → 2023, 一四八 → 148, 三千四百一十九 → 3419, 两万 → 20000,
 * 一百五 → 150. Null for anything else.
 */
export function parseChineseNumeral(text: string): number | null {
  if (text === '') return null;
  const chars = Array.from(text);
  if (chars.every((char) => char in DIGITS)) {
    return Number(chars.map((char) => String(DIGITS[char])).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = 0;
  for (const char of chars) {
    if (char in DIGITS) {
      if (digit !== null && digit !== 0) return null;
      digit = DIGITS[char] ?? 0;
      if (digit === 0) lastUnit = 0;
    } else if (char in TENS) {
      if (digit !== null) return null;
      section += TENS[char] ?? 0;
      lastUnit = 10;
    } else if (char in UNITS) {
      const unit = UNITS[char] ?? 1;
      if (lastUnit !== 0 && unit >= lastUnit) return null;
      section += (digit ?? 1) * unit;
      digit = null;
      lastUnit = unit;
    } else if (char in GROUPS) {
      const group = GROUPS[char] ?? 1;
      const value = section + (digit ?? 0);
      if (value === 0 && total === 0) return null;
      total =
        (total + value) * (group === 100_000_000 || total === 0 ? group : 1) +
        (total !== 0 && group === 10_000 ? value * (group - 1) : 0);
      section = 0;
      digit = null;
      lastUnit = group;
    } else {
      return null;
    }
  }
  // 一百五 = 150, 三千四 = 3400: a last digit right after a unit counts tenths of that unit.
  const tail = digit === null ? 0 : lastUnit >= 100 ? digit * (lastUnit / 10) : digit;
  return total + section + tail;
}

/** Integer 0…99,999,999 as a Chinese numeral: 148 → 一百四十八, 10 → 十, 203 → 二百零三. */
export function formatChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99_999_999)
    throw new RangeError(`not an integer 0…99999999: ${value}`);
  if (value === 0) return '零';
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return formatSection(low).replace(/^一十/, '十');
  const lowText = low === 0 ? '' : (low < 1000 ? '零' : '') + formatSection(low);
  return formatSection(high).replace(/^一十/, '十') + '万' + lowText;
}

function formatSection(value: number): string {
  const names = '零一二三四五六七八九';
  const units = ['千', '百', '十', ''];
  const digits = String(value).padStart(4, '0');
  let text = '';
  let gap = false;
  for (let i = 0; i < 4; i += 1) {
    const digit = Number(digits.charAt(i));
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += (gap ? '零' : '') + names.charAt(digit) + (units[i] ?? '');
    gap = false;
  }
  return text;
}

/** Reads an integer written either way: `148`, `１４８`, `一百四十八`; null otherwise. */
export function parseInteger(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  return parseChineseNumeral(plain);
}
