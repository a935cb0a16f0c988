// source → lines → what each line opens (part, section, problem, measure, sanction, contact, nothing)
import { parseInteger } from '../text/numerals.ts';

export type Opening = 'part' | 'section' | 'numbered' | 'bracketed' | 'contact' | 'text';

export interface OutlineLine {
  readonly opening: Opening;
  /** 1-based line number. */
  readonly number: number;
  readonly start: number;
  /** End without the newline. */
  readonly end: number;
  /** Where the text after the ordinal begins. */
  readonly bodyStart: number;
  /** The printed ordinal without punctuation (`三`, `148`); null for contact and text. */
  readonly ordinal: string | null;
  readonly value: number | null;
}

const CHINESE = '[一二三四五六七八九十百零〇]+';
const ARABIC = '[0-9０-９]+';
/** Each opening with the printed form it was written for. */
const OPENINGS: readonly (readonly [Opening, RegExp])[] = [
  ['part', new RegExp(`^\\s*(${CHINESE})、`, 'u')], // 一、党委(党组)及主要负责人组织整改落实情况
  ['section', new RegExp(`^\\s*[(（](${CHINESE})[)）]`, 'u')], // (一)强化整改政治担当
  ['bracketed', new RegExp(`^\\s*[(（](${ARABIC})[)）]`, 'u')], // (148)针对11.03万平方米…
  ['numbered', new RegExp(`^\\s*(${ARABIC})(?:[.．、](?![0-9０-９])|(?=针对|关于))\\s*`, 'u')], // 49.针对…问题。
  ['contact', /^\s*()(?=欢迎广大|如有意见建议|联系方式[::]|联系电话[::])/u], // 欢迎广大干部群众…进行监督
];

/** Linear in the length of `source`; never throws. */
export function readOutline(source: string): OutlineLine[] {
  const lines: OutlineLine[] = [];
  let start = 0;
  let number = 1;
  while (start < source.length) {
    const newline = source.indexOf('\n', start);
    const end = newline < 0 ? source.length : newline;
    lines.push(readLine(source, start, end, number));
    start = end + 1;
    number += 1;
  }
  return lines;
}

function readLine(source: string, start: number, end: number, number: number): OutlineLine {
  const head = source.slice(start, Math.min(end, start + 60));
  for (const [opening, pattern] of OPENINGS) {
    const match = pattern.exec(head);
    if (match === null) continue;
    const printed = match[1] ?? '';
    const ordinal = printed === '' ? null : printed.normalize('NFKC');
    return {
      opening,
      number,
      start,
      end,
      bodyStart: start + match[0].length,
      ordinal,
      value: ordinal === null ? null : parseInteger(ordinal),
    };
  }
  return { opening: 'text', number, start, end, bodyStart: start, ordinal: null, value: null };
}

export function isBlankLine(source: string, line: OutlineLine): boolean {
  return source.slice(line.start, line.end).trim() === '';
}
