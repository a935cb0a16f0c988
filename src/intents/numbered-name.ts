// 雁塔一, 台四小, 南公河口三期: a name told from its fellows by a number ↔ a unit that prints only the fellows
import { NUMERAL_CHARACTERS, parseInteger } from '../text/numerals.ts';

const NUMBER = `[${NUMERAL_CHARACTERS}]|\\d{1,2}`;
const NUMBERED = [
  new RegExp(`(?<stem>[\\u4e00-\\u9fff]{2,4})(?<number>${NUMBER})(?<of>期)(?!间)`, 'gu'),
  new RegExp(`(?<stem>[\\u4e00-\\u9fff])(?<number>${NUMBER})(?<of>[小中])(?![区学心院时组])`, 'gu'),
  new RegExp(`(?<stem>[\\u4e00-\\u9fff]{2})(?<number>${NUMBER})(?<of>号?地块|(?=那块|这块|那片|片区))`, 'gu'),
];

/** The name the question gives where the unit only prints others of the series; null when it is printed or stands alone. */
export function otherNumber(question: string, unit: string, source: string): string | null {
  for (const pattern of NUMBERED)
    for (const { 0: words, groups } of question.matchAll(pattern)) {
      const [stem = '', number = '', of = ''] = [groups?.['stem'], groups?.['number'], groups?.['of']];
      const series = new RegExp(
        `${stem.slice(-2)}[\\u4e00-\\u9fff]{0,${of === '期' ? 4 : 0}}?(${NUMBER})${of}`,
        'gu',
      );
      const printed = (text: string): number[] =>
        Array.from(text.matchAll(series), (match) => parseInteger(match[1] ?? '') ?? 0);
      const meant = parseInteger(number) ?? 0;
      if (printed(unit).length > 0 && !printed(source).includes(meant)) return words;
    }
  return null;
}
